/** A private ECR repository, as an image name spells it. */
export interface EcrImage {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
}

const ECR = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws|on\.amazonwebservices\.com\.cn)\/([^:@]+)/;

/** The repository of an image in private ECR; nothing for images from elsewhere. */
export function parseEcrImage(image: string): EcrImage | undefined {
  const match = ECR.exec(image);
  return match ? { account: match[1], region: match[2], repository: match[3] } : undefined;
}
