import { existsSync, readFileSync, writeFileSync } from 'node:fs';

declare global {
  namespace jest {
    interface Matchers<R> {
      /** Compares with the contents of a file; with UPDATE_CASES=1 writes the file instead. */
      toMatchGolden(file: string): R;
    }
  }
}

expect.extend({
  toMatchGolden(received: string, file: string) {
    if (process.env.UPDATE_CASES) writeFileSync(file, received);
    const expected = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    return {
      pass: received === expected,
      message: () => (expected === undefined ? `${file} is missing; UPDATE_CASES=1 writes it` : this.utils.printDiffOrStringify(expected, received, 'expected', 'received', true)),
    };
  },
});
