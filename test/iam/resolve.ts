import { TemplateJson } from '../walker/template';

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-west-1',
  'AWS::AccountId': '111122223333',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'stack',
  'AWS::StackId': 'arn:aws:cloudformation:eu-west-1:111122223333:stack/stack/id',
};

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;

/** What `Ref` or the attribute `Arn` of a resource is. A type that is not here has to be looked up first. */
const ARNS: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Alarm': arn('cloudwatch', 'alarm:name'),
  'AWS::DynamoDB::Table': arn('dynamodb', 'table/name'),
  'AWS::ECR::Repository': arn('ecr', 'repository/name'),
  'AWS::ECS::Cluster': arn('ecs', 'cluster/name'),
  'AWS::EFS::AccessPoint': arn('elasticfilesystem', 'access-point/name'),
  'AWS::EFS::FileSystem': arn('elasticfilesystem', 'file-system/name'),
  'AWS::IAM::Role': 'arn:aws:iam::111122223333:role/name',
  'AWS::KMS::Key': arn('kms', 'key/name'),
  'AWS::Logs::LogGroup': arn('logs', 'log-group:name:*'),
  'AWS::S3::Bucket': 'arn:aws:s3:::name',
  'AWS::SNS::Topic': arn('sns', 'name'),
  'AWS::SQS::Queue': arn('sqs', 'name'),
  'AWS::SecretsManager::Secret': arn('secretsmanager', 'secret:name-AbCdEf'),
  'AWS::SecretsManager::SecretTargetAttachment': arn('secretsmanager', 'secret:name-AbCdEf'),
};

/** Whose `Ref` is the ARN; that of the others is a name. */
const NAMED_BY_ARN = ['AWS::SNS::Topic', 'AWS::SecretsManager::Secret', 'AWS::SecretsManager::SecretTargetAttachment'];

type Value = any;

/** Values of a template as they could be once deployed. Throws for what it does not know. */
export class Resolver {
  /** `all` are the stacks that may export what this one imports. */
  constructor(private readonly template: TemplateJson, private readonly all: readonly TemplateJson[]) {}

  text(value: Value): string {
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    const [[name, argument]] = Object.entries<Value>(value);
    switch (name) {
      case 'Ref': return this.ref(argument);
      case 'Fn::GetAtt': return this.attribute(argument);
      case 'Fn::Join': return argument[1].map((part: Value) => this.text(part)).join(argument[0]);
      case 'Fn::Sub': return this.substitute(argument);
      case 'Fn::Select': return this.list(argument[1])[Number(argument[0])];
      case 'Fn::ImportValue': return this.import(argument);
      default: throw new Error(`${name} is not known here: ${JSON.stringify(value)}`);
    }
  }

  private list(value: Value): string[] {
    if (!value['Fn::Split']) throw new Error(`no list that is known here: ${JSON.stringify(value)}`);
    const [separator, text] = value['Fn::Split'];
    return this.text(text).split(separator);
  }

  private import(name: string): string {
    const outputsOf = (template: TemplateJson): Value[] => Object.values((template as Value).Outputs ?? {});
    const isMeant = ({ Export: { Name } = { Name: '' } }: Value) => Name === name;
    const exporter = this.all.find((template) => outputsOf(template).some(isMeant));
    if (!exporter) throw new Error(`no stack exports ${name}`);
    return new Resolver(exporter, this.all).text(outputsOf(exporter).find(isMeant).Value);
  }

  private ref(name: string): string {
    if (name in PSEUDO) return PSEUDO[name];
    const { Type: type } = this.template.Resources[name] ?? {};
    return type !== undefined && NAMED_BY_ARN.includes(type) ? ARNS[type] : 'name';
  }

  private attribute([id, attribute]: [string, string]): string {
    const { Type: type } = this.template.Resources[id];
    if (attribute.endsWith('SecretArn')) return ARNS['AWS::SecretsManager::Secret'];
    if (attribute !== 'Arn') return 'name';
    if (!ARNS[type]) throw new Error(`the ARN of ${type} is not known here`);
    return ARNS[type];
  }

  private substitute(argument: Value): string {
    const [text, values] = Array.isArray(argument) ? argument : [argument, {}];
    return text.replace(/\$\{([^!}]+)\}/g, (_: string, name: string) => {
      if (name in values) return this.text(values[name]);
      return name.includes('.') ? this.attribute(name.split('.') as [string, string]) : this.ref(name);
    });
  }
}
