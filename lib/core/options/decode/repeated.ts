import { Report } from '../../finding/rule';
import { JsonObject } from '../../syntax/json-tree';
import { repeatedSection } from '../rules/read';

/** Reports keys that stand twice in one object. JSON reports them by itself, as an error. */
export function reportRepeated({ members }: JsonObject, report: Report): void {
  const seen = new Set<string>();
  for (const { key, place } of members) {
    if (seen.has(key)) {
      report(
        repeatedSection, place, 'stands here a second time; Beanstalk keeps one of the two.',
        'Join the two under one key.',
      );
    }
    seen.add(key);
  }
}
