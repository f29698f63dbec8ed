import { Rule } from '../../../finding/rule';
import { cronForm, cronTask, repeatedCronTask, unknownCronKey } from '.';

/** The rules about `cron.yaml`, in the order of their codes. */
export const CRON_RULES: readonly Rule[] = [cronForm, unknownCronKey, cronTask, repeatedCronTask];
