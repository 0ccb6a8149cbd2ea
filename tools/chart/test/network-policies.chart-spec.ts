import { beforeAll, describe, expect, it } from '@jest/globals';

import { mayTalk, podOfComponent, render, type Manifest, type Party } from '../src/index.js';

const MANAGEMENT = { api: 9464, parser: 9465, render: 9466, jobs: 9467 };
const kubeSystem = { 'kubernetes.io/metadata.name': 'kube-system' };
const dns: Party = { labels: { 'k8s-app': 'kube-dns' }, namespace: kubeSystem };
const prometheus: Party = { labels: {}, namespace: { 'kubernetes.io/metadata.name': 'monitoring' } };
const stranger: Party = { labels: {}, namespace: { 'kubernetes.io/metadata.name': 'somebody-else' } };
const ingressController: Party = { labels: {}, namespace: { 'discover/ingress': 'true' } };
const operator: Party = {
  labels: { 'app.kubernetes.io/name': 'cloudnative-pg' },
  namespace: { 'kubernetes.io/metadata.name': 'cnpg-system' },
};
const INTERNET = '93.184.215.14';

describe('network policies', () => {
  let manifests: Manifest[];
  let parties: Record<string, Party>;
  beforeAll(async () => {
    manifests = await render({ files: ['production'], values: { 'redis.mode': 'builtin' } });
    parties = Object.fromEntries(
      ['edge', 'api', 'parser', 'render', 'jobs', 'migrate', 'test', 'redis-queue', 'redis-cache'].map((name) => [
        name,
        podOfComponent(manifests, name),
      ]),
    );
    parties.postgres = { labels: { 'cnpg.io/cluster': 'cv-discover-postgres' } };
    parties.pooler = { labels: { 'cnpg.io/poolerName': 'cv-discover-postgres-pooler' } };
  });

  /** Who of ours may ask `to` on `port`, sorted. */
  const clientsOf = (to: string, port: number) =>
    Object.keys(parties)
      .filter((from) => from !== to && mayTalk(manifests, parties[from]!, parties[to]!, port))
      .sort();

  it('let exactly those talk to each other who must', () => {
    expect(clientsOf('api', 3000)).toEqual(['edge', 'test']);
    expect(clientsOf('edge', 8080)).toEqual(['test']);
    expect(clientsOf('redis-queue', 6379)).toEqual(['api', 'jobs', 'parser', 'render']);
    expect(clientsOf('redis-cache', 6379)).toEqual(['api', 'jobs']);
    expect(clientsOf('pooler', 5432)).toEqual(['api', 'jobs', 'parser']);
    // The pooler's and the operator's own way out is their business.
    expect(clientsOf('postgres', 5432)).toEqual(['api', 'jobs', 'migrate', 'parser', 'pooler']);
    for (const [service, port] of Object.entries(MANAGEMENT)) expect(clientsOf(service, port)).toEqual(['test']);
  });

  it('let nobody from elsewhere in, but Prometheus to the figures, the Ingress to the edge and the operator to Postgres', () => {
    for (const [name, party] of Object.entries(parties)) {
      for (const port of [3000, 5432, 6379, 8080, ...Object.values(MANAGEMENT)])
        expect([name, port, mayTalk(manifests, stranger, party, port)]).toEqual([name, port, false]);
    }
    for (const [service, port] of Object.entries(MANAGEMENT))
      expect(mayTalk(manifests, prometheus, parties[service]!, port)).toBe(true);
    expect(mayTalk(manifests, prometheus, parties.api!, 3000)).toBe(false);
    expect(mayTalk(manifests, ingressController, parties.edge!, 8080)).toBe(true);
    expect(mayTalk(manifests, ingressController, parties.api!, 3000)).toBe(false);
    expect(mayTalk(manifests, operator, parties.postgres!, 8000)).toBe(true);
  });

  it('let everybody ask for names, and Redis nobody at all', () => {
    for (const name of ['edge', 'api', 'parser', 'render', 'jobs', 'migrate', 'test'])
      expect(mayTalk(manifests, parties[name]!, dns, 53, 'UDP')).toBe(true);
    for (const name of ['redis-queue', 'redis-cache']) {
      expect(mayTalk(manifests, parties[name]!, dns, 53, 'UDP')).toBe(false);
      expect(mayTalk(manifests, parties[name]!, { address: INTERNET }, 443)).toBe(false);
    }
  });

  it('let webhooks onto the Internet on any port, and into no private network', () => {
    for (const port of [443, 8443]) expect(mayTalk(manifests, parties.jobs!, { address: INTERNET }, port)).toBe(true);
    const metadata = '169.254.169.254';
    for (const address of ['10.1.2.3', '172.20.0.1', '192.168.1.1', '100.64.0.1', '127.0.0.1', metadata])
      expect([address, mayTalk(manifests, parties.jobs!, { address }, 443)]).toEqual([address, false]);
  });

  it('let the others to object storage only', () => {
    for (const name of ['api', 'parser', 'render']) {
      expect(mayTalk(manifests, parties[name]!, { address: INTERNET }, 443)).toBe(true);
      expect(mayTalk(manifests, parties[name]!, { address: INTERNET }, 80)).toBe(false);
      expect(mayTalk(manifests, parties[name]!, { address: '10.1.2.3' }, 443)).toBe(false);
    }
    for (const name of ['edge', 'migrate', 'test'])
      expect(mayTalk(manifests, parties[name]!, { address: INTERNET }, 443)).toBe(false);
  });

  it('follow where databases are: external ones are reached on their port, by who uses them', async () => {
    const external = await render();
    for (const [name, allowed] of [
      ['api', true],
      ['parser', true],
      ['jobs', true],
      ['migrate', true],
      ['render', false],
      ['edge', false],
    ] as const) {
      expect([name, mayTalk(external, podOfComponent(external, name), { address: '10.1.2.3' }, 5432)]).toEqual([
        name,
        allowed,
      ]);
    }
    const pooled = await render({ values: { 'postgres.pgbouncer': { enabled: true, host: 'db.internal' } } });
    const pgbouncer = podOfComponent(pooled, 'pgbouncer');
    expect(mayTalk(pooled, podOfComponent(pooled, 'api'), pgbouncer, 6432)).toBe(true);
    expect(mayTalk(pooled, podOfComponent(pooled, 'render'), pgbouncer, 6432)).toBe(false);
    expect(mayTalk(pooled, pgbouncer, { address: '10.1.2.3' }, 5432)).toBe(true);
  });

  it('are left out where they are switched off', async () => {
    const open = await render({ values: { 'networkPolicy.enabled': false } });
    expect(open.filter(({ kind }) => kind === 'NetworkPolicy')).toEqual([]);
  });
});
