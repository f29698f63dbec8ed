import { listOf, Resource, Template, TemplateJson } from '../walker/template';

/** What must hold in every template, whoever made it: the sentences are what breaks it, none when it holds. */
export type Law = (template: TemplateJson) => string[];

/** A law about each resource of a type. */
export function each(type: string, faults: (properties: Resource['properties'], template: Template) => string[]): Law {
  return (json) => {
    const template = new Template(json);
    return template
      .all(type)
      .flatMap(({ id, properties }) => faults(properties, template).map((fault) => `${id} ${fault}`));
  };
}

export function all(...laws: readonly Law[]): Law {
  return (template) => laws.flatMap((law) => law(template));
}

/** The value of an option of an environment of Elastic Beanstalk. */
export function optionOf({ OptionSettings: options }: Resource['properties'], namespace: string, name: string): any {
  return listOf(options).find(({ Namespace, OptionName }) => Namespace === namespace && OptionName === name)?.Value;
}

export const BEANSTALK = 'AWS::ElasticBeanstalk::Environment';
