import { HTTPS_PORT, LISTENER_PORT } from '../settings/constants';
import { ListenerSettings, RuleSettings } from '../settings/settings';
import { RedirectSettings, SAME } from '../settings/traffic/action';
import { rulePriority } from '../settings/traffic/rule-priority';
import { fits } from './wildcards';

/** What decides on a request: a rule, or its listener when no rule takes it. */
type Owner = ListenerSettings | RuleSettings;

/** A request as far as it decides on redirects, and as far as these change it. */
interface Request {
  readonly listener: ListenerSettings;
  readonly host: string;
  readonly path: string;
}

/** Where requests come from that a front door passes on: HTTPS, and HTTP too if it sends that there by itself. */
interface Door {
  readonly listener: ListenerSettings;
  readonly takesHttp: boolean;
}

/** Clients give up when they are sent elsewhere more often, or to a longer path. */
const MAX_REDIRECTS = 20;
const MAX_PATH = 8192;

/** Stands for text that fits wildcards only. */
const ANY = '\0'.repeat(8);

/** The redirects of a load balancer, played through with requests that stand for all others. */
export class Redirects {
  private readonly rules: ReadonlyMap<ListenerSettings, readonly RuleSettings[]>;

  /**
   * @param listeners those for requests
   * @param isSecure whether clients speak HTTPS with a listener
   * @param leadsToHttps whether port 80 leads to port 443 without a listener of its own
   * @param door what stands before one of the listeners, if anything does
   */
  constructor(
    private readonly listeners: readonly ListenerSettings[],
    private readonly isSecure: (listener: ListenerSettings) => boolean,
    private readonly leadsToHttps: boolean,
    private readonly door?: Door,
  ) {
    this.rules = new Map(
      listeners.map((listener) => {
        const ranked = (listener.rules ?? [])
          .map((rule) => ({ rule, priority: rulePriority(rule) }))
          .sort((a, b) => a.priority - b.priority);
        return [listener, ranked.map(({ rule }) => rule)];
      }),
    );
  }

  /** Whether every request that comes to a redirect comes back to it until the client gives up. */
  isCircle(listener: ListenerSettings, owner: Owner): boolean {
    const requests = this.requestsTo(listener, owner).filter((request) => this.ownerOf(request) === owner);
    return requests.length > 0 && requests.every((request) => this.comesBack(request, owner));
  }

  private requestsTo(listener: ListenerSettings, owner: Owner): Request[] {
    const conditions: RuleSettings = owner === listener ? { hostHeaders: [ANY, ...hostsOf(listener)] } : owner;
    const { pathPatterns = [], hostHeaders = [] } = conditions;
    const paths = pathPatterns.length > 0 ? pathPatterns : [`/${ANY}`];
    const hosts = hostHeaders.length > 0 ? hostHeaders : [ANY];
    return hosts.flatMap((host) =>
      paths.map((path) => ({ listener, host: example(host.toLowerCase()), path: example(path) })),
    );
  }

  private comesBack(start: Request, owner: Owner): boolean {
    let [request, returned] = [start, false];
    for (let count = 0; count < MAX_REDIRECTS && request.path.length < MAX_PATH; count++) {
      const { action } = this.ownerOf(request);
      const next = action?.kind === 'redirect' ? this.follow(request, action) : undefined;
      if (!next) return false;
      returned ||= this.ownerOf(next) === owner;
      if (next.listener === request.listener && next.host === request.host && next.path === request.path) break;
      request = next;
    }
    return returned;
  }

  private ownerOf({ listener, host, path }: Request): Owner {
    const takes = ({ hostHeaders = [], pathPatterns = [] }: RuleSettings) =>
      (hostHeaders.length === 0 || hostHeaders.some((pattern) => fits(pattern.toLowerCase(), host)))
      && (pathPatterns.length === 0 || pathPatterns.some((pattern) => fits(pattern, path)));
    return this.rules.get(listener)!.find(takes) ?? listener;
  }

  /** The next request, unless it goes elsewhere. Another host is known to lead here only if a rule names it. */
  private follow(
    request: Request, { protocol, port, host = SAME.host, path = SAME.path }: RedirectSettings,
  ): Request | undefined {
    const secure = protocol === undefined ? this.isSecure(request.listener) : protocol === 'HTTPS';
    const usualPort = secure ? HTTPS_PORT : LISTENER_PORT;
    const toPort = port ?? (protocol === undefined ? request.listener.port : usualPort);
    const listener =
      this.door?.listener === request.listener
        ? this.throughDoor(this.door, toPort, secure)
        : this.listenerOn(toPort, secure);
    if (!listener) return undefined;
    const next = { listener, host: filled(host, request).toLowerCase(), path: filled(path, request) };
    const { hostHeaders = [] }: RuleSettings = this.ownerOf(next);
    return next.host === request.host || hostHeaders.length > 0 ? next : undefined;
  }

  /** The client knows the name of the front door only, so that it comes back through it or not at all. */
  private throughDoor({ listener, takesHttp }: Door, port: number, secure: boolean): ListenerSettings | undefined {
    return (secure && port === HTTPS_PORT) || (takesHttp && !secure && port === LISTENER_PORT) ? listener : undefined;
  }

  private listenerOn(port: number, secure: boolean): ListenerSettings | undefined {
    const found = this.listeners.find((listener) => listener.port === port);
    if (found) return this.isSecure(found) === secure ? found : undefined;
    return this.leadsToHttps && port === LISTENER_PORT && !secure ? this.listenerOn(HTTPS_PORT, true) : undefined;
  }
}

function hostsOf({ rules = [] }: ListenerSettings): string[] {
  return rules.flatMap(({ hostHeaders = [] }) => hostHeaders);
}

/** A text that fits a pattern. */
function example(pattern: string): string {
  return pattern.replaceAll('*', ANY).replaceAll('?', ANY[0]);
}

/** The setting of a redirect with the parts of the request in it. */
function filled(text: string, { host, path }: Request): string {
  return text.replaceAll('#{host}', () => host).replaceAll('#{path}', () => path.slice(1));
}
