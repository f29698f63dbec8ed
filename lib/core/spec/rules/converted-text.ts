import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const convertedText: Rule = {
  code: 'DR1007',
  name: 'converted-text',
  severity: Severity.WARNING,
  summary: 'Text values are written as strings.',
  reason: 'Environment variables and log options are text; a bare number or boolean is deployed as the text it spells.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['containerDefinitions[].environment[].value', 'containerDefinitions[].logConfiguration.options'],
};
