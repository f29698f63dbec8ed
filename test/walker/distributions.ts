import { Door } from './door';
import { nameOf, portOf, Resource, Template } from './template';
import { Trail } from './trail';

/** The behaviors of every CloudFront distribution. */
export function distributionDoors(template: Template): Door[] {
  return template.all('AWS::CloudFront::Distribution').flatMap((distribution) => {
    const { DefaultCacheBehavior, CacheBehaviors = [] } = distribution.properties.DistributionConfig;
    return [DefaultCacheBehavior, ...CacheBehaviors].map((behavior) => behaviorDoor(template, distribution, behavior));
  });
}

function behaviorDoor(template: Template, { id, properties }: Resource, behavior: any): Door {
  const { Origins = [], Aliases = [], ViewerCertificate } = properties.DistributionConfig;
  const trail = new Trail();
  const label = `distribution ${id}`;
  const door: Door = { id, label, trail, securityGroups: [], vpcs: [] };
  trail.step(`clients call ${label}`);
  if (Aliases.length > 0 && ViewerCertificate?.AcmCertificateArn === undefined) {
    trail.break(`Distribution ${id} has other names, but no certificate for them.`);
  }
  const origin = Origins.find((other: any) => other.Id === behavior.TargetOriginId);
  const balancer = origin && template.find('AWS::ElasticLoadBalancingV2::LoadBalancer', origin.DomainName);
  if (!balancer) {
    trail.break(
      `Distribution ${id} leads to ${nameOf(origin?.DomainName ?? behavior.TargetOriginId)}, which is no load `
        + 'balancer of the template.',
    );
    return door;
  }
  if (balancer.properties.Scheme === 'internal') {
    trail.break(`Distribution ${id} comes from the internet, but load balancer ${balancer.id} is internal.`);
  }
  const listener = listenerOf(template, balancer, origin, trail, id);
  return { ...door, listener: listener?.id, headers: headersOf(origin, trail, id) };
}

function listenerOf(
  template: Template, balancer: Resource, origin: any, trail: Trail, id: string,
): Resource | undefined {
  const { OriginProtocolPolicy, HTTPPort = 80, HTTPSPort = 443 } = origin.CustomOriginConfig ?? {};
  const speaks = OriginProtocolPolicy === 'http-only' ? 'HTTP' : 'HTTPS';
  const port = portOf(speaks === 'HTTP' ? HTTPPort : HTTPSPort);
  const found = template
    .all('AWS::ElasticLoadBalancingV2::Listener')
    .find(({ properties }) => nameOf(properties.LoadBalancerArn) === balancer.id && portOf(properties.Port) === port);
  if (!found) {
    trail.break(`Distribution ${id} connects to port ${port}, where load balancer ${balancer.id} has no listener.`);
  }
  if (found && found.properties.Protocol !== speaks) {
    trail.break(`Distribution ${id} speaks ${speaks}, but listener ${found.id} speaks ${found.properties.Protocol}.`);
  }
  return found;
}

function headersOf(origin: any, trail: Trail, id: string): ReadonlyMap<string, unknown> {
  const sent: any[] = origin.OriginCustomHeaders ?? [];
  const headers = new Map<string, unknown>(
    sent.map(({ HeaderName, HeaderValue }) => [HeaderName.toLowerCase(), HeaderValue]),
  );
  for (const [name, value] of headers) {
    const isSecret = JSON.stringify(value).includes('{{resolve:secretsmanager:');
    if (!isSecret) {
      trail.break(`Distribution ${id} shows the value of header ${name} to everybody who reads the template.`);
    }
  }
  return headers;
}
