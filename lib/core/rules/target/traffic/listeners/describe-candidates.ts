import { Candidate } from '../../../../settings/traffic/listeners';

/** `8000 (web:80), 8001 (api:3000)`: host ports with the container port behind each. */
export function describeCandidates(candidates: readonly Candidate[]): string {
  return candidates
    .map(({ hostPort, containerName, containerPort }) => `${hostPort || 'dynamic'} (${containerName}:${containerPort})`)
    .join(', ');
}
