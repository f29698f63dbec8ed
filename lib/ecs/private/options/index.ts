import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Annotations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { FileFindings } from '../../../core/read-options';
import { known } from '../../../core/settings/settings';
import { TranslatedOptions } from '../../../core/translate-options';
import { defined } from '../../../core/translation/defined';
import { GivenProps } from '../../../core/translation/given';
import { Origins } from '../../../core/translation/origins';
import { QueueSettings } from '../../../core/translation/worker';
import { OptionSettings } from '../../../option-settings';
import { EcsEnvironmentProps } from '../../environment-props';
import { Scheduling } from '../../scheduling';
import { DockerrunWorker } from '../../worker';
import { annotate } from '../findings/annotate';
import { optionCapacity } from './capacity';
import { seconds, toListener } from './listeners';
import { importNetwork } from './network';

const ID = 'OptionSettings';

export interface Used<P, T> {
  readonly props: P;
  readonly made: T;
}

/** Passes on the props with what option settings say beside them, and where that comes from. What is imported for that stays only if nothing is refused. */
export function withOptions<P extends EcsEnvironmentProps, T>(scope: Construct, given: P, use: (props: P, origins: Origins) => T): Used<P, T> {
  const translated = OptionSettings._with(given.optionSettings, given.sourceBundle)?._translate(givenProps(given));
  if (!translated) return { props: given, made: use(given, Origins.NONE) };
  return withTranslated(scope, given, translated, (props) => {
    const made = use(props, translated.origins);
    annotateFiles(scope, translated.files);
    return made;
  });
}

/** The same with options that are translated already, and further props that they became. */
export function withTranslated<P extends EcsEnvironmentProps, T>(
  scope: Construct, given: P, translated: TranslatedOptions, use: (props: P) => T, further: (imports: Construct) => Partial<P> = () => ({}),
): Used<P, T> {
  try {
    const imports = new Construct(scope, ID);
    const own = propsOf(imports, translated, given);
    const props = { ...own, ...defined(given), ...mergedProps(translated, given), ...defined(further(imports)) } as P;
    return { props, made: use(props) };
  } catch (error) {
    scope.node.tryRemoveChild(ID);
    throw error;
  }
}

/** Says on a construct what there is to say about files with option settings. */
export function annotateFiles(scope: Construct, files: readonly FileFindings[]): void {
  for (const { source, findings } of files) annotate(scope, findings, source.name);
}

export function givenProps(given: EcsEnvironmentProps): GivenProps {
  return {
    props: Object.keys(defined(given) ?? {}),
    variables: Object.keys(given.environmentProperties ?? {}),
    worker: given.worker && Object.keys(defined(given.worker) ?? {}),
  };
}

/** Everything that a prop replaces as a whole. */
function propsOf(scope: Construct, translated: TranslatedOptions, given: EcsEnvironmentProps): Partial<EcsEnvironmentProps> {
  const { settings, references } = translated;
  const { listeners, scheduling, ipAddressType } = settings;
  const { accessLogsBucketName } = references;
  const publicLoadBalancer = given.publicLoadBalancer ?? settings.publicLoadBalancer;
  const own: Partial<EcsEnvironmentProps> = {
    ...optionCapacity(scope, translated, given),
    ...importNetwork(scope, references, publicLoadBalancer ?? true, given),
    maxAzs: given.vpc ? undefined : settings.maxAzs,
    publicLoadBalancer,
    ipAddressType: ipAddressType as elbv2.IpAddressType | undefined,
    idleTimeout: seconds(known(settings.idleTimeout)),
    accessLogsBucket: accessLogsBucketName === undefined ? undefined : s3.Bucket.fromBucketName(scope, 'AccessLogs', accessLogsBucketName),
    accessLogsPrefix: known(settings.accessLogsPrefix),
    scheduling: scheduling && Scheduling._of(scheduling),
    listeners: listeners?.map((listener) => toListener(listener, certificatesOf(scope, references.certificateArns?.[listener.port]))),
  };
  for (const child of scope.node.findAll()) Annotations.of(child).acknowledgeWarning('@aws-cdk/aws-ec2:noSubnetRouteTableId');
  return defined(own) ?? {};
}

function certificatesOf(scope: Construct, arns: readonly string[] | undefined): acm.ICertificate[] | undefined {
  return arns?.map((arn) => scope.node.tryFindChild(arn) as acm.ICertificate | undefined ?? acm.Certificate.fromCertificateArn(scope, arn, arn));
}

/** The props that go together with options, name by name. */
function mergedProps({ settings, queue }: TranslatedOptions, { environmentProperties, worker }: EcsEnvironmentProps): Partial<EcsEnvironmentProps> {
  const variables = { ...settings.environmentProperties as Record<string, string> | undefined, ...environmentProperties };
  return defined<Partial<EcsEnvironmentProps>>({
    environmentProperties: Object.keys(variables).length > 0 ? variables : undefined,
    worker: worker && queue ? { ...queueProps(queue), ...defined(worker)! } : worker,
  }) ?? {};
}

function queueProps({ visibilityTimeout, retentionPeriod, maxReceiveCount }: QueueSettings): Partial<DockerrunWorker> {
  return { visibilityTimeout: seconds(visibilityTimeout), retentionPeriod: seconds(retentionPeriod), maxReceiveCount };
}
