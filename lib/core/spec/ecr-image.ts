/** A private ECR repository, as an image name spells it. */
export interface EcrImage {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
}

/** The domains of all partitions. */
const SUFFIXES = [
  'amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu', 'c2s.ic.gov', 'sc2s.sgov.gov', 'cloud.adc-e.uk',
  'csp.hci.ic.gov',
];

/** The same for names that have IPv6 addresses too. */
const DUAL_STACK_SUFFIXES = [
  'on.aws', 'on.amazonwebservices.com.cn', 'on.amazonwebservices.eu', 'on.aws.ic.gov', 'on.aws.scloud',
  'on.cloud-aws.adc-e.uk', 'on.aws.hci.ic.gov',
];

const FORMS = [registry('dkr.ecr', SUFFIXES), registry('dkr-ecr', DUAL_STACK_SUFFIXES)];

/** The repository of an image in private ECR; nothing for images from elsewhere. */
export function parseEcrImage(image: string): EcrImage | undefined {
  const match = FORMS.map((form) => form.exec(image)).find((found) => found !== null);
  return match ? { account: match[1], region: match[2], repository: match[3] } : undefined;
}

function registry(service: string, suffixes: readonly string[]): RegExp {
  const escaped = (text: string) => text.replace(/\./g, '\\.');
  return new RegExp(
    `^(\\d{12})\\.${escaped(service)}(?:-fips)?\\.([a-z0-9-]+)\\.(?:${escaped(suffixes.join('|'))})/([^:@]+)`,
  );
}
