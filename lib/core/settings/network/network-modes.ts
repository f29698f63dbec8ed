export const NETWORK_MODES = ['bridge', 'awsvpc', 'host', 'none'] as const;
export type NetworkModeName = (typeof NETWORK_MODES)[number];

/** Whether the containers of a task reach each other on localhost and therefore need different ports. */
export function sharesInterface(mode: NetworkModeName | undefined): mode is 'awsvpc' | 'host' {
  return mode === 'awsvpc' || mode === 'host';
}
