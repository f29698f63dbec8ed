import * as ecs from 'aws-cdk-lib/aws-ecs';
import { VolumePlan } from '../../core/plan/plan';

/** A planned volume as the CDK takes it. */
export function toVolume(plan: VolumePlan): ecs.Volume {
  const { name } = plan;
  switch (plan.kind) {
    case 'host': return { name, host: { sourcePath: plan.sourcePath } };
    case 'scratch': return { name, host: {} };
    case 'docker': return { name, dockerVolumeConfiguration: dockerVolume(plan.configuration) };
    case 'efs': return { name, efsVolumeConfiguration: efsVolume(plan.configuration) };
  }
}

function dockerVolume({ driver, scope, ...rest }: Extract<VolumePlan, { kind: 'docker' }>['configuration']): ecs.DockerVolumeConfiguration {
  return { ...rest, driver: driver ?? 'local', scope: scope === 'shared' ? ecs.Scope.SHARED : ecs.Scope.TASK };
}

function efsVolume({ fileSystemId = '', ...rest }: Extract<VolumePlan, { kind: 'efs' }>['configuration']): ecs.EfsVolumeConfiguration {
  return { fileSystemId, ...rest };
}
