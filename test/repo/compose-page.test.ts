import { join } from 'node:path';
import { CONVERTERS, PROJECT_KEYS } from '../../lib/core/compose/convert';
import { COMPOSE_KEYS, keysIn } from '../../lib/core/compose/keys';
import { composePage } from './compose-page';

/**
 * The attributes that the pages of the Compose specification have a section for, written down from these pages by hand.
 *
 * https://docs.docker.com/reference/compose-file/services/ and its neighbors, November 2026
 */
const SPECIFICATION: Readonly<Record<string, string>> = {
  '': 'version name include services models networks volumes configs secrets',
  'services.*': 'annotations attach build blkio_config cpu_count cpu_percent cpu_shares cpu_period cpu_quota cpu_rt_runtime '
    + 'cpu_rt_period cpus cpuset cap_add cap_drop cgroup cgroup_parent command configs container_name credential_spec depends_on '
    + 'deploy develop device_cgroup_rules devices dns dns_opt dns_search domainname driver_opts entrypoint env_file environment '
    + 'expose extends external_links extra_hosts gpus group_add healthcheck hostname image init ipc isolation labels label_file '
    + 'links logging mac_address mem_limit mem_reservation mem_swappiness memswap_limit models network_mode networks '
    + 'oom_kill_disable oom_score_adj pid pids_limit platform ports post_start pre_stop privileged profiles provider pull_policy '
    + 'read_only restart runtime scale secrets security_opt shm_size stdin_open stop_grace_period stop_signal storage_opt '
    + 'sysctls tmpfs tty ulimits use_api_socket user userns_mode uts volumes volumes_from working_dir',
  'services.*.build': 'additional_contexts args cache_from cache_to context dockerfile dockerfile_inline entitlements extra_hosts '
    + 'isolation labels network no_cache platforms privileged provenance pull sbom secrets ssh shm_size tags target ulimits',
  'services.*.deploy': 'endpoint_mode labels mode placement replicas resources restart_policy rollback_config update_config',
  'services.*.deploy.resources': 'limits reservations',
  'services.*.deploy.resources.limits': 'cpus memory pids',
  'services.*.deploy.resources.reservations': 'cpus memory devices',
  'services.*.deploy.resources.reservations.devices[]': 'capabilities driver count device_ids options',
  'services.*.deploy.restart_policy': 'condition delay max_attempts window',
  'services.*.depends_on.*': 'restart condition required',
  'services.*.healthcheck': 'test interval timeout retries start_period start_interval disable',
  'services.*.ports[]': 'target published host_ip protocol app_protocol mode name',
  'services.*.volumes[]': 'type source target read_only bind volume tmpfs image consistency',
  'services.*.volumes[].bind': 'propagation create_host_path selinux',
  'services.*.volumes[].volume': 'nocopy subpath',
  'services.*.volumes[].tmpfs': 'size mode',
  'services.*.networks.*': 'aliases interface_name ipv4_address ipv6_address link_local_ips mac_address driver_opts gw_priority priority',
  'services.*.configs[]': 'source target uid gid mode',
  'services.*.secrets[]': 'source target uid gid mode',
  'services.*.env_file[]': 'path required format',
  'services.*.logging': 'driver options',
  'services.*.extends': 'service file',
  'networks.*': 'attachable driver driver_opts enable_ipv4 enable_ipv6 external internal ipam labels name',
  'volumes.*': 'driver driver_opts external labels name',
  'configs.*': 'file environment content external name',
  'secrets.*': 'file environment external name',
};

test('docs/guide/compose.md says what the table says', () => {
  expect(composePage()).toMatchGolden(join(__dirname, '..', '..', 'docs', 'guide', 'compose.md'));
});

test.each(Object.entries(SPECIFICATION))('every attribute of %s has an answer', (path, attributes) => {
  expect(attributes.split(' ').filter((key) => !keysIn(path).includes(key))).toEqual([]);
});

test('every key of a service that becomes something is converted, and no other', () => {
  const becoming = Object.entries(COMPOSE_KEYS).flatMap(([path, { kind }]) =>
    kind === 'becomes' && /^services\.\*\.[a-z_]+$/.test(path) ? [path.slice('services.*.'.length)] : []);
  expect([...Object.keys(CONVERTERS), ...PROJECT_KEYS].sort()).toEqual(becoming.sort());
});
