import { AppFile, AppModel } from '../model';
import { moduleOf } from '../printer/python';
import { VERSIONS } from './typescript';

/** What an app in Python has beside its code. */
export function pythonProject(app: AppModel, version: string): AppFile[] {
  return [
    { path: `tests/test_${moduleOf(app)}.py`, text: testOf(app) },
    { path: 'requirements.txt', text: requirements(version) },
    { path: 'requirements-dev.txt', text: '-r requirements.txt\npytest>=8,<10\n' },
    { path: 'cdk.json', text: '{\n  "app": "python3 app.py"\n}\n' },
    { path: '.gitignore', text: '.venv/\n__pycache__/\n.pytest_cache/\ncdk.out/\n' },
  ];
}

function requirements(version: string): string {
  return [
    `aws-cdk-lib>=${VERSIONS['aws-cdk-lib']},<3`, `cdk-dockerrun~=${version}`, `constructs>=${VERSIONS.constructs},<11`,
    '',
  ].join('\n');
}

function testOf(app: AppModel): string {
  return `import json
from pathlib import Path

from aws_cdk import App
from aws_cdk.assertions import Template

from ${moduleOf(app)} import ${app.name}Stack

SNAPSHOT = Path(__file__).with_name("${moduleOf(app)}.template.json")


def test_the_template_is_as_it_was():
    """The first run writes the template. When a change is meant, remove the file and run the test again."""
    template = Template.from_stack(${app.name}Stack(App(), "${app.name}")).to_json()
    if not SNAPSHOT.exists():
        SNAPSHOT.write_text(json.dumps(template, indent=2) + "\\n")
    assert template == json.loads(SNAPSHOT.read_text())
`;
}
