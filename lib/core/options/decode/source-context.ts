import { Report } from '../../finding/rule';
import { OptionSetting, OptionSource } from '../setting';
import { ConfigTree } from '../syntax/config-tree';

/** What decoding one source works with. */
export interface SourceContext extends Pick<ConfigTree, 'converted'> {
  readonly source: OptionSource;
  readonly report: Report;
  readonly add: (setting: OptionSetting) => void;
}
