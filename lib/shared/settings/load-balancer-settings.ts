import * as s3 from 'aws-cdk-lib/aws-s3';
import { Resource, Stack, Token } from 'aws-cdk-lib/core';
import { EnvironmentSettings } from '../../core/settings/settings';
import { LoadBalancerSettings, LogsBucketSettings } from '../../core/settings/traffic/load-balancer';
import { EcsLoadBalancerProps } from '../../ecs/load-balancer-props';
import { domainSettings } from './front-door-settings';
import { settingOf } from './tokens';

/** What the plan may know of the load balancer: no CDK object, and tokens by the name of their prop. */
export function loadBalancerSettings(
  props: EcsLoadBalancerProps,
): LoadBalancerSettings & Pick<EnvironmentSettings, 'certificates' | 'redirectHTTP'> {
  const {
    publicLoadBalancer, loadBalancerName, dropInvalidHeaderFields, deletionProtection, accessLogsPrefix, webAclArn,
  } = props;
  return {
    ...domainSettings(props),
    certificates: props.certificates?.length,
    redirectHTTP: props.redirectHTTP,
    publicLoadBalancer,
    loadBalancerName: loadBalancerName === undefined ? undefined : settingOf('loadBalancerName', loadBalancerName),
    ipAddressType: props.ipAddressType as LoadBalancerSettings['ipAddressType'],
    idleTimeout: props.idleTimeout && settingOf('idleTimeout', props.idleTimeout.toSeconds({ integral: false })),
    dropInvalidHeaderFields,
    deletionProtection,
    accessLogsBucket: props.accessLogsBucket && bucketSettings(props.accessLogsBucket),
    accessLogsPrefix: accessLogsPrefix === undefined ? undefined : settingOf('accessLogsPrefix', accessLogsPrefix),
    webAclArn: webAclArn === undefined ? undefined : settingOf('webAclArn', webAclArn),
  };
}

/** A bucket under a key that AWS manages has no `encryptionKey`; only its resource tells. */
function bucketSettings(bucket: s3.IBucket): LogsBucketSettings {
  const made = bucket.node.defaultChild;
  const encryption = made instanceof s3.CfnBucket ? Stack.of(bucket).resolve(made.bucketEncryption) : undefined;
  const usesKms =
    bucket.encryptionKey !== undefined
    || (!Token.isUnresolved(encryption) && JSON.stringify(encryption ?? {}).includes('"aws:kms'));
  return { usesKms, isOwned: Resource.isOwnedResource(bucket) };
}
