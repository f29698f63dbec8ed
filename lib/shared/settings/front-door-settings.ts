import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { Stack, Token } from 'aws-cdk-lib/core';
import { Setting } from '../../core/settings/setting';
import { DomainSettings, ZoneSettings } from '../../core/settings/traffic/domain';
import { CertificateSettings, CloudFrontSettings, HttpApiSettings } from '../../core/settings/traffic/front-door';
import { CloudFrontDoorOptions, HttpApiDoorOptions } from '../../ecs/front-door-props';
import { EcsLoadBalancerProps } from '../../ecs/load-balancer-props';
import { attempt } from '../findings/attempt';
import { plain, settingOf } from './tokens';

/** What the plan may know of an HTTP API. */
export function httpApiSettings({ certificate, secureServerName, timeout }: HttpApiDoorOptions): HttpApiSettings {
  return {
    kind: 'http-api',
    certificate: certificate && certificateSettings(certificate),
    secureServerName: optional('frontDoor.secureServerName', secureServerName),
    timeout: timeout && settingOf('frontDoor.timeout', timeout.toSeconds({ integral: false })),
  };
}

/** What the plan may know of a distribution. */
export function cloudFrontSettings(options: CloudFrontDoorOptions): CloudFrontSettings {
  const { certificate, domainNames, originPrefixListId, webAclArn, cachePolicy } = options;
  return {
    kind: 'cloudfront',
    certificate: certificate && certificateSettings(certificate),
    domainNames: domainNames && names('frontDoor.domainNames', domainNames),
    originPrefixListId: optional('frontDoor.originPrefixListId', originPrefixListId),
    webAclArn: optional('frontDoor.webAclArn', webAclArn),
    caches: cachePolicy !== undefined,
  };
}

/** What the plan may know of the name by which clients call the environment. */
export function domainSettings({
  domainName, domainZone, subjectAlternativeNames,
}: EcsLoadBalancerProps): DomainSettings {
  return {
    domainName: optional('domainName', domainName),
    domainZone: domainZone && zoneSettings(domainZone),
    subjectAlternativeNames: subjectAlternativeNames && names('subjectAlternativeNames', subjectAlternativeNames),
  };
}

/** A zone that is imported by its id throws when it is asked for its name. */
function zoneSettings(zone: route53.IHostedZone): ZoneSettings {
  const name = attempt(() => zone.zoneName);
  const made = zone.node.defaultChild;
  const vpcs: unknown = made instanceof route53.CfnHostedZone ? Stack.of(zone).resolve(made.vpcs) : undefined;
  return {
    name: optional('domainZone', name),
    isPrivate: zone instanceof route53.PrivateHostedZone || (Array.isArray(vpcs) && vpcs.length > 0),
  };
}

function certificateSettings({ env }: acm.ICertificate): CertificateSettings {
  return { region: settingOf('frontDoor.certificate', env.region) };
}

/** How many names there are has to be known, not the names. */
function names(prop: string, values: readonly string[]): Setting<string>[] {
  const list = Token.isUnresolved(values) ? plain(prop, values) : values;
  return list.map((value, index) => settingOf(`${prop}[${index}]`, value));
}

function optional(prop: string, value: string | undefined): Setting<string> | undefined {
  return value === undefined ? undefined : settingOf(prop, value);
}
