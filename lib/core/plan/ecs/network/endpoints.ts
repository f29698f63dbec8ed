import {
  BEANSTALK_ENDPOINTS, BEANSTALK_WORKER_ENDPOINTS, INSTANCE_ENDPOINTS, NetworkSettings,
} from '../../../settings/network/network';
import { EnvironmentSettings } from '../../../settings/settings';
import { DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { grantsOf } from '../containers/grants';

export type EndpointSettings = Pick<EnvironmentSettings, 'secrets' | 'registryCredentials' | 'worker' | 'beanstalk'>;

const COST = 'by the hour and zone.';

/** The services of AWS that instances without NAT reach through an endpoint each. */
export function planEndpoints(spec: DockerrunSpec, settings: EndpointSettings, decisions: Decisions): string[] {
  const { services, uses } = needsOf(spec, settings);
  const endpoints = [...new Set([...everywhere(settings), ...services])];
  const isBeanstalk = settings.beanstalk !== undefined;
  const first = isBeanstalk ? 'take commands, say how they are' : 'register';
  const free = isBeanstalk && settings.worker ? 's3 and dynamodb' : 's3';
  decisions.choose(
    'vpc endpoints',
    endpoints.join(', '),
    DecisionSource.DERIVED,
    `Without NAT, instances ${[first, 'pull', 'log', ...uses].join(', ')} and open shells through them; all but `
      + `${free} cost ${COST}`,
  );
  return endpoints;
}

/** What each instance needs, whatever it runs. */
function everywhere({ beanstalk, worker }: EndpointSettings): readonly string[] {
  if (!beanstalk) return INSTANCE_ENDPOINTS;
  return worker ? [...BEANSTALK_ENDPOINTS, ...BEANSTALK_WORKER_ENDPOINTS] : BEANSTALK_ENDPOINTS;
}

/** The endpoints that one more service needs beside those of every instance. */
export function planAddedEndpoints(
  spec: DockerrunSpec, settings: EndpointSettings & Partial<NetworkSettings>, decisions: Decisions,
): string[] {
  const { services, uses } = needsOf(spec, settings);
  if (settings.vpc || settings.nat?.kind !== 'none' || services.length === 0) return [];
  decisions.choose(
    'vpc endpoints',
    services.join(', '),
    DecisionSource.DERIVED,
    `Without NAT, it has to ${uses.join(' and ')} through them, beside those of every instance; they cost ${COST}`,
  );
  return services;
}

/** What the endpoints of every instance do not lead to. */
function needsOf(spec: DockerrunSpec, settings: EndpointSettings): { services: string[]; uses: string[] } {
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
