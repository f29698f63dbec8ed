import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { InstanceType, IVpc } from 'aws-cdk-lib/aws-ec2';
import { AccessPoint, FileSystem } from 'aws-cdk-lib/aws-efs';
import { DatabaseInstance, DatabaseInstanceEngine, PostgresEngineVersion, StorageType } from 'aws-cdk-lib/aws-rds';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** What outlives every instance: orders in a database, carts in a table, uploads in a bucket, media in a file system. */
export class ShopData extends Construct {
  public readonly database: DatabaseInstance;
  public readonly carts: Table;
  public readonly uploads: Bucket;
  public readonly media: FileSystem;
  public readonly accessPoint: AccessPoint;

  constructor(scope: Construct, id: string, vpc: IVpc) {
    super(scope, id);
    this.database = new DatabaseInstance(this, 'Orders', {
      vpc,
      engine: DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.VER_18 }),
      instanceType: new InstanceType('t4g.medium'),
      databaseName: 'orders',
      port: 5433,
      multiAz: true,
      storageType: StorageType.GP3,
      storageEncrypted: true,
      manageMasterUserPassword: true,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.SNAPSHOT,
    });
    this.carts = new Table(this, 'Carts', {
      partitionKey: { name: 'customer', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });
    this.uploads = new Bucket(this, 'Uploads', { encryption: BucketEncryption.S3_MANAGED, enforceSSL: true, blockPublicAccess: BlockPublicAccess.BLOCK_ALL });
    this.media = new FileSystem(this, 'Media', { vpc, encrypted: true, enableAutomaticBackups: true, allowAnonymousAccess: false });
    this.accessPoint = this.media.addAccessPoint('Shop', {
      path: '/shop',
      createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '0750' },
      posixUser: { uid: '1000', gid: '1000' },
    });
  }
}
