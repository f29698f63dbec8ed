import { Call, Expression, Prop, typesIn } from '../expression';
import { AppFile, AppModel, kebab, snake } from '../model';
import { byModule, comment, layOut, MODULES, Place } from './layout';

const STEP = '    ';

/** The name of the module that the stack is in. */
export function moduleOf({ name }: Pick<AppModel, 'name'>): string {
  return `${kebab(name).replaceAll('-', '_')}_stack`;
}

/** The app and its stack. */
export function pythonFiles(app: AppModel): AppFile[] {
  return [{ path: 'app.py', text: appText(app) }, { path: `${moduleOf(app)}.py`, text: stackText(app) }];
}

function appText(app: AppModel): string {
  return [
    '#!/usr/bin/env python3',
    'from aws_cdk import App',
    '',
    `from ${moduleOf(app)} import ${app.name}Stack`,
    '',
    'app = App()',
    `${app.name}Stack(app, ${JSON.stringify(app.name)})`,
    'app.synth()',
    '',
  ].join('\n');
}

function stackText(app: AppModel): string {
  const { name, construct, source, statements, notes, acknowledged } = app;
  const types = [
    construct, 'cdk.Stack', ...acknowledged ? ['cdk.Annotations'] : [],
    ...[...app.props, ...statements].flatMap(({ value }) => [...typesIn(value, true)]),
  ];
  const place = { indent: STEP.repeat(2), step: STEP, column: 8 };
  return [
    ...importLines(types),
    '',
    `# ${source.about}`,
    `${source.name} = ${show(source.path, { ...place, indent: '', column: 16 })}`,
    '', '',
    `class ${name}Stack(Stack):`,
    `${STEP}"""${app.about}"""`,
    '',
    `${STEP}def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:`,
    `${place.indent}super().__init__(scope, construct_id, **kwargs)`,
    '',
    ...statements.flatMap((one) => [
      ...one.comment === undefined ? [] : comment(one.comment, place.indent, '#'),
      `${place.indent}${snake(one.name)} = ${show(one.value, { ...place, column: 11 + one.name.length })}`,
    ]),
    ...statements.length > 0 ? [''] : [],
    ...notes.flatMap((note) => comment(`TODO ${note}`, place.indent, '#')),
    place.indent + (acknowledged ? 'environment = ' : '')
      + parentheses(construct, ['self', '"Environment"'], app.props, place, true),
    ...acknowledged ? [
      '', ...comment(acknowledged.comment, place.indent, '#'),
      `${place.indent}Annotations.of(environment).acknowledge_info(${JSON.stringify(acknowledged.id)})`,
    ] : [],
    '',
  ].join('\n');
}

function importLines(types: readonly string[]): string[] {
  const modules = byModule(types);
  const services = [...modules.keys()].filter((name) => name !== '' && name !== 'cdk')
    .map((name) => `aws_${MODULES[name]} as ${name}`);
  const from = (module: string, names: readonly string[]) => layOut(
    { open: `from ${module} import (`, close: ')' }, () => names, { indent: '', step: STEP, column: 0 },
  ).replace(/^(.*) \((.*)\)$/, '$1 $2');
  return [
    'from pathlib import Path',
    '',
    from('aws_cdk', [...modules.get('cdk') ?? [], ...services.sort()]),
    from('cdk_dockerrun', modules.get('') ?? []),
    'from constructs import Construct',
  ];
}

function show(expression: Expression, place: Place): string {
  switch (expression.kind) {
    case 'value': return literal(expression.value);
    case 'cast': return literal(expression.value);
    case 'name': return snake(expression.name);
    case 'constant': return expression.name;
    case 'scope': return 'self';
    case 'member': return `${typeName(expression.of)}.${expression.name}`;
    case 'path': return `str(Path(__file__).parent.joinpath(${expression.steps.map(literal).join(', ')}).resolve())`;
    case 'list': return layOut({ open: '[', close: ']' }, (indent) =>
      expression.items.map((item) => show(item, { ...place, indent, column: indent.length })), place);
    case 'record': return layOut({ open: '{', close: '}' }, (indent) => expression.entries.map(([key, value]) =>
      `${literal(key)}: ${show(value, { ...place, indent, column: indent.length + key.length + 4 })}`), place);
    case 'struct': return parentheses(typeName(expression.type), [], expression.props, place);
    case 'call': return showCall(expression, place);
  }
}

function showCall({ of, method, args, props = [] }: Call, place: Place): string {
  const head = method === undefined ? typeName(of) : `${typeName(of)}.${snake(method)}`;
  return parentheses(head, args.map((arg) => show(arg, place)), props, place);
}

/** Props are keyword arguments. What an enum has no member for, Python cannot say. */
function parentheses(
  head: string, args: readonly string[], props: readonly Prop[], place: Place, isOpen = false,
): string {
  return layOut(
    { open: `${head}(`, close: ')' },
    (indent) => [
      ...args,
      ...props
        .filter(({ value }) => value.kind !== 'cast')
        .map(({ name, value }) => {
          const key = snake(name);
          return `${key}=${show(value, { ...place, indent, column: indent.length + key.length + 1 })}`;
        }),
    ],
    { ...place, isOpen },
  );
}

function typeName(type: string): string {
  return type.replace(/^cdk\./, '');
}

function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}
