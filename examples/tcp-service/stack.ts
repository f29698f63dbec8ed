import { join } from 'node:path';
import { Stack, StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { Dockerrun, EcsEnvironment } from '../../lib';

export interface TcpServiceStackProps extends StackProps {
  /** The ARN of an ACM certificate in the region of the stack. */
  readonly certificateArn: string;

  /** The address ranges of the machines whose logs are taken in. */
  readonly senders: string[];
}

/** Takes in syslog, over TLS and over UDP. Neither is HTTP, so a Network Load Balancer stands in front. */
export class TcpServiceStack extends Stack {
  public readonly intake: EcsEnvironment;

  constructor(scope: Construct, id: string, props: TcpServiceStackProps) {
    super(scope, id, props);
    const healthCheck = { port: 2020, path: '/' };
    this.intake = new EcsEnvironment(this, 'Intake', {
      dockerrun: Dockerrun.fromFile(join(__dirname, 'Dockerrun.aws.json')),
      listeners: [
        {
          port: 6514,
          protocol: Protocol.TLS,
          certificates: [Certificate.fromCertificateArn(this, 'Certificate', props.certificateArn)],
          instancePort: 5140,
          allowedCidrs: props.senders,
          healthCheck,
        },
        { port: 514, protocol: Protocol.UDP, allowedCidrs: props.senders, healthCheck },
      ],
    });
  }
}
