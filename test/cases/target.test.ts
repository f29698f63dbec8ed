import { planBeanstalk } from '../../lib/core/beanstalk';
import { planEcs } from '../../lib/core/plan/ecs/ecs';
import { hasErrors, readDockerrun } from '../../lib/core/reading/read';
import { mendedText, testCases, textOf, Told } from './case';
import { changed, valueAt } from './paths';
import { TargetCase, targetCases } from './stages';

function told(given: TargetCase): Told[] {
  const text = textOf(given);
  const reading = readDockerrun(text, { strict: false, substitutions: {} });
  expect(reading.findings.filter((finding) => hasErrors([finding]))).toEqual([]);
  const prepare = given.target === 'beanstalk' ? planBeanstalk : planEcs;
  const { problems, plan } = prepare(reading.document!, { vpc: false, ...settingsOf(given) });
  const findings = reading.locate(problems);
  expect(plan === undefined).toBe(hasErrors(findings));
  return [{ name: 'Dockerrun.aws.json', text, findings, secrets: reading.secrets }];
}

/** The platform has a version, unless the case is about it. */
function settingsOf({ target, settings = {} }: TargetCase): TargetCase['settings'] {
  if (target !== 'beanstalk') return settings;
  return { ...settings, beanstalk: { platform: { version: '4.9.0' }, ...settings.beanstalk } };
}

testCases(targetCases(), {
  told,
  mend: (given, fixed) => ({
    ...given, ...fixed, ...mendedText(given, fixed), settings: changed(given.settings, fixed.settings),
  }),
  written: (given) => `${textOf(given)} ${JSON.stringify({ ...given.settings, facts: {}, neighbors: [] })}`,
  named: ({ settings = {} }, said) => {
    const paths = said.match(/[\w.[\]]+/g) ?? [];
    return JSON.stringify(paths.map((path) => valueAt(settings, path)));
  },
});
