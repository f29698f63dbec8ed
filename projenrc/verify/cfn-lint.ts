import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { answers, run } from './shell';
import { Skipped } from './step';

const VENV = '.venv';
const REQUIREMENTS = '.ci/requirements.txt';
const INSTALLED = join(VENV, 'requirements.txt');
const NO_VENV = 'cfn-lint needs python3 with its venv module (Debian and Ubuntu: apt install python3-venv).';

/** Fails on every error and warning that .ci/.cfnlintrc does not set aside. */
export function lintTemplates(files: readonly string[]): void {
  if (!isInstalled()) install();
  run(join(VENV, 'bin', 'cfn-lint'), ['--config-file', '.ci/.cfnlintrc', '--', ...files]);
}

function isInstalled(): boolean {
  return existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === readFileSync(REQUIREMENTS, 'utf8');
}

function install(): void {
  if (!answers('python3', ['-c', 'import venv, ensurepip'])) throw new Skipped(NO_VENV);
  rmSync(VENV, { recursive: true, force: true });
  run('python3', ['-m', 'venv', VENV]);
  run(join(VENV, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS]);
  copyFileSync(REQUIREMENTS, INSTALLED);
}
