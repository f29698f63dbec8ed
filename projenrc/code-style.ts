import { Component } from 'projen';
import { Eslint, NodeProject } from 'projen/lib/javascript';
import { LAZY_CONSTRUCTS, LAZY_FILE, WITHOUT_CDK, ZONES } from './layers';

const SIZES = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'complexity': ['error', { max: 15 }],
};

const IMPORTS = {
  'import/no-restricted-paths': ['error', { zones: ZONES }],
  'import/no-cycle': ['error'],
  'import/order': ['error', { groups: ['builtin', 'external', 'parent', 'sibling'], alphabetize: { order: 'asc' } }],
};

/** What users write is looked up in tables that have nothing but their own keys. */
const TABLES = {
  'no-restricted-syntax': [
    'error',
    {
      selector:
        "VariableDeclarator[init.type='ObjectExpression'][init.properties.length>0] > Identifier TSTypeReference[typeName.name='Record'] > "
        + 'TSTypeParameterInstantiation > TSStringKeyword:first-child',
      message: 'Make it with table(), which does not find `constructor`.',
    },
  ],
};

/** Related properties may share a line. */
const LAYOUT = { '@stylistic/object-property-newline': 'off' };

/** ESLint rules beyond those of projen: the import rule of the layers, and the size budget. */
export class CodeStyle extends Component {
  constructor(project: NodeProject) {
    super(project);
    const eslint = Eslint.of(project)!;
    eslint.addRules({ ...IMPORTS, ...LAYOUT });
    eslint.addOverride({
      files: ['lib/**', 'bin/**', 'projenrc/**'],
      rules: { ...SIZES, ...TABLES, '@typescript-eslint/no-explicit-any': 'error' },
    });
    // A development dependency: it is in the bundles.
    eslint.addOverride({ files: ['lib/core/syntax/parse.ts'], rules: { 'import/no-extraneous-dependencies': 'off' } });
    eslint.addOverride({ files: ['lib/core/**', 'lib/bundle/**'], rules: restrictImports(WITHOUT_CDK) });
    eslint.addOverride({
      files: ['lib/cli/**', 'bin/cdk-dockerrun.ts'],
      excludedFiles: [LAZY_FILE],
      rules: restrictImports(LAZY_CONSTRUCTS),
    });
  }
}

function restrictImports(patterns: object[]) {
  return { 'no-restricted-imports': ['error', { patterns }] };
}
