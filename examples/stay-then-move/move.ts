import { join } from 'node:path';
import { Stack, StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { EcsEnvironment as Environment, SourceBundle } from '../../lib';

/** A shop and its office, from the source bundle that Beanstalk runs. */
export class ShopStack extends Stack {
  public readonly shop: Environment;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.shop = new Environment(this, 'Shop', {
      sourceBundle: SourceBundle.fromDirectory(join(__dirname, 'bundle')),
      listeners: [
        { port: 80, healthCheck: { path: '/up' }, rules: [{ pathPatterns: ['/office', '/office/*'], instancePort: 8080 }] },
        { port: 8080, allowedCidrs: ['203.0.113.0/24'] },
      ],
    });
  }
}
