import { ECS_BRANCH } from '../../options/platform';
import { Setting } from '../setting';

/**
 * A version that was current in March 2026. AWS refuses it to accounts that did not run it when it was superseded.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/platforms/platform-history-docker.html
 */
export const KNOWN_VERSION = '4.5.0';

/** Prints the version that AWS recommends. */
export const LOOK_UP_VERSION =
  'aws elasticbeanstalk list-platform-versions --filters '
  + `'Type=PlatformBranchName,Operator=begins_with,Values="${ECS_BRANCH}"' `
  + 'Type=PlatformLifecycleState,Operator=begins_with,Values=recommended '
  + '--query "PlatformSummaryList[].PlatformVersion" --output text';

/** The platform that the user chose: a version of ECS on Amazon Linux 2023, or any by its ARN. */
export interface PlatformSettings {
  readonly version?: Setting<string>;
  readonly arn?: Setting<string>;
  /** The file that names it, and the line. */
  readonly place?: string;
}
