import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { EcsEnvironment, AddedServiceProps } from '../../lib';
import { agentStatements, container, containersOf, file, Json, only, Props, statementsOf, target, WEB } from './helpers';

interface Made {
  readonly environment: EcsEnvironment;
  readonly stack: Stack;
  readonly template: () => Template;
}

/** An environment whose props need the stack. */
function made(props: (stack: Stack) => Props, containers: readonly object[] = [WEB]): Made {
  const stack = new Stack(new App(), 'Test');
  const environment = new EcsEnvironment(stack, 'Environment', { dockerrun: file(containers), ...props(stack) });
  return { environment, stack, template: () => Template.fromStack(stack) };
}

const reads = (statements: Json[]) => statements.filter(({ Action }) => /GetSecretValue|GetParameters/.test(JSON.stringify(Action)));

describe('images', () => {
  const given = (stack: Stack) => ({ images: { web: ecs.ContainerImage.fromEcrRepository(new ecr.Repository(stack, 'Repository'), '1.4') } });

  test('take the place of those in the file, and the agent may pull them', () => {
    const { template } = made(given, [container('web', { image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/old:1', portMappings: [{ hostPort: 80, containerPort: 80 }] }), container('side')]);
    const repository = only(template(), 'AWS::ECR::Repository').id;
    const [web, side] = containersOf(template());
    expect(JSON.stringify(web.Image)).toContain(`{"Ref":"${repository}"}`);
    expect(side.Image).toBe('example/side:1.0');
    const pulls = agentStatements(template()).filter(({ Action }) => JSON.stringify(Action).includes('ecr:Batch'));
    expect(pulls.map(({ Resource }) => Resource)).toEqual([{ 'Fn::GetAtt': [repository, 'Arn'] }]);
    expect(JSON.stringify(template())).not.toContain('repository/old');
  });

  test('are a decision of the plan, which knows them by their prop', () => {
    const { environment } = made(given);
    expect(environment.plan.decision('image of web')).toMatchObject({
      topic: 'image of web', choice: '${images.web}', reason: 'You chose it; it takes the place of example/web:1.0 in the file.', source: 'prop',
    });
    expect(JSON.parse(environment.plan.toJson()).task.containers[0].image).toEqual({ unresolved: 'images.web' });
  });

});

describe('secrets', () => {
  test('stand beside those of the file, and the agent may read them', () => {
    const { template, environment } = made((stack) => ({
      secrets: {
        web: {
          DB_PASSWORD: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Database'), 'password'),
          AWS_REGION: ecs.Secret.fromSsmParameter(ssm.StringParameter.fromStringParameterName(stack, 'Region', '/shop/region')),
        },
      },
    }), [container('web', { portMappings: [{ hostPort: 80, containerPort: 80 }], secrets: [{ name: 'TOKEN', valueFrom: '/shop/token' }] }), container('side')]);
    const secret = { Ref: only(template(), 'AWS::SecretsManager::Secret').id };
    const [web, side] = containersOf(template());
    expect(web.Secrets.map(({ Name }: Json) => Name)).toEqual(['TOKEN', 'DB_PASSWORD', 'AWS_REGION']);
    expect(web.Secrets[1].ValueFrom).toEqual({ 'Fn::Join': ['', [secret, ':password::']] });
    expect(web.Environment).toBeUndefined();
    expect(side.Secrets).toBeUndefined();
    expect(side.Environment).toEqual([{ Name: 'AWS_REGION', Value: { Ref: 'AWS::Region' } }]);
    expect(reads(agentStatements(template())).map(({ Resource }) => Resource)).toContainEqual(secret);
    expect(environment.plan.decision('secrets of web').choice).toBe('DB_PASSWORD, AWS_REGION');
    expect(environment.plan.toJson()).toContain('"secrets.web.DB_PASSWORD"');
  });

  test('are refused when the file sets the variable plainly', () => {
    const secrets = (stack: Stack) => ({ secrets: { web: { COLOR: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Color')) } } });
    expect(() => made(secrets, [container('web', { environment: [{ name: 'COLOR', value: 'green' }], portMappings: [{ hostPort: 80, containerPort: 80 }] })]))
      .toThrow('secrets.web.COLOR must not be given beside the plain value in "environment" of "web".');
  });

  test('for a container that does not exist are refused, with the name that was meant', () => {
    expect(() => made(() => ({ secrets: { wep: {} } }))).toThrow('Each key of secrets must be the name of a container, got "wep".');
    expect(() => made(() => ({ secrets: { wep: {} } }))).toThrow('Did you mean "web"?');
  });

  test('reach the containers of an added service, and those of no other', () => {
    const { environment, stack, template } = made(() => ({}));
    const secret = ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Key'));
    const props: AddedServiceProps = { dockerrun: file([container('api')]), secrets: { api: { KEY: secret } } };
    environment.addService('Api', props);
    const tasks = Object.values(template().findResources('AWS::ECS::TaskDefinition')).map(({ Properties }) => Properties.ContainerDefinitions[0]);
    expect(tasks.map(({ Name, Secrets }) => [Name, Secrets?.length])).toEqual([['web', undefined], ['api', 1]]);
  });
});

describe('credentials of a registry', () => {
  test('go to the container, and the agent may read them', () => {
    const { template, environment } = made((stack) => ({ registryCredentials: { web: new secretsmanager.Secret(stack, 'Registry') } }));
    const secret = { Ref: only(template(), 'AWS::SecretsManager::Secret').id };
    expect(containersOf(template())[0]).toMatchObject({ Image: 'example/web:1.0', RepositoryCredentials: { CredentialsParameter: secret } });
    expect(reads(agentStatements(template())).map(({ Resource }) => Resource)).toEqual([secret]);
    expect(environment.plan.decision('registry credentials of web').choice).toBe('${registryCredentials.web}');
  });
});

describe('roles', () => {
  test('are those of the props, and the agent gets what it needs on its own', () => {
    const { template, environment } = made((stack) => ({
      taskRole: new iam.Role(stack, 'App', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }),
      executionRole: new iam.Role(stack, 'Agent', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }),
    }));
    const { TaskRoleArn, ExecutionRoleArn } = only(template(), 'AWS::ECS::TaskDefinition').Properties;
    expect([target(TaskRoleArn), target(ExecutionRoleArn)]).toEqual([expect.stringMatching(/^App/), expect.stringMatching(/^Agent/)]);
    expect(statementsOf(template(), target(ExecutionRoleArn)).map(({ Action }) => Action)).toEqual([['logs:CreateLogStream', 'logs:PutLogEvents']]);
    expect(statementsOf(template(), target(TaskRoleArn))).toEqual([]);
    expect(environment.plan.decision('execution role').choice).toBe('${executionRole}');
    expect(environment.plan.decision('task role').choice).toBe('${taskRole}');
  });

  test('a role that is empty is no news when it is given', () => {
    const noted = (props: (stack: Stack) => Props) => JSON.stringify(made(props).environment.taskDefinition.node.metadata).includes('DR4007');
    const role = (stack: Stack) => ({ taskRole: new iam.Role(stack, 'App', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }) });
    expect([noted(() => ({})), noted(role)]).toEqual([true, false]);
  });
});

describe('connections', () => {
  const ingress = (networkMode: ecs.NetworkMode | undefined) => {
    const { environment, stack, template } = made((scope) => ({ networkMode, vpc: new ec2.Vpc(scope, 'Vpc') }));
    const database = new ec2.Connections({ securityGroups: [new ec2.SecurityGroup(stack, 'Database', { vpc: environment.vpc })], defaultPort: ec2.Port.tcp(5432) });
    database.allowDefaultPortFrom(environment);
    const rules = Object.values(template().findResources('AWS::EC2::SecurityGroupIngress', { Properties: { FromPort: 5432 } }));
    return rules.map(({ Properties }) => Properties.SourceSecurityGroupId['Fn::GetAtt'][0]);
  };

  test('are those of the instances, or of the tasks that have addresses of their own', () => {
    expect(ingress(undefined)).toEqual([expect.stringMatching(/^EnvironmentClusterCapacitySecurityGroup/)]);
    expect(ingress(ecs.NetworkMode.AWS_VPC)).toEqual([expect.stringMatching(/^EnvironmentServiceSecurityGroup/)]);
  });
});
