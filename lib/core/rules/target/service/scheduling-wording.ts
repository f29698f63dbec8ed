import { TargetTrackingSettings } from '../../../settings/service/service-scaling';

/** The prop that a target comes from. */
export const TARGET_PROPS: Readonly<Record<TargetTrackingSettings['metric'], string>> = {
  cpu: 'targetCpuPercent', memory: 'targetMemoryPercent', requests: 'requestsPerTarget',
};
