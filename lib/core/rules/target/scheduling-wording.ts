import { TargetTrackingSettings } from '../../settings/service-scaling';

/** The prop that a target comes from. */
export const TARGET_PROPS: Readonly<Record<TargetTrackingSettings['metric'], string>> = {
  cpu: 'targetCpuPercent', memory: 'targetMemoryPercent', requests: 'requestsPerTarget',
};

/** `1 task`, `2 tasks`. */
export function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

export function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
