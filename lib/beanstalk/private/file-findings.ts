import { Finding } from '../../core/finding/finding';
import { noHostPort } from '../../core/rules/advice/no-host-port';
import { registryAuthentication } from '../../core/rules/advice/registry-authentication';
import { Dockerrun } from '../../dockerrun';

/**
 * What there is to say about the file, but for what is no affair of Beanstalk, whose platform reads credentials itself,
 * nor of a worker.
 */
export function fileFindings(dockerrun: Dockerrun, isWorker: boolean): Finding[] {
  const silent = [registryAuthentication, ...isWorker ? [noHostPort] : []].map(({ name }) => name);
  return dockerrun.findings.filter(({ rule }) => !silent.includes(rule));
}
