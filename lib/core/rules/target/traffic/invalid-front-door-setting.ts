import { Severity } from '../../../finding/finding';
import { EnvironmentSettings } from '../../../settings/settings';
import { HttpApiSettings } from '../../../settings/traffic/front-door';
import { isSecure } from '../../../settings/traffic/listeners';
import { TargetRule } from '../target-rule';

/** What must hold and the edit that makes it hold. */
type Fault = readonly [prop: string, must: string, hint: string];

export const invalidFrontDoorSetting: TargetRule = {
  code: 'DR4106',
  name: 'invalid-front-door-setting',
  severity: Severity.ERROR,
  summary:
    'The certificate of an HTTP API comes with a domain name, and it knows the name in the certificate of an HTTPS '
    + 'listener.',
  reason: 'API Gateway speaks plain HTTP otherwise to a listener that does not.',
  link: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { frontDoor, traffic: { main } } = settings;
    if (frontDoor?.kind !== 'http-api') return;
    const faults = [
      ...faultsOfCertificate(frontDoor, settings),
      ...faultsOfServerName(frontDoor, main !== undefined && isSecure(main), settings),
    ];
    for (const [prop, must, hint] of faults) {
      report(at(spec), `frontDoor.${prop} ${must}.`, hint, [`frontDoor.${prop}`]);
    }
  },
};

function* faultsOfCertificate(
  { certificate }: HttpApiSettings, { domainName }: EnvironmentSettings,
): Iterable<Fault> {
  if (certificate && domainName === undefined) {
    yield [
      'certificate', 'must come with domainName, got none', 'Add domainName and domainZone, or remove the certificate.',
    ];
  }
}

function* faultsOfServerName(
  { secureServerName }: HttpApiSettings, speaksHttps: boolean, { domainName }: EnvironmentSettings,
): Iterable<Fault> {
  if (speaksHttps && secureServerName === undefined && domainName === undefined) {
    yield [
      'secureServerName', 'must be the name in the certificate of the HTTPS listener, got none',
      'Add secureServerName, or remove the certificate.',
    ];
  }
  if (!speaksHttps && secureServerName !== undefined) {
    yield [
      'secureServerName', 'must come with an HTTPS listener, got one of plain HTTP',
      'Add certificates, or remove secureServerName.',
    ];
  }
}
