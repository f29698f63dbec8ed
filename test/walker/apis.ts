import { Door } from './door';
import { vpcsOf } from './network';
import { listNames, listOf, nameOf, referencesIn, Resource, Template } from './template';
import { Trail } from './trail';

/** The routes of every HTTP API. */
export function apiDoors(template: Template): Door[] {
  return template.all('AWS::ApiGatewayV2::Api').flatMap((api) => {
    const routes = template
      .all('AWS::ApiGatewayV2::Route')
      .filter(({ properties }) => nameOf(properties.ApiId) === api.id);
    return routes.length === 0
      ? [closed(api, `API ${api.id} has no route.`)]
      : routes.map((route) => routeDoor(template, api, route));
  });
}

function routeDoor(template: Template, api: Resource, route: Resource): Door {
  const trail = new Trail();
  const { RouteKey, Target } = route.properties;
  checkStage(template, api, trail);
  trail.step(`clients call API ${api.id}, whose route ${RouteKey} takes every request`);
  if (!['$default', 'ANY /{proxy+}'].includes(RouteKey)) {
    trail.break(`Route ${route.id} of API ${api.id} takes ${RouteKey} only.`);
  }
  const [target] = referencesIn(Target);
  const integration = template.find('AWS::ApiGatewayV2::Integration', { Ref: target });
  if (!integration || nameOf(integration.properties.ApiId) !== api.id) {
    trail.break(`Route ${route.id} leads to ${target}, which is no integration of API ${api.id}.`);
    return { ...OPEN, id: api.id, label: `API ${api.id}`, trail };
  }
  return linkDoor(template, api, integration, trail);
}

function linkDoor(template: Template, api: Resource, integration: Resource, trail: Trail): Door {
  const { ConnectionType, ConnectionId, IntegrationUri, TlsConfig } = integration.properties;
  const door = { ...OPEN, id: api.id, label: `API ${api.id}`, trail };
  const link = template.find('AWS::ApiGatewayV2::VpcLink', ConnectionId);
  if (ConnectionType !== 'VPC_LINK' || !link) {
    trail.break(`Integration ${integration.id} of API ${api.id} uses no VPC link of the template.`);
  }
  const listener = template.find('AWS::ElasticLoadBalancingV2::Listener', IntegrationUri);
  if (!listener) {
    trail.break(
      `Integration ${integration.id} leads to ${nameOf(IntegrationUri)}, which is no listener of the template.`,
    );
  }
  if (!link || !listener) return door;
  const securityGroups = listOf(link.properties.SecurityGroupIds).map(nameOf);
  const subnets = listOf(link.properties.SubnetIds);
  if (securityGroups.length === 0) trail.break(`VPC link ${link.id} has no security group, so no rule can let it in.`);
  const speaks = TlsConfig?.ServerNameToVerify === undefined ? 'HTTP' : 'HTTPS';
  const { Protocol } = listener.properties;
  if (speaks !== Protocol) {
    trail.break(`Integration ${integration.id} speaks ${speaks}, but listener ${listener.id} speaks ${Protocol}.`);
  }
  trail.step(
    `integration ${integration.id} speaks ${speaks} through VPC link ${link.id} in ${listNames(subnets.map(nameOf))}`,
  );
  return { ...door, listener: listener.id, securityGroups, vpcs: vpcsOf(template, subnets) };
}

/** A stage that nobody deploys answers nothing. */
function checkStage(template: Template, { id }: Resource, trail: Trail): void {
  const stages = template.all('AWS::ApiGatewayV2::Stage').filter(({ properties }) => nameOf(properties.ApiId) === id);
  if (stages.length === 0) trail.break(`API ${id} has no stage.`);
  for (const { id: stage, properties } of stages) {
    if (properties.AutoDeploy !== true && properties.DeploymentId === undefined) {
      trail.break(`Stage ${stage} of API ${id} is not deployed.`);
    }
  }
}

const OPEN = { securityGroups: [], vpcs: [] };

function closed({ id }: Resource, sentence: string): Door {
  const trail = new Trail();
  trail.break(sentence);
  return { ...OPEN, id, label: `API ${id}`, trail };
}
