import { isAbsolute, relative, resolve, sep } from 'node:path';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as assets from 'aws-cdk-lib/aws-s3-assets';
import { IgnoreMode, Stack, Stage, SymlinkFollowMode } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { bringBack, digestOf, ignoredBy, patternOf } from '../bundle/files';
import { BundleFile } from '../bundle/zip';
import { problemsWithoutFile } from '../core/plan/ecs/ecs';
import { DockerrunFacts } from '../core/settings/facts';
import { EnvironmentSettings } from '../core/settings/settings';
import { Dockerrun } from '../dockerrun';
import { WorkingProps } from '../ecs/worker';
import { SourceBundle } from '../source-bundle';
import { annotate } from './findings/annotate';
import { refuseProblems } from './settings/surroundings';

/** Where the bundle is and what is in it. The first two may be tokens. */
export interface BundleObject {
  readonly bucketName: string;
  readonly objectKey: string;
  /** See `digestOf`. */
  readonly digest: string;
}

/** Where a Dockerrun file may come from. */
export interface DockerrunSource {
  readonly dockerrun?: Dockerrun;
  readonly sourceBundle?: SourceBundle;
}

/** What is wrong with it, if anything. */
export function dockerrunFacts({
  dockerrun: given, sourceBundle: bundle,
}: DockerrunSource): DockerrunFacts | undefined {
  const own = bundle?.dockerrun;
  if (given && own) return given._says(own) ? undefined : { kind: 'two' };
  if (given ?? own) return undefined;
  if (!bundle) return { kind: 'none' };
  const entry = bundle._leftOut.find(({ path }) => path === 'Dockerrun.aws.json');
  return { kind: 'not-in-bundle', bundle: bundle._path, ...entry && { way: bringBack(entry) } };
}

/** The one Dockerrun file that there is. Without one nothing can be made, and the props are all there is to judge. */
export function theDockerrun<P extends DockerrunSource>(
  props: P, settingsOf: (props: P) => EnvironmentSettings,
): Dockerrun {
  const dockerrun = props.dockerrun ?? props.sourceBundle?.dockerrun;
  if (!dockerrun) {
    refuseProblems(problemsWithoutFile({ ...settingsOf(props), facts: { dockerrun: dockerrunFacts(props) } }));
  }
  return dockerrun!;
}

/** Says what there is to say about the `cron.yaml` that the tasks of a worker are taken from. */
export function annotateCron(
  construct: Construct, { worker, sourceBundle }: WorkingProps & { readonly sourceBundle?: SourceBundle },
): void {
  if (worker && sourceBundle) annotate(construct, sourceBundle.cronFindings, 'cron.yaml');
}

/** Uploads the bundle with the stack, and lets `role` read it and nothing beside it. */
export function uploadBundle(scope: Construct, bundle: SourceBundle, role: iam.Role): BundleObject {
  const output = outputIn(scope, bundle);
  const asset = new assets.Asset(scope, 'SourceBundle', {
    path: bundle._path,
    ...(bundle._isDirectory
      ? {
        exclude: [...ignoredBy(bundle._path), ...output === undefined ? [] : [patternOf(output)]],
        ignoreMode: IgnoreMode.GIT,
        followSymlinks: SymlinkFollowMode.ALWAYS,
      }
      : {}),
  });
  const { s3BucketName: bucketName, s3ObjectKey: objectKey } = asset;
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['s3:GetObject'],
      resources: [
        Stack.of(scope).formatArn({
          service: 's3', region: '', account: '', resource: bucketName, resourceName: objectKey,
        }),
      ],
    }),
  );
  return { bucketName, objectKey, digest: digestOf(filesOf(scope, bundle)) };
}

/** The files of a bundle without those that the app itself writes, wherever its output goes. */
export function filesOf(scope: Construct, bundle: SourceBundle): readonly BundleFile[] {
  const output = outputIn(scope, bundle);
  return output === undefined ? bundle._files : bundle._files.filter(({ path }) => !path.startsWith(`${output}/`));
}

/** The folder of the app's output, if it is in the folder of the bundle. */
function outputIn(scope: Construct, bundle: SourceBundle): string | undefined {
  const app = scope.node.root;
  if (!bundle._isDirectory || !Stage.isStage(app)) return undefined;
  const path = relative(resolve(bundle._path), resolve(app.outdir));
  return path === '' || path.startsWith('..') || isAbsolute(path) ? undefined : path.split(sep).join('/');
}
