import { EXAMPLE_NAMES, templatesOf } from '../examples/all-examples';
import { TemplateJson } from '../walker/template';
import { ENVIRONMENTS, withStatement } from './environments';
import { faultsOf } from './faults';
import { managedPoliciesIn, statementsIn } from './statements';

/*
 * CloudFormation accepts every statement, and IAM one that grants nothing. Each statement of each template is held
 * against the service authorization reference of AWS, as a package brings it:
 * https://docs.aws.amazon.com/service-authorization/
 */
const EXAMPLES = EXAMPLE_NAMES.map((name): [string, () => TemplateJson[]] => [
  `examples/${name}`, () => templatesOf(name),
]);
const OTHERS = ENVIRONMENTS.map(([name, make]): [string, () => TemplateJson[]] => [name, () => [make()]]);

/**
 * Those that are used here, all of them in
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const MANAGED_POLICIES = [
  'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy',
  'AWSElasticBeanstalkMulticontainerDocker',
  'AWSElasticBeanstalkWebTier',
  'AWSElasticBeanstalkWorkerTier',
  'AmazonECSInfrastructureRolePolicyForLoadBalancers',
  'AmazonSSMManagedInstanceCore',
  'service-role/AWSElasticBeanstalkEnhancedHealth',
  'service-role/AmazonEC2ContainerServiceforEC2Role',
];

/**
 * Grants of the CDK write these: of a parameter beside actions that count, of a table for a stream that it does not
 * have.
 */
const BY_THE_CDK =
  /: ssm:DescribeParameters acts on \* alone, got arn:aws:ssm:|: dynamodb:Get(Records|ShardIterator) acts on none of|nothing that dynamodb:GetRecords, /;

const used = new Set<string>();

async function faultsIn(templates: readonly TemplateJson[]): Promise<string[]> {
  const found = await Promise.all(templates.flatMap((template) => statementsIn(template, templates)).map(faultsOf));
  return found.flat().filter((fault) => !BY_THE_CDK.test(fault));
}

test.each([...EXAMPLES, ...OTHERS])('%s: every statement grants what it says', async (_, make) => {
  const templates = make();
  expect(JSON.stringify(templates)).toContain('"Statement"');
  expect(await faultsIn(templates)).toEqual([]);
  for (const arn of templates.flatMap(managedPoliciesIn)) used.add(arn);
});

test('every managed policy is one that AWS documents, and every documented one is used', () => {
  expect([...used].sort()).toEqual(MANAGED_POLICIES.map((name) => `arn:aws:iam::aws:policy/${name}`).sort());
});

test('a wrong statement in a template is found with its place', async () => {
  const wrong = withStatement({
    actions: ['sqs:SendMessage'],
    resources: ['arn:aws:s3:::jobs'],
    conditions: { StringEquals: { 'ecs:cluster': 'shop' } },
  });
  expect(await faultsIn([wrong])).toEqual([
    expect.stringMatching(
      /^RoleDefaultPolicy\w+\.PolicyDocument\[0\]: sqs:SendMessage acts on none of arn:aws:s3:::jobs$/,
    ),
    expect.stringMatching(/: sqs:SendMessage has no condition key ecs:cluster$/),
    expect.stringMatching(/: arn:aws:s3:::jobs is nothing that sqs:SendMessage acts on$/),
  ]);
});
