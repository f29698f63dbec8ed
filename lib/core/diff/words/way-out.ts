import { pointerOf } from '../template/cfn-template';
import { Update } from '../template/update';
import { nameIn } from './holders';
import { Found } from './troubles';

const INSTANCE = 'AWS::EC2::Instance';

/** Properties of an instance for which it is stopped and started again. */
const STOPPING = ['InstanceType', 'EbsOptimized', 'UserData'];

/** Routes to the internet that lead to a NAT instance which has yet to start. */
export function wayOutTroubles(update: Update): Found[] {
  return update.next.ofType('AWS::EC2::Route').flatMap(({ id, properties }): Found[] => {
    const instance = update.next.get(pointerOf(properties.InstanceId)?.id);
    if (!update.old.get(id) || instance?.type !== INSTANCE || !starts(update, instance.id)) return [];
    const name = nameIn(update.next, instance.id);
    return [{
      kind: 'way out',
      what: `instances and tasks behind ${name} reach nobody outside`,
      howLong: 'from when the route leads to it, or it stops, until it has started: a minute or two',
      ids: [instance.id, id],
    }];
  });
}

function starts(update: Update, id: string): boolean {
  const { fate, properties } = update.of(id);
  return ['created', 'replaced'].includes(fate)
    || (fate === 'updated' && properties.some((name) => STOPPING.includes(name)));
}
