import { join } from 'node:path';
import { createOnly } from '../motion/facts/generate';
import { createOnlyTable } from './create-only-table';

test('the table of create-only properties is that of the CDK that is installed', () => {
  const file = join(__dirname, '..', '..', 'lib', 'core', 'diff', 'template', 'create-only.ts');
  expect(createOnlyTable(createOnly())).toMatchGolden(file);
});
