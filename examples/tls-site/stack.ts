import { join } from 'node:path';
import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import { Dockerrun, EcsEnvironment } from '../../lib';

export interface TlsSiteStackProps extends StackProps {
  /** The ARN of an ACM certificate in the region of the stack. */
  readonly certificateArn: string;
}

/** A site behind HTTPS, with plain HTTP redirected and one path answered by another container. */
export class TlsSiteStack extends Stack {
  public readonly site: EcsEnvironment;

  constructor(scope: Construct, id: string, props: TlsSiteStackProps) {
    super(scope, id, props);
    this.site = new EcsEnvironment(this, 'Site', {
      dockerrun: Dockerrun.fromFile(join(__dirname, 'Dockerrun.aws.json')),
      certificates: [Certificate.fromCertificateArn(this, 'Certificate', props.certificateArn)],
      listeners: [{
        port: 443,
        instancePort: 80,
        rules: [{
          pathPatterns: ['/api/*'],
          containerName: 'api',
          healthCheck: { path: '/health', interval: Duration.seconds(10) },
          stickinessCookieDuration: Duration.hours(1),
        }],
      }],
    });
  }
}
