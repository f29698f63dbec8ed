import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DECLARATIONS = join(dirname(require.resolve('aws-cdk-lib/aws-ecs')), 'lib', 'ecs.generated.d.ts');

/** The properties of each type of CfnTaskDefinition, with the type that a property leads to, if it is one of these. */
export function typesOfTaskDefinition(): ReadonlyMap<string, ReadonlyMap<string, string | undefined>> {
  const text = readFileSync(DECLARATIONS, 'utf8');
  const start = text.indexOf('export declare namespace CfnTaskDefinition {');
  const block = text.slice(start, text.indexOf('\n}\n', start));
  return new Map([...block.matchAll(/interface (\w+Property) \{\n([^]*?)\n {4}\}/g)].map(([, name, body]) => {
    const properties = [...body.matchAll(/readonly (\w+)\??: (.*);/g)];
    return [
      name, new Map(properties.map(([, key, type]) => [key, /CfnTaskDefinition\.(\w+Property)/.exec(type)?.[1]])),
    ];
  }));
}
