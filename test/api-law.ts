import * as spec from '@jsii/spec';

/** Code that may appear in a signature: our own, and what every CDK app already has. */
const KNOWN_MODULES = /^(cdk-dockerrun|aws-cdk-lib|constructs)\./;

/** The parameters that every construct has; describing them again says nothing. */
const CONSTRUCT_PARAMETERS = ['scope', 'id', 'props'];

/** A summary is a noun phrase, or what a method does. */
const RIDDLE = /^(What|Who|Whom|How|Where|Whether|Which|After how|For how)\b/;

function* lawOfSummary(docs: spec.Docs | undefined, name: string): Generator<string> {
  if (!docs?.summary) yield `${name}: has no description`;
  else if (RIDDLE.test(docs.summary)) yield `${name}: begins with "${docs.summary.split(' ')[0]}", not with what it is`;
}

/** Everything in which the API falls short of the law, each with the name of the type, member or parameter. */
export function apiViolations(assembly: spec.Assembly): string[] {
  return Object.values(assembly.types ?? {}).flatMap((type) => [...lawOfType(type), ...lawOfMembers(type)]);
}

function* lawOfType(type: spec.Type): Generator<string> {
  yield* lawOfSummary(type.docs, type.name);
  if (spec.isEnumType(type)) return;
  const parents = [...type.interfaces ?? [], ...spec.isClassType(type) && type.base ? [type.base] : []];
  for (const parent of parents.filter((fqn) => !KNOWN_MODULES.test(fqn))) yield `${type.name}: extends ${parent}, a type of another library`;
  if (spec.isInterfaceType(type) && !type.datatype && !/^I[A-Z]/.test(type.name)) {
    yield `${type.name}: is an interface with behavior, so its name must start with I`;
  }
}

function* lawOfMembers(type: spec.Type): Generator<string> {
  if (spec.isEnumType(type)) {
    for (const member of type.members) yield* lawOfEnumMember(member, `${type.name}.${member.name}`);
    return;
  }
  const isStruct = spec.isInterfaceType(type) && type.datatype === true;
  for (const property of type.properties ?? []) yield* lawOfProperty(property, `${type.name}.${property.name}`, isStruct);
  for (const method of type.methods ?? []) yield* lawOfMethod(method, `${type.name}.${method.name}()`);
  if (spec.isClassType(type) && type.initializer) yield* lawOfParameters(type.initializer, `new ${type.name}()`, CONSTRUCT_PARAMETERS);
}

function* lawOfEnumMember(member: spec.EnumMember, name: string): Generator<string> {
  yield* lawOfSummary(member.docs, name);
  if (!/^[A-Z][A-Z0-9_]*$/.test(member.name)) yield `${name}: must be in upper case`;
}

function* lawOfProperty(property: spec.Property, name: string, isStruct: boolean): Generator<string> {
  if (!property.overrides) yield* lawOfSummary(property.docs, name);
  yield* lawOfReference(property.type, name);
  if (!isStruct) return;
  if (!property.immutable) yield `${name}: must be readonly`;
  if (property.optional) yield* lawOfDefault(property.docs?.default, name);
}

function* lawOfDefault(text: string | undefined, name: string): Generator<string> {
  if (!text) yield `${name}: is optional, but has no @default`;
  else if (/^(-\s*)?(undefined|none)\b/i.test(text)) yield `${name}: has the @default "${text}", which does not say what happens`;
}

function* lawOfMethod(method: spec.Method, name: string): Generator<string> {
  if (method.overrides) return;
  yield* lawOfSummary(method.docs, name);
  if (method.returns) yield* lawOfReference(method.returns.type, name);
  yield* lawOfParameters(method, name, []);
}

function* lawOfParameters({ parameters = [] }: spec.Callable, name: string, selfEvident: readonly string[]): Generator<string> {
  for (const parameter of parameters) {
    const parameterName = `${name} ${parameter.name}`;
    if (!parameter.docs?.summary && !selfEvident.includes(parameter.name)) yield `${parameterName}: has no description`;
    if (!isJson(parameter.type)) yield* lawOfReference(parameter.type, parameterName);
  }
}

/** Every language can give JSON; none can tell what is in JSON that it gets. */
function isJson(type: spec.TypeReference): boolean {
  return spec.isPrimitiveTypeReference(type) && String(type.primitive) === 'json';
}

function* lawOfReference(type: spec.TypeReference, name: string): Generator<string> {
  if (spec.isCollectionTypeReference(type)) yield* lawOfReference(type.collection.elementtype, name);
  if (spec.isNamedTypeReference(type)) yield* lawOfName(type.fqn, name);
  if (spec.isUnionTypeReference(type)) yield `${name}: has a union type`;
  if (spec.isPrimitiveTypeReference(type) && ['any', 'json'].includes(type.primitive)) yield `${name}: has the type ${type.primitive}`;
}

function* lawOfName(fqn: string, name: string): Generator<string> {
  if (!KNOWN_MODULES.test(fqn)) yield `${name}: has the type ${fqn} of another library`;
  if (fqn.split('.').some((part) => part.startsWith('Cfn'))) yield `${name}: has the generated type ${fqn}`;
}
