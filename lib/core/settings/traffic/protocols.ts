/** What the listeners of a Network Load Balancer speak. It passes connections on without looking into them. */
export const NETWORK_PROTOCOLS = ['TCP', 'TLS', 'UDP', 'TCP_UDP'] as const;
export type NetworkProtocol = (typeof NETWORK_PROTOCOLS)[number];

/** What clients may speak with a listener. */
export const LISTENER_PROTOCOLS = ['HTTP', 'HTTPS', ...NETWORK_PROTOCOLS] as const;
export type ListenerProtocol = (typeof LISTENER_PROTOCOLS)[number];

interface Speaking {
  readonly protocol?: ListenerProtocol;
}

/** Whether what clients speak is passed on without looking into it. */
export function isNetworkProtocol(protocol: string | undefined): protocol is NetworkProtocol {
  return (NETWORK_PROTOCOLS as readonly unknown[]).includes(protocol);
}

/** Whether a listener passes connections on instead of requests, so that it stands on a Network Load Balancer. */
export function isNetwork<T extends Speaking>(listener: T): listener is T & { readonly protocol: NetworkProtocol } {
  return isNetworkProtocol(listener.protocol);
}

/** Whether a listener may have certificates. Without a protocol, they decide on it. */
export function takesCertificates({ protocol }: Speaking): boolean {
  return protocol === undefined || protocol === 'HTTPS' || protocol === 'TLS';
}
