import { join } from 'node:path';
import { Stack, StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { BeanstalkEnvironment, Dockerrun } from '../../lib';

/** The file of the example `multicontainer` where it comes from: on Elastic Beanstalk. */
export class BeanstalkMulticontainerStack extends Stack {
  public readonly shop: BeanstalkEnvironment;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.shop = new BeanstalkEnvironment(this, 'Shop', {
      dockerrun: Dockerrun.fromFile(join(__dirname, '..', 'multicontainer', 'Dockerrun.aws.json')),
      listeners: [{ port: 80 }, { port: 8080 }],
    });
  }
}
