import { Severity } from '../../finding/finding';
import { Problem } from '../../finding/rule';
import { secretIn } from '../../rules/secret-signs';
import { checkBeanstalk } from '../../rules/target/check';
import { BeanstalkChoices, NativeOption } from '../../settings/beanstalk/beanstalk';
import { BeanstalkShape, settingsFor, shapeOf } from '../../settings/beanstalk/beanstalk-shape';
import { branchFor } from '../../settings/beanstalk/platform';
import { EnvironmentSettings } from '../../settings/settings';
import { TrafficSettings, withTraffic } from '../../settings/traffic/traffic';
import { pullsOf } from '../../spec/grants';
import { Document, DockerrunSpec } from '../../spec/model';
import { Origins } from '../../translation/origins';
import { Decisions, DecisionSource } from '../decision';
import { executionRoleOf } from '../ecs/containers/task-roles';
import { Planning } from '../ecs/ecs';
import { registryAuthOf } from '../ecs/instances/boot';
import { planFit } from '../ecs/instances/instance-fit';
import { planNetwork, vpcOf } from '../ecs/network/network';
import { NetworkPlan } from '../ecs/plan';
import { problemOf } from '../provenance';
import { planInstances, planInstanceScaling } from './instances';
import { logRetentionOf, notificationsOf, planDeployment, planUpdateTime, variablesOf } from './operations';
import { BeanstalkPlan } from './plan';
import { planPlatform } from './platform';
import { planDaemonQueue } from './queue';
import { planTraffic } from './traffic';

/** Spec and settings → all that is to be known of an environment of Elastic Beanstalk. */
export function planBeanstalkEnvironment(
  document: Document, given: EnvironmentSettings, origins = Origins.NONE,
): Planning<BeanstalkPlan> {
  const settings = withTraffic(document.spec, given);
  const problems: Problem[] = [];
  checkBeanstalk(document, settings, (...problem) => { problems.push(problemOf(origins, ...problem)); });
  if (problems.some(({ rule }) => rule.severity === Severity.ERROR)) return { problems };
  const shape = shapeOf(settings);
  const shaped = withTraffic(document.spec, settingsFor(shape, settings));
  return { problems, plan: planShape(document.spec, shaped, shape, origins) };
}

function planShape(
  spec: DockerrunSpec, settings: TrafficSettings, shape: BeanstalkShape, origins: Origins,
): BeanstalkPlan {
  const { beanstalk = {} } = settings;
  const { platform: chosen, retiredListeners = [], options: native = [], bundleRules = [] } = beanstalk;
  const decisions = new Decisions(origins);
  const platform = planPlatform(chosen, branchFor(spec), decisions);
  const network = shape === 'single' ? planPublicNetwork(settings, decisions) : planNetwork(spec, settings, decisions);
  const capacity = planInstances(settings, decisions);
  const scaling = planInstanceScaling(settings, decisions);
  const deployment = planDeployment(settings, decisions);
  const updateTime = planUpdateTime(settings, decisions);
  planFit(spec, settings, decisions);
  const traffic = planTraffic(spec, settings, shape, decisions);
  const queue = planDaemonQueue(settings.worker, decisions);
  explainNative(native, decisions);
  return {
    target: 'beanstalk', tier: queue ? 'Worker' : 'WebServer', shape, platform, network,
    publicInstances: shape === 'single' || settings.vpcSubnets === 'public',
    ...traffic,
    retiredListeners,
    defaultGroup: planDefaultGroup(beanstalk, decisions),
    bundleRules,
    queue,
    capacity,
    scaling,
    deployment,
    logRetention: logRetentionOf(settings),
    updateTime,
    notifications: notificationsOf(settings),
    variables: variablesOf(settings),
    executionRoleArn: executionRoleOf(spec, settings),
    pulls: pullsOf(spec, settings.images),
    registryAuth: registryAuthOf(spec),
    native,
    decisions: decisions.made,
  };
}

/** A bundle may mean the group that Beanstalk makes, as where it lets the instances in to a file system. */
function planDefaultGroup({ defaultGroup = false }: BeanstalkChoices, decisions: Decisions): boolean {
  if (defaultGroup) {
    decisions.choose('default security group', 'kept', DecisionSource.FILE,
      'The bundle names AWSEBSecurityGroup, which lets in requests on port 80 beside the group of the stack.');
  }
  return defaultGroup;
}

/** A single instance has a public address, so that it needs no other way out. */
function planPublicNetwork(settings: EnvironmentSettings, decisions: Decisions): NetworkPlan {
  const vpc = vpcOf(settings);
  const isGiven = vpc.vpc === 'given';
  decisions.about('vpc').choose('vpc', vpc.vpc, isGiven ? DecisionSource.PROP : DecisionSource.DEFAULT,
    'The single instance stands in a public subnet, with an address of its own and no NAT gateway.');
  return { ...vpc, nat: isGiven ? 'given' : 'none', natGateways: 0, natInstanceType: '', endpoints: [] };
}

function explainNative(native: readonly NativeOption[], decisions: Decisions): void {
  for (const { namespace, name, resource, value, origin } of native) {
    const topic = `${name} of ${namespace}${resource === '' ? '' : ` for ${resource}`}`;
    const shown = secretIn(name, value) === undefined ? value : '***';
    decisions.told(topic, shown, origin, '; Elastic Beanstalk gets it as it is.');
  }
}
