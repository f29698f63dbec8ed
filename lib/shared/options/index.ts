import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Annotations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { MadeEnvironment } from '../../core/reading/bundle-resources';
import { FileFindings } from '../../core/reading/read-options';
import { TranslatedOptions } from '../../core/reading/translate-options';
import { EnvironmentSettings } from '../../core/settings/settings';
import { defined } from '../../core/translation/defined';
import { GivenProps } from '../../core/translation/given';
import { Origins } from '../../core/translation/origins';
import { OptionReferences } from '../../core/translation/references';
import { settle } from '../../core/translation/settle';
import { TranslationTarget } from '../../core/translation/target';
import { EcsEnvironmentProps } from '../../ecs/environment-props';
import { DockerrunListener } from '../../ecs/listener-props';
import { WorkerConsumer } from '../../ecs/worker';
import { errorsIn, OptionSettings } from '../../option-settings';
import { annotate } from '../findings/annotate';
import { importNetwork } from './network';

const ID = 'OptionSettings';

/** How a target reads props. */
export interface TargetProps<P> {
  readonly target: TranslationTarget;
  /** The props that are set. */
  readonly given: (props: P) => GivenProps;
  readonly settingsOf: (props: P) => EnvironmentSettings;
  /** What only this target imports for option settings. */
  readonly imports: (scope: Construct, references: OptionReferences, props: P) => Partial<P>;
}

/**
 * Settings, where they come from, and the CDK objects that they stand for: those of the props, and those imported for
 * options.
 */
export interface Input<P> {
  readonly props: P;
  readonly settings: EnvironmentSettings;
  readonly origins: Origins;
}

export interface Used<P, T> extends Input<P> {
  readonly made: T;
}

/**
 * Passes on what props and option settings say together. What is imported for options stays only if nothing is refused.
 *
 * @param environmentIn what files of a bundle that is deployed are held against
 */
export function useSettled<P extends EcsEnvironmentProps, T>(
  scope: Construct,
  given: P,
  reader: TargetProps<P>,
  use: (input: Input<P>) => T,
  environmentIn: (made: T) => MadeEnvironment | undefined = () => undefined,
): Used<P, T> {
  const options = OptionSettings._with(given.optionSettings, given.sourceBundle);
  const translated = options?._translate(reader.given(given), reader.target);
  try {
    const input = translated
      ? settledInput(new Construct(scope, ID), given, reader, translated)
      : plainInput(given, reader);
    const { made, refusal } = tryUse(() => use(input));
    const files = translated?.besideTemplate(made && environmentIn(made)) ?? [];
    const errors = errorsIn(files);
    if (errors !== undefined) throw new Error([refusal?.message, errors].filter(Boolean).join('\n\n'));
    if (refusal) throw refusal;
    annotateFiles(scope, files);
    return { ...input, made: made! };
  } catch (error) {
    scope.node.tryRemoveChild(ID);
    throw error;
  }
}

/** What is made, or why it cannot be. */
function tryUse<T>(use: () => T): { readonly made?: T; readonly refusal?: Error } {
  try {
    return { made: use() };
  } catch (error) {
    return { refusal: error as Error };
  }
}

function plainInput<P>(props: P, { settingsOf, target }: TargetProps<P>): Input<P> {
  return { props, ...settle(settingsOf(props), undefined, target) };
}

function settledInput<P extends EcsEnvironmentProps>(
  scope: Construct, given: P, { settingsOf, target, imports }: TargetProps<P>, translated: TranslatedOptions,
): Input<P> {
  const { references, settings: { publicLoadBalancer = true }, isWorker } = translated;
  const worker = isWorker
    ? { consumer: target === 'ecs' ? WorkerConsumer.polls() : WorkerConsumer.daemon() }
    : undefined;
  const network = importNetwork(scope, references, given.publicLoadBalancer ?? publicLoadBalancer, given);
  const imported = {
    worker, ...network, ...importCapacity(scope, references, given), ...imports(scope, references, given),
  };
  const props: P = { ...defined(imported), ...defined(given) } as P;
  const own = settingsOf(props);
  const assumed = own.worker && { ...own.worker, isAssumed: given.worker === undefined };
  const facts = { vpcIsNamed: given.vpc === undefined && references.vpcId !== undefined };
  const settled = settle({ ...own, facts, worker: assumed }, translated, target);
  const listeners =
    given.listeners ?? settled.settings.listeners?.map((listener) => bindListener(scope, listener, references));
  for (const child of scope.node.findAll()) {
    Annotations.of(child).acknowledgeWarning('@aws-cdk/aws-ec2:noSubnetRouteTableId');
  }
  return { ...settled, props: { ...props, listeners } };
}

/** What the instances and the load balancer get beside their figures. */
function importCapacity(
  scope: Construct, references: OptionReferences, given: EcsEnvironmentProps,
): Partial<EcsEnvironmentProps> {
  const { keyPairName, instanceSecurityGroupIds, accessLogsBucketName } = references;
  const isOpen = (prop: keyof EcsEnvironmentProps) => given[prop] === undefined;
  return {
    keyPair:
      keyPairName !== undefined && isOpen('keyPair')
        ? ec2.KeyPair.fromKeyPairName(scope, 'KeyPair', keyPairName)
        : undefined,
    instanceSecurityGroups: isOpen('instanceSecurityGroups')
      ? instanceSecurityGroupIds?.map((id) => ec2.SecurityGroup.fromSecurityGroupId(scope, id, id, { mutable: false }))
      : undefined,
    accessLogsBucket:
      accessLogsBucketName !== undefined && isOpen('accessLogsBucket')
        ? s3.Bucket.fromBucketName(scope, 'AccessLogs', accessLogsBucketName)
        : undefined,
  };
}

/** The certificates of a listener of option settings. The plan has all else of it. */
function bindListener(
  scope: Construct,
  { port, protocol }: NonNullable<EnvironmentSettings['listeners']>[number],
  { certificateArns = {} }: OptionReferences,
): DockerrunListener {
  return {
    port,
    protocol: protocol as elbv2.Protocol | undefined,
    certificates: certificateArns[port]?.map((arn) => importCertificate(scope, arn)),
  };
}

function importCertificate(scope: Construct, arn: string): acm.ICertificate {
  return (
    (scope.node.tryFindChild(arn) as acm.ICertificate | undefined)
    ?? acm.Certificate.fromCertificateArn(scope, arn, arn)
  );
}

/** Says on a construct what there is to say about files with option settings. */
function annotateFiles(scope: Construct, files: readonly FileFindings[]): void {
  for (const { source, findings } of files) annotate(scope, findings, source.name);
}

/** The props of an environment that are set, by their names. */
export function givenProps(given: EcsEnvironmentProps): GivenProps {
  return {
    props: Object.keys(defined(given) ?? {}),
    variables: Object.keys(given.environmentProperties ?? {}),
    worker: given.worker && Object.keys(defined(given.worker) ?? {}),
  };
}
