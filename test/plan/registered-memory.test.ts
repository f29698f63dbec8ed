import { fitOf } from '../../lib/core/settings/instances/types/fit';
import { instanceTypeOf } from '../../lib/core/settings/instances/types/instance-type';
import { SEEN } from '../../lib/core/settings/instances/types/registered-memory';
import { container, planning } from './helpers';

/* For each type whose registered memory was seen: what is said of a task at that figure, above it, and above the nominal one. */
function saidOf(name: string, memory: number): { readonly code: string; readonly severity: string; readonly hint: string }[] {
  const { problems } = planning({ instanceType: name }, [container('web', { memory, portMappings: [{ hostPort: 80, containerPort: 80 }] })]);
  return problems.filter(({ rule: { code } }) => code.startsWith('DR406')).map(({ rule: { code, severity }, hint }) => ({ code, severity, hint }));
}

const WARNED = { code: 'DR4061', severity: 'warning' };
const REFUSED = { code: 'DR4060', severity: 'error' };
const LARGEST = ['t2.2xlarge', 'm5.24xlarge', 'c5.18xlarge'];

test.each(Object.entries(SEEN))('%s registers %d MiB', (name, seen) => {
  const nominal = instanceTypeOf(name)!.memoryMiB;
  expect(saidOf(name, seen)).toEqual([]);
  const said = [seen + 1, nominal, nominal + 1].flatMap((memory) => saidOf(name, memory));
  expect(said).toMatchObject([WARNED, WARNED, REFUSED]);
  for (const { hint } of said) {
    const [, larger] = /^Set instanceType to (\S+), or lower/.exec(hint) ?? [];
    expect(larger === undefined ? LARGEST : [larger]).toContain(larger ?? name);
    const demand = { memoryMiB: nominal + 1, cpuUnits: 0, networkInterfaces: 0, gpus: 0 };
    if (larger !== undefined) expect(fitOf([demand], instanceTypeOf(larger)!).memory).toBe('fits');
  }
});

test('each of the figures of the list was tried', () => {
  expect(Object.keys(SEEN).length).toBe(25);
});
