import { join } from 'node:path';
import { Stack, StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { BeanstalkEnvironment, BeanstalkPlatform, SourceBundle } from '../../lib';

/** The bundle of the example `multicontainer` where it comes from: on Elastic Beanstalk. */
export class BeanstalkMulticontainerStack extends Stack {
  public readonly shop: BeanstalkEnvironment;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.shop = new BeanstalkEnvironment(this, 'Shop', {
      sourceBundle: SourceBundle.fromDirectory(join(__dirname, '..', 'multicontainer', 'bundle')),
      platform: BeanstalkPlatform.ecsAl2023('4.5.0'),
      listeners: [{ port: 80 }, { port: 8080 }],
    });
  }
}
