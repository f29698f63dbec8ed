import { all, Answers, becomes, below, is, isFalse, lost, unneeded, ONE_OF_EACH, REMOVE } from './answer';

const ROLLOUT = 'the service replaces tasks as the plan says';
const USE_ROLLOUT = 'Say how versions replace each other with scheduling and its minHealthyPercent.';
const BUILDKIT = 'the CDK builds the image, which has no option for it';
const BUILD_YOURSELF = 'Pass the image of the container with the prop images, or push it and name it as image.';
const MOUNT_OWNER = 'a file of the bundle belongs to root and has the mode that it has there';
const READABLE = 'Let the user of the container read it.';
const ADDRESS = 'a container has no address of its own in the bridge network mode';

const DEPLOY: Answers = {
  'mode': lost('this service is one of several in one task', 'Give it a file of its own.', is('replicated', 'global')),
  'endpoint_mode': lost('Amazon ECS has no such choice', REMOVE, is('vip')),
  'replicas': ONE_OF_EACH,
  'labels': lost('they are for the service, not for its containers', 'Use labels, or Tags.of(…) in the app.'),
  'rollback_config': lost(ROLLOUT, USE_ROLLOUT),
  'update_config': lost(ROLLOUT, USE_ROLLOUT),
  'resources': becomes('several fields'),
  'resources.limits': becomes('memory'),
  'resources.limits.cpus': lost(
    'Amazon ECS knows CPU as a share that is reserved and no hard limit on EC2',
    'Reserve a share with deploy.resources.reservations.cpus or cpu_shares.',
  ),
  'resources.limits.memory': becomes('memory'),
  'resources.limits.pids': lost('the agent of Amazon ECS does not hand it to Docker', 'Use ulimits with nproc.'),
  'resources.reservations': becomes('cpu, memoryReservation'),
  'resources.reservations.cpus': becomes('cpu'),
  'resources.reservations.memory': becomes('memoryReservation'),
  'resources.reservations.generic_resources': lost(
    'Amazon ECS knows GPUs only', 'Use devices with the capability gpu.',
  ),
  'resources.reservations.devices': becomes('resourceRequirements'),
  'restart_policy': becomes('restartPolicy, essential'),
  'restart_policy.condition': becomes('restartPolicy, essential'),
  'restart_policy.delay': lost('Amazon ECS waits as long as it finds right', REMOVE),
  'restart_policy.max_attempts': lost('Amazon ECS tries again without end', REMOVE),
  'restart_policy.window': lost('Amazon ECS counts a container as started after 60 seconds', REMOVE),
  'placement': lost('all instances of the cluster are alike', REMOVE),
};

const BUILD: Answers = {
  context: becomes('the folder of an image asset'),
  dockerfile: becomes('the file of an image asset'),
  args: becomes('the buildArgs of an image asset'),
  target: becomes('the target of an image asset'),
  network: becomes('the networkMode of an image asset'),
  platforms: unneeded('the image is built for the architecture of the instances'),
  ...all(['no_cache', 'no_cache_filter', 'pull', 'provenance', 'sbom', 'cache_from', 'cache_to'], unneeded(
    'it changes how the image is built, not what is in it',
  )),
  tags: unneeded('the image is named by what is in it'),
  labels: lost(BUILDKIT, 'Write LABEL in the Dockerfile.'),
  ...all(['ssh', 'secrets', 'dockerfile_inline', 'additional_contexts', 'entitlements', 'extra_hosts', 'isolation',
    'privileged', 'shm_size', 'ulimits'], lost(BUILDKIT, BUILD_YOURSELF)),
};

const PORT: Answers = {
  name: becomes('portMappings[].name'),
  mode: unneeded('every port is one of the instance'),
  host_ip: becomes('whether the port is mapped'),
  target: becomes('portMappings[].containerPort'),
  published: becomes('portMappings[].hostPort'),
  protocol: becomes('portMappings[].protocol'),
  app_protocol: becomes('portMappings[].appProtocol'),
};

const VOLUME: Answers = {
  'type': becomes('the kind of the volume'),
  'source': becomes('volumes[]'),
  'target': becomes('mountPoints[].containerPath'),
  'read_only': becomes('mountPoints[].readOnly'),
  'consistency': unneeded('it is for Docker Desktop'),
  'bind': becomes('volumes[].host'),
  'bind.propagation': lost('the agent of Amazon ECS does not hand it to Docker', REMOVE, is('rprivate', 'private')),
  'bind.create_host_path': unneeded('Docker makes the folder if it is not there'),
  'bind.recursive': lost('the agent of Amazon ECS does not hand it to Docker', REMOVE, is('enabled')),
  'bind.selinux': unneeded('the instances have SELinux in permissive mode'),
  'volume': becomes('volumes[].dockerVolumeConfiguration'),
  'volume.labels': becomes('volumes[].dockerVolumeConfiguration.labels'),
  'volume.nocopy': lost('Docker copies what the image has there', REMOVE, isFalse),
  'volume.subpath': lost('a volume is mounted as a whole', 'Use a volume of its own.'),
  'tmpfs': becomes('linuxParameters.tmpfs'),
  'tmpfs.size': becomes('linuxParameters.tmpfs[].size'),
  'tmpfs.mode': becomes('linuxParameters.tmpfs[].mountOptions'),
  'image': lost('no image can be mounted', 'Copy its files in the Dockerfile: COPY --from.'),
};

const MOUNTED_FILE: Answers = {
  source: becomes('volumes[].host.sourcePath'),
  target: becomes('mountPoints[].containerPath'),
  ...all(['uid', 'gid', 'mode'], lost(MOUNT_OWNER, READABLE)),
};

const GPU: Answers = {
  capabilities: becomes('resourceRequirements[].type'),
  count: becomes('resourceRequirements[].value'),
  driver: unneeded('the instances have that of NVIDIA'),
  device_ids: lost('Amazon ECS picks the devices', 'Use count.'),
  options: lost('Amazon ECS picks the devices', REMOVE),
};

/** What is inside the keys of a service. */
export const NESTED_KEYS: Answers = {
  ...below('deploy.', DEPLOY),
  ...below('deploy.resources.reservations.devices[].', GPU),
  ...below('gpus[].', GPU),
  ...below('build.', BUILD),
  ...below('ports[].', PORT),
  ...below('volumes[].', VOLUME),
  ...below('configs[].', MOUNTED_FILE),
  ...below('secrets[].', MOUNTED_FILE),
  ...below('depends_on.*.', {
    condition: becomes('dependsOn[].condition'),
    required: becomes('dependsOn'),
    restart: lost('Amazon ECS restarts a container by itself', REMOVE, isFalse),
  }),
  ...below('devices[].', {
    source: becomes('linuxParameters.devices[].hostPath'),
    target: becomes('linuxParameters.devices[].containerPath'),
    permissions: becomes('linuxParameters.devices[].permissions'),
  }),
  ...below('env_file[].', {
    path: becomes('environment'), required: becomes('environment'), format: becomes('environment'),
  }),
  ...below('extends.', { service: becomes('all fields'), file: becomes('all fields') }),
  ...below('healthcheck.', {
    test: becomes('healthCheck.command'),
    interval: becomes('healthCheck.interval'),
    timeout: becomes('healthCheck.timeout'),
    retries: becomes('healthCheck.retries'),
    start_period: becomes('healthCheck.startPeriod'),
    start_interval: lost('Amazon ECS has one interval', 'Make interval shorter.'),
    disable: becomes('healthCheck'),
  }),
  ...below('logging.', { driver: becomes('logConfiguration.logDriver'), options: becomes('logConfiguration.options') }),
  ...below('networks.*.', {
    aliases: becomes('links'),
    ...all(
      ['ipv4_address', 'ipv6_address', 'link_local_ips', 'mac_address', 'interface_name'],
      lost(ADDRESS, 'Use the name of ' + 'the service.'),
    ),
    ...all(['driver_opts', 'priority', 'gw_priority'], lost('all containers are in one network', REMOVE)),
    use_service_name_alias: unneeded('links have the name of the service'),
  }),
  ...below('ulimits.*.', { soft: becomes('ulimits[].softLimit'), hard: becomes('ulimits[].hardLimit') }),
};

const ONE_NETWORK = 'all containers of a task are in one network of the instance';

/** What stands beside the services. */
export const TOP_KEYS: Answers = {
  'version': unneeded('it says how the file is read'),
  'name': becomes('the names of images that are built'),
  'include': becomes('the services of other files'),
  'services': becomes('containerDefinitions'),
  'networks': becomes('links'),
  'networks.*': becomes('links'),
  ...below('networks.*.', {
    ...all(
      ['name', 'driver', 'driver_opts', 'ipam', 'internal', 'enable_ipv4', 'enable_ipv6', 'attachable', 'labels'],
      unneeded(ONE_NETWORK),
    ),
    external: lost(
      'containers of other projects are not on the instance',
      'Reach what is in it by the address of a load balancer.',
      isFalse,
    ),
  }),
  'volumes': becomes('volumes'),
  'volumes.*': becomes('volumes[]'),
  ...below('volumes.*.', {
    name: becomes('volumes[].name'),
    driver: becomes('volumes[].dockerVolumeConfiguration.driver'),
    driver_opts: becomes('volumes[].dockerVolumeConfiguration.driverOpts'),
    labels: becomes('volumes[].dockerVolumeConfiguration.labels'),
    external: lost(
      'an instance is new, and has no volume from before',
      'Keep the data outside of instances: DockerrunVolume.efs(…) in the prop volumes.',
      isFalse,
    ),
  }),
  'secrets': becomes('volumes'),
  'secrets.*': becomes('volumes[]'),
  ...below('secrets.*.', {
    file: becomes('volumes[].host.sourcePath'),
    ...all(
      ['environment', 'external', 'driver', 'driver_opts', 'template_driver'],
      lost(
        'an instance has no secrets of Docker',
        'Keep it in AWS Secrets Manager, and pass it as a variable with the prop '
          + 'secrets: { CONTAINER: { NAME: ecs.Secret.fromSecretsManager(…) } }.',
        isFalse,
      ),
    ),
    ...all(['name', 'labels'], unneeded('it has no name on the instance')),
  }),
  'configs': becomes('volumes'),
  'configs.*': becomes('volumes[]'),
  ...below('configs.*.', {
    file: becomes('volumes[].host.sourcePath'),
    ...all(
      ['content', 'environment', 'external', 'template_driver'],
      lost(
        'an instance has no configs of Docker', 'Put the file beside the compose file, and name it as file.', isFalse,
      ),
    ),
    ...all(['name', 'labels'], unneeded('it has no name on the instance')),
  }),
  'models': becomes('services.*.models'),
  'jobs': lost(
    'a task definition has no schedule of its own', 'Run it from the stack: ScheduledEc2Task of aws-ecs-patterns.',
  ),
};

