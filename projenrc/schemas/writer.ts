import { join } from 'node:path';
import * as ts from 'typescript';

/* A type of the sources as a JSON Schema of draft 7. Objects may have further keys: an addition breaks no reader. */

export interface Schema {
  readonly [key: string]: unknown;
}

/** What a command prints as JSON, as a type over those of the sources. */
export interface Output {
  readonly title: string;
  readonly description: string;
  /** With what it imports, from the root of the sources. */
  readonly imports: string;
  readonly type: string;
}

const ROOT = join(__dirname, '..', '..');

/** The schemas of several outputs, all of them from one program. */
export function schemasOf(outputs: Readonly<Record<string, Output>>): Record<string, Schema> {
  const files = new Map(Object.entries(outputs).map(([name, { imports, type }]) => [
    join(ROOT, 'lib', `${name.replaceAll('.', '-')}-output.ts`), `${imports}\nexport type Output = ${type};\n`,
  ]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16,
    strict: true, noEmit: true, types: [],
  };
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...files.keys()], options, {
    ...host,
    fileExists: (name) => files.has(name) || host.fileExists(name),
    readFile: (name) => files.get(name) ?? host.readFile(name),
    getSourceFile: (name, version) => {
      const text = files.get(name);
      return text === undefined ? host.getSourceFile(name, version) : ts.createSourceFile(name, text, version, true);
    },
  });
  const checker = program.getTypeChecker();
  return Object.fromEntries(Object.entries(outputs).map(([name, { title, description }], index) => {
    const source = program.getSourceFile([...files.keys()][index])!;
    const alias = source.statements.find((statement) => ts.isTypeAliasDeclaration(statement))!;
    const definitions = new Map<string, Schema>();
    const schema = schemaOf(checker.getTypeAtLocation(alias), { checker, location: alias, definitions });
    return [name, {
      $schema: 'http://json-schema.org/draft-07/schema#', title, description, ...schema,
      ...definitions.size > 0 && { definitions: Object.fromEntries([...definitions].sort(([one], [other]) => (one < other ? -1 : 1))) },
    }];
  }));
}

interface Context {
  readonly checker: ts.TypeChecker;
  readonly location: ts.Node;
  /** The schemas of interfaces, by their names. */
  readonly definitions: Map<string, Schema>;
}

function schemaOf(type: ts.Type, context: Context): Schema {
  const { checker } = context;
  if (type.isUnion()) return unionOf(type.types, context);
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
  const word = checker.typeToString(type);
  if (word === 'true' || word === 'false') return { const: word === 'true' };
  if (['string', 'number', 'boolean', 'null'].includes(word)) return { type: word };
  if (word === 'unknown' || word === 'any') return {};
  const item = checker.isTupleType(type) ? undefined : checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  if (checker.isTupleType(type)) {
    return { type: 'array', items: unionOf(checker.getTypeArguments(type as ts.TypeReference), context) };
  }
  if (item && checker.isArrayType(type)) return { type: 'array', items: schemaOf(item, context) };
  return type.isClassOrInterface() ? definedOf(type, context) : objectOf(type, context);
}

function definedOf(type: ts.InterfaceType, context: Context): Schema {
  const { name } = type.symbol;
  if (!context.definitions.has(name)) {
    context.definitions.set(name, {});
    context.definitions.set(name, objectOf(type, context));
  }
  return { $ref: `#/definitions/${name}` };
}

function isUndefined(type: ts.Type, { checker }: Context): boolean {
  return checker.typeToString(type) === 'undefined';
}

function unionOf(types: readonly ts.Type[], context: Context): Schema {
  const all = types.filter((type) => !isUndefined(type, context)).map((type) => schemaOf(type, context));
  const unique = [...new Map(all.map((schema) => [JSON.stringify(schema), schema])).values()];
  const isBoolean = unique.filter((schema) => typeof schema.const === 'boolean').length === 2;
  const words = unique.filter((schema) => typeof schema.const === 'string' || typeof schema.const === 'number').map((schema) => schema.const);
  const others = unique.filter((schema) => !('const' in schema) || (typeof schema.const === 'boolean' && !isBoolean));
  const merged = [
    ...others, ...isBoolean ? [{ type: 'boolean' }] : [], ...words.length > 0 ? [words.length === 1 ? { const: words[0] } : { enum: words }] : [],
  ];
  return merged.length === 1 ? merged[0] : { anyOf: merged };
}

/** What stands beside a reference is not read. */
function described(schema: Schema, description: string): Schema {
  if (description === '') return schema;
  return '$ref' in schema ? { allOf: [schema], description } : { ...schema, description };
}

function objectOf(type: ts.Type, context: Context): Schema {
  const { checker, location } = context;
  const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  const properties = checker.getPropertiesOfType(type).map((property) => {
    const description = ts.displayPartsToString(property.getDocumentationComment(checker)).replace(/\s+/g, ' ');
    const own = checker.getTypeOfSymbolAtLocation(property, location);
    const mayBeAbsent = own.isUnion() && own.types.some((one) => isUndefined(one, context));
    return { name: property.name, mayBeAbsent, schema: described(schemaOf(own, context), description) };
  });
  const required = properties.filter(({ mayBeAbsent }) => !mayBeAbsent).map(({ name }) => name);
  return {
    type: 'object',
    ...properties.length > 0 && { properties: Object.fromEntries(properties.map(({ name, schema }) => [name, schema])) },
    ...required.length > 0 && { required },
    ...index && { additionalProperties: schemaOf(index, context) },
  };
}
