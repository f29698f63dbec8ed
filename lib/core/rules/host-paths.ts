import { posix } from 'node:path';

/** Where Beanstalk unpacks the source bundle on each instance. */
export const BUNDLE_DIRECTORY = '/var/app/current';

/** Host directories that hold no data of the application, or none that anyone expects to keep. */
const SYSTEM = [
  '/proc', '/sys', '/dev', '/run', '/var/run', '/cgroup', '/tmp', '/var/tmp', '/var/log', '/var/lib/docker',
  '/var/cache', '/lib/modules', '/usr',
];
const SYSTEM_FILES = [
  '/', '/etc/localtime', '/etc/timezone', '/etc/passwd', '/etc/group', '/etc/hosts', '/etc/resolv.conf',
];

export function isInBundle(path: string): boolean {
  return isUnder(trimmed(path), BUNDLE_DIRECTORY);
}

export function isDockerSocket(path: string): boolean {
  return posix.basename(path) === 'docker.sock';
}

export function isSystemPath(path: string): boolean {
  const trim = trimmed(path);
  return SYSTEM_FILES.includes(trim) || SYSTEM.some((directory) => isUnder(trim, directory));
}

/** Whether Docker takes the host path for the name of a volume of its own. */
export function namesDockerVolume(path: string): boolean {
  return /^[A-Za-z0-9][\w.-]+$/.test(path);
}

/** The path inside the source bundle that a relative path probably meant. */
export function inBundle(relative: string): string | undefined {
  if (/^(?:~|[A-Za-z]:|\\)/.test(relative)) return undefined;
  const path = trimmed(posix.join(BUNDLE_DIRECTORY, relative));
  return isInBundle(path) ? path : undefined;
}

/** The path without a slash at its end, and without detours such as `/./` and `/../`. */
export function trimmed(path: string): string {
  const straight = path === '' ? path : posix.normalize(path);
  return straight.length > 1 && straight.endsWith('/') ? straight.slice(0, -1) : straight;
}

function isUnder(path: string, directory: string): boolean {
  return path === directory || path.startsWith(`${directory}/`);
}
