import { findNamespace } from '../../options/catalogue';
import { Answer, Answers } from '../answer';
import { AUTO_SCALING } from './auto-scaling';
import { CLASSIC_LOAD_BALANCER } from './classic-load-balancer';
import { ENVIRONMENT } from './environment';
import { INSTANCES } from './instances';
import { LOAD_BALANCER } from './load-balancer';
import { OPERATIONS } from './operations';
import { OTHERS } from './others';

const ANSWERS: Answers = {
  ...AUTO_SCALING, ...INSTANCES, ...LOAD_BALANCER, ...CLASSIC_LOAD_BALANCER, ...ENVIRONMENT, ...OPERATIONS, ...OTHERS,
};

/** The answers that only hold for some values of an option, by value. */
export function answersByValue(namespace: string, optionName: string): Readonly<Record<string, Answer>> {
  return ANSWERS[findNamespace(namespace)?.name ?? '']?.values?.[optionName] ?? {};
}

/** What becomes of an option, with this value; nothing for options that the catalogue does not have. */
export function answerTo(namespace: string, optionName: string, value = ''): Answer | undefined {
  const answers = ANSWERS[findNamespace(namespace)?.name ?? ''];
  return answersByValue(namespace, optionName)[value] ?? answers?.options?.[optionName] ?? answers?.others;
}
