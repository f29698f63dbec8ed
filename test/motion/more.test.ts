import { compareTemplates } from '../../lib/core/diff/compare';
import { Template } from '../../lib/core/diff/template/cfn-template';
import { agrees } from './agrees';
import { judge, Verdict } from './model/verdict';
import { MORE_SHAPES, synthesizeMore } from './more-shapes';

/* Single edits, there and back, of what the pairs of pairs.test.ts do not have. */

interface Pair {
  readonly name: string;
  readonly verdict: Verdict;
  readonly said: ReturnType<typeof compareTemplates>['effect'];
}

const LANDS: readonly Verdict['kind'][] = ['nothing', 'in place', 'rolls'];

const pairs = Object.entries(MORE_SHAPES).flatMap(([shape, { edits, ...rest }]): Pair[] => {
  const base = synthesizeMore({ edits, ...rest })!;
  return Object.entries(edits).flatMap(([name, edit]): Pair[] => {
    const edited = synthesizeMore({ edits, ...rest }, edit)!;
    const [old, next] = [base, edited].map(({ json }) => Template.of(json)!);
    return [
      { name: `${shape}: ${name}`, verdict: judge(base, edited), said: compareTemplates(old, next).effect },
      { name: `${shape}: ${name}, undone`, verdict: judge(edited, base), said: compareTemplates(next, old).effect },
    ];
  });
});

test.each(pairs)('$name: the command diff says what the model says', ({ verdict, said }) => {
  expect({ said, verdict, agrees: agrees(said, verdict) }).toEqual({ said, verdict, agrees: true });
});

/** Edits that do not land without notice, both ways or as they are named, and why. */
const NAMED: Readonly<Record<string, string>> = {
  'worker: replicas': 'another service takes its place, and the old one holds ports of the host',
  'two services: a third': 'its rule leads to a target group that is empty at first',
  'two services: the other removed': 'CloudFormation deletes the service before the rule that leads to it',
  'two ways to a container: the same settings': 'settings of its own take a target group of its own, empty at first',
  'ways out: instances': 'a NAT instance passes nothing on before it has started',
  'Beanstalk: name': 'an environment keeps its name',
  'Beanstalk: address': 'an environment keeps its address',
  'Beanstalk: single instance': 'a load balancer comes or goes',
  'Beanstalk, a single instance: image': 'one instance is out of service while it gets a version',
  'Beanstalk, a single instance: larger': 'one instance is ended before another one serves',
};

const failing = new Set(pairs.filter(({ verdict: { kind } }) => !LANDS.includes(kind))
  .map(({ name }) => name.replace(/, undone$/, '')));

test('an edit lands, or it is named', () => {
  expect([...failing].sort()).toEqual(Object.keys(NAMED).sort());
});
