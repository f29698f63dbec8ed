import { endpointNeeds, endpointsOf, EndpointSettings } from '../../../rules/needed-endpoints';
import { NetworkSettings } from '../../../settings/network/network';
import { DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';

const COST = 'by the hour and zone.';

/** The services of AWS that instances without NAT reach through an endpoint each. */
export function planEndpoints(spec: DockerrunSpec, settings: EndpointSettings, decisions: Decisions): string[] {
  const { uses } = endpointNeeds(spec, settings);
  const endpoints = endpointsOf(spec, settings);
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

/** The endpoints that one more service needs beside those of every instance. */
export function planAddedEndpoints(
  spec: DockerrunSpec, settings: EndpointSettings & Partial<NetworkSettings>, decisions: Decisions,
): string[] {
  const { services, uses } = endpointNeeds(spec, settings);
  if (settings.vpc || settings.nat?.kind !== 'none' || services.length === 0) return [];
  decisions.choose(
    'vpc endpoints',
    services.join(', '),
    DecisionSource.DERIVED,
    `Without NAT, it has to ${uses.join(' and ')} through them, beside those of every instance; they cost ${COST}`,
  );
  return services;
}
