import { Finding, Severity } from '../finding/finding';
import { Problem, Rule } from '../finding/rule';
import { findNamespace } from '../options/catalogue';
import { EnvironmentFacts } from '../options/environment-facts';
import { BundleResource, USUAL_LISTENER } from '../options/resources';
import { OptionContext, OptionRule } from '../options/rules/option-rule';
import { otherLoadBalancer } from '../options/rules/other-load-balancer';
import { otherPlatform } from '../options/rules/other-platform';
import { otherTier } from '../options/rules/other-tier';
import { retiredOption } from '../options/rules/retired-option';
import { unknownNamespace } from '../options/rules/unknown-namespace';
import { unknownOption } from '../options/rules/unknown-option';
import { stackResource } from '../options/sections/stack-resource';
import { keyOf, OptionKey, OptionSetting, OptionSource, originOf, withOption } from '../options/setting';
import { NativeOption } from '../settings/beanstalk/beanstalk';
import { LISTENER_PORT } from '../settings/constants';
import { translateOptions, Translation } from '../translation';
import { SettingProblem } from '../translation/account';
import { GivenProps, NOTHING_GIVEN } from '../translation/given';
import { functionBehindOption } from '../translation/rules';
import { TranslationTarget } from '../translation/target';
import { onBeanstalk } from './bundle-options';
import { bundleRules, FileProblem, MadeEnvironment, namesDefaultGroup, resourceProblems } from './bundle-resources';
import { sortFindings } from './read';
import { FileFindings, OptionInput, OptionReading, readOptions } from './read-options';
import { shippedBy, stayingProblems } from './shipped-options';

/** Option settings as settings of the target, and all there is to say about them. */
export interface TranslatedOptions extends Omit<Translation, 'native' | 'problems'> {
  /** What Elastic Beanstalk gets as it is. */
  readonly native: readonly NativeOption[];
  /** The findings of reading and of translating. */
  readonly files: readonly FileFindings[];
  /** Whether the files say that the environment takes its work from a queue. */
  readonly isWorker: boolean;
  /** All findings, once it is known which options the template sets. */
  readonly besideTemplate: (made?: MadeEnvironment) => readonly FileFindings[];
}

/** Rules about options that an environment has no use for. */
const APPLICABILITY: readonly OptionRule[] = [otherPlatform, otherTier, otherLoadBalancer];

/** What may be there when nobody but us reads it. Elastic Beanstalk refuses the whole configuration for it. */
const REFUSED: readonly Rule[] = [unknownNamespace, unknownOption];

/** Everything that may hold option settings → what the target is told. `read` is what was read of it already. */
export function translateInput(
  input: OptionInput, given: GivenProps, target: TranslationTarget, read = readOptions(input),
): TranslatedOptions {
  const isWorker = read.environment.tier === 'worker';
  const all = isWorker && !given.worker ? { ...given, worker: ['consumer'] } : given;
  const reading = target === 'beanstalk' ? readOptions(onBeanstalk(input, all)) : read;
  return { ...translateReading(reading, all, target), isWorker };
}

/** What was read → what the target is told. */
export function translateReading(
  reading: OptionReading, given: GivenProps = NOTHING_GIVEN, target: TranslationTarget = 'ecs',
): Omit<TranslatedOptions, 'isWorker'> {
  const redirect = reading.resources.flatMap(({ source, resources }) =>
    resources
      .filter(({ redirectsTo, name }) => redirectsTo !== undefined && (target === 'ecs' || name === USUAL_LISTENER))
      .map((resource) => ({ source, resource })),
  ).at(-1);
  const { problems, native, ...translated } = translateOptions(
    reading.settings, given, target, redirect?.resource.redirectsTo,
  );
  const isRead = isRedirectRead(translated.settings, given);
  const lost = redirect && target === 'ecs' && !isRead ? [lostRedirect(redirect)] : [];
  const found = withFileProblems(reading, withProblems(reading, reading.files, problems), lost);
  const files = target === 'beanstalk' ? found.map(refuse) : found;
  return {
    ...translated,
    settings: target === 'beanstalk' ? withBundle(translated.settings, reading) : translated.settings,
    native: native.filter((setting) => applies(setting, reading.environment)).map(toNative),
    files,
    besideTemplate: (made) => (made
      ? withFileProblems(
        reading, besideTemplate(reading, files, made.options),
        [...resourceProblems(reading.resources, made), ...stayingProblems(problems, made)],
      )
      : files),
  };
}

/** What files say of the environment beside their options. */
function withBundle(
  settings: Translation['settings'], { environment: { platform }, resources, settings: read }: OptionReading,
): Translation['settings'] {
  const rules = bundleRules(resources);
  return {
    ...settings,
    beanstalk: {
      ...settings.beanstalk,
      shipped: shippedBy(read),
      ...(platform && { platform }),
      ...(rules.length > 0 && { bundleRules: rules }),
      ...(namesDefaultGroup(resources) && { defaultGroup: true }),
    },
  };
}

/** Whether listener 80 is left out for it. */
function isRedirectRead({ listeners = [] }: Translation['settings'], { props }: GivenProps): boolean {
  const isOpen = !props.includes('listeners') && !props.includes('redirectHTTP');
  return isOpen && listeners.length > 0 && listeners.every(({ port }) => port !== LISTENER_PORT);
}

function lostRedirect(
  { source, resource: { place } }: { readonly source: OptionSource; readonly resource: BundleResource },
): FileProblem {
  return {
    source,
    problem: {
      rule: stackResource, place, message: 'changes a resource that Beanstalk makes.',
      hint: 'Use certificates, with which port 80 sends clients to port 443.',
    },
  };
}

/** The findings with those about functions in deployed files whose options the template sets, too. */
export function besideTemplate(
  reading: OptionReading, files: readonly FileFindings[], template: readonly OptionKey[],
): readonly FileFindings[] {
  const rendered = new Set(template.map(keyOf));
  const behind = reading.settings.filter(
    (setting) => setting.computed && setting.source.inBundle && rendered.has(keyOf(setting)),
  );
  return withProblems(
    reading,
    files,
    behind.map((setting) => {
      const { place } = setting;
      const message =
        'has no effect: BeanstalkEnvironment sets the option, and the template wins over a function in .ebextensions.';
      const hint = 'Make what it refers to in the stack, pass it as a prop, and remove both here.';
      return {
        setting, problem: { rule: functionBehindOption, place, message: withOption(message, place, setting), hint },
      };
    }),
  );
}

function withProblems(
  { locate }: OptionReading, files: readonly FileFindings[], problems: readonly SettingProblem[],
): FileFindings[] {
  return files.map((file) => {
    const { source, findings } = file;
    const own: Problem[] = problems
      .filter(({ setting }) => setting.source.name === source.name)
      .map(({ problem }) => problem);
    const located = locate(source, own);
    const isTold = ({ code, line, column }: Finding) =>
      code === retiredOption.code && located.some((one) => one.line === line && one.column === column);
    return { ...file, findings: sortFindings([...findings.filter((one) => !isTold(one)), ...located]) };
  });
}

function withFileProblems(
  { locate }: OptionReading, files: readonly FileFindings[], problems: readonly FileProblem[],
): FileFindings[] {
  return files.map((file) => {
    const { source, findings } = file;
    const own = problems.filter((one) => one.source.name === source.name).map(({ problem }) => problem);
    return { ...file, findings: sortFindings([...findings, ...locate(source, own)]) };
  });
}

function refuse(file: FileFindings): FileFindings {
  const weigh = (finding: Finding) =>
    REFUSED.some(({ code }) => code === finding.code) ? { ...finding, severity: Severity.ERROR } : finding;
  return { ...file, findings: file.findings.map(weigh) };
}

/** A resource counts where an option exists once for each. */
function toNative(setting: OptionSetting): NativeOption {
  const { namespace, optionName: name, value, resourceName = '' } = setting;
  return {
    namespace,
    name,
    value,
    resource: findNamespace(namespace)?.needsResourceName ? resourceName : '',
    origin: originOf(setting),
  };
}

/** Whether Beanstalk takes it in: not what it keeps for itself, and not what another kind of environment has. */
function applies(setting: OptionSetting, environment: EnvironmentFacts): boolean {
  if (findNamespace(setting.namespace)?.internal) return false;
  const reported: string[] = [];
  const report: OptionContext['report'] = (_, message) => { reported.push(message); };
  for (const rule of APPLICABILITY) rule.check(setting, { environment, report });
  return reported.length === 0;
}
