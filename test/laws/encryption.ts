import { listOf, nameOf, Template } from '../walker/template';
import { all, each, Law } from './law';

/** What is written down somewhere is encrypted there, by the template and not by a default of the account. */
export const encrypts = all(
  each('AWS::EC2::LaunchTemplate', ({ LaunchTemplateData: { BlockDeviceMappings: volumes, ImageId: image } }) =>
    image ? volumeFaults(volumes) : [],
  ),
  each('AWS::EC2::Instance', ({ BlockDeviceMappings: volumes }) => volumeFaults(volumes)),
  each('AWS::EC2::Volume', ({ Encrypted: encrypted }) => unless(encrypted === true)),
  each('AWS::EFS::FileSystem', ({ Encrypted: encrypted }) => unless(encrypted === true)),
  each('AWS::SQS::Queue', ({ KmsMasterKeyId: key, SqsManagedSseEnabled: managed }) =>
    unless(key !== undefined || managed === true),
  ),
  (template) => plainTopics(template),
  each('AWS::S3::Bucket', ({ BucketEncryption: encryption }) => unless(encryption !== undefined)),
  each('AWS::RDS::DBInstance', ({ StorageEncrypted: encrypted }) => unless(encrypted === true)),
  each('AWS::ECS::TaskDefinition', ({ Volumes: volumes }) =>
    listOf(volumes)
      .filter(({ EFSVolumeConfiguration: files }) => files && files.TransitEncryption !== 'ENABLED')
      .map(({ Name }) => `mounts ${Name} without encryption`),
  ),
);

/** Alarms cannot publish to a topic under the key of AWS, and what they publish are figures. */
const plainTopics: Law = (json) => {
  const template = new Template(json);
  const told = template
    .all('AWS::CloudWatch::Alarm')
    .flatMap(({ properties }) => listOf(properties.AlarmActions))
    .map(nameOf);
  const plain = template
    .all('AWS::SNS::Topic')
    .filter(({ id, properties }) => properties.KmsMasterKeyId === undefined && !told.includes(id));
  return plain.map(({ id }) => `${id} is not encrypted`);
};

function unless(holds: boolean): string[] {
  return holds ? [] : ['is not encrypted'];
}

/** Without a mapping the volume of the image is used, which may be plain. */
function volumeFaults(volumes: unknown): string[] {
  const mappings = listOf(volumes);
  if (mappings.length === 0) return ['says nothing of its volume'];
  return mappings
    .filter(({ Ebs }) => Ebs?.Encrypted !== true)
    .map(({ DeviceName }) => `has a plain volume ${DeviceName}`);
}
