import { reference } from './template';
import { Update } from './update';

const STOPPING = ['InstanceType', 'EbsOptimized', 'UserData'];

/** Routes that were there and lead to an instance that is new, or stops: whoever goes that way waits for its start. */
export function cutRoutes(update: Update): string[] {
  const { old, next } = update;
  return next.of('AWS::EC2::Route').filter(({ id }) => old.get(id)).flatMap(({ id, properties: { InstanceId } }) => {
    const instance = reference(InstanceId)?.id ?? '';
    const { kind, properties } = update.of(instance);
    const isNew = kind === 'created' || kind === 'replaced';
    const stops = kind === 'updated' && STOPPING.some((name) => properties.includes(name));
    return next.get(instance) && (isNew || stops) ? [`${id} leads to ${instance}, which has yet to start`] : [];
  });
}
