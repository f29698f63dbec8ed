import { App } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import * as library from '../../lib';
import { Acknowledgement } from '../checks';

/** One line of a table: a finding at one place of the library, wherever an example meets it. */
export interface Row {
  readonly finding: string;
  readonly place: string;
  readonly reason: string;
  /** The example that meets it, or nothing. */
  readonly example: string;
}

const INTRODUCTION = `# Security

Written by \`npx projen docs\`; the tables come from the validation reports of all [examples](../examples).

## What the template does by default

| What | How | Changed by |
| --- | --- | --- |
| Way in | Only the load balancer has public addresses, and only the ports of its listeners are open | \`publicLoadBalancer\`; \`open\`, \`allowedCidrs\` and \`allowedSecurityGroups\` of a listener |
| Front door | Behind one, the listener lets in nobody else: the VPC link of the API, or the addresses of CloudFront with a secret header | \`frontDoor\` |
| Way to the containers | The security group of instances or tasks takes the ports that the load balancer forwards to, from its security group alone: exactly these, or the range of dynamic host ports | \`portMappings\` in the file |
| Subnets | Instances and tasks stand in private subnets; no subnet gives out public addresses | \`vpc\`, \`vpcSubnets\`, \`nat\` |
| TLS | With a certificate, TLS 1.2 or later with post-quantum key exchange, and port 80 leads to 443; without one, clients speak HTTP | \`certificates\`, \`sslPolicy\`, \`redirectHTTP\` |
| Metadata service | IMDSv2 only, one hop, and closed to tasks in awsvpc mode: containers cannot use the role of the instances, unless they are in host mode | |
| Disks | The root volume is encrypted | |
| Shell | Session Manager; there is no key pair, and no port for SSH | |
| Containers | Their role, \`taskRole\`, is empty until you grant to it | |
| Amazon ECS agent | The role that starts a task may pull the images, read the secrets and write the logs that the file names, and nothing else | \`executionRoleArn\` in the file |
| Values that look secret | A warning, [plain-secret](RULES.md#dr5002-plain-secret), and no report repeats the value | \`secrets\` in the file |
| Functions | No Lambda function and no custom resource | \`restrictDefaultSecurityGroup\` |

Off unless you ask, because it costs money, needs a place of yours, or changes what clients see: \`flowLogs\`,
\`accessLogsBucket\`, \`webAclArn\`, \`deletionProtection\`, \`dropInvalidHeaderFields\`, \`restrictDefaultSecurityGroup\`.

## Who may write what

| Text | Trusted for | Not trusted for |
| --- | --- | --- |
| The app and its props | Everything: it runs with the rights of whoever deploys | |
| Dockerrun file, \`.ebextensions\`, \`env.yaml\`, \`cron.yaml\` | What containers run, and which images, secrets, volumes and log groups they name | Wildcards in policies, values that CloudFormation or the CDK would put something else in the place of, files outside the bundle, control of a terminal or of a build |
| Archives and folders | Their contents | Names and links that lead out, or that an instance would unpack to something else |
| Answers of AWS | What CloudFormation resolves | |

What a file says reaches the template, the user data as one quoted word, and the output of the commands without what looks
like a secret. Nothing of it reaches a shell on the machine that synthesizes, and nothing is sent anywhere.

Report what breaks this with a private vulnerability report of the repository, with the smallest file that shows it.

## cdk-nag

The examples are checked by the rule pack AwsSolutions of [cdk-nag](https://github.com/cdklabs/cdk-nag) 3. Every finding is
acknowledged at its resource, with its reason, and stays in \`cdk.out/validation-report.json\` as suppressed:

\`\`\`ts
import { Validations } from 'aws-cdk-lib';
import { KnownFindings } from 'cdk-dockerrun';
import { AwsSolutionsChecks } from 'cdk-nag';

Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
KnownFindings.acknowledge(app); // the first table below
Validations.of(environment.vpc).acknowledge({ id: 'AwsSolutions::AwsSolutions-VPC7', reason: 'Nobody reads them.' });
\`\`\`

The name of the pack before the id keeps an acknowledged finding in the report.

### What no prop changes

\`KnownFindings.acknowledge(scope)\` acknowledges these and nothing else. What you grant beyond them on every resource is
found again, and so are variables beside \`AWS_REGION\` and rules that let in more than the VPC.
`;

const CHOICES = `
### What you decide

The library acknowledges none of these. The examples do, each by itself, to stay small and cheap.
`;

const VALIDATORS = `
## The validator of the CDK, and cfn-lint

The templates of all examples pass the validator that is built into the CDK with its errors turned on, and cfn-lint with
the settings of [.ci/.cfnlintrc](../.ci/.cfnlintrc), without a finding.
`;

/** What an example acknowledges, with the place as somebody knows it who uses the library. */
export function toRow(example: string, app: App, { finding, resource, reason }: Acknowledgement): Row {
  return { example, finding: finding.replace(/^AwsSolutions-/, ''), place: placeIn(app, resource), reason };
}

/** The construct of this library that made a resource, and the path below it. */
function placeIn(app: App, path: string): string {
  const resource = path.split('/').reduce<IConstruct>((construct, id) => construct.node.findChild(id), app);
  const { scopes } = resource.node;
  const isOurs = ({ constructor }: IConstruct) => Object.values<unknown>({ ...library }).includes(constructor);
  const innermost = scopes.map(isOurs).lastIndexOf(true);
  const [first, ...others] = scopes.slice(Math.max(innermost, 2));
  const names = others.map(({ node }) => node.id).filter((id) => id !== 'Resource');
  return [innermost < 0 ? first.node.id : first.constructor.name, ...names].join('/');
}

/** docs/SECURITY.md: what the default is, and every finding that is acknowledged. */
export function securityPage(known: readonly Row[], choices: readonly Row[], examples: number): string {
  return [INTRODUCTION, '\n', table(known, examples), '\n', CHOICES, '\n', table(choices, examples), '\n', VALIDATORS].join('');
}

function table(rows: readonly Row[], examples: number): string {
  const byLine = new Map<string, string[]>();
  for (const { finding, place, reason, example } of rows) {
    const line = `| \`${finding}\` | \`${place}\` | ${reason} |`;
    byLine.set(line, [...new Set([...byLine.get(line) ?? [], ...example ? [example] : []])]);
  }
  const lines = [...byLine].map(([line, names]) => `${line} ${showExamples(names, examples)} |`).sort();
  return ['| Finding | Resource | Reason | Examples |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function showExamples(names: readonly string[], examples: number): string {
  if (names.length === 0) return 'none';
  return names.length === examples ? 'all' : names.join(', ');
}
