import { Severity } from '../../../../finding/finding';
import { PlacedTarget, targetsOf } from '../../../../settings/traffic/listeners';
import { isNetwork } from '../../../../settings/traffic/protocols';
import { quoted } from '../../../wording';
import { TargetRule } from '../../target-rule';

/** What must hold, and the edit that makes it hold. */
type Broken = readonly [prop: string, must: string, hint: string];

const MAX_PATH = 1024;
const GRPC_METHOD = /^\/[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\/[A-Za-z_]\w*$/;

/** The codes that may stand for health, by what is asked. */
const GRPC_CODES = [0, 99] as const;
const HTTP_CODES = [200, 499] as const;
const NETWORK_HTTP_CODES = [200, 599] as const;

export const invalidHealthCheck: TargetRule = {
  code: 'DR4054',
  name: 'invalid-health-check',
  severity: Severity.ERROR,
  summary:
    'A health check has a path of up to 1024 characters, or a gRPC method, and matcher codes that such a '
    + 'response can have.',
  reason: 'The load balancer refuses the target group otherwise.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    for (const { prop, target } of targetsOf(settings)) {
      for (const [name, must, hint] of brokenCheck(target)) {
        report(at(spec), `${prop}.healthCheck.${name} must ${must}.`, hint, [`${prop}.healthCheck.${name}`]);
      }
    }
  },
};

function* brokenCheck(target: PlacedTarget['target']): Iterable<Broken> {
  const { protocolVersion, healthCheck: { path, healthyHttpCodes, healthyGrpcCodes } = {} } = target;
  const isGrpc = protocolVersion === 'GRPC';
  if (path !== undefined) yield* brokenPath(path, isGrpc);
  if (healthyHttpCodes !== undefined && !isGrpc) {
    yield* brokenCodes('healthyHttpCodes', healthyHttpCodes, isNetwork(target) ? NETWORK_HTTP_CODES : HTTP_CODES);
  }
  if (healthyGrpcCodes !== undefined && isGrpc) yield* brokenCodes('healthyGrpcCodes', healthyGrpcCodes, GRPC_CODES);
}

function* brokenPath(path: string, isGrpc: boolean): Iterable<Broken> {
  if (path.length > MAX_PATH) {
    yield ['path', `have at most ${MAX_PATH} characters, got ${path.length}`, 'Shorten the path.'];
  } else if (!path.startsWith('/')) {
    yield ['path', `start with a slash, got ${quoted(path)}`, `Write ${quoted(`/${path}`)}.`];
  } else if (!/^[!-~]*$/.test(path)) {
    yield [
      'path', `have no spaces and no characters beyond ASCII, got ${quoted(path)}`,
      'Percent-encode them, as a space is "%20".',
    ];
  } else if (isGrpc && !GRPC_METHOD.test(path)) {
    yield [
      'path', `have the form /package.service/method for gRPC, got ${quoted(path)}`,
      'Write it as "/grpc.health.v1.Health/Check".',
    ];
  }
}

function* brokenCodes(prop: string, codes: string, [min, max]: readonly [number, number]): Iterable<Broken> {
  const example = min === 0 ? '"0", "0,12" or "0-99"' : '"200", "200,202" or "200-299"';
  const parts = codes.split(',').map((part) => /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(part));
  if (parts.includes(null)) {
    const spaceless = codes.replace(/\s/g, '');
    const isSpaced = spaceless !== codes && /^\d[\d,-]*$/.test(spaceless);
    yield [
      prop, `be codes and ranges of codes with commas between them, got ${quoted(codes)}`,
      isSpaced ? `Write "${spaceless}".` : `Write them as ${example}.`,
    ];
    return;
  }
  for (const [part, first, last = first] of parts as RegExpExecArray[]) {
    if (Number(first) < min || Number(last) > max) {
      yield [prop, `be between ${min} and ${max}, got ${part}`, `Use codes such as ${example}.`];
    } else if (Number(first) > Number(last)) {
      yield [prop, `have ranges from the lower to the higher code, got ${part}`, `Write ${last}-${first}.`];
    }
  }
}
