import {
  BEANSTALK_ENDPOINTS, BEANSTALK_WORKER_ENDPOINTS, INSTANCE_ENDPOINTS,
} from '../settings/network/network';
import { EnvironmentSettings } from '../settings/settings';
import { grantsOf } from '../spec/grants';
import { DockerrunSpec } from '../spec/model';

export type EndpointSettings = Pick<EnvironmentSettings, 'secrets' | 'registryCredentials' | 'worker' | 'beanstalk'>;

/** The services of AWS that instances without a way out reach through an endpoint each. */
export function endpointsOf(spec: DockerrunSpec, settings: EndpointSettings): string[] {
  return [...new Set([...everywhere(settings), ...endpointNeeds(spec, settings).services])];
}

/** What each instance needs, whatever it runs. */
function everywhere({ beanstalk, worker }: EndpointSettings): readonly string[] {
  if (!beanstalk) return INSTANCE_ENDPOINTS;
  return worker ? [...BEANSTALK_ENDPOINTS, ...BEANSTALK_WORKER_ENDPOINTS] : BEANSTALK_ENDPOINTS;
}

/** What the endpoints of every instance do not lead to. */
export function endpointNeeds(
  spec: DockerrunSpec, settings: EndpointSettings,
): { services: string[]; uses: string[] } {
  const needs = [
    ...hasSecrets(spec, settings) ? [{ service: 'secretsmanager', use: 'read secrets' }] : [],
    ...settings.worker ? [{ service: 'sqs', use: 'take messages' }] : [],
  ];
  return { services: needs.map(({ service }) => service), uses: needs.map(({ use }) => use) };
}

/**
 * Whether the agent asks Secrets Manager for something. A secret of the props may as well be a parameter, which cannot
 * be told.
 */
function hasSecrets(
  spec: DockerrunSpec, { secrets = {}, registryCredentials = [], beanstalk }: EndpointSettings,
): boolean {
  const given = [...Object.values(secrets), registryCredentials, beanstalk?.environmentSecrets ?? []];
  return given.some((names) => names.length > 0) || grantsOf(spec).some(({ kind }) => kind === 'secret');
}
