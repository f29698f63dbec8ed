import * as s3 from 'aws-cdk-lib/aws-s3';
import { UploadedFile } from '../core/settings/containers/containers';

/** Where a file lies that holds environment variables. */
interface FileSource {
  /** Absent for a file of this machine. */
  readonly bucket?: s3.IBucket;
  /** The key of the object, or the path of the file. */
  readonly name: string;
}

/**
 * A file with environment variables, one `NAME=value` a line, which the agent reads from Amazon S3 whenever a task
 * starts.
 *
 * The class of the same name in the CDK does not tell its bucket, so that nobody could be allowed to read it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export class DockerrunEnvironmentFile {
  /**
   * An object of a bucket. A new version of it reaches new tasks only.
   *
   * @param bucket the bucket; the agent may read this object of it and, if it has a key of AWS KMS, decrypt with that
   * @param key the key of the object, which has to end in `.env`
   */
  public static fromBucket(bucket: s3.IBucket, key: string): DockerrunEnvironmentFile {
    return new DockerrunEnvironmentFile({ bucket, name: key });
  }

  /**
   * A file of this machine, uploaded with the stack. Changed, it rolls the tasks. Whoever may read the bucket of the
   * CDK's assets may read it, so it is no place for secrets.
   *
   * @param path where it is, relative to the working directory; its name has to be more than `.env` and end in it
   */
  public static fromAsset(path: string): DockerrunEnvironmentFile {
    return new DockerrunEnvironmentFile({ name: path });
  }

  private constructor(/** @internal */ public readonly _source: FileSource) {}

  /** @internal */
  public get _settings(): string | UploadedFile {
    const { bucket, name } = this._source;
    return bucket ? name : { upload: name };
  }
}
