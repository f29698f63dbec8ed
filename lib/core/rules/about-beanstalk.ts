import { Finding } from '../finding/finding';
import { noHostPort } from './advice/no-host-port';
import { registryAuthentication } from './advice/registry-authentication';

/**
 * What there is to say about a file on Elastic Beanstalk, whose platform reads credentials of registries itself and
 * whose worker has a rule of its own for the port that it posts to.
 */
export function aboutBeanstalk(findings: readonly Finding[], isWorker: boolean): Finding[] {
  const silent = [registryAuthentication, ...isWorker ? [noHostPort] : []].map(({ name }) => name);
  return findings.filter(({ rule }) => !silent.includes(rule));
}
