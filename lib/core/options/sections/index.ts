import { containerCommand } from './container-command';
import { instanceAccount } from './instance-account';
import { instanceCommand } from './instance-command';
import { instanceFile } from './instance-file';
import { instancePackage } from './instance-package';
import { instanceService } from './instance-service';
import { instanceSource } from './instance-source';
import { SectionRule } from './section-rule';
import { stackResource } from './stack-resource';
import { templateSection } from './template-section';

/** The rules about sections without settings, in the order of their codes. */
export const SECTION_RULES: readonly SectionRule[] = [
  stackResource,
  templateSection,
  instanceFile,
  instanceCommand,
  containerCommand,
  instancePackage,
  instanceService,
  instanceAccount,
  instanceSource,
];
