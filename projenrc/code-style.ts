import { Component } from 'projen';
import { Eslint, NodeProject } from 'projen/lib/javascript';
import { LAZY_CONSTRUCTS, WITHOUT_CDK, ZONES } from './layers';

const SIZES = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'complexity': ['error', { max: 12 }],
};

const IMPORTS = {
  'import/no-restricted-paths': ['error', { zones: ZONES }],
  'import/no-cycle': ['error'],
  'import/order': ['error', { groups: ['builtin', 'external', 'parent', 'sibling'], alphabetize: { order: 'asc' } }],
};

/** ESLint rules beyond those of projen: the import rule of the layers, and the size budget. */
export class CodeStyle extends Component {
  constructor(project: NodeProject) {
    super(project);
    const eslint = Eslint.of(project)!;
    eslint.addRules(IMPORTS);
    eslint.addOverride({
      files: ['lib/**', 'bin/**', 'projenrc/**'],
      rules: { ...SIZES, '@typescript-eslint/no-explicit-any': 'error' },
    });
    eslint.addOverride({ files: ['lib/core/**'], rules: restrictImports(WITHOUT_CDK) });
    eslint.addOverride({ files: ['lib/cli/**', 'bin/cdk-dockerrun.ts'], rules: restrictImports(LAZY_CONSTRUCTS) });
  }
}

function restrictImports(patterns: object[]) {
  return { 'no-restricted-imports': ['error', { patterns }] };
}
