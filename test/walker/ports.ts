/** Ports of one protocol, both ends included. */
export interface Ports {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}

/** The ports that an instance picks from when the host port is 0. */
const EPHEMERAL = { from: 32768, to: 65535 };

export function onePort(protocol: string, port: number): Ports {
  return { protocol, from: port, to: port };
}

export function ephemeralPorts(protocol: string): Ports {
  return { protocol, ...EPHEMERAL };
}

export function showPorts({ protocol, from, to }: Ports): string {
  if (protocol === '-1') return 'everything';
  return `${protocol} ${from === to ? from : `${from}-${to}`}`;
}

/** Whether the first ports include all of the second. */
export function covers(outer: Ports, inner: Ports): boolean {
  return (
    outer.protocol === '-1' || (outer.protocol === inner.protocol && outer.from <= inner.from && outer.to >= inner.to)
  );
}

/** The transport protocols behind a protocol of a load balancer. */
export function transportsOf(protocol: string | undefined): string[] {
  if (protocol === 'TCP_UDP') return ['tcp', 'udp'];
  return [protocol === 'UDP' ? 'udp' : 'tcp'];
}
