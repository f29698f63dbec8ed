import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as assets from 'aws-cdk-lib/aws-s3-assets';
import { FileSystem, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { BundleFile } from '../../bundle/zip';
import { Facts } from '../../core/settings/facts';
import { Dockerrun } from '../../dockerrun';
import { filesOf } from '../../shared/source-bundle';
import { SourceBundle } from '../../source-bundle';

/** The files of a version: the Dockerrun file, what is beside it, and what the plan adds. */
export function versionFiles(
  dockerrun: Dockerrun, extensions: Readonly<Record<string, string>>,
): Record<string, string> {
  return { ...dockerrun._texts, ...extensions };
}

/** A version is written when the app is synthesized, so that the text of its file has to be known. */
export function textFacts({ _texts: texts }: Dockerrun): Facts {
  return Token.isUnresolved(Object.values(texts).join('')) ? { unknown: [{ prop: 'dockerrun' }] } : {};
}

/** Uploads a version. Everything in it is written when the app is synthesized, so that nothing may be a token. */
export function uploadVersion(
  scope: Construct, files: Readonly<Record<string, string>>, bundle: SourceBundle | undefined,
): assets.Asset {
  const folder = FileSystem.mkdtemp('dockerrun-');
  const bundled = bundle ? filesOf(scope, bundle) : [];
  for (const file of bundled) place(folder, file.path, (path) => writeFile(path, file, bundle!._deployed(file)));
  for (const [name, text] of Object.entries(files)) place(folder, name, (path) => writeFileSync(path, text));
  const executable = bundled.filter(({ isExecutable }) => isExecutable).map(({ path }) => path);
  const asset = new assets.Asset(scope, 'Version', { path: folder, assetHash: hashWith(executable, folder) });
  if (asset.assetPath !== folder) rmSync(folder, { recursive: true });
  return asset;
}

function place(folder: string, name: string, write: (path: string) => void): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  write(path);
}

/**
 * The CDK tells files by their contents alone, so that a version whose scripts may run now would be the one of before.
 */
function hashWith(executable: readonly string[], folder: string): string | undefined {
  if (executable.length === 0) return undefined;
  return FileSystem.fingerprint(folder, { extraHash: executable.join('\n') });
}

/** Commands of .ebextensions and hooks of the platform are files that may run. */
function writeFile(path: string, { isExecutable }: BundleFile, content: Buffer): void {
  writeFileSync(path, content, { mode: isExecutable ? 0o755 : 0o644 });
}
