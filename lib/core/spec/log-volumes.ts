const PREFIX = 'awseb-logs-';

/** The container whose log volume `volumeName` is, by Beanstalk's naming; nothing for other names. */
export function logVolumeOwner(volumeName: string): string | undefined {
  return volumeName.startsWith(PREFIX) ? volumeName.slice(PREFIX.length) : undefined;
}

/** The directory on the instance where Beanstalk keeps the logs of `containerName`. */
export function logDirectory(containerName: string): string {
  return `/var/log/containers/${containerName}`;
}
