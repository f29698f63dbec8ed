import { Severity } from '../../../finding/finding';
import { known } from '../../../settings/setting';
import { EnvironmentSettings } from '../../../settings/settings';
import { CloudFrontSettings, HttpApiSettings } from '../../../settings/traffic/front-door';
import { isSecure } from '../../../settings/traffic/listeners';
import { TargetRule } from '../target-rule';

const MIN_TIMEOUT_SECONDS = 0.05;
const MAX_TIMEOUT_SECONDS = 30;

/** What must hold and the edit that makes it hold. */
type Fault = readonly [must: string, hint: string];

export const invalidFrontDoorSetting: TargetRule = {
  code: 'DR4106',
  name: 'invalid-front-door-setting',
  severity: Severity.ERROR,
  summary:
    'The options of a front door are within the limits of API Gateway and CloudFront, and an HTTP API knows the name '
    + 'in the certificate of an HTTPS listener.',
  reason: 'The deployment fails otherwise, or API Gateway speaks plain HTTP to a listener that does not.',
  link: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const {
      frontDoor = { kind: 'load-balancer' }, traffic: { main },
    } = settings;
    if (frontDoor.kind === 'load-balancer') return;
    const faults =
      frontDoor.kind === 'cloudfront'
        ? faultsOfDistribution(frontDoor)
        : [
          ...faultsOfApi(frontDoor, settings),
          ...faultsOfServerName(frontDoor, main !== undefined && isSecure(main), settings),
        ];
    for (const [must, hint] of faults) report(at(spec), `frontDoor.${must}.`, hint);
  },
};

function* faultsOfApi({ timeout, certificate }: HttpApiSettings, { domainName }: EnvironmentSettings): Iterable<Fault> {
  const seconds = known(timeout);
  if (seconds !== undefined && (seconds < MIN_TIMEOUT_SECONDS || seconds > MAX_TIMEOUT_SECONDS)) {
    yield [`timeout must be between 50 milliseconds and ${MAX_TIMEOUT_SECONDS} seconds, got ${seconds} s`,
      'Give a duration in that range; work that takes longer has to go on after the answer.'];
  }
  if (certificate && domainName === undefined) {
    yield [
      'certificate must come with domainName, got none', 'Add domainName and domainZone, or remove the certificate.',
    ];
  }
}

function* faultsOfServerName(
  { secureServerName }: HttpApiSettings, speaksHttps: boolean, { domainName }: EnvironmentSettings,
): Iterable<Fault> {
  if (speaksHttps && secureServerName === undefined && domainName === undefined) {
    yield [
      'secureServerName must be the name in the certificate of the HTTPS listener, got none',
      'Add secureServerName, or remove the certificate.',
    ];
  }
  if (!speaksHttps && secureServerName !== undefined) {
    yield [
      'secureServerName must come with an HTTPS listener, got one of plain HTTP',
      'Add certificates, or remove secureServerName.',
    ];
  }
}

function* faultsOfDistribution({ originPrefixListId, webAclArn }: CloudFrontSettings): Iterable<Fault> {
  const id = known(originPrefixListId);
  if (id !== undefined && !/^pl-[0-9a-f]+$/.test(id)) {
    yield [
      `originPrefixListId must be the id of a prefix list, got "${id}"`,
      'Give the id of com.amazonaws.global.cloudfront.origin-facing in the region of the stack.',
    ];
  }
  const arn = known(webAclArn);
  if (arn !== undefined && !/^arn:[^:]+:wafv2:us-east-1:[^:]+:global\/webacl\/.+/.test(arn)) {
    yield [
      `webAclArn must be the ARN of a global web ACL of AWS WAF, got "${arn}"`,
      'Make the web ACL with scope CLOUDFRONT in us-east-1.',
    ];
  }
}
