export type Architecture = 'x86_64' | 'arm64';

/** Architecture; families, each with its GiB of memory for each vCPU; sizes. */
export type FamilyRow = readonly [architecture: Architecture, families: string, sizes: string];

/**
 * The instance types of EC2, a row for all families that come in the same sizes.
 *
 * Of each size, the vCPUs and the network interfaces, and then: `/n` tasks with interface trunking, if it can; `@n` GiB
 * of memory, where that is not vCPUs × GiB of the family; `+n` GPUs. Families that the page about trunking leaves out
 * are taken to be without it.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/eni-trunking-supported-instance-types.html
 */
export const FAMILIES: readonly FamilyRow[] = [
  // With CPU credits.
  ['x86_64', 't2', 'nano 1/2@0.5, micro 1/2@1, small 1/3@2, medium 2/3@4, large 2/3@8, xlarge 4/3@16, 2xlarge 8/3@32'],
  ['x86_64', 't3', 'nano 2/2@0.5, micro 2/2@1, small 2/3@2, medium 2/3@4, large 2/3@8, xlarge 4/4@16, 2xlarge 8/4@32'],
  ['x86_64', 't3a', 'nano 2/2@0.5, micro 2/2@1, small 2/2@2, medium 2/3@4, large 2/3@8, xlarge 4/4@16, 2xlarge 8/4@32'],
  ['arm64', 't4g', 'nano 2/2@0.5, micro 2/2@1, small 2/3@2, medium 2/3@4, large 2/3@8, xlarge 4/4@16, 2xlarge 8/4@32'],
  // General purpose, compute and memory optimized, from the oldest generation to the newest.
  ['arm64', 'a1*2', 'medium 1/2/10, large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, metal 16/8'],
  [
    'x86_64', 'm5zn*4 z1d*8',
    'large 2/3, xlarge 4/4, 2xlarge 8/4, 3xlarge 12/8, 6xlarge 24/8, 12xlarge 48/15, metal 48/15',
  ],
  [
    'arm64',
    'x2gd*16',
    'medium 1/2/10, large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/60, 12xlarge 48/8/60, '
      + '16xlarge 64/15/120, metal 64/15/120',
  ],
  ['x86_64', 'x2idn*16', '16xlarge 64/15/120, 24xlarge 96/15/120, 32xlarge 128/15/120, metal 128/15/120'],
  [
    'x86_64',
    'x2iedn*32',
    'xlarge 4/4/13, 2xlarge 8/4/29, 4xlarge 16/8/60, 8xlarge 32/8/120, 16xlarge 64/15/120, 24xlarge 96/15/120, '
      + '32xlarge 128/15/120, metal 128/15/120',
  ],
  [
    'x86_64', 'x2iezn*32',
    '2xlarge 8/4/64, 4xlarge 16/8/120, 6xlarge 24/8/120, 8xlarge 32/8/120, 12xlarge 48/15/120, metal 48/15/120',
  ],
  ['x86_64', 'c3*1.875', 'large 2/3, xlarge 4/4, 2xlarge 8/4, 4xlarge 16/8, 8xlarge 32/8'],
  ['x86_64', 'm3*3.75', 'medium 1/2, large 2/3, xlarge 4/4, 2xlarge 8/4'],
  ['x86_64', 'r3*7.625', 'large 2/3@15, xlarge 4/4, 2xlarge 8/4, 4xlarge 16/8, 8xlarge 32/8'],
  ['x86_64', 'r4*7.625 i3*7.625', 'large 2/3, xlarge 4/4, 2xlarge 8/4, 4xlarge 16/8, 8xlarge 32/8, 16xlarge 64/15'],
  ['x86_64', 'c4*1.875', 'large 2/3, xlarge 4/4, 2xlarge 8/4, 4xlarge 16/8, 8xlarge 36/8@60'],
  ['x86_64', 'm4*4', 'large 2/2, xlarge 4/4, 2xlarge 8/4, 4xlarge 16/8, 10xlarge 40/8, 16xlarge 64/8'],
  [
    'x86_64',
    'c5*2 c5d*2',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 9xlarge 36/8/60, 12xlarge 48/8/60, 18xlarge '
      + '72/15/120, 24xlarge 96/15/120, metal 96/15',
  ],
  [
    'x86_64',
    'c5a*2 c5ad*2',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8, 12xlarge 48/8/60, 16xlarge '
      + '64/15/120, 24xlarge 96/15/120',
  ],
  [
    'x86_64', 'c5n*2.625',
    'large 2/3, xlarge 4/4, 2xlarge 8/4, 4xlarge 16/8, 9xlarge 36/8@96, 18xlarge 72/15@192, metal 72/15@192',
  ],
  [
    'x86_64',
    'm5*4 r5d*8',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/60, 12xlarge 48/8/60, 16xlarge '
      + '64/15/120, 24xlarge 96/15/120, metal 96/15',
  ],
  [
    'x86_64',
    'm5a*4 m5ad*4 r5a*8 r5ad*8',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/60, 12xlarge 48/8/60, 16xlarge '
      + '64/15/120, 24xlarge 96/15/120',
  ],
  [
    'x86_64',
    'm5d*4',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/60, 12xlarge 48/8/60, 16xlarge '
      + '64/15/120, 24xlarge 96/15/120, metal 96/15/120',
  ],
  [
    'x86_64',
    'm5n*4 m5dn*4 r5b*8 r5n*8 r5dn*8',
    'large 2/3, xlarge 4/4, 2xlarge 8/4, 4xlarge 16/8, 8xlarge 32/8, 12xlarge 48/8, 16xlarge 64/15, 24xlarge 96/15, '
      + 'metal 96/15',
  ],
  [
    'x86_64',
    'r5*8',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8, 12xlarge 48/8/60, 16xlarge '
      + '64/15/120, 24xlarge 96/15/120, metal 96/15',
  ],
  [
    'arm64',
    'c6gn*2',
    'medium 1/2/4, large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/60, 12xlarge 48/8/60, '
      + '16xlarge 64/15/120',
  ],
  [
    'x86_64',
    'm6a*4 c6a*2 r6a*8',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/90, 12xlarge 48/8/120, 16xlarge '
      + '64/15/120, 24xlarge 96/15/120, 32xlarge 128/15/120, 48xlarge 192/15/120, metal 192/15/120',
  ],
  [
    'arm64',
    'm6g*4 m6gd*4 m7g*4 m7gd*4 c6g*2 c6gd*2 c7g*2 c7gd*2 c7gn*2 r6g*8 r6gd*8 r7g*8 r7gd*8',
    'medium 1/2/4, large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/60, 12xlarge 48/8/60, '
      + '16xlarge 64/15/120, metal 64/15/120',
  ],
  [
    'x86_64',
    'm6i*4 m6id*4 c6i*2 c6id*2 r6i*8 r6id*8',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/90, 12xlarge 48/8/120, 16xlarge '
      + '64/15/120, 24xlarge 96/15/120, 32xlarge 128/15/120, metal 128/15/120',
  ],
  [
    'x86_64',
    'm6idn*4 m6in*4 c6in*2 r6idn*8 r6in*8',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/90, 12xlarge 48/8/120, 16xlarge '
      + '64/15/120, 24xlarge 96/15/120, 32xlarge 128/16/120, metal 128/16/120',
  ],
  [
    'x86_64',
    'm7a*4 c7a*2 r7a*8',
    'medium 1/2/4, large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/90, 12xlarge 48/8/120, '
      + '16xlarge 64/15/120, 24xlarge 96/15/120, 32xlarge 128/15/120, 48xlarge 192/15/120, metal-48xl 192/15/120',
  ],
  [
    'x86_64',
    'm7i*4 c7i*2 r7i*8',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/90, 12xlarge 48/8/120, 16xlarge '
      + '64/15/120, 24xlarge 96/15/120, metal-24xl 96/15/120, 48xlarge 192/15/120, metal-48xl 192/15/120',
  ],
  [
    'x86_64',
    'm7i-flex*4 c7i-flex*2',
    'large 2/3/4, xlarge 4/4/10, 2xlarge 8/4/20, 4xlarge 16/8/40, 8xlarge 32/8/60, 12xlarge 48/8/120, 16xlarge '
      + '64/15/120',
  ],
  [
    'x86_64',
    'r7iz*8',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/90, 12xlarge 48/8/120, 16xlarge '
      + '64/15/120, metal-16xl 64/15/120, 32xlarge 128/15/120, metal-32xl 128/15/120',
  ],
  [
    'x86_64',
    'c8ib*2 c8in*2 m8ib*4 m8idb*4 m8idn*4 m8in*4 r8ib*8 r8idb*8 r8idn*8 r8in*8',
    'large 2/4, xlarge 4/4, 2xlarge 8/4, 4xlarge 16/8, 8xlarge 32/8, 12xlarge 48/12, 16xlarge 64/16, 24xlarge 96/16, '
      + '32xlarge 128/16, 48xlarge 192/24, metal-48xl 192/24, 96xlarge 384/24, metal-96xl 384/24',
  ],
  ['x86_64', 'c8ine*2 m8ine*4', 'large 2/4, xlarge 4/4, 2xlarge 8/4, 4xlarge 16/8, 8xlarge 32/8, 12xlarge 48/12'],
  [
    'x86_64',
    'm8a*4 c8a*2 r8a*8',
    'medium 1/2/4, large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/10/90, 12xlarge '
      + '48/12/120, 16xlarge 64/16/120, 24xlarge 96/16/120, metal-24xl 96/16/120, 48xlarge 192/24/120, metal-48xl '
      + '192/24/120',
  ],
  [
    'x86_64',
    'm8azn*4',
    'medium 1/3, large 2/4, xlarge 4/4, 3xlarge 12/8, 6xlarge 24/8, 12xlarge 48/16, metal-12xl 48/16, 24xlarge '
      + '96/16, metal-24xl 96/16',
  ],
  [
    'arm64',
    'm8g*4 m8gd*4 c8g*2 c8gd*2 r8g*8 r8gd*8 x8g*16',
    'medium 1/2/4, large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/60, 12xlarge 48/8/60, '
      + '16xlarge 64/15/120, 24xlarge 96/15/120, metal-24xl 96/15/120, 48xlarge 192/15/120, metal-48xl 192/15/120',
  ],
  [
    'arm64',
    'm8gb*4 m8gn*4 c8gb*2 c8gn*2 r8gb*8 r8gn*8',
    'medium 1/2/4, large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/10/60, 12xlarge '
      + '48/12/60, 16xlarge 64/16/120, 24xlarge 96/24/120, metal-24xl 96/24/120, 48xlarge 192/24/120, metal-48xl '
      + '192/24/120',
  ],
  [
    'x86_64',
    'm8i*4 m8id*4 c8i*2 c8id*2 r8i*8 r8id*8',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/10/90, 12xlarge 48/12/120, 16xlarge '
      + '64/16/120, 24xlarge 96/16/120, 32xlarge 128/24/120, 48xlarge 192/24/120, metal-48xl 192/24/120, 96xlarge '
      + '384/24/120, metal-96xl 384/24/120',
  ],
  [
    'x86_64',
    'm8i-flex*4 c8i-flex*2 r8i-flex*8',
    'large 2/3/4, xlarge 4/4/10, 2xlarge 8/4/20, 4xlarge 16/8/40, 8xlarge 32/10/60, 12xlarge 48/12/120, 16xlarge '
      + '64/16/120',
  ],
  [
    'x86_64',
    'x8aedz*32',
    'large 2/4/10, xlarge 4/4/20, 3xlarge 12/8/40, 6xlarge 24/8/60, 12xlarge 48/16/120, metal-12xl 48/16/120, '
      + '24xlarge 96/16/120, metal-24xl 96/16/120',
  ],
  [
    'x86_64',
    'x8i*16',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/10/90, 12xlarge 48/12/120, 16xlarge '
      + '64/16/120, 24xlarge 96/16/120, 32xlarge 128/24/120, 48xlarge 192/24/120, metal-48xl 192/24/120, 64xlarge '
      + '256/24/120, 96xlarge 384/24/120, metal-96xl 384/24/120',
  ],
  [
    'arm64',
    'c9g*2 c9gd*2 m9g*4 m9gd*4',
    'medium 1/2, large 2/3, xlarge 4/4, 2xlarge 8/4, 4xlarge 16/8, 8xlarge 32/10, 12xlarge 48/12, 16xlarge 64/16, '
      + '24xlarge 96/24, 48xlarge 192/24, metal-48xl 192/24',
  ],
  // Storage optimized.
  ['x86_64', 'h1*4', '2xlarge 8/4, 4xlarge 16/8, 8xlarge 32/8, 16xlarge 64/8'],
  ['x86_64', 'd2*7.625', 'xlarge 4/4, 2xlarge 8/4, 4xlarge 16/8, 8xlarge 36/8@244'],
  ['x86_64', 'd3*8', 'xlarge 4/4, 2xlarge 8/4, 4xlarge 16/4, 8xlarge 32/3'],
  ['x86_64', 'd3en*4', 'xlarge 4/4, 2xlarge 8/4, 4xlarge 16/4, 6xlarge 24/4, 8xlarge 32/4, 12xlarge 48/3'],
  [
    'x86_64', 'i3en*8',
    'large 2/3, xlarge 4/4, 2xlarge 8/4, 3xlarge 12/4, 6xlarge 24/8, 12xlarge 48/8, 24xlarge 96/15, metal 96/15',
  ],
  [
    'arm64', 'i4g*8 im4gn*4',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/60, 16xlarge 64/15/120',
  ],
  [
    'x86_64',
    'i4i*8',
    'large 2/3, xlarge 4/4/8, 2xlarge 8/4/28, 4xlarge 16/8/58, 8xlarge 32/8/118, 12xlarge 48/8/118, 16xlarge '
      + '64/15/248, 24xlarge 96/15/118, 32xlarge 128/15/498, metal 128/15/498',
  ],
  ['arm64', 'is4gen*6', 'medium 1/2/4, large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/60'],
  [
    'x86_64',
    'i7i*8',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/90, 12xlarge 48/8/90, 16xlarge '
      + '64/15/120, 24xlarge 96/15/120, metal-24xl 96/15/120, 48xlarge 192/15/120, metal-48xl 192/15/120',
  ],
  [
    'x86_64',
    'i7ie*8',
    'large 2/3/20, xlarge 4/4/29, 2xlarge 8/4/29, 3xlarge 12/4/29, 6xlarge 24/8/60, 12xlarge 48/8/60, 18xlarge '
      + '72/15/120, 24xlarge 96/15/120, metal-24xl 96/15/120, 48xlarge 192/15/120, metal-48xl 192/15/120',
  ],
  [
    'arm64',
    'i8g*8',
    'large 2/3/10, xlarge 4/4/20, 2xlarge 8/4/40, 4xlarge 16/8/60, 8xlarge 32/8/60, 12xlarge 48/8/60, 16xlarge '
      + '64/15/120, 24xlarge 96/15/120, metal-24xl 96/15/120, 48xlarge 192/15/120, metal-48xl 192/15/120',
  ],
  [
    'arm64',
    'i8ge*8',
    'large 2/3/20, xlarge 4/4/29, 2xlarge 8/4/29, 3xlarge 12/6/29, 6xlarge 24/10/60, 12xlarge 48/12/60, 18xlarge '
      + '72/16/120, 24xlarge 96/16/120, metal-24xl 96/16/120, 48xlarge 192/24/120, metal-48xl 192/24/120',
  ],
  // With GPUs that Amazon ECS can give to containers.
  [
    'x86_64', 'g4dn*4',
    'xlarge 4/3+1, 2xlarge 8/3+1, 4xlarge 16/3+1, 8xlarge 32/4+1, 12xlarge 48/8+4, 16xlarge 64/4+1, metal 96/15+8',
  ],
  ['x86_64', 'p4d*12 p4de*12', '24xlarge 96/60/120+8'],
  [
    'x86_64',
    'g5*4',
    'xlarge 4/4/6+1, 2xlarge 8/4/19+1, 4xlarge 16/8/40+1, 8xlarge 32/8/90+1, 12xlarge 48/15/120+4, 16xlarge '
      + '64/8/120+1, 24xlarge 96/15/120+4, 48xlarge 192/7/120+8',
  ],
  ['x86_64', 'p5*16', '4xlarge 16/4/60+1, 48xlarge 192/64/242@2048+8'],
  ['x86_64', 'p5e p5en', '48xlarge 192/64/242@2048+8'],
  [
    'x86_64',
    'g6*4',
    'xlarge 4/4/20+1, 2xlarge 8/4/40+1, 4xlarge 16/8/60+1, 8xlarge 32/8/90+1, 12xlarge 48/8/120+4, 16xlarge '
      + '64/15/120+1, 24xlarge 96/15/120+4, 48xlarge 192/15/120+8',
  ],
  [
    'x86_64',
    'g6e*8',
    'xlarge 4/4/20+1, 2xlarge 8/4/40+1, 4xlarge 16/8/60+1, 8xlarge 32/8/90+1, 12xlarge 48/10/120+4, 16xlarge '
      + '64/15/120+1, 24xlarge 96/20/120+4, 48xlarge 192/40/120+8',
  ],
  ['x86_64', 'gr6*8', '4xlarge 16/8/60+1, 8xlarge 32/8/90+1'],
];
