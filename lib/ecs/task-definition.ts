import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { Finding } from '../core/finding/finding';
import { Decision } from '../core/plan/decision';
import { planTaskDefinition, problemsOfTask } from '../core/plan/ecs/ecs';
import { TaskPlan } from '../core/plan/ecs/plan';
import { noHostPort } from '../core/rules/advice/no-host-port';
import { SourceBundleSettings } from '../core/settings/instances/instances';
import { Dockerrun } from '../dockerrun';
import { agentStatements } from '../shared/agent-policy';
import { bindEnvironmentFiles } from '../shared/environment-files';
import { grantFileSystems } from '../shared/file-systems';
import { annotate } from '../shared/findings/annotate';
import { executionRoleOf, givenTo, taskRoleOf } from '../shared/settings/given';
import { containersSettings } from '../shared/settings/settings';
import { resolveSetting } from '../shared/settings/tokens';
import { ContainersProps } from './containers-props';
import { addContainers, DockerrunContainer } from './private/service/container';
import { createLogGroup, defaultLogDriver } from './private/service/container-logs';
import { toVolume } from './private/service/volume';
import { VolumesProps } from './volume';

/** Properties of `DockerrunTaskDefinition`. */
export interface DockerrunTaskDefinitionProps extends ContainersProps, VolumesProps {
  /** The file that says which containers run. */
  readonly dockerrun: Dockerrun;

  /**
   * Network mode of the containers: `BRIDGE`, `AWS_VPC`, `HOST` or `NONE`.
   *
   * @default - bridge, as on Elastic Beanstalk
   */
  readonly networkMode?: ecs.NetworkMode;

  /**
   * Environment variables for every container. What a container sets itself in the file wins.
   *
   * @default - only those of the file, and AWS_REGION
   */
  readonly environmentProperties?: { readonly [name: string]: string };

  /** @internal */
  readonly _task?: TaskPlan;

  /** @internal */
  readonly _isWorker?: boolean;

  /** @internal */
  readonly _sourceBundle?: SourceBundleSettings;
}

/**
 * The task definition that a Dockerrun file describes. Works with any service on any cluster of EC2 instances.
 *
 * Every container parameter of the file is in the template, or a finding says why not. Throws when the file cannot
 * run in the chosen network mode, listing every reason.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html
 */
export class DockerrunTaskDefinition extends ecs.TaskDefinition {
  /** Log group of the containers without a `logConfiguration`; none when all of them have one. */
  public readonly logGroup?: logs.ILogGroup;

  /** Choices of its plan, and why. Empty inside a service, whose plan has them. */
  public readonly decisions: Decision[];

  constructor(scope: Construct, id: string, props: DockerrunTaskDefinitionProps) {
    const settings = { ...containersSettings(props), sourceBundle: props._sourceBundle };
    const document = props.dockerrun._document;
    const { problems, plan } = props._task
      ? { problems: problemsOfTask(document, settings), plan: { part: props._task, decisions: [] } }
      : planTaskDefinition(document, settings);
    const findings = props.dockerrun._locate(problems);
    props.dockerrun._refuse(findings);
    const { part: task, decisions } = plan!;
    super(scope, id, {
      compatibility: ecs.Compatibility.EC2,
      networkMode: task.networkMode as ecs.NetworkMode,
      volumes: task.volumes.map((volume) => toVolume(volume, props.volumes)),
      taskRole: taskRoleOf(scope, id, task, props),
      executionRole: executionRoleOf(scope, id, task, props),
    });
    this.decisions = [...decisions];
    annotate(this, [...findingsOf(props), ...findings]);
    grantFileSystems(this.taskRole, props);
    this.logGroup = props.logGroup ?? createLogGroup(this, task, props);
    this.createContainers(task, props);
    for (const statement of agentStatements(Stack.of(this), task)) this.addToExecutionRolePolicy(statement);
  }

  private createContainers(task: TaskPlan, props: DockerrunTaskDefinitionProps): void {
    const variables = Object.entries(props.environmentProperties ?? {})
      .map(([name, value]) => [`environmentProperties.${name}`, value]);
    const tokens: Readonly<Record<string, string>> = Object.fromEntries([['region', Stack.of(this).region], ...variables]);
    addContainers(task.containers, (container) => {
      const environment = Object.fromEntries(
        container.environment.map(({ name, value }) => [name, resolveSetting(value, tokens)]),
      );
      const environmentFiles = bindEnvironmentFiles(this, container.name, props);
      const logging = container.logsToEnvironment ? defaultLogDriver(this.logGroup!, container.name) : undefined;
      return new DockerrunContainer(this, container, {
        environment, environmentFiles, logging, ...givenTo(container, props),
      });
    });
  }
}

/**
 * What there is to say about the file, but for volumes that something else takes the place of, and for ports of a
 * worker.
 */
function findingsOf({ dockerrun, volumes = {}, _isWorker: isWorker = false }: DockerrunTaskDefinitionProps): Finding[] {
  const { spec } = dockerrun._document;
  return dockerrun.findings.filter(({ path, rule }) => {
    const [, index] = /^volumes\[(\d+)\]/.exec(path) ?? [];
    if (isWorker && rule === noHostPort.name) return false;
    return index === undefined || !Object.hasOwn(volumes, spec.volumes[Number(index)]?.name ?? '');
  });
}
