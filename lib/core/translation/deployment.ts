import { BeanstalkChoices, DeploymentSettings } from '../settings/beanstalk';
import { OptionValues } from './option-values';

const COMMAND = 'aws:elasticbeanstalk:command';
const SPLITTING = 'aws:elasticbeanstalk:trafficsplitting';

/** What only an environment of Elastic Beanstalk has a prop for. */
export function beanstalkChoices(values: OptionValues): BeanstalkChoices | undefined {
  return values.object<BeanstalkChoices>({
    deployment: () => deploymentOf(values),
    updateTime: () => values.text('aws:elasticbeanstalk:managedactions', 'PreferredStartTime'),
  });
}

/** The figures of a deployment mean something beside its policy only. */
function deploymentOf(values: OptionValues): DeploymentSettings | undefined {
  const policy = values.choice<DeploymentSettings['policy']>(COMMAND, 'DeploymentPolicy');
  if (policy === undefined) return undefined;
  const inBatches = policy === 'Rolling' || policy === 'RollingWithAdditionalBatch';
  const splits = policy === 'TrafficSplitting';
  return values.object<DeploymentSettings>({
    policy: () => values.choice<DeploymentSettings['policy']>(COMMAND, 'DeploymentPolicy')!,
    batchSize: () => (inBatches ? values.whole(COMMAND, 'BatchSize') : undefined),
    batchIsFixed: () => (inBatches ? isFixed(values) : undefined),
    newVersionPercent: () => (splits ? values.whole(SPLITTING, 'NewVersionPercent') : undefined),
    evaluationMinutes: () => (splits ? values.whole(SPLITTING, 'EvaluationTime') : undefined),
  });
}

function isFixed(values: OptionValues): boolean | undefined {
  const type = values.choice<'Fixed' | 'Percentage'>(COMMAND, 'BatchSizeType');
  return type && type === 'Fixed';
}
