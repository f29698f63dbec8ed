import { INSTANCE_ENDPOINTS, NetworkSettings } from '../settings/network';
import { EcsSettings } from '../settings/settings';
import { DockerrunSpec } from '../spec/model';
import { Decisions, DecisionSource } from './decision';
import { grantsOf } from './grants';

export type EndpointSettings = Pick<EcsSettings, 'secrets' | 'registryCredentials' | 'worker'>;

const COST = 'by the hour and zone.';

/** The services of AWS that instances without NAT reach through an endpoint each. */
export function planEndpoints(spec: DockerrunSpec, settings: EndpointSettings, decisions: Decisions): string[] {
  const { services, uses } = needsOf(spec, settings);
  const endpoints = [...INSTANCE_ENDPOINTS, ...services];
  decisions.choose('vpc endpoints', endpoints.join(', '), DecisionSource.DERIVED,
    `Without NAT, instances register, pull, log${uses.map((use) => `, ${use}`).join('')} and open shells through them; all but s3 cost ${COST}`);
  return endpoints;
}

/** The endpoints that one more service needs beside those of every instance. */
export function planAddedEndpoints(spec: DockerrunSpec, settings: EndpointSettings & Partial<NetworkSettings>, decisions: Decisions): string[] {
  const { services, uses } = needsOf(spec, settings);
  if (settings.ownVpc !== false || settings.nat?.kind !== 'none' || services.length === 0) return [];
  decisions.choose('vpc endpoints', services.join(', '), DecisionSource.DERIVED,
    `Without NAT, it has to ${uses.join(' and ')} through them, beside those of every instance; they cost ${COST}`);
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

/** Whether the agent asks Secrets Manager for something. A secret of the props may as well be a parameter, which cannot be told. */
function hasSecrets(spec: DockerrunSpec, { secrets = {}, registryCredentials = [] }: EndpointSettings): boolean {
  const given = Object.values(secrets).some((variables) => variables.length > 0) || registryCredentials.length > 0;
  return given || grantsOf(spec).some(({ kind }) => kind === 'secret');
}
