import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as assets from 'aws-cdk-lib/aws-s3-assets';
import { FileSystem } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { Dockerrun } from '../../dockerrun';
import { plain } from '../../shared/settings/tokens';
import { filesOf } from '../../shared/source-bundle';
import { SourceBundle } from '../../source-bundle';

const DOCKERRUN = 'Dockerrun.aws.json';

/** The files of a version: the Dockerrun file, what is beside it, and what the plan adds. */
export function versionFiles(
  dockerrun: Dockerrun, extensions: Readonly<Record<string, string>>,
): Record<string, string> {
  return { [DOCKERRUN]: plain('dockerrun', dockerrun._literal), ...extensions };
}

/** Uploads a version. Everything in it is written when the app is synthesized, so that nothing may be a token. */
export function uploadVersion(
  scope: Construct, files: Readonly<Record<string, string>>, bundle: SourceBundle | undefined,
): assets.Asset {
  const folder = FileSystem.mkdtemp('dockerrun-');
  for (const file of bundle ? filesOf(scope, bundle) : []) {
    place(folder, file.path, (path) => writeFile(path, file.read(), bundle!, file.path));
  }
  for (const [name, text] of Object.entries(files)) place(folder, name, (path) => writeFileSync(path, text));
  const asset = new assets.Asset(scope, 'Version', { path: folder });
  if (asset.assetPath !== folder) rmSync(folder, { recursive: true });
  return asset;
}

function place(folder: string, name: string, write: (path: string) => void): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  write(path);
}

/** Files of a directory keep their permissions, which hooks of the platform need. */
function writeFile(path: string, content: Buffer, bundle: SourceBundle, name: string): void {
  if (bundle._isDirectory) cpSync(join(bundle._path, name), path, { dereference: true });
  else writeFileSync(path, content);
}
