import { Answers, becomes, instead, NamespaceAnswers } from '../answer';

const LISTENER: NamespaceAnswers = {
  options: {
    DefaultProcess: becomes('listeners: instancePort, healthCheck'),
    ListenerEnabled: becomes('listeners'),
    Protocol: becomes('listeners: protocol'),
    Rules: becomes('listeners: rules'),
    SSLCertificateArns: becomes('listeners: certificates'),
    SSLPolicy: becomes('listeners: sslPolicy'),
  },
};

const PROCESS: NamespaceAnswers = {
  options: {
    DeregistrationDelay: becomes('listeners: deregistrationDelay'),
    HealthCheckInterval: becomes('listeners: healthCheck.interval'),
    HealthCheckPath: becomes('listeners: healthCheck.path'),
    HealthCheckTimeout: becomes('listeners: healthCheck.timeout'),
    HealthyThresholdCount: becomes('listeners: healthCheck.healthyThresholdCount'),
    MatcherHTTPCode: becomes('listeners: healthCheck.healthyHttpCodes'),
    Port: becomes('listeners: instancePort'),
    Protocol: becomes('listeners: targetProtocol'),
    StickinessEnabled: becomes('listeners: stickinessCookieDuration'),
    StickinessLBCookieDuration: becomes('listeners: stickinessCookieDuration'),
    StickinessType: becomes('listeners: stickinessCookieDuration'),
    UnhealthyThresholdCount: becomes('listeners: healthCheck.unhealthyThresholdCount'),
  },
};

const SHARED = instead('Add the service to the listener of that load balancer, with DockerrunService and rules.');
const GROUPS = instead('Say who may connect with open, allowedCidrs and allowedSecurityGroups of the listeners.');

export const LOAD_BALANCER: Answers = {
  'aws:elbv2:listener:default': LISTENER,
  'aws:elbv2:listener:<port>': LISTENER,
  'aws:elbv2:listenerrule:<rule>': {
    options: {
      HostHeaders: becomes('listeners: rules: hostHeaders'),
      PathPatterns: becomes('listeners: rules: pathPatterns'),
      Priority: becomes('listeners: rules: priority'),
      Process: becomes('listeners: rules: instancePort, healthCheck'),
    },
  },
  'aws:elbv2:loadbalancer': {
    options: {
      AccessLogsS3Bucket: becomes('accessLogsBucket'),
      AccessLogsS3Enabled: becomes('accessLogsBucket'),
      AccessLogsS3Prefix: becomes('accessLogsPrefix'),
      IdleTimeout: becomes('idleTimeout'),
      IpAddressType: becomes('ipAddressType'),
      ManagedSecurityGroup: GROUPS,
      SecurityGroups: GROUPS,
      SharedLoadBalancer: SHARED,
    },
  },
  'aws:elasticbeanstalk:environment:process:default': PROCESS,
  'aws:elasticbeanstalk:environment:process:<process>': PROCESS,
};
