import { Component } from 'projen';
import { NodeProject } from 'projen/lib/javascript';

export interface NpmPackageOptions {
  readonly version: string;
  /** An allow-list: nothing new leaks into the package. */
  readonly files: string[];
}

/** What goes into package.json and projen has no option for. */
export class NpmPackage extends Component {
  constructor(project: NodeProject, options: NpmPackageOptions) {
    super(project);
    const manifest = project.package;
    manifest.addVersion(options.version);
    manifest.addField('files', options.files);

    // After a release, the version is as it was.
    project.tasks.tryFind('unbump')?.reset('git checkout -- package.json');

    // Without the CDK, the command line is a small install: docs/adr/0002-optional-peers.md.
    manifest.addField('peerDependenciesMeta', { 'aws-cdk-lib': { optional: true }, 'constructs': { optional: true } });

    // Later versions list platform packages that are not published everywhere, and `npm ci` then refuses the lock file.
    manifest.addPackageResolutions('unrs-resolver@1.12.2');

    // None of them needs its install script; npm asks for a decision about each.
    manifest.addField('allowScripts', { '@parcel/watcher': false, 'esbuild': false, 'unrs-resolver': false });
  }
}
