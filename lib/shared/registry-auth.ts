import * as iam from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import { RegistryAuthPlan } from '../core/plan/ecs/instances/boot-plan';
import { literalInPolicy } from './policy-text';

/**
 * What is in the file, on one line: `.dockercfg` as it is, of Docker's newer `config.json` what stands under "auths".
 */
const ON_ONE_LINE =
  'import json, sys; read = json.load(sys.stdin); print(json.dumps(read.get("auths", read), separators=(",", ":")))';

/**
 * Tells the agent the credentials of registries before it starts; part of `bootCommands`. May run again at any time.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth-container-instances.html
 */
export function registryAuthCommands({ bucket, key }: RegistryAuthPlan, region: string): string[] {
  return [
    '(',
    'config=$root/etc/ecs/ecs.config',
    'umask 077 && file=$(mktemp) && trap \'rm -f "$file"\' EXIT',
    `retry aws s3api get-object --region '${region}' --bucket ${inQuotes(bucket)} --key ${inQuotes(key)} "$file" > `
      + "/dev/null || fail 'the credentials of registries could not be downloaded'",
    `data=$(python3 -c '${ON_ONE_LINE}' < "$file" 2> /dev/null) || fail 'the credentials of registries are no JSON `
      + "object'",
    'mkdir -p "${config%/*}" && touch "$config" && sed -i /^ECS_ENGINE_AUTH_/d "$config"',
    'printf \'ECS_ENGINE_AUTH_TYPE=dockercfg\\nECS_ENGINE_AUTH_DATA=%s\\n\' "$data" >> "$config"',
    'chmod 600 "$config"',
    ') || exit 1',
  ];
}

/** Reading exactly that object. */
export function registryAuthStatement(stack: Stack, { bucket, key }: RegistryAuthPlan): iam.PolicyStatement {
  const resource = stack.formatArn({
    service: 's3', region: '', account: '', resource: bucket, resourceName: literalInPolicy(key),
  });
  return new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [resource] });
}

function inQuotes(text: string): string {
  return `'${text.replaceAll('\'', '\'\\\'\'')}'`;
}
