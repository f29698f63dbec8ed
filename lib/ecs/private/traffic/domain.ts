import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import { DomainPlan } from '../../../core/plan/ecs/plan';
import { EcsLoadBalancerProps } from '../../load-balancer-props';

type Domain = Pick<EcsLoadBalancerProps, 'domainName' | 'domainZone' | 'subjectAlternativeNames'>;

/** A certificate that ACM issues when it finds its record in the zone. */
export function createCertificate(
  scope: Construct, { domainName, domainZone, subjectAlternativeNames }: Domain,
): acm.Certificate {
  return new acm.Certificate(scope, 'Certificate', {
    domainName: domainName!, subjectAlternativeNames, validation: acm.CertificateValidation.fromDns(domainZone),
  });
}

/** The records of the domain name. The dot at its end keeps the CDK from adding the zone. */
export function addRecords(
  scope: Construct, { records }: DomainPlan, { domainName, domainZone }: Domain, target: route53.IAliasRecordTarget,
): void {
  const props = { zone: domainZone!, recordName: `${domainName}.`, target: route53.RecordTarget.fromAlias(target) };
  if (records.includes('A')) new route53.ARecord(scope, 'Record', props);
  if (records.includes('AAAA')) new route53.AaaaRecord(scope, 'Ipv6Record', props);
}
