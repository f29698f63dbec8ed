import { Law } from './law';

/** What has no place in a template, and why. */
const FORBIDDEN: readonly [RegExp, string][] = [
  [/^AWS::Lambda::/, 'is code that the user would have to keep up to date'],
  [/^(Custom::|AWS::CloudFormation::CustomResource$)/, 'is a resource that code stands behind'],
  [/^AWS::AutoScaling::LaunchConfiguration$/, 'is what new accounts no longer have'],
  [/^AWS::AutoScaling::LifecycleHook$/, 'is a hook; Amazon ECS drains instances itself'],
];

export const avoidsCode: Law = ({ Resources: resources }) =>
  Object.entries(resources).flatMap(([id, { Type, Properties = {} }]) => [
    ...FORBIDDEN.filter(([type]) => type.test(Type)).map(([, reason]) => `${id} (${Type}) ${reason}`),
    ...(Type === 'AWS::SNS::Subscription' && Properties.Protocol === 'lambda' ? [`${id} (${Type}) leads to code`] : []),
    ...(Properties.LifecycleHookSpecificationList ? [`${id} (${Type}) has a hook`] : []),
  ]);
