import { TargetRule } from '../target-rule';
import { beanstalkAction } from './beanstalk-action';
import { beanstalkConsumer } from './beanstalk-consumer';
import { beanstalkDeployment } from './beanstalk-deployment';
import { beanstalkHostPort } from './beanstalk-host-port';
import { beanstalkListener } from './beanstalk-listener';
import { beanstalkLogRetention } from './beanstalk-log-retention';
import { beanstalkNetworkListener } from './beanstalk-network-listener';
import { beanstalkNetworkMode } from './beanstalk-network-mode';
import { beanstalkNotification } from './beanstalk-notification';
import { beanstalkPlatform } from './beanstalk-platform';
import { beanstalkProp } from './beanstalk-prop';
import { beanstalkRange } from './beanstalk-range';
import { beanstalkRetired } from './beanstalk-retired';
import { beanstalkRuleConditions } from './beanstalk-rule-conditions';
import { beanstalkScheduling } from './beanstalk-scheduling';
import { beanstalkSecret } from './beanstalk-secret';
import { beanstalkSharedLoadBalancer } from './beanstalk-shared-load-balancer';
import { beanstalkSingleInstance } from './beanstalk-single-instance';
import { beanstalkSpot } from './beanstalk-spot';
import { beanstalkVersion } from './beanstalk-version';
import { beanstalkWorker } from './beanstalk-worker';
import { platformVersion } from './platform-version';

export const beanstalkRules: readonly TargetRule[] = [
  beanstalkNetworkMode,
  beanstalkHostPort,
  beanstalkProp,
  beanstalkScheduling,
  beanstalkListener,
  beanstalkAction,
  beanstalkRange,
  beanstalkSpot,
  beanstalkRuleConditions,
  beanstalkVersion,
  beanstalkSingleInstance,
  beanstalkWorker,
  beanstalkConsumer,
  beanstalkNetworkListener,
  beanstalkSharedLoadBalancer,
  beanstalkDeployment,
  beanstalkSecret,
  beanstalkNotification,
  beanstalkRetired,
  beanstalkLogRetention,
  platformVersion,
  beanstalkPlatform,
];
