/** A value that is to stay out of everything that is printed, and the name it has. */
export interface Planted {
  readonly kind: string;
  readonly name: string;
  readonly value: string;
  /** The part of the value that nobody may read. */
  readonly secret: string;
}

const planted = (kind: string, name: string, value: string, secret = value): Planted => ({ kind, name, value, secret });

export const SECRETS: readonly Planted[] = [
  planted('a password', 'DB_PASSWORD', 'hunter2Xq9'),
  planted('a key', 'STRIPE_API_KEY', 'k3y-Qz81_value'),
  planted('a token of two words', 'authToken', 'tok3n+Zw/77'),
  planted('an address with a password', 'DATABASE_URL', 'postgres://shop:pw77Hq@db.internal/shop', 'pw77Hq'),
  planted('an access key', 'SOME_VARIABLE', 'AKIAQ3EXBM7LTP5WZVCD'),
  planted('a token of GitHub', 'OTHER', 'ghp_R8w2Kq5Tn1Yc7Vb4Xz9Lm3Jd6Hf0Ps2Gt5Qe'),
  planted('digits', 'ADMIN_PASS', '48151623'),
];

const json = JSON.stringify;

type Write = (planted: Planted) => string;

/** What stands in a container, by what is told of it. */
const IN_CONTAINER: Readonly<Record<string, Write>> = {
  'a variable': ({ name, value }) => `"environment":[{"name":${json(name)},"value":${json(value)}}]`,
  'a key between': ({ name, value }) => `"environment":[{"name":${json(name)},"x":1,"value":${json(value)}}]`,
  'the value first': ({ name, value }) => `"environment":[{"value":${json(value)},"x":1,"name":${json(name)}}]`,
  'capital keys': ({ name, value }) => `"environment":[{"Name":${json(name)},"Value":${json(value)}}]`,
  'a misspelt key': ({ name, value }) => `"environment":[{"name":${json(name)},"vlaue":${json(value)}}]`,
  'a map': ({ name, value }) => `"environment":{${json(name)}:${json(value)}}`,
  'an escape in the name': ({ name, value }) =>
    `"environment":[{"name":"\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}","value":${json(value)}}]`,
  'an assignment': ({ name, value }) => `"environment":[${json(`${name}=${value}`)}]`,
  'a colon in a text': ({ name, value }) => `"environment":[${json(`${name}: ${value}`)}]`,
  'a value in a list': ({ name, value }) => `"environment":[{"name":${json(name)},"value":[${json(value)}]}]`,
  'a value in an object': ({ name, value }) => `"environment":{${json(name)}:{"default":${json(value)}}}`,
  'a variable twice': ({ name, value }) =>
    `"environment":[{"name":${json(name)},"value":${json(value)}},{"name":${json(name)},"value":${json(value)}}]`,
  'an option of the command': ({ name, value }) => `"command":["run",${json(`--${name}=${value}`)}]`,
  'an option and its value': ({ name, value }) => `"command":["run",${json(`--${name}`)},${json(value)}]`,
  'a command of a shell': ({ name, value }) => `"command":["sh","-c",${json(`${name}=${value} exec run`)}]`,
  'an entry point': ({ name, value }) => `"entryPoint":["env",${json(`${name}=${value}`)},"run"]`,
  'a command that is no list': ({ name, value }) => `"command":${json(`run --${name}=${value}`)}`,
  'a label': ({ name, value }) => `"dockerLabels":{${json(name)}:${json(value)}}`,
  'an option of the log driver': ({ name, value }) =>
    `"logConfiguration":{"logDriver":"splunk","options":{${json(name)}:${json(value)}}}`,
  'a key that nobody knows': ({ name, value }) => `${json(name)}:${json(value)}`,
  'a missing comma': ({ name, value }) => `"environment":[{"name":${json(name)} "value":${json(value)}}]`,
  'a missing colon': ({ name, value }) => `"environment":[{"name":${json(name)},"value" ${json(value)}}]`,
  'a comma too many': ({ name, value }) => `"environment":[{"name":${json(name)},"value":${json(value)},}]`,
  'a bracket too few': ({ name, value }) => `"environment":[{"name":${json(name)},"value":${json(value)}`,
  'a comment between': ({ name, value }) => `"environment":[{"name":${json(name)}, /* x */ "value":${json(value)}}]`,
  'single quotes': ({ name, value }) => `'environment':[{'name':'${name}','value':'${value}'}]`,
  'a value without quotes': ({ name, value }) => `"environment":[{"name":${json(name)},"value":${value}}]`,
  'a key without quotes': ({ name, value }) => `"environment":[{name:${json(name)},value:${json(value)}}]`,
  'a map with an equals sign': ({ name, value }) => `"environment":{${json(name)}=${json(value)}}`,
  'a value that is not closed': ({ name, value }) => `"environment":[{"name":${json(name)},"value":"${value}}]`,
};

const fileOf = (inside: string) =>
  `{"AWSEBDockerrunVersion":2,"containerDefinitions":[{"name":"web","image":"nginx:1","memory":128,${inside},`
  + '"portMappings":[{"hostPort":80,"containerPort":80}]}]}';

const layouts: Readonly<Record<string, (text: string) => string>> = {
  'on one line': (text) => text,
  'on lines of their own': (text) => text.replace(/([{[]|,(?=["'{\w]))/g, '$1\n'),
};

/** The text of a file, by what is told of it. */
export function plantedFiles(): (readonly [string, string, string])[] {
  return Object.entries(IN_CONTAINER).flatMap(([position, write]) => Object.entries(layouts).flatMap(([layout, lay]) =>
    SECRETS.map((one) => [`${one.kind}, ${position}, ${layout}`, lay(fileOf(write(one))), one.secret] as const)));
}

const option = 'aws:elasticbeanstalk:application:environment';
const quoted = ({ value }: Planted) => (/^[\w-]+$/.test(value) ? value : json(value));

/** Files of a bundle, by what is told of them. */
const IN_BUNDLE: Readonly<Record<string, (planted: Planted) => Readonly<Record<string, string>>>> = {
  'a map of options': (one) => config(`option_settings:\n  ${option}:\n    ${one.name}: ${quoted(one)}\n`),
  'a list of options': (one) =>
    config(`option_settings:\n  - option_name: ${one.name}\n    value: ${quoted(one)}\n    namespace: nothing\n`),
  'braces': (one) => config(`option_settings:\n  - {value: ${quoted(one)}, option_name: ${one.name}}\n`),
  'the value before the name': (one) =>
    config(`option_settings:\n  - value: ${quoted(one)}\n    option_name: ${one.name}\n    x: 1\n`),
  'a comment behind the name': (one) =>
    config(`option_settings:\n  - option_name: ${one.name} # x\n    value: ${quoted(one)}\n`),
  'a value on its own line': (one) =>
    config(`option_settings:\n  ${option}:\n    ${one.name}:\n      ${quoted(one)}\n`),
  'an anchor': (one) => config(`x: &a ${quoted(one)}\noption_settings:\n  ${option}:\n    ${one.name}: *a\n`),
  'lines': (one) => config(`option_settings:\n  ${option}:\n    ${one.name}: |\n      ${one.value}\n`),
  'a comment': (one) => config(`option_settings:\n  ${option}:\n    A: 1 # ${one.name}=${one.value}\n  x: 2\n`),
  'a second document': (one) => config(`option_settings: {}\n---\n${one.name}: ${quoted(one)}\n`),
  'a command': (one) => config(`commands:\n  01:\n    command: ${json(`${one.name}=${one.value} run`)}\n`),
  'the environment of a command': (one) =>
    config(`container_commands:\n  01:\n    command: run\n    env:\n      ${one.name}: ${quoted(one)}\n`),
  'a file': (one) => config(`files:\n  "/etc/a":\n    content: |\n      ${one.name}=${one.value}\n`),
  'a resource': (one) =>
    config(`Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      ${one.name}: ${quoted(one)}\n`),
  'a tab': (one) => config(`option_settings:\n  ${option}:\n\t${one.name}: ${quoted(one)}\n`),
  'a quote too few': (one) => config(`option_settings:\n  ${option}:\n    A: "b\n    ${one.name}: ${quoted(one)}\n`),
  'JSON': (one) => config(json({ option_settings: [{ option_name: one.name, x: [], value: one.value }] })),
  'env.yaml': (one) => ({ 'env.yaml': `${one.name}: ${quoted(one)}\n` }),
  'options of env.yaml': (one) => ({ 'env.yaml': `OptionSettings:\n  ${option}:\n    ${one.name}: ${quoted(one)}\n` }),
  'a saved configuration': (one) => ({
    '.elasticbeanstalk/saved_configs/a.cfg.yml': `OptionSettings:\n  ${option}:\n    ${one.name}: ${quoted(one)}\n`,
  }),
  'a periodic task': (one) => worker(`  - name: a\n    url: "/a?${one.name}=${one.value}"\n    schedule: "odd"\n`),
  'a key of a periodic task': (one) =>
    worker(`  - name: a\n    url: /a\n    schedule: "0 * * * *"\n    ${one.name}: ${quoted(one)}\n`),
};

function config(text: string): Readonly<Record<string, string>> {
  return { '.ebextensions/01.config': text };
}

function worker(tasks: string): Readonly<Record<string, string>> {
  return { 'cron.yaml': `version: 1\ncron:\n${tasks}`, 'env.yaml': 'EnvironmentTier:\n  Name: Worker\n' };
}

export function plantedBundles(): (readonly [string, Readonly<Record<string, string>>, string])[] {
  return Object.entries(IN_BUNDLE).flatMap(([position, write]) =>
    SECRETS.map((one) => [`${one.kind}, ${position}`, write(one), one.secret] as const));
}
