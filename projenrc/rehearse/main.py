"""Deploys the examples with the CDK CLI to moto, and looks at what came of it: `npm run rehearse [-- <example>…]`."""
import base64
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

import boto3

OUTPUT, REGION, PORT = Path("dist/rehearsal"), "eu-west-1", 5577
KEYS = {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "AWS_REGION": REGION, "AWS_DEFAULT_REGION": REGION}
os.environ |= {**KEYS, "AWS_ENDPOINT_URL": f"http://localhost:{PORT}", "CI": "1", "CDK_VALIDATION": "false"}
# What moto 5.2.1 refuses although AWS takes it; any other refusal is a fault.
REFUSED_BY_MOTO = re.compile(r"must be one of 'HTTP, HTTPS'|'str' object has no attribute 'name'|Endpoint\.Port|AssertionError\(\)"
                             r"|certificate was not found|specified listener does not exist|no support")
ARN = re.compile(r"arn:aws:[a-z0-9-]+:[a-z0-9-]*:(\d{12}|aws|\*)?:\S+")
DIGEST = 'find . -type f -print0 | LC_ALL=C sort -z | xargs -0r sha256sum -z | sha256sum | cut -d " " -f 1'


def run(*args, text=None):
    """What went wrong, or nothing."""
    done = subprocess.run(args, input=text, text=True, capture_output=True)
    return [] if done.returncode == 0 else [f"`{args[0]} {args[1]}` ended with {done.returncode}: {(done.stdout + done.stderr)[-1500:]}"]


def strings(value, path=""):
    if isinstance(value, (dict, list)):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from strings(each, f"{path}.{key}")
    elif isinstance(value, str) or value is None:
        yield path, value


def faults_of(path, text):
    """What is wrong with a value, whatever it is for."""
    if not text:  # An empty option tells Beanstalk to take none.
        return [] if text == "" and ".OptionSettings." in path else ["is empty"]
    if path.endswith(".UserData"):
        return run("bash", "-n", text=script_of(text)) + faults_of(".Script", script_of(text))
    faults = [f"has no whole ARN: {arn}" for arn in re.findall(r"arn:[\w:][^\s\"',})\]]+", text) if not ARN.fullmatch(arn)]
    faults += [f"is not resolved: {text}" for _ in re.findall(r"\$\{(?:AWS::|Token)|\[object|undefined|object at 0x", text)]
    if text[0] in "{[" and not text.startswith("{{resolve:"):
        try:
            json.loads(text)
        except ValueError as error:
            faults.append(f"is no JSON: {error}")
    return faults


def script_of(user_data):
    return base64.b64decode(user_data).decode()


def digest_of(bucket, key):
    archive = boto3.client("s3").get_object(Bucket=bucket, Key=key)["Body"].read()
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(io.BytesIO(archive)).extractall(folder)
        return subprocess.run(DIGEST, shell=True, cwd=folder, text=True, capture_output=True).stdout.strip()


def state_faults(resources):
    """Compares what moto says that there is with what was asked for."""
    def asked(kind):
        return [each["properties"] for each in resources if each["type"].endswith(f"::{kind}") and not each["standIn"]]
    elb, ecs = boto3.client("elbv2"), boto3.client("ecs")
    balancers = [each["LoadBalancerArn"] for each in elb.describe_load_balancers()["LoadBalancers"]]
    listeners = [each for arn in balancers for each in elb.describe_listeners(LoadBalancerArn=arn)["Listeners"]]
    rules = [each for listener in listeners for each in elb.describe_rules(ListenerArn=listener["ListenerArn"])["Rules"] if not each["IsDefault"]]
    services = [arn for cluster in ecs.list_clusters()["clusterArns"] for arn in ecs.list_services(cluster=cluster)["serviceArns"]]
    faults = []
    for kind, found, keys in (
        ("TargetGroup", elb.describe_target_groups()["TargetGroups"], ("Port", "Protocol", "HealthCheckPath", "TargetType")),
        ("Listener", listeners, ("Port", "Protocol", "SslPolicy")),
        ("ListenerRule", rules, ("Priority",)),
        ("Service", [{} for _ in services], ()),
    ):
        there, wanted = (Counter(tuple(str(each.get(key)) for key in keys) for each in group) for group in (found, asked(kind)))
        faults += [] if there == wanted else [f"{kind}: {there} is there, {wanted} was asked for"]
    for script in (script_of(each["LaunchTemplateData"]["UserData"]) for each in asked("LaunchTemplate")):
        bundles = zip(re.findall(r"expected=(\S+)", script), re.findall(r"--bucket '(\S+)' --key '(\S+\.zip)'", script))
        faults += [f"instances do not expect what is in {place}" for digest, place in bundles if digest_of(*place) != digest]
    return faults


def synthesize(name, folder):
    """The certificates and the zone of an example become those of moto, and no image is pushed."""
    faults = run("cdk", "synth", "--quiet", "--output", folder, "--app", f"node --import tsx examples/{name}/app.ts")
    certificate = boto3.client("acm").request_certificate(DomainName="example.com")["CertificateArn"]
    zone = boto3.client("route53").create_hosted_zone(Name="example.com", CallerReference=name)["HostedZone"]["Id"].split("/")[-1]
    for file in folder.glob("*.template.json"):
        text = re.sub(rf"arn:aws:acm:{REGION}:\d+:certificate/[\w-]+", certificate, file.read_text())
        file.write_text(re.sub(r'"Z0123456789\w*"', f'"{zone}"', text))
    for file in folder.glob("*.assets.json"):
        file.write_text(json.dumps({**json.loads(file.read_text()), "dockerImages": {}}))
    return faults


def rehearse(name):
    folder, record, resources = OUTPUT / name, OUTPUT / f"{name}.jsonl", []
    with open(OUTPUT / f"{name}.log", "w") as log:
        server = subprocess.Popen([sys.executable, Path(__file__).with_name("server.py"), str(PORT), record], stdout=log, stderr=log)
    try:
        while server.poll() is None and socket.socket().connect_ex(("localhost", PORT)):
            time.sleep(0.2)
        faults = synthesize(name, folder) or run("cdk", "bootstrap", f"aws://123456789012/{REGION}")
        faults += run("cdk", "deploy", "--app", folder, "--all", "--method=direct", "--require-approval=never")
        resources = [json.loads(line) for line in record.read_text().splitlines()] if record.exists() else []
        faults += state_faults(resources)
    finally:
        server.terminate()
        server.wait()
    for resource in resources:
        faults += [f"{resource['id']}{path} {each}" for path, text in strings(resource["properties"]) for each in faults_of(path, text)]
    why = {each["id"]: each["standIn"] for each in resources if each["standIn"]}
    faults += [f"{logical_id} was refused: {reason}" for logical_id, reason in why.items() if not REFUSED_BY_MOTO.search(reason)]
    print("\n".join([f"{name}: {len(resources)} resources, moto makes all but {len(why)}, {len(faults)} faults", *faults]), flush=True)
    return not faults and bool(resources)


shutil.rmtree(OUTPUT, ignore_errors=True)
OUTPUT.mkdir(parents=True)
names = sys.argv[1:] or sorted(each.name for each in Path("examples").iterdir() if each.is_dir())
sys.exit(0 if all([rehearse(name) for name in names]) else 1)
