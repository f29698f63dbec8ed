/** What settings name and only the app can look up. Settings tell how many there are; these tell which. */
export interface OptionReferences {
  readonly vpcId?: string;
  readonly subnetIds?: readonly string[];
  readonly loadBalancerSubnetIds?: readonly string[];
  readonly keyPairName?: string;
  readonly instanceSecurityGroupIds?: readonly string[];
  readonly accessLogsBucketName?: string;
  readonly notificationsTopicArn?: string;
  /** Its name or its ARN. */
  readonly serviceRole?: string;
  /** By the name of the variable. */
  readonly environmentSecretArns?: Readonly<Record<string, string>>;
  /** By the port of the listener. */
  readonly certificateArns?: Readonly<Record<number, readonly string[]>>;
}
