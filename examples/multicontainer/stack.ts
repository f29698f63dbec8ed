import { join } from 'node:path';
import { Stack, StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { EcsEnvironment, SourceBundle } from '../../lib';

/** What Beanstalk's multi-container platform runs, on Amazon ECS, with a second listener for the status page. */
export class MulticontainerStack extends Stack {
  public readonly shop: EcsEnvironment;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.shop = new EcsEnvironment(this, 'Shop', {
      sourceBundle: SourceBundle.fromDirectory(join(__dirname, 'bundle')),
      listeners: [{ port: 80 }, { port: 8080 }],
    });
  }
}
