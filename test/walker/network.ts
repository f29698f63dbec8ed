import { WORLD } from './security-groups';
import { nameOf, Resource, Template } from './template';

/** The internet gateway that a subnet has a route to. */
export function internetGatewayOf(template: Template, subnet: Resource): Resource | undefined {
  const gateways = routesOf(template, subnet)
    .filter(({ properties }) => properties.DestinationCidrBlock === WORLD)
    .map(({ properties }) => template.find('AWS::EC2::InternetGateway', properties.GatewayId));
  return gateways.find((gateway) => gateway && isAttached(template, gateway, subnet));
}

/** The VPCs that a list of subnets is in, as far as the template says. */
export function vpcsOf(template: Template, subnets: readonly unknown[]): string[] {
  const found = subnets.flatMap((subnet) => template.find('AWS::EC2::Subnet', subnet) ?? []);
  return [...new Set(found.map(({ properties }) => nameOf(properties.VpcId)))];
}

function routesOf(template: Template, subnet: Resource): Resource[] {
  const tables = template.all('AWS::EC2::SubnetRouteTableAssociation')
    .filter(({ properties }) => nameOf(properties.SubnetId) === subnet.id)
    .map(({ properties }) => nameOf(properties.RouteTableId));
  return template.all('AWS::EC2::Route').filter(({ properties }) => tables.includes(nameOf(properties.RouteTableId)));
}

function isAttached(template: Template, gateway: Resource, subnet: Resource): boolean {
  return template
    .all('AWS::EC2::VPCGatewayAttachment')
    .some(
      ({ properties }) =>
        nameOf(properties.InternetGatewayId) === gateway.id
        && nameOf(properties.VpcId) === nameOf(subnet.properties.VpcId),
    );
}
