import { Call, Expression, Prop, typesIn } from '../expression';
import { AppFile, AppModel, kebab } from '../model';
import { byModule, comment, layOut, MODULES, Place } from './layout';

const STEP = '  ';

/** `'a'`, as the style guides of the CDK have it. */
export function quoted(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inside}'`;
}

/** The app and its stack. */
export function typescriptFiles(app: AppModel): AppFile[] {
  const file = kebab(app.name);
  return [
    { path: `bin/${file}.ts`, text: appText(app) },
    { path: `lib/${file}-stack.ts`, text: stackText(app) },
  ];
}

function appText({ name }: AppModel): string {
  return [
    "import { App } from 'aws-cdk-lib';",
    `import { ${name}Stack } from '../lib/${kebab(name)}-stack';`,
    '',
    'const app = new App();',
    `new ${name}Stack(app, ${quoted(name)});`,
    '',
  ].join('\n');
}

function stackText(app: AppModel): string {
  const { name, construct, source, statements, notes, acknowledged } = app;
  const types = [
    construct, 'cdk.Stack', 'cdk.StackProps', ...(acknowledged ? ['cdk.Annotations'] : []),
    ...app.props.flatMap(({ value }) => [...typesIn(value, false)]),
    ...statements.flatMap(({ value }) => [...typesIn(value, false)]),
  ];
  const place = { indent: STEP.repeat(2), step: STEP, column: 4 };
  const body = `${acknowledged ? 'const environment = ' : ''}new ${construct}(this, 'Environment', `;
  return [
    ...importLines(types),
    '',
    `/** ${source.about} */`,
    `const ${source.name} = ${show(source.path, { ...place, indent: '', column: 16 })};`,
    '',
    `/** ${app.about} */`,
    `export class ${name}Stack extends Stack {`,
    `${STEP}public constructor(scope: Construct, id: string, props?: StackProps) {`,
    `${place.indent}super(scope, id, props);`,
    '',
    ...statements.flatMap((one) => [
      ...one.comment === undefined ? [] : comment(one.comment, place.indent, '//'),
      `${place.indent}const ${one.name} = ${show(one.value, { ...place, column: 13 + one.name.length })};`,
    ]),
    ...statements.length > 0 ? [''] : [],
    ...notes.flatMap((note) => comment(`TODO ${note}`, place.indent, '//')),
    `${place.indent}${body}${braces(app.props, place, true)});`,
    ...acknowledged ? [
      '', ...comment(acknowledged.comment, place.indent, '//'),
      `${place.indent}Annotations.of(environment).acknowledgeInfo(${quoted(acknowledged.id)});`,
    ] : [],
    `${STEP}}`,
    '}',
    '',
  ].join('\n');
}

function importLines(types: readonly string[]): string[] {
  const modules = byModule(types);
  const line = (names: readonly string[], from: string) => `import { ${names.join(', ')} } from '${from}';`;
  return [
    "import { join } from 'node:path';",
    line(modules.get('cdk') ?? [], 'aws-cdk-lib'),
    ...[...modules.keys()].filter((name) => name !== '' && name !== 'cdk')
      .map((name) => `import * as ${name} from 'aws-cdk-lib/aws-${MODULES[name]}';`)
      .sort((one, other) => (one.split("'")[1] < other.split("'")[1] ? -1 : 1)),
    line(modules.get('') ?? [], 'cdk-dockerrun'),
    "import { Construct } from 'constructs';",
  ];
}

function show(expression: Expression, place: Place): string {
  switch (expression.kind) {
    case 'value': return typeof expression.value === 'string' ? quoted(expression.value) : String(expression.value);
    case 'cast': return `${quoted(expression.value)} as ${expression.to}`;
    case 'name':
    case 'constant': return expression.name;
    case 'scope': return 'this';
    case 'member': return `${typeName(expression.of)}.${expression.name}`;
    case 'path': return `join(__dirname, '..', ${expression.steps.map(quoted).join(', ')})`;
    case 'list': return layOut({ open: '[', close: ']' }, (indent) =>
      expression.items.map((item) => show(item, { ...place, indent, column: indent.length })), place);
    case 'record': return braces(expression.entries.map(([name, value]) => ({ name, value })), place);
    case 'struct': return braces(expression.props, place);
    case 'call': return showCall(expression, place);
  }
}

function showCall({ of, method, args, props }: Call, place: Place): string {
  const head = method === undefined ? `new ${typeName(of)}` : `${typeName(of)}.${method}`;
  if (!props) {
    return layOut(
      { open: `${head}(`, close: ')' }, (indent) => args.map((arg) => show(arg, { ...place, indent })), place,
    );
  }
  const own = args.map((arg) => show(arg, place));
  const before = `${head}(${own.map((arg) => `${arg}, `).join('')}`;
  return `${before}${braces(props, { ...place, column: place.column + before.length })})`;
}

function braces(props: readonly Prop[], place: Place, isOpen = false): string {
  return layOut({ open: '{', close: '}', padding: ' ' }, (indent) => props.map(({ name, value }) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
    if (value.kind === 'name' && value.name === key) return key;
    return `${key}: ${show(value, { ...place, indent, column: indent.length + key.length + 2 })}`;
  }), { ...place, isOpen });
}

function typeName(type: string): string {
  return type.replace(/^cdk\./, '');
}
