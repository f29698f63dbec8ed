import { OptionSource } from '../../lib/core/options/setting';
import { readOptions } from '../../lib/core/reading/read-options';

/** The packages that are loaded so far. */
function loaded(): string[] {
  const files = Object.keys(require.cache).filter((file) => file.includes('node_modules'));
  return [...new Set(files.map((file) => /.*node_modules\/((@[^/]+\/)?[^/]+)/.exec(file)![1]))].sort();
}

function source(text: string): OptionSource {
  return { kind: 'extension', name: 'a', text };
}

test('the YAML parser is loaded when the first YAML text is read', () => {
  readOptions({ sources: [source('{ "option_settings": {} }')] });
  expect(loaded()).toEqual(['jsonc-parser']);
  readOptions({ sources: [source('option_settings:\n')] });
  expect(loaded()).toEqual(['jsonc-parser', 'yaml']);
});
