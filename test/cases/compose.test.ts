import { byFile } from '../../lib/core/reading/read';
import { readCompose } from '../../lib/core/reading/read-compose';
import { testCases, Told } from './case';
import { ComposeCase, composeCases, mended } from './stages';

function told({ files, profiles = [], variables = {} }: ComposeCase): Told[] {
  const [[name, text]] = Object.entries(files);
  const reading = readCompose({
    files: [{ name, text }], read: (path) => (Object.hasOwn(files, path) ? { text: files[path] } : undefined), project: 'shop',
    profiles, variables, strict: false,
  });
  return byFile(reading.findings, reading.files).map((report) => ({ ...report, name: report.file, text: files[report.file] }));
}

testCases(composeCases(), {
  told,
  mend: (given, { edit, ...fixed }) => ({ ...given, ...fixed, files: mended(fixed.files ?? given.files, edit) }),
  written: ({ files }) => Object.values(files).join('\n'),
});
