import { WrittenPlan } from '../beanstalk';
import { MadeEnvironment } from './bundle-resources';

/** What files of the bundle are held against, once the environment is planned. */
export function madeOf({ options, shape, processes, front }: WrittenPlan): MadeEnvironment {
  return {
    options: options.map(({ namespace, name, resource, value: [value] }) => ({
      namespace, optionName: name, resourceName: resource, ...(typeof value !== 'object' && { value: String(value) }),
    })),
    shape,
    hostPorts: processes.map(({ hostPort }) => hostPort),
    redirects: (front?.redirects ?? []).length > 0,
  };
}
