import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { Component, JsonFile, Project } from 'projen';

export interface SampleAppOptions {
  readonly app: string;
}

/** cdk.json, so that `npx cdk synth` works in a fresh clone. */
export class SampleApp extends Component {
  constructor(project: Project, options: SampleAppOptions) {
    super(project);
    new JsonFile(project, 'cdk.json', {
      obj: {
        app: options.app,
        versionReporting: false,
        notices: false,
        context: {
          // What `cdk init` writes for a new app. The library depends on none of them.
          ...recommendedFlags,
          // Findings of the validator and of the library fail the synthesis and stand in its report.
          '@aws-cdk/core:validateAgainstDefaultRules': true,
          '@aws-cdk/core:annotationsInValidationReport': true,
        },
      },
    });
  }
}
