import { all, BEANSTALK, each, optionOf } from './law';

/** Credentials of instances are handed out to sessions only, and no further than to the instance itself. */
export const guardsMetadata = all(
  each('AWS::EC2::LaunchTemplate', ({ LaunchTemplateData: { MetadataOptions: options = {} } }) => faults(options)),
  each('AWS::EC2::Instance', ({ LaunchTemplate: launchTemplate, MetadataOptions: options = {} }) =>
    launchTemplate ? [] : faults(options),
  ),
  each('AWS::AutoScaling::AutoScalingGroup', ({ LaunchTemplate: direct, MixedInstancesPolicy: mixed }) =>
    (direct ?? mixed) ? [] : ['has no launch template'],
  ),
  each(BEANSTALK, (environment) =>
    optionOf(environment, 'aws:autoscaling:launchconfiguration', 'DisableIMDSv1') === 'true'
      ? []
      : ['does not switch version 1 of the metadata service off'],
  ),
);

function faults({ HttpTokens: tokens, HttpPutResponseHopLimit: hops = 1 }: Record<string, any>): string[] {
  return [
    ...tokens === 'required' ? [] : ['hands out metadata without a session'],
    ...hops === 1 ? [] : [`lets metadata go ${hops} hops`],
  ];
}
