import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Size } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { known } from '../../../core/settings/settings';
import { TranslatedOptions } from '../../../core/translate-options';
import { EcsCapacityProps } from '../../capacity-props';

/** The instances that option settings ask for. A type of the app takes the place of all types of the options. */
export function optionCapacity(scope: Construct, { settings, references }: TranslatedOptions, given: EcsCapacityProps): EcsCapacityProps {
  const type = known(settings.instanceType);
  const rootVolumeSize = known(settings.rootVolumeSize);
  const { keyPairName, instanceSecurityGroupIds } = references;
  return {
    instanceType: type === undefined ? undefined : new ec2.InstanceType(type),
    alternativeInstanceTypes: given.instanceType ? undefined : settings.alternativeInstanceTypes?.map((name) => new ec2.InstanceType(name)),
    minCapacity: known(settings.minCapacity),
    maxCapacity: known(settings.maxCapacity),
    onDemandBaseCapacity: known(settings.onDemandBaseCapacity),
    onDemandPercentageAboveBaseCapacity: known(settings.onDemandPercentageAboveBaseCapacity),
    rootVolumeSize: rootVolumeSize === undefined ? undefined : Size.gibibytes(rootVolumeSize),
    detailedMonitoring: settings.detailedMonitoring,
    keyPair: keyPairName === undefined ? undefined : ec2.KeyPair.fromKeyPairName(scope, 'KeyPair', keyPairName),
    instanceSecurityGroups: instanceSecurityGroupIds?.map((id) => ec2.SecurityGroup.fromSecurityGroupId(scope, id, id, { mutable: false })),
  };
}
