import { table } from '../../finding/table';

/** What becomes of a key of a task definition beside its containers and volumes. */
export type TaskAnswer =
  | { readonly kind: 'becomes'; readonly setting: string }
  | { readonly kind: 'unneeded'; readonly because: string }
  | { readonly kind: 'lost'; readonly because: string; readonly edit: string };

const becomes = (setting: string): TaskAnswer => ({ kind: 'becomes', setting });
const unneeded = (because: string): TaskAnswer => ({ kind: 'unneeded', because });
const lost = (because: string, edit: string): TaskAnswer => ({ kind: 'lost', because, edit });

const DESCRIBED = unneeded('Amazon ECS says it of a revision that is there');

/** Every key of RegisterTaskDefinition and of what DescribeTaskDefinition says beside it. */
export const TASK_KEYS = table<TaskAnswer>({
  containerDefinitions: becomes('containerDefinitions'),
  volumes: becomes('volumes'),
  executionRoleArn: becomes('executionRole'),
  taskRoleArn: becomes('taskRole'),
  networkMode: becomes('networkMode'),
  memory: becomes('memoryReservation of each container that says none'),
  cpu: lost('the CPU of a whole task is for Fargate', 'Write "cpu" in each container.'),
  family: unneeded('the stack names the task definition'),
  requiresCompatibilities: unneeded('the instances are EC2 instances'),
  runtimePlatform: lost('the instances decide on it', 'Choose instances of that architecture: instanceType.'),
  placementConstraints: lost('all instances of the cluster are alike', 'Remove it.'),
  pidMode: lost('the stack has no prop for it', 'Set it on the task definition in the app: addPropertyOverride.'),
  ipcMode: lost('the stack has no prop for it', 'Set it on the task definition in the app: addPropertyOverride.'),
  proxyConfiguration: lost('it is for AWS App Mesh, which AWS retires', 'Use Service Connect.'),
  inferenceAccelerators: lost('AWS retired Elastic Inference', 'Remove it.'),
  ephemeralStorage: lost('it is for Fargate', 'Choose the size of the disk with rootVolumeSize.'),
  enableFaultInjection: lost('the stack has no prop for it', 'Set it on the task definition in the app: addPropertyOverride.'),
  tags: lost('the stack tags what it makes', 'Write Tags.of(environment).add(…) in the app.'),
  taskDefinitionArn: DESCRIBED,
  revision: DESCRIBED,
  status: DESCRIBED,
  requiresAttributes: DESCRIBED,
  compatibilities: DESCRIBED,
  registeredAt: DESCRIBED,
  registeredBy: DESCRIBED,
  deregisteredAt: DESCRIBED,
  deleteRequestedAt: DESCRIBED,
});
