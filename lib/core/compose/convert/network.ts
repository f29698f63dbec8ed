import { array, boolean, string, object } from '../../syntax/build-tree';
import { JsonNode } from '../../syntax/json-tree';
import { entriesOf, itemsOf, textAt, textIn, textsOf, valueAt } from '../nodes';
import { Container, Converters } from './container';

/** The address of the instance in the network of its containers. */
const HOST_GATEWAY = '172.17.0.1';

/** What Docker drivers Amazon ECS passes on. */
const NO_DRIVER = ['local', 'none'];

export const NETWORK: Converters = {
  dns: texts('dnsServers'),
  dns_search: texts('dnsSearchDomains'),
  extra_hosts(value, container) {
    for (const item of hostsOf(value)) {
      if (item.address === 'host-gateway') {
        container.adjusted(
          item.at,
          `is host-gateway; it was taken as ${HOST_GATEWAY}, which the instance has in the bridge network mode.`,
          `Write ${item.name}:${HOST_GATEWAY}.`,
        );
      }
      const address = item.address === 'host-gateway' ? HOST_GATEWAY : item.address.replace(/^\[|\]$/g, '');
      container.add('extraHosts', object(item.at, [
        ['hostname', string(item.at, item.name)], ['ipAddress', string(item.at, address)],
      ]));
    }
  },
  network_mode(value, container) {
    const mode = textIn(value) ?? '';
    if (/^(service|container):/.test(mode)) {
      container.refused(
        value,
        'a container cannot live in the network of another one by itself',
        'Remove it, and choose the network mode awsvpc with the prop networkMode: all containers of the task then '
          + 'share '
          + 'localhost.',
      );
    } else if (mode === 'none') {
      container.set('disableNetworking', boolean(value, true));
    }
  },
  logging(value, container) {
    const driver = textAt(value, 'driver') ?? 'json-file';
    const options = entriesOf(valueAt(value, 'options'));
    if (NO_DRIVER.includes(driver)) {
      container.lost(
        value, `Amazon ECS does not know the log driver ${driver}`, 'Remove it: the output goes to a log group then.',
      );
      return;
    }
    container.set('logConfiguration', object(value, [
      ['logDriver', string(valueAt(value, 'driver') ?? value, driver)],
      ['options', options.length === 0 ? undefined : object(valueAt(value, 'options')!, options.map((option) =>
        [option.name, option.value ?? string(option.at, '')] as const))],
    ]));
  },
};

function texts(field: string) {
  return (value: JsonNode, container: Container) => {
    const items = textsOf(value).map((item) => string(item, String(item.value)));
    if (items.length > 0) container.set(field, array(value, items));
  };
}

/** A map of hosts to addresses, or a list of `HOST:ADDRESS` or `HOST=ADDRESS`. */
function hostsOf(value: JsonNode) {
  if (value.kind === 'object') {
    return entriesOf(value).map(({ name, value: address, at }) => ({
      name, address: address?.value ?? '', at: address ?? at,
    }));
  }
  return itemsOf(value).map((item) => {
    const [, name = '', address = ''] = /^([^:=]+)[:=](.*)$/.exec(textIn(item) ?? '') ?? [];
    return { name: name.trim(), address: address.trim(), at: item };
  });
}
