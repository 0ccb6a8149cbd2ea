import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ERROR_CODES } from '@discover/contracts';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../../..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

interface Service {
  image: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  restart?: string;
  mem_limit?: string;
  stop_grace_period?: string;
  ports?: string[];
  networks: string[];
  environment?: Record<string, string>;
}
const { services, networks } = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean }>;
};
const defaultOf = (value: string) => /:-(.*)}$/.exec(value)?.[1] ?? value;

describe('docker-compose.yml', () => {
  it.each(Object.entries(services))('hardens and bounds %s', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: expect.stringMatching(/^(unless-stopped|on-failure)$/),
      mem_limit: expect.any(String),
    });
  });

  it('publishes the edge and Grafana, and both on the loopback address unless told', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(published.map(([name]) => name)).toEqual(['edge', 'grafana']);
    for (const port of published.flatMap(([, { ports }]) => ports!))
      expect(port).toMatch(/^(127\.0\.0\.1|\$\{EDGE_ADDRESS:-127\.0\.0\.1\}):/);
  });

  it('has no secret with a default, and says what to do about one that is missing', () => {
    const secrets = new Set([...text.matchAll(/\$\{(\w*(?:PASSWORD|SECRET|ACCESS_KEY)\w*)/g)].map(([, name]) => name!));
    expect([...secrets].sort()).toHaveLength(8);
    const script = readFileSync(join(root, 'docker/make-env.sh'), 'utf8');
    for (const name of secrets) {
      expect(text).not.toMatch(new RegExp(`\\$\\{${name}:?-`));
      expect(text).toContain(`\${${name}:?run docker/make-env.sh first}`);
      expect(script).toContain(name);
    }
  });

  it('lets neither databases nor what reads documents out', () => {
    expect(networks.data?.internal).toBe(true);
    for (const name of ['parser', 'render', 'postgres', 'pgbouncer', 'redis-queue', 'redis-cache', 's3'])
      expect(services[name]!.networks).toEqual(['data']);
  });

  it('gives the parser the memory that its processes may take', () => {
    const { mem_limit: limit, environment } = services.parser!;
    const threads = Number(defaultOf(environment!.PARSER_THREADS!));
    expect(parseInt(defaultOf(limit!))).toBeGreaterThanOrEqual(threads * (512 + 512) + 300);
  });

  it('waits for a stop as long as it may take', () => {
    for (const name of ['api', 'parser', 'render', 'jobs']) {
      const { environment, stop_grace_period: grace } = services[name]!;
      const drain = Number(defaultOf(environment!.SHUTDOWN_DRAIN_DELAY_MS!)) / 1000;
      expect(parseInt(grace!)).toBeGreaterThanOrEqual(drain + 20 + 10);
    }
  });
});

describe('the edge', () => {
  const template = readFileSync(join(root, 'docker/edge/nginx.conf.template'), 'utf8');
  const problems = [...template.matchAll(/return (\d+) '(\{.*\})';/g)].map(([, status, body]) => ({
    status: Number(status),
    problem: JSON.parse(body!) as { type: string; title: string; status: number; detail: string; code: string },
  }));

  it('refuses in the words of the API', () => {
    expect(problems).toHaveLength(6);
    for (const { status, problem } of problems) {
      expect(ERROR_CODES[problem.code as keyof typeof ERROR_CODES]).toEqual([status, problem.title]);
      expect(problem).toMatchObject({
        status,
        type: `https://discover.example/problems/${problem.code.replaceAll('_', '-')}`,
        detail: expect.stringMatching(/\w/),
        requestId: '$edge_request_id',
      });
    }
  });

  it('has every variable of its template filled in by its script', () => {
    const script = readFileSync(join(root, 'docker/edge/start.sh'), 'utf8');
    const names = new Set([...template.matchAll(/\$\{(EDGE_\w+)\}/g)].map(([, name]) => name!));
    expect(names.size).toBeGreaterThan(8);
    for (const name of names) expect(script).toMatch(new RegExp(`export .*\\b${name}\\b`));
  });
});
