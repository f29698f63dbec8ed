import { Answers, becomes, instead, NamespaceAnswers } from '../answer';

const LISTENER: NamespaceAnswers = {
  options: { DefaultProcess: becomes('listeners: instancePort, healthCheck'), ListenerEnabled: becomes('listeners') },
};

const SHARED = instead('Add the service to the listener of that load balancer, with DockerrunService and rules.');
const GROUPS = instead('Say who may connect with open, allowedCidrs and allowedSecurityGroups of the listeners.');

export const LOAD_BALANCER: Answers = {
  'aws:elbv2:listener:default': LISTENER,
  'aws:elbv2:listener:<port>': LISTENER,
  'aws:elbv2:listenerrule:<rule>': {
    options: { Process: becomes('listeners: rules: instancePort, healthCheck') },
  },
  'aws:elbv2:loadbalancer': {
    options: {
      AccessLogsS3Bucket: becomes('accessLogsBucket'),
      AccessLogsS3Enabled: becomes('accessLogsBucket'),
      ManagedSecurityGroup: GROUPS,
      SecurityGroups: GROUPS,
      SharedLoadBalancer: SHARED,
    },
  },
};
