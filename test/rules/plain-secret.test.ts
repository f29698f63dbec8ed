import { readDockerrun } from '../../lib/core/reading/read';
import { renderFindings } from '../../lib/core/report/render';
import { messagesOf } from './findings';

const SECRET = 'correct-horse';

function isWarned(name: string, value: string): boolean {
  return messagesOf('DR5002', { environment: [{ name, value }] }).length > 0;
}

test.each([
  'PASSWORD',
  'DB_PASSWORD',
  'PGPASSWORD',
  'dbPassword',
  'SMTP_PASS',
  'DB_PWD',
  'SECRET_KEY_BASE',
  'JWT_SECRET',
  'AWS_SECRET_ACCESS_KEY',
  'API_KEY',
  'apiKey',
  'APIKEY',
  'PRIVATE_KEY',
  'STRIPE_API_KEY',
  'GITHUB_TOKEN',
  'ACCESS_KEY',
  'SERVICE_CREDENTIALS',
  'credential',
  'GPG_PASSPHRASE',
  'spring.datasource.password',
  'PASSWORD_PROD',
])('%s is named like a secret', (name) => {
  expect(isWarned(name, SECRET)).toBe(true);
});

test.each([
  'PATH',
  'PWD',
  'COMPASS',
  'PASS_THROUGH_X',
  'KEY',
  'CACHE_KEY',
  'PUBLIC_KEY',
  'PUBLIC_API_KEY',
  'TOKENIZER',
  'MAX_TOKENS',
  'TOKEN_TTL',
  'TOKEN_EXPIRES_IN_SECONDS',
  'PASSWORD_MIN_LENGTH',
  'PASSWORD_FILE',
  'SECRET_PATH',
  'SECRET_NAME',
  'SECRET_ARN',
  'API_KEY_HEADER',
  'API_KEY_ID',
  'AWS_ACCESS_KEY_ID',
  'SECRETS_MANAGER_ENDPOINT',
  'TOKEN_URL',
  'CREDENTIALS_PROVIDER',
  'SECRETARY',
])('%s is not', (name) => {
  expect(isWarned(name, SECRET)).toBe(false);
});

test.each([
  '',
  ' ',
  'true',
  'no',
  '1',
  '${DB_PASSWORD}',
  '<PASSWORD>',
  '{{password}}',
  '%DB_PASSWORD%',
  'changeme',
  'CHANGE_ME_PLEASE',
  'xxxxx',
  '*****',
  'your-password-here',
  'example',
  'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db',
  '/run/secrets/db',
  './secrets/db.txt',
  'https://example.com/token',
])('the value "%s" is no secret yet', (value) => {
  expect(isWarned('DB_PASSWORD', value)).toBe(false);
});

test.each([
  ['AKIAIOSFODNN7EXAMPLE', 'an AWS access key'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIE', 'a private key'],
  [`ghp_${'a'.repeat(36)}`, 'a GitHub token'],
  ['xoxb-1234567890-abc', 'a Slack token'],
  ['sk_live_0123456789', 'a Stripe key'],
  ['postgres://shop:hunter2@db/shop', 'a URL with a password'],
  ['redis://:hunter2@cache:6379', 'a URL with a password'],
])('the value %s is a secret under any name', (value, kind) => {
  expect(messagesOf('DR5002', { environment: [{ name: 'VALUE', value }] })).toEqual([
    '`containerDefinitions[0].environment[0].name` must not carry a secret in plain text, got "VALUE", which holds '
      + `${kind}.`,
  ]);
});

test.each([
  'postgres://db/shop',
  'postgres://shop@db/shop',
  'https://example.com:8080/@me',
  'postgres://shop:${PASSWORD}@db/shop',
  '-----BEGIN CERTIFICATE-----',
  'AKIA',
])('the value %s is none', (value) => {
  expect(isWarned('VALUE', value)).toBe(false);
});

test.each([
  ['on one line', '{ "name": "DB_PASSWORD", "value": "correct-horse" }'],
  ['on two lines', '{\n"name": "DB_PASSWORD",\n"value": "correct-horse" }'],
  ['with the value first', '{ "value": "correct-horse", "name": "DB_PASSWORD" }'],
])('the report never shows the value, written %s', (_, variable) => {
  const text = `{"AWSEBDockerrunVersion":2,"containerDefinitions":[{"name":"web","image":"nginx:1.29","memory":128,"environment":[${variable}]}]}`;
  const { findings: all, secrets } = readDockerrun(text, { strict: false, substitutions: {} });
  const findings = all.filter(({ code }) => code === 'DR5002');
  expect(findings).toHaveLength(1);
  expect(renderFindings(findings, secrets, 'f') + JSON.stringify(findings)).not.toContain('correct-horse');
});
