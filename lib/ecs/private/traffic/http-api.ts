import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import { Names, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { DomainPlan, HttpApiPlan } from '../../../core/plan/ecs/plan';
import { resolveSetting } from '../../../shared/settings/tokens';
import { HttpApiDoorOptions } from '../../front-door-props';
import { EcsLoadBalancerProps } from '../../load-balancer-props';
import { addRecords, createCertificate } from './domain';

const MAX_NAME_LENGTH = 128;

/** What the plan cannot hold. */
export interface HttpApiBindings {
  readonly options: HttpApiDoorOptions;
  readonly props: EcsLoadBalancerProps;
  readonly listener: elbv2.ApplicationListener;
  readonly vpc: ec2.IVpc;
  readonly subnets: ec2.SubnetSelection;
  readonly domain: DomainPlan | null;
}

/** What was made of an HTTP API. */
export interface MadeHttpApi {
  readonly httpApi: apigatewayv2.HttpApi;
  readonly vpcLink: apigatewayv2.VpcLink;
  readonly certificate?: acm.ICertificate;
}

/** An HTTP API that leads every request to a listener. */
export function createHttpApi(scope: Construct, plan: HttpApiPlan, bindings: HttpApiBindings): MadeHttpApi {
  const { options, props, listener, domain } = bindings;
  const { timeout, corsPreflight, secureServerName } = options;
  const vpcLink = createVpcLink(scope, plan, bindings);
  const certificate = domain?.certificateOf === 'http-api' ? createCertificate(scope, props) : undefined;
  const serverName = resolveSetting(plan.secureServerName, {
    'frontDoor.secureServerName': secureServerName, 'domainName': props.domainName,
  });
  const httpApi = new apigatewayv2.HttpApi(scope, 'Api', {
    apiName: Names.uniqueResourceName(scope, { maxLength: MAX_NAME_LENGTH }),
    createDefaultStage: false,
    corsPreflight,
    defaultIntegration: new integrations.HttpAlbIntegration('Listener', listener, {
      vpcLink, timeout, secureServerName: serverName === '' ? undefined : serverName,
    }),
  });
  const stage = addStage(scope, httpApi, plan, options);
  if (domain) {
    addDomain(scope, domain, bindings, { api: httpApi, stage, certificate: (certificate ?? options.certificate)! });
  }
  return { httpApi, vpcLink, certificate };
}

/** The only way to the listener. */
function createVpcLink(
  scope: Construct, { listener: port }: HttpApiPlan, { vpc, subnets, listener }: HttpApiBindings,
): apigatewayv2.VpcLink {
  const group = new ec2.SecurityGroup(scope, 'SecurityGroup', {
    vpc, allowAllOutbound: false, description: 'VPC link of the HTTP API',
  });
  listener.connections.allowDefaultPortFrom(group, `Allow from the VPC link on port ${port}`);
  const vpcLinkName = Names.uniqueResourceName(scope, { maxLength: MAX_NAME_LENGTH });
  return new apigatewayv2.VpcLink(scope, 'VpcLink', { vpcLinkName, vpc, subnets, securityGroups: [group] });
}

/** The stage that takes all requests, so that its name stands in no path. */
function addStage(
  scope: Construct, httpApi: apigatewayv2.HttpApi, plan: HttpApiPlan, { throttle }: HttpApiDoorOptions,
): apigatewayv2.HttpStage {
  const logGroup = new logs.LogGroup(scope, 'AccessLogs', {
    retention: plan.logRetentionDays, removalPolicy: RemovalPolicy.DESTROY,
  });
  return new apigatewayv2.HttpStage(scope, 'Stage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle,
    accessLogSettings: { destination: new apigatewayv2.LogGroupLogDestination(logGroup) },
  });
}

interface Named {
  readonly api: apigatewayv2.HttpApi;
  readonly stage: apigatewayv2.HttpStage;
  readonly certificate: acm.ICertificate;
}

function addDomain(
  scope: Construct, domain: DomainPlan, { props }: HttpApiBindings, { api, stage, certificate }: Named,
): void {
  const domainName = new apigatewayv2.DomainName(scope, 'DomainName', {
    domainName: props.domainName!, certificate, securityPolicy: apigatewayv2.SecurityPolicy.TLS_1_2,
  });
  new apigatewayv2.ApiMapping(scope, 'Mapping', { api, domainName, stage });
  addRecords(
    scope.node.scope!, domain, props,
    new targets.ApiGatewayv2DomainProperties(domainName.regionalDomainName, domainName.regionalHostedZoneId),
  );
}
