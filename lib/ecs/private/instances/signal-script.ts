/** Where an instance has it. */
export const SIGNAL_SCRIPT = '/usr/local/libexec/cdk-dockerrun-signal';

/** Who waits for the signal. Each may be a token. */
export interface SignalTarget {
  readonly region: string;
  readonly stackName: string;
  readonly logicalId: string;
  readonly clusterName: string;
}

/**
 * How long after its boot an instance gives up, which is before CloudFormation does: a failure that is signaled later
 * would count against the instance that takes its place, and end the rollback.
 */
const GIVES_UP_SECONDS = 13 * 60;

/** Whether this instance serves, in words of bash. */
const SERVES: readonly string[] = [
  'agent() { curl -fsS --max-time 5 "http://localhost:51678/v1/$1"; }',
  'serves() {',
  '  local self services service name task bound state groups group front healthy ids',
  '  self=$(agent metadata | grep -o \'arn:[^"]*:container-instance/[^"]*\') || return',
  '  services=$(aws ecs list-services --cluster "$cluster" --scheduling-strategy DAEMON --query \'serviceArns[]\' '
    + '--output text) || return',
  '  for service in $services; do',
  '    name=${service##*/}',
  '    task=$(aws ecs list-tasks --cluster "$cluster" --service-name "$name" --container-instance "$self" --query '
    + "'taskArns[0]' --output text) || return",
  '    if [ "$task" = None ]; then',
  '      bound=$(aws ecs describe-services --cluster "$cluster" --services "$name" --query '
    + "'services[0].placementConstraints[0].type' --output text) || return",
  '      [ "$bound" != None ] || return',
  '      continue',
  '    fi',
  '    state=$(agent "tasks?taskarn=$task") || return',
  '    [[ $state == *\'"KnownStatus":"RUNNING"\'* ]] || return',
  '    ids=$(echo "$here"; grep -oE \'([0-9]+\\.){3}[0-9]+\' <<< "$state")',
  '    groups=$(aws ecs describe-services --cluster "$cluster" --services "$name" --query '
    + "'services[0].loadBalancers[].targetGroupArn' --output text) || return",
  '    for group in $groups; do',
  '      front=$(aws elbv2 describe-target-groups --target-group-arns "$group" --query '
    + "'TargetGroups[0].LoadBalancerArns[0]' --output text) || return",
  '      [ "$front" != None ] || continue',
  '      healthy=$(aws elbv2 describe-target-health --target-group-arn "$group" --query '
    + "'TargetHealthDescriptions[?TargetHealth.State==`healthy`].Target.Id' --output text) || return",
  '      grep -qwFf <(echo "$ids") <<< "$healthy" || return',
  '    done',
  '  done',
  '}',
];

/**
 * Tells CloudFormation when this instance serves; with an argument, why it never will.
 *
 * It serves when every service that runs once on each instance has a task here, and the load balancer finds that one
 * healthy; one with a placement constraint may leave the instance out, and in a target group that no load balancer uses
 * any more nobody is ever healthy. On first creation there is no service yet, so that registering is enough. See
 * docs/adr/0007.
 */
export function signalScript({ region, stackName, logicalId, clusterName }: SignalTarget): string[] {
  return [
    '#!/bin/bash',
    `export AWS_DEFAULT_REGION='${region}'`,
    `cluster='${clusterName}'`,
    'here=$(cat "${CDK_DOCKERRUN_ROOT:-}/var/lib/cloud/data/instance-id")',
    'signal() {',
    `  aws cloudformation signal-resource --stack-name '${stackName}' --logical-resource-id '${logicalId}' `
      + '--unique-id "$here" --status "$1" ||',
    '    echo "cdk-dockerrun: nobody waits for $1" >&2',
    '}',
    ...SERVES,
    'if [ $# -gt 0 ]; then echo "cdk-dockerrun: $1" >&2; signal FAILURE; exit; fi',
    'until serves; do',
    '  read -r up _ < "${CDK_DOCKERRUN_ROOT:-}/proc/uptime"',
    `  if (( \${up%.*} >= ${GIVES_UP_SECONDS} )); then echo 'cdk-dockerrun: no healthy task 13 minutes after boot' `
      + '>&2; signal FAILURE; exit; fi',
    '  sleep 10',
    'done',
    'signal SUCCESS',
  ];
}

/** Runs the script once the agent has started. */
export const SIGNAL_UNIT: readonly string[] = [
  '[Unit]',
  'Description=Tells CloudFormation when this instance serves',
  'After=ecs.service',
  '[Service]',
  'Type=oneshot',
  `ExecStart=${SIGNAL_SCRIPT}`,
];
