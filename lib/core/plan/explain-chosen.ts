import { Fields, Given } from '../settings/fields/field';
import { isUnresolved, Setting, showSetting } from '../settings/setting';
import { Decisions } from './decision';
import { chose } from './provenance';

/** Says of each prop that was chosen, and about which its row has something to say, what follows from it. */
export function explainChosen<F extends Fields>(fields: F, given: Given<F>, decisions: Decisions): void {
  const settings = given as Readonly<Record<string, Setting<string | number | boolean> | undefined>>;
  for (const [key, { row }] of Object.entries(fields)) {
    const setting = settings[key];
    if (!row.topic || !row.then || setting === undefined || (row.kind === 'amount' && setting === 0)) continue;
    const skipped = isUnresolved(setting)
      ? ' It is known only at deployment, so the checks that need it were skipped.' : '';
    decisions.about(key).chosen(
      row.topic, setting, chose(`${row.then}${skipped}`, row.what),
      showSetting(setting, row.kind === 'GiB' ? ' GiB' : row.kind === 'seconds' ? ' s' : ''),
    );
  }
}
