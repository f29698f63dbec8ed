import { join } from 'node:path';
import { Stack, StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { EcsEnvironment, SourceBundle } from '../../lib';

/** A site whose pages and web server configuration are not in an image, but in files beside the Dockerrun file. */
export class SourceBundleStack extends Stack {
  public readonly site: EcsEnvironment;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.site = new EcsEnvironment(this, 'Site', {
      sourceBundle: SourceBundle.fromDirectory(join(__dirname, 'bundle')),
    });
  }
}
