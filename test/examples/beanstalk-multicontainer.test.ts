import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BeanstalkMulticontainerStack } from '../../examples/beanstalk-multicontainer/stack';
import { optionOf } from '../beanstalk/helpers';

const template = Template.fromStack(new BeanstalkMulticontainerStack(new App(), 'BeanstalkMulticontainer'));

test.each([['default', 'default', '80'], ['8080', 'route8080', '8080']])('listener %s leads to process %s on port %s', (listener, name, port) => {
  expect(optionOf(template, `aws:elbv2:listener:${listener}`, 'DefaultProcess')).toBe(name);
  expect(optionOf(template, `aws:elasticbeanstalk:environment:process:${name}`, 'Port')).toBe(port);
});

test('the instances may pull from the private repository and read the credentials of registries, and nothing else', () => {
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        { Action: 'ecr:GetAuthorizationToken', Effect: 'Allow', Resource: '*' },
        {
          Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
          Effect: 'Allow',
          Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecr:eu-west-1:123456789012:repository/shop/nginx-proxy']] },
        },
        {
          Action: 's3:GetObject',
          Effect: 'Allow',
          Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::shop-registry-credentials/shop/.dockercfg']] },
        },
      ],
      Version: '2012-10-17',
    },
  });
});

test('matches its snapshot', () => {
  expect(template.toJSON()).toMatchSnapshot();
});
