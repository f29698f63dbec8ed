import { readDockerrun } from '../lib/core/reading/read';

/** A valid file with so many containers, each `padding` characters longer than it has to be. */
function dockerrun(containers: number, padding = 0): string {
  const containerDefinitions = Array.from({ length: containers }, (_, index) => ({
    name: `service-${index}`,
    image: `example/service-${index}:1.0`,
    essential: index === 0,
    memory: 128,
    portMappings: [{ hostPort: 8000 + index, containerPort: 80 }],
    environment: [{ name: 'MODE', value: 'production' }, { name: 'PADDING', value: 'x'.repeat(padding) }],
    mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }, { sourceVolume: `awseb-logs-service-${index}`, containerPath: '/var/log' }],
    links: index === 0 ? [] : ['service-0'],
  }));
  return JSON.stringify({ AWSEBDockerrunVersion: 2, volumes: [{ name: 'data', host: { sourcePath: '/data' } }], containerDefinitions }, undefined, 2);
}

/** Every container linked to every other one. */
function linked(count: number): string {
  const names = Array.from({ length: count }, (_, index) => `service-${index}`);
  const containerDefinitions = names.map((name) => ({ name, image: 'a:1', memory: 4, links: names.filter((other) => other !== name) }));
  return JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions });
}

const INPUTS: Readonly<Record<string, string>> = {
  '1 container': dockerrun(1),
  '10 containers': dockerrun(10),
  '10 containers, 1 MB': dockerrun(10, 100_000),
  '1500 containers, 1 MB': dockerrun(1500),
  '300 containers, 300 links each': linked(300),
  'a comment of 4 MB': `[/*${'x*'.repeat(2_000_000)}*/]`,
  '2 million escapes': `["${'\\\\n'.repeat(2_000_000)}"]`,
  '200,000 percent signs': `[${'%A'.repeat(200_000)}`,
};

const SAMPLES = 15;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function measure(text: string): { 'size (kB)': number; 'first (ms)': number; 'median (ms)': number; 'findings': number } {
  const times: number[] = [];
  let findings = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const start = performance.now();
    findings = readDockerrun(text, { strict: false, substitutions: {} }).findings.length;
    times.push(performance.now() - start);
  }
  const round = (time: number) => Number(time.toFixed(2));
  return { 'size (kB)': Math.round(text.length / 1000), 'first (ms)': round(times[0]), 'median (ms)': round(median(times)), findings };
}

console.table(Object.fromEntries(Object.entries(INPUTS).map(([name, text]) => [name, measure(text)])));
