import { Report } from '../../finding/rule';
import { OptionSetting, OptionSource } from '../setting';
import { ConfigTree } from '../syntax/config-tree';

/** What decoding one source works with. */
export interface SourceContext extends Pick<ConfigTree, 'converted'> {
  readonly source: OptionSource;
  readonly report: Report;
  /** Whether Elastic Beanstalk keeps the environment. */
  readonly onBeanstalk: boolean;
  readonly add: (setting: OptionSetting) => void;
}
