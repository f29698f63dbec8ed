import { FrontPlan } from '../../../core/plan/ecs/plan';

/** The ports that a URL does not have to name. */
const DEFAULT_PORTS = { HTTP: 80, HTTPS: 443 } as const;

/** Where clients find the environment. */
interface Address {
  readonly output: string;
  readonly url: string;
}

/** The names that AWS gives, and the one of the user. */
export interface Names {
  readonly loadBalancer: string;
  /** The URL of the front door, when it is not the load balancer. */
  readonly door?: string;
  readonly domain?: string;
}

/** The addresses of all listeners, the one behind a front door by its name. */
export function addressesOf({ door, listeners }: FrontPlan, { loadBalancer, door: doorUrl, domain }: Names): Address[] {
  const direct = listeners.filter(({ port }) => door.kind === 'load-balancer' || door.listener !== port);
  const host = door.kind === 'load-balancer' ? domain ?? loadBalancer : loadBalancer;
  return [
    ...doorUrl === undefined ? [] : [{ output: 'Url', url: domain === undefined ? doorUrl : `https://${domain}` }],
    ...direct.map(({ port, protocol }) => {
      const suffix = port === DEFAULT_PORTS[protocol] ? '' : `:${port}`;
      return {
        output: port === DEFAULT_PORTS.HTTP && doorUrl === undefined ? 'Url' : `Url${port}`,
        url: `${protocol.toLowerCase()}://${host}${suffix}`,
      };
    }),
  ];
}
