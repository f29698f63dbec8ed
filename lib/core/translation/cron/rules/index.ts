import { Rule } from '../../../finding/rule';
import { cronForm } from './cron-form';
import { cronTask } from './cron-task';
import { repeatedCronTask } from './repeated-cron-task';
import { unknownCronKey } from './unknown-cron-key';

/** The rules about `cron.yaml`, in the order of their codes. */
export const CRON_RULES: readonly Rule[] = [cronForm, unknownCronKey, cronTask, repeatedCronTask];
