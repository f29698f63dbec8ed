import { BootPlan } from '../../../core/plan/ecs/instances/boot-plan';
import { registryAuthCommands } from '../../../shared/registry-auth';
import { BundleObject } from '../../../shared/source-bundle';
import { SIGNAL_SCRIPT, SIGNAL_UNIT, signalScript, SignalTarget } from './signal-script';

/** What the user brings. */
export interface GivenBoot {
  readonly bundle?: BundleObject;
  readonly commands?: readonly string[];
}

const READY = '/var/lib/cdk-dockerrun/ready';
const DROP_IN = '/etc/systemd/system/ecs.service.d/cdk-dockerrun.conf';
const COMMANDS = '/var/lib/cdk-dockerrun/commands';
const UNIT = '/etc/systemd/system/cdk-dockerrun-signal.service';

/** Keeps the agent from starting, and thus Docker from making empty folders where the files of the bundle should be. */
const CONDITION = ['[Unit]', `ConditionPathExists=${READY}`];

/**
 * What an instance runs before its agent starts. It waits for nothing that comes after it, may run again at any time,
 * and leaves no agent behind when it fails. `CDK_DOCKERRUN_ROOT` stands before each path, so that it can be tried out
 * elsewhere.
 *
 * @see https://github.com/aws/amazon-ecs-ami The image has neither the AWS CLI nor unzip.
 */
export function bootCommands(
  { directories, registryAuth }: Pick<BootPlan, 'directories' | 'registryAuth'>,
  target: SignalTarget,
  given: GivenBoot = {},
): string[] {
  const { bundle, commands = [] } = given;
  const isGuarded = bundle !== undefined || registryAuth !== null || commands.length > 0;
  return [
    '(',
    'root=${CDK_DOCKERRUN_ROOT:-}',
    'retry() { for attempt in 1 2 3 4 5; do "$@" && return; sleep 5; done; return 1; }',
    'need() { command -v "$1" > /dev/null || retry dnf -q -y install "$2"; }',
    ...(directories.length > 0 ? [`mkdir -p ${directories.map((directory) => `"$root${directory}"`).join(' ')}`] : []),
    ...writeFile(SIGNAL_SCRIPT, signalScript(target)),
    `chmod 755 "$root${SIGNAL_SCRIPT}"`,
    ...writeFile(UNIT, SIGNAL_UNIT),
    ...(isGuarded ? guardCommands() : []),
    'systemctl daemon-reload',
    'need aws awscli-2',
    ...(bundle ? unpackCommands(bundle, target.region) : []),
    ...(registryAuth ? registryAuthCommands(registryAuth, target.region) : []),
    ...(commands.length > 0 ? userCommands(commands) : []),
    ...(isGuarded ? ['mkdir -p "${ready%/*}" && touch "$ready"'] : []),
    'systemctl start --no-block cdk-dockerrun-signal.service',
    ') || exit 1',
  ];
}

/** Without the marker the agent does not start; what fails says so and makes room for another instance. */
function guardCommands(): string[] {
  return [
    ...writeFile(DROP_IN, CONDITION),
    `ready=$root${READY}`,
    'rm -f "$ready"',
    'fail() {',
    `  "$root${SIGNAL_SCRIPT}" "$1"`,
    '  shutdown -h +15 "$1"',
    '  exit 1',
    '}',
  ];
}

/**
 * In a shell of their own, where `exit`, `set -e` and what bash cannot read end nothing but them. Only these fail the
 * instance.
 */
function userCommands(commands: readonly string[]): string[] {
  const file = `"$root${COMMANDS}"`;
  return [
    ...writeFile(COMMANDS, [...commands, 'true'], endFor(commands)),
    `chmod 700 ${file}`,
    `bash ${file} || fail 'the commands of the user failed'`,
  ];
}

/** A line that none of the commands is. */
function endFor(commands: readonly string[]): string {
  const lines = new Set(commands.flatMap((command) => command.split('\n')));
  let end = 'CDK_DOCKERRUN_END';
  while (lines.has(end)) end += '_';
  return end;
}

function writeFile(path: string, lines: readonly string[], end = 'END'): string[] {
  return [`mkdir -p "$root${path.slice(0, path.lastIndexOf('/'))}"`, `cat > "$root${path}" << '${end}'`, ...lines, end];
}

/** The files are checked one by one, as the archive around them is made anew by each machine that deploys. */
function unpackCommands({ bucketName, objectKey, digest }: BundleObject, region: string): string[] {
  return [
    `current=$root/var/app/current staging=$root/var/app/staging expected=${digest}`,
    'digest() { (cd "$1" 2> /dev/null && find . -type f -print0 | LC_ALL=C sort -z | xargs -0r sha256sum -z | '
      + 'sha256sum | cut -d " " -f 1); }',
    'unpack() {',
    "  need unzip unzip || fail 'unzip could not be installed'",
    '  rm -rf "$staging" && mkdir -p "$staging" || fail \'there is no room for the source bundle\'',
    `  retry aws s3api get-object --region '${region}' --bucket '${bucketName}' --key '${objectKey}' "$staging.zip" `
      + "> /dev/null || fail 'the source bundle could not be downloaded'",
    '  LC_ALL=C.UTF-8 unzip -q -o "$staging.zip" -d "$staging" || fail \'the source bundle could not be unpacked\'',
    '  [ "$(digest "$staging")" = "$expected" ] || fail \'the source bundle is not the one that was deployed\'',
    '  chmod -R u=rwX,go=rX "$staging"',
    '  rm -rf "$current" "$staging.zip" && mv "$staging" "$current" || fail \'the source bundle could not be put in '
      + "place'",
    '}',
    '[ "$(digest "$current")" = "$expected" ] || unpack',
  ];
}
