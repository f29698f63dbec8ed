import { join } from 'node:path';
import { Stack, StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Dockerrun, EcsEnvironment } from '../../lib';

/** What Beanstalk's multi-container platform runs, on Amazon ECS, with a second listener for the status page. */
export class MulticontainerStack extends Stack {
  public readonly shop: EcsEnvironment;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.shop = new EcsEnvironment(this, 'Shop', {
      dockerrun: Dockerrun.fromFile(join(__dirname, 'Dockerrun.aws.json')),
      listeners: [{ port: 80 }, { port: 8080 }],
    });
  }
}
