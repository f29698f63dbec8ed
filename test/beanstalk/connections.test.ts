import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BeanstalkEnvironment, EcsEnvironment } from '../../lib';
import { file, WEB } from '../ecs/helpers';

test.each([['EcsEnvironment', EcsEnvironment], ['BeanstalkEnvironment', BeanstalkEnvironment]])('a database lets %s in by the same word', (_, Environment) => {
  const stack = new Stack(new App(), 'Test');
  const environment = new Environment(stack, 'Environment', { dockerrun: file([WEB]) });
  const database = new ec2.SecurityGroup(stack, 'Database', { vpc: environment.vpc });
  database.connections.allowFrom(environment, ec2.Port.tcp(5432));
  const rules = Object.values(Template.fromStack(stack).findResources('AWS::EC2::SecurityGroupIngress')).map(({ Properties }) => Properties);
  expect(rules.filter(({ FromPort }) => FromPort === 5432).length).toBeGreaterThan(0);
});
