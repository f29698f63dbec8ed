import { CfnResource } from 'aws-cdk-lib/core';
import { Dependable, IConstruct, IDependable } from 'constructs';

/**
 * What stands in constructs beside the resources that somebody names, and so waits for anyway: cfn-lint minds that said
 * twice. Policies and rules that are added later count, too.
 */
export function partsBeside(named: readonly IConstruct[]): IDependable {
  const parts = {};
  Dependable.implement(parts, {
    get dependencyRoots() {
      const own = named.map(({ node }) => node.defaultChild);
      const all = named.flatMap(({ node }) => node.findAll());
      return [...new Set(all)].filter((part) => CfnResource.isCfnResource(part) && !own.includes(part));
    },
  });
  return parts;
}
