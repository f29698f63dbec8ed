import { BRANCHES, PlatformBranch } from '../../options/platform';
import { DockerrunSpec } from '../../spec/model';
import { Setting } from '../setting';

/**
 * Versions that were current in March 2026. AWS refuses them to accounts that did not run them when they were
 * superseded.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/platforms/platform-history-docker.html
 */
export const KNOWN_VERSIONS: Readonly<Record<PlatformBranch, string>> = { ecs: '4.5.0', docker: '4.11.0' };

/** What makes the prop, by the platform. */
export const PLATFORM_MAKERS = { ecs: 'ecsAl2023', docker: 'dockerAl2023' } as const;

/** The platform that reads a file. */
export function branchFor({ source }: Pick<DockerrunSpec, 'source'>): PlatformBranch {
  return source === 'compose' ? 'docker' : 'ecs';
}

/** Prints the version that AWS recommends. */
export function lookUpVersion(branch: PlatformBranch): string {
  return (
    'aws elasticbeanstalk list-platform-versions --filters '
    + `'Type=PlatformBranchName,Operator=begins_with,Values="${BRANCHES[branch]}"' `
    + 'Type=PlatformLifecycleState,Operator=begins_with,Values=recommended '
    + '--query "PlatformSummaryList[].PlatformVersion" --output text'
  );
}

/** The platform that the user chose: a version of one on Amazon Linux 2023, or any by its ARN. */
export interface PlatformSettings {
  readonly version?: Setting<string>;
  /** Absent where it is the one that reads the file, or not known. */
  readonly branch?: PlatformBranch;
  readonly arn?: Setting<string>;
  /** The file that names it, and the line. */
  readonly place?: string;
}

/** Whether a file names the platform, and it is none that reads the containers: those of another kind ran there. */
export function isOfOther({ branch, place }: PlatformSettings, needed: PlatformBranch): boolean {
  return place !== undefined && branch !== undefined && branch !== needed;
}
