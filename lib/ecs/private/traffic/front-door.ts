import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { FrontPlan } from '../../../core/plan/ecs/plan';
import { EcsEnvironmentProps } from '../../environment-props';
import { DockerrunLoadBalancer } from '../../load-balancer';
import { createDistribution } from './cloudfront';
import { createHttpApi } from './http-api';

/** What a front door leads to. */
export interface DoorBindings {
  readonly props: EcsEnvironmentProps;
  readonly front: DockerrunLoadBalancer;
  readonly vpc: ec2.IVpc;
  readonly subnets: ec2.SubnetSelection;
  readonly originSecret?: secretsmanager.ISecret;
}

/** What was made of a front door; nothing when clients connect to the load balancer. */
export interface Door {
  readonly httpApi?: apigatewayv2.HttpApi;
  readonly vpcLink?: apigatewayv2.VpcLink;
  readonly distribution?: cloudfront.Distribution;
  readonly certificate?: acm.ICertificate;
}

/** Where clients find a front door of its own. */
export function doorUrl({ distribution, httpApi }: Door): string | undefined {
  return distribution ? `https://${distribution.distributionDomainName}` : httpApi?.apiEndpoint;
}

/** What stands between clients and the load balancer. */
export function openDoor(
  scope: Construct, { door, domain }: FrontPlan, { props, front, vpc, subnets, originSecret }: DoorBindings,
): Door {
  if (door.kind === 'load-balancer') return {};
  const listener = front.listener(door.listener);
  if (door.kind === 'http-api') {
    return createHttpApi(new Construct(scope, 'HttpApi'), door, {
      options: props.frontDoor!._httpApi, props, listener, vpc, subnets, domain,
    });
  }
  const bindings = { options: props.frontDoor!._cloudFront, props, listener, originSecret: originSecret!, domain };
  return { distribution: createDistribution(new Construct(scope, 'CloudFront'), door, bindings) };
}
