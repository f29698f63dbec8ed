import { atMost, choice, integerBetween, integerFrom, name } from '../constraints';
import { command, flag, list, record, text } from '../decoder';
import { Decoded, optional, required, shape } from '../shape';
import { environment, environmentFile, spelled } from './environment';
import { image } from './image';
import { linuxParameters, resourceRequirement, restartPolicy, systemControl, ulimit } from './linux';
import { firelensConfiguration, logConfiguration, secret } from './logging';
import { hostEntry, link, portMapping, searchDomain } from './network';
import { mountPoint, volumeFrom } from './storage';

const healthCheck = shape('an object with command', {
  command: required(list(command)),
  interval: optional(integerBetween(5, 300)),
  timeout: optional(integerBetween(2, 60)),
  retries: optional(integerBetween(1, 10)),
  startPeriod: optional(integerBetween(0, 300)),
});

const dependency = shape('an object with containerName and condition', {
  containerName: required(text),
  condition: required(choice('START', 'COMPLETE', 'SUCCESS', 'HEALTHY')),
}, {}, (word) => `{ "containerName": ${JSON.stringify(word)}, "condition": "START" }`);

/** Every container parameter of Amazon ECS, in the order of the AWS page. */
const fields = {
  name: required(name),
  image: required(image),
  memory: optional(integerFrom(4)),
  memoryReservation: optional(integerFrom(4)),
  portMappings: optional(list(portMapping)),
  repositoryCredentials: optional(
    shape('an object with credentialsParameter', { credentialsParameter: required(text) }),
  ),
  restartPolicy: optional(restartPolicy),
  healthCheck: optional(healthCheck),
  cpu: optional(integerBetween(0, 262144)),
  resourceRequirements: optional(list(resourceRequirement)),
  essential: optional(flag),
  entryPoint: optional(list(command)),
  command: optional(list(command)),
  workingDirectory: optional(text),
  environmentFiles: optional(atMost(10, list(environmentFile))),
  environment: optional(environment),
  secrets: optional(list(secret)),
  disableNetworking: optional(flag),
  links: optional(list(link)),
  hostname: optional(text),
  dnsServers: optional(list(text)),
  dnsSearchDomains: optional(list(searchDomain)),
  extraHosts: optional(list(hostEntry)),
  readonlyRootFilesystem: optional(flag),
  mountPoints: optional(list(mountPoint)),
  volumesFrom: optional(list(volumeFrom)),
  logConfiguration: optional(logConfiguration),
  firelensConfiguration: optional(firelensConfiguration),
  privileged: optional(flag),
  user: optional(text),
  dockerSecurityOptions: optional(list(text)),
  credentialSpecs: optional(atMost(1, list(text))),
  ulimits: optional(list(ulimit)),
  dockerLabels: optional(record(spelled)),
  linuxParameters: optional(linuxParameters),
  dependsOn: optional(list(dependency)),
  startTimeout: optional(integerBetween(2, 120)),
  stopTimeout: optional(integerFrom(2)),
  systemControls: optional(list(systemControl)),
  interactive: optional(flag),
  pseudoTerminal: optional(flag),
  versionConsistency: optional(choice('enabled', 'disabled')),
};

/** As an example of a container. */
export const ONE_CONTAINER =
  '{ "name": "web", "image": "nginx:1.29", "memory": 128, "portMappings": [{ "hostPort": 80, "containerPort": 80 }] }';

/** Keys that people write although they belong elsewhere, with where they belong. */
const misplaced = {
  portMapping: 'Did you mean "portMappings"? Without it the container publishes no port.',
  ports: 'Did you mean "portMappings"? It takes [{ "hostPort": 80, "containerPort": 80 }].',
  Ports: 'Did you mean "portMappings"? It takes [{ "hostPort": 80, "containerPort": 80 }].',
  link: 'Did you mean "links"?',
  mountpoints: 'Did you mean "mountPoints"?',
  depends_on: 'Did you mean "dependsOn"? It takes [{ "containerName": "…", "condition": "START" }].',
  container_name: 'Remove it, or write "name": container_name is a docker-compose key.',
  restart: 'Remove it, or write "restartPolicy": restart is a docker-compose key.',
  build: 'Build the image, push it, and give its name as "image": Amazon ECS builds nothing.',
  sharedMemorySize: 'Move it to "linuxParameters": { "sharedMemorySize": … }.',
  ipcMode: 'Remove it: ipcMode belongs to the task, not to a container, and Beanstalk does not read it there either.',
  family: 'Remove it: the family belongs to the task, not to a container.',
  networkMode: 'Remove it, and choose the mode with the networkMode prop.',
  authentication: 'Move it to the top level of the file.',
  Authentication: 'Move it to the top level of the file, in lower case: "authentication".',
  update: 'Remove it: it is a version 1 key; give the image a new tag instead.',
};

export const container = shape('an object with name and image', fields, misplaced);

/** One container as its author wrote it. */
export type ContainerSpec = Decoded<typeof fields>;
