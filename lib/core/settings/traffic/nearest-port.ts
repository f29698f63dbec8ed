/** The port that was probably meant: the one numerically closest. `ports` must not be empty. */
export function nearestPort(wanted: number, ports: readonly number[]): number {
  return ports.reduce((best, port) => (Math.abs(port - wanted) < Math.abs(best - wanted) ? port : best));
}
