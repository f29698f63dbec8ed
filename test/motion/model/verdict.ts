import { managed } from './beanstalk';
import { collisions, heldPorts } from './collisions';
import { rollOf } from './instances';
import { DEPLOYING } from './services';
import { Template } from './template';
import { Circumstances, Course } from './timeline';
import { Update } from './update';
import { cutRoutes } from './way-out';

/** From best to worst. */
export const KINDS = ['nothing', 'in place', 'rolls', 'replaced', 'outage', 'cannot be deployed'] as const;

/** What becomes of a running environment. */
export interface Verdict {
  readonly kind: (typeof KINDS)[number];
  /** What is replaced, who gets no answer and since when, or why AWS refuses. */
  readonly reasons: readonly string[];
  /** What happens one after the other. */
  readonly steps: readonly string[];
}

const CIRCUMSTANCES: readonly Circumstances[] = (['first', 'last'] as const).flatMap((front) =>
  (['first', 'second'] as const).map((tasks) => ({ front, tasks })),
);

/** Types that hold data, or an address that others know. */
const MATTERING = [
  'AWS::ApiGatewayV2::Api',
  'AWS::CloudFront::Distribution',
  'AWS::DynamoDB::Table',
  'AWS::EC2::VPC',
  'AWS::ECR::Repository',
  'AWS::ECS::Cluster',
  'AWS::EFS::FileSystem',
  'AWS::ElasticBeanstalk::Application',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::KMS::Key',
  'AWS::RDS::DBInstance',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
  'AWS::SQS::Queue',
];

/** What somebody knows that no template says. */
export interface Known {
  /** In which group the tasks are whose versions take turns. */
  readonly tasks?: Circumstances['tasks'];
  /** Whether all images are there for each kind of processor. */
  readonly anyProcessor?: boolean;
}

/** What CloudFormation, the load balancers and Amazon ECS make of an update. */
export function judge(old: Template, next: Template, known: Known = {}): Verdict {
  const update = new Update(old, next);
  if (update.all('created', 'updated', 'replaced', 'deleted').length === 0) {
    return { kind: 'nothing', reasons: [], steps: [] };
  }
  const courses = circumstancesOf(update).filter(({ tasks }) => tasks === (known.tasks ?? tasks))
    .map((circumstances) => new Course(update, { ...circumstances, anyProcessor: known.anyProcessor }));
  const [{ steps }] = courses;
  const verdict = (kind: Verdict['kind'], reasons: readonly string[]): Verdict => ({
    kind,
    reasons: [...new Set(reasons)],
    steps,
  });
  const { refused, outages: stops, replaced: moved, rolls: managedRolls } = managed(update);
  const own = [...collisions(update), ...heldPorts(update), ...refused];
  const failures = [...own, ...courses.flatMap((course) => [...course.failures])];
  if (failures.length > 0) return verdict('cannot be deployed', failures);
  const outages = [...courses.flatMap((course) => course.outages), ...stops, ...cutRoutes(update)];
  if (outages.length > 0) return verdict('outage', outages);
  const replaced = [...replacements(update), ...moved];
  if (replaced.length > 0) return verdict('replaced', replaced);
  const rolling = [...rolls(update), ...managedRolls];
  return rolling.length > 0 ? verdict('rolls', rolling) : verdict('in place', []);
}

/** Where versions do not take turns, it does not matter whose turn it is. */
function circumstancesOf({ old }: Update): readonly Circumstances[] {
  const takeTurns = old
    .of('AWS::ECS::Service')
    .some(({ properties }) => (properties.DeploymentConfiguration?.Strategy ?? 'ROLLING') !== 'ROLLING');
  return takeTurns ? CIRCUMSTANCES : CIRCUMSTANCES.filter(({ tasks }) => tasks === 'first');
}

function replacements(update: Update): string[] {
  const { old, next } = update;
  return update
    .all('replaced', 'deleted')
    .filter((id) => MATTERING.includes(old.get(id)!.type))
    .flatMap((id) => {
      const { type } = old.get(id)!;
      if (update.of(id).kind === 'replaced') return [`${id} (${type}): ${update.of(id).properties.join(', ')}`];
      const others = next.of(type).filter((other) => update.of(other.id).kind === 'created');
      return others.map((other) => `${id} by ${other.id} (${type})`);
    });
}

function rolls(update: Update): string[] {
  return update.all('updated', 'replaced').flatMap((id) => {
    const { kind, properties } = update.of(id);
    const { type } = update.next.get(id)!;
    if (type === 'AWS::AutoScaling::AutoScalingGroup') {
      return kind === 'replaced' || rollOf(update, id) ? [`instances of ${id}`] : [];
    }
    if (type !== 'AWS::ECS::Service') return [];
    return kind === 'replaced' || properties.some((name) => DEPLOYING.includes(name)) ? [`tasks of ${id}`] : [];
  });
}
