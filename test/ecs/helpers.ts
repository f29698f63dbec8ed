import { App, AppProps, Stack, StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Dockerrun, EcsEnvironment, EcsEnvironmentProps } from '../../lib';

/** An object of a template, of which nothing is known beforehand. */
export type Json = any;

/** A file with the given containers and whatever else stands at its top level. */
export function file(containers: readonly object[], rest: object = {}): Dockerrun {
  return Dockerrun.fromString(JSON.stringify({ AWSEBDockerrunVersion: 2, ...rest, containerDefinitions: containers }));
}

/** A container that lacks nothing. */
export function container(name: string, rest: object = {}): object {
  return { name, image: `example/${name}:1.0`, memory: 128, ...rest };
}

/** A container that answers on host port 80. */
export const WEB = container('web', { portMappings: [{ hostPort: 80, containerPort: 80 }] });

export type Props = Partial<EcsEnvironmentProps>;

/** An environment in a stack of its own. */
export function environment(props: Props = {}, stackProps: StackProps = {}, appProps: AppProps = {}): EcsEnvironment {
  const stack = new Stack(new App(appProps), 'Test', stackProps);
  return new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...props });
}

/** The template of an environment in a stack of its own. */
export function templateOf(props: Props = {}, stackProps: StackProps = {}, appProps: AppProps = {}): Template {
  return Template.fromStack(Stack.of(environment(props, stackProps, appProps)));
}

/** The template of an environment with these containers. */
export function templateWith(containers: readonly object[], rest: object = {}, props: Props = {}): Template {
  return templateOf({ dockerrun: file(containers, rest), ...props });
}

/** The only resource of a type, with its logical id. */
export function only(template: Template, type: string): Json {
  const found = Object.entries(template.findResources(type));
  if (found.length !== 1) throw new Error(`expected one ${type}, found ${found.length}`);
  const [[id, resource]] = found;
  return { id, ...resource };
}

/** The containers of the only task definition. */
export function containersOf(template: Template): Json[] {
  return only(template, 'AWS::ECS::TaskDefinition').Properties.ContainerDefinitions;
}

/** The statements of the policies that are attached to a role. */
export function statementsOf(template: Template, roleId: string): Json[] {
  return Object.values(template.findResources('AWS::IAM::Policy'))
    .filter(({ Properties }) => Properties.Roles.some((role: Json) => role.Ref === roleId))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

/** The logical id that a reference leads to. */
export function target(reference: Json): string {
  return reference.Ref ?? reference['Fn::GetAtt'][0];
}

/** The statements of the role with which the agent starts the only task. */
export function agentStatements(template: Template): Json[] {
  return statementsOf(template, target(only(template, 'AWS::ECS::TaskDefinition').Properties.ExecutionRoleArn));
}

/** Everything that a value refers to. */
function references(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  const own = typeof value.Ref === 'string' ? [value.Ref] : Array.isArray(value['Fn::GetAtt']) ? [value['Fn::GetAtt'][0]] : [];
  return [...own, ...Object.values(value).flatMap(references)];
}

/** The logical ids of everything that is there before a resource is created. */
export function before(template: Template, id: string): Set<string> {
  const resources: Json = template.toJSON().Resources;
  const found = new Set<string>();
  const visit = (current: string) => {
    const { DependsOn = [], Properties = {} } = resources[current] ?? {};
    for (const next of [...DependsOn, ...references(Properties)].filter((name: string) => name in resources && !found.has(name))) {
      found.add(next);
      visit(next);
    }
  };
  visit(id);
  return found;
}
