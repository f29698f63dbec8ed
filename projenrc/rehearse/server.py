"""`server.py <port> <file>`: moto, with a stand-in for what its CloudFormation does not make. Each resource goes to the file, resolved."""
import json
import sys

from moto.cloudformation import parsing
from moto.server import main

PORT, FILE = sys.argv[1:]
# What moto does not know and `Ref` gives the ARN of.
NAMED_BY_ARN = ("ScalingPolicy", "Certificate", "Secret")
moto_class, moto_create, moto_clean = parsing.resource_class_from_type, parsing.parse_and_create_resource, parsing.clean_json


def attribute_of(type_name, logical_id, attribute):
    _, service, kind = type_name.lower().split("::")
    return f"arn:aws:{service}:eu-west-1:123456789012:{kind}/{logical_id}" if attribute.lower().endswith("arn") else f"{logical_id}-{attribute}"


class StandIn:
    """Has a name and any attribute."""

    def __init__(self, type_name, logical_id):
        self.cf_resource_type, self.logical_resource_id = type_name, logical_id
        named_by_arn = type_name.split("::")[2] in NAMED_BY_ARN
        self.physical_resource_id = self.get_cfn_attribute("Arn") if named_by_arn else logical_id

    has_cfn_attr = is_created = delete = staticmethod(lambda *_: True)

    def get_cfn_attribute(self, attribute):
        return attribute_of(self.cf_resource_type, self.logical_resource_id, attribute)


def create(logical_id, resource, resources, account_id, region_name):
    type_name, why, made = resource["Type"], "no support", None
    known = type_name in parsing.get_model_map()
    if resources["AWS::StackName"] == "CDKToolkit":
        return moto_create(logical_id, resource, resources, account_id, region_name) if known else None
    if known:
        try:
            made, why = moto_create(logical_id, resource, resources, account_id, region_name), None
        except Exception as error:
            why = repr(error)
    properties = parsing.clean_json(resource.get("Properties", {}), resources)
    with open(FILE, "a", encoding="utf8") as file:
        file.write(json.dumps({"id": logical_id, "type": type_name, "standIn": why, "properties": properties}) + "\n")
    return made or StandIn(type_name, logical_id)


def clean(value, resources):
    """Resolves a value; moto has no name for some resources, and lacks attributes."""
    function, argument = next(iter(value.items())) if isinstance(value, dict) and len(value) == 1 else (None, None)
    try:
        resolved = moto_clean(value, resources)
    except (AttributeError, parsing.ValidationError):
        resolved = None
    if function == "Fn::GetAtt" and resolved in (None, value):
        return attribute_of(resources._resource_json_map[argument[0]]["Type"], *argument)
    return argument if function == "Ref" and not isinstance(resolved, (str, int, list, type(None))) else resolved


parsing.resource_class_from_type = lambda type_name: moto_class(type_name) or StandIn
parsing.parse_and_create_resource = create
parsing.clean_json = clean
main(["-H", "localhost", "-p", PORT])
