import { DockerrunSpec } from '../../spec/model';
import { tcpCandidates } from '../traffic/listeners';
import { DispatcherSettings } from './worker';

export interface WorkPort {
  readonly containerName: string;
  readonly containerPort: number;
}

/** Beanstalk's daemon posts to port 80 of the instance. */
const WORK_HOST_PORT = 80;

/**
 * Where messages may be posted to: the chosen port, else host port 80, else any. Exactly one is the answer, any other
 * number an error.
 */
export function chooseWorkPort(spec: DockerrunSpec, { containerName, containerPort }: DispatcherSettings): WorkPort[] {
  const candidates = tcpCandidates(spec).filter(
    (candidate) =>
      (containerName ?? candidate.containerName) === candidate.containerName
      && (containerPort ?? candidate.containerPort) === candidate.containerPort,
  );
  const usual = candidates.filter(({ hostPort }) => hostPort === WORK_HOST_PORT);
  const chosen = containerName === undefined && containerPort === undefined && usual.length > 0 ? usual : candidates;
  return chosen.map((candidate) => ({
    containerName: candidate.containerName, containerPort: candidate.containerPort,
  }));
}
