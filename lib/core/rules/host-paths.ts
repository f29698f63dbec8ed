import { posix } from 'node:path';

/** Where Beanstalk unpacks the source bundle on each instance. */
export const BUNDLE_DIRECTORY = '/var/app/current';

/** Host directories that hold no data of the application, or none that anyone expects to keep. */
const SYSTEM = ['/proc', '/sys', '/dev', '/run', '/var/run', '/cgroup', '/tmp', '/var/tmp', '/var/log', '/var/lib/docker', '/var/cache', '/lib/modules', '/usr'];
const SYSTEM_FILES = ['/', '/etc/localtime', '/etc/timezone', '/etc/passwd', '/etc/group', '/etc/hosts', '/etc/resolv.conf'];

export function isInBundle(path: string): boolean {
  return isUnder(path, BUNDLE_DIRECTORY);
}

export function isDockerSocket(path: string): boolean {
  return posix.basename(path) === 'docker.sock';
}

export function isSystemPath(path: string): boolean {
  return SYSTEM_FILES.includes(trimmed(path)) || SYSTEM.some((directory) => isUnder(path, directory));
}

/** The path inside the source bundle that a relative path probably meant. */
export function inBundle(relative: string): string | undefined {
  if (/^(?:~|[A-Za-z]:|\\)/.test(relative)) return undefined;
  const path = trimmed(posix.join(BUNDLE_DIRECTORY, relative));
  return isInBundle(path) ? path : undefined;
}

/** The path without a slash at its end. */
export function trimmed(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}

function isUnder(path: string, directory: string): boolean {
  return path === directory || path.startsWith(`${directory}/`);
}
