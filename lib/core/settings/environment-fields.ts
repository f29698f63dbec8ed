import { capacityFields, launchFields } from './instances/instances';

/** Every prop of an environment that has a row, with those inside it. */
export const environmentFields = {
  ...capacityFields,
  ...launchFields,
};
