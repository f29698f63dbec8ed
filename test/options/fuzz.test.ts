import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { OptionSource, SOURCE_KINDS } from '../../lib/core/options/setting';
import { readOptions } from '../../lib/core/reading/read-options';
import { mended, optionCases } from '../cases/stages';
import { bundleInput, inputOf } from './bundle';

const BUNDLES = join(__dirname, 'bundles');
const sources = [
  ...readdirSync(BUNDLES).flatMap((name) => bundleInput(join(BUNDLES, name)).sources),
  ...optionCases().flatMap(({ given }) => inputOf(mended(given.files, given.edit)).sources),
];

/** What an author may add by mistake. */
const SCRAPS = [':', ': ', '- ', '\n', '\t', '  ', '"', '\'', '{', '}', '[', ']', '#', '&a ', '*a', '<<: *a', '---\n', '...\n', '!!binary ', '? ', '|\n', '`', ',', '\uFEFF', '\u0000', 'null', '1e999', '0x'];

const mutated = fc.record({
  source: fc.constantFrom(...sources),
  kind: fc.constantFrom(...SOURCE_KINDS.filter((kind) => kind !== 'props')),
  edits: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(12), scrap: fc.constantFrom('', ...SCRAPS) }), { maxLength: 4 }),
}).map(({ source, kind, edits }): OptionSource => {
  const text = edits.reduce((written, { at, remove, scrap }) => {
    const offset = Math.floor(at * written.length);
    return written.slice(0, offset) + scrap + written.slice(offset + remove);
  }, source.text);
  return { ...source, kind, text };
});

test('no text makes the reader throw, and every finding stands inside its text', () => {
  fc.assert(fc.property(mutated, (source) => {
    const { files } = readOptions({ sources: [source] });
    const lines = source.text.split(/\r\n|\r|\n/).length;
    return files.every(({ findings }) => findings.every(({ line, column, hint }) => line >= 1 && line <= lines && column >= 1 && hint !== ''));
  }), { numRuns: 3000 });
});

test('nor does any other text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...SOURCE_KINDS), (text, kind) => {
    readOptions({ sources: [{ kind, name: 'a', text }] });
  }), { numRuns: 1000 });
});
