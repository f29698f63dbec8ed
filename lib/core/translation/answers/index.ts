import { entryOf } from '../../finding/table';
import { findNamespace } from '../../options/catalogue';
import { environmentFields } from '../../settings/environment-fields';
import { Answer, Answers, NATIVE } from '../answer';
import { TranslationTarget } from '../target';
import { AUTO_SCALING } from './auto-scaling';
import { BEANSTALK } from './beanstalk';
import { CLASSIC_LOAD_BALANCER } from './classic-load-balancer';
import { ENVIRONMENT } from './environment';
import { answersIn, answersOf } from './from-fields';
import { INSTANCES } from './instances';
import { LOAD_BALANCER } from './load-balancer';
import { OPERATIONS } from './operations';
import { OTHERS } from './others';

const ANSWERS: Answers = answersIn(
  answersOf(environmentFields),
  AUTO_SCALING, INSTANCES, LOAD_BALANCER, CLASSIC_LOAD_BALANCER, ENVIRONMENT, OPERATIONS, OTHERS,
);

/** The answers that only hold for some values of an option, by value. */
export function answersByValue(namespace: string, optionName: string): Readonly<Record<string, Answer>> {
  return entryOf(ANSWERS[findNamespace(namespace)?.name ?? '']?.values, optionName) ?? {};
}

/** What becomes of an option, with this value; nothing for options that the catalogue does not have. */
export function answerTo(
  namespace: string, optionName: string, value = '', target: TranslationTarget = 'ecs',
): Answer | undefined {
  const onEcs = lookUp(ANSWERS, namespace, optionName, value);
  if (target === 'ecs') return onEcs;
  // No Classic Load Balancer is made, so that its options mean what they mean on native ECS.
  const isCommon = onEcs?.kind === 'becomes' || namespace.startsWith('aws:elb:');
  return lookUp(BEANSTALK, namespace, optionName, value) ?? (isCommon ? onEcs : NATIVE);
}

function lookUp(all: Answers, namespace: string, optionName: string, value: string): Answer | undefined {
  const answers = all[findNamespace(namespace)?.name ?? ''];
  return (
    entryOf(entryOf(answers?.values, optionName), value) ?? entryOf(answers?.options, optionName) ?? answers?.others
  );
}
