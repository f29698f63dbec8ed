import { Making, mappingsAt } from './beanstalk-making';
import { nameOf, Resource } from './template';
import { Trail } from './trail';

const DAEMON = 'aws:elasticbeanstalk:sqsd';

/** The daemon of Beanstalk knows no other port. */
const PORT = 80;

const TAKING = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'];

/** From the queue of a worker through the daemon on its instances to the container. */
export function walkWorker(making: Making): Trail[] {
  const { id, options, template } = making;
  const way = new Trail();
  const url = options.value(DAEMON, 'WorkerQueueURL');
  const queue = template.find('AWS::SQS::Queue', url);
  if (url === undefined) way.break(`Environment ${id} leaves its queue to Beanstalk.`);
  way.step(`the daemon of environment ${id} takes messages from ${nameOf(url)}`);
  if (queue) checkQueue(queue, making, way);
  const [mapping] = mappingsAt(PORT, making).filter(({ protocol = 'tcp' }) => protocol === 'tcp');
  way.step(`it posts them to port ${PORT} of its instance, path ${options.text(DAEMON, 'HttpPath', '/')}`);
  if (mapping) {
    way.step(`container ${mapping.name} answers on port ${mapping.containerPort}`);
  } else {
    way.break(
      `The daemon of environment ${id} posts to port ${PORT}, which no container of its Dockerrun.aws.json maps.`,
    );
  }
  return [way];
}

function checkQueue(queue: Resource, making: Making, way: Trail): void {
  const { id, options } = making;
  const [visible, patient] = [
    ['VisibilityTimeout', '300'], ['InactivityTimeout', '299'],
  ].map(([name, usual]) => Number(options.text(DAEMON, name, usual)));
  const own = queue.properties.VisibilityTimeout ?? 30;
  if (own !== visible) {
    way.break(`Queue ${queue.id} shows messages again after ${own} s, but environment ${id} says ${visible} s.`);
  }
  if (patient >= visible) {
    way.break(
      `The daemon of environment ${id} waits ${patient} s for an answer, but messages come back after ${visible} s.`,
    );
  }
  const role = roleOf(making);
  if (!role) return;
  const missing = TAKING.filter((action) => !allows(role, action, queue, making));
  if (missing.length > 0) {
    way.break(
      `Role ${role.id} of the instances of environment ${id} may not use ${missing.join(', ')} on queue ${queue.id}.`,
    );
  } else {
    way.step(`role ${role.id} of the instances may take and delete them`);
  }
}

function roleOf({ options, template }: Making): Resource | undefined {
  const profile = template.find(
    'AWS::IAM::InstanceProfile', options.value('aws:autoscaling:launchconfiguration', 'IamInstanceProfile'),
  );
  return template.find('AWS::IAM::Role', profile?.properties.Roles?.[0]);
}

/** Whether a policy in the template, and not only one of AWS, says so. */
function allows(role: Resource, action: string, queue: Resource, { template }: Making): boolean {
  const policies = template
    .all('AWS::IAM::Policy')
    .filter(({ properties }) => properties.Roles?.some((one: unknown) => nameOf(one) === role.id));
  const statements = policies.flatMap(({ properties }) => properties.PolicyDocument.Statement);
  return statements.some(
    ({ Action, Resource: resource, Effect }: any) =>
      Effect === 'Allow'
      && [Action].flat().includes(action)
      && [resource].flat().some((one) => nameOf(one) === queue.id),
  );
}
