import { check, CheckedApp } from '../checks';
import { encrypts } from '../laws/encryption';
import { avoidsCode } from '../laws/forbidden';
import { opensListenersOnly } from '../laws/ingress';
import { Law } from '../laws/law';
import { keepsLogs, logsOrSaysWhy } from '../laws/logging';
import { guardsMetadata } from '../laws/metadata';
import { deletesInOrder } from '../laws/order';
import { statesRollouts } from '../laws/rollout';
import { EXAMPLE_NAMES, exampleOf } from './all-examples';

/*
 * What holds for every template of every folder of examples. test/laws/broken.test.ts shows that each law can be broken.
 */
const LAWS: readonly [string, Law][] = [
  ['is deleted in an order that works', deletesInOrder],
  ['states how many serve during a change', statesRollouts],
  ['guards the metadata service of instances', guardsMetadata],
  ['encrypts what it keeps', encrypts],
  ['keeps logs, and not forever', keepsLogs],
  ['has no code, no hooks and no launch configuration', avoidsCode],
  ['opens the ports of public listeners to the world, and no other', opensListenersOnly],
];

describe.each(EXAMPLE_NAMES)('examples/%s', (name) => {
  let checked: CheckedApp;
  beforeAll(() => { checked = check(exampleOf(name, {})); });

  test.each(LAWS)('%s', (_, law) => {
    expect(Object.values(checked.templates).length).toBeGreaterThan(0);
    expect(Object.values(checked.templates).flatMap(law)).toEqual([]);
  });

  test('records requests and connections, or says why not', () => {
    expect(logsOrSaysWhy(checked)).toEqual([]);
  });
});
