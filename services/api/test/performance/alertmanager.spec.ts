import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { firingAlerts } from '../../src/performance/alertmanager.js';

/** In the form of version 2 of Alertmanager's API. */
const alert = (labels: Record<string, string>, summary?: string) => ({
  labels,
  annotations: summary === undefined ? {} : { summary, runbook_url: 'https://example.org/runbook' },
  startsAt: '2026-11-20T08:00:00.000Z',
  endsAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T08:00:00.000Z',
  fingerprint: '1f2e3d4c5b6a7988',
  generatorURL: '',
  receivers: [{ name: 'tickets' }],
  status: { state: 'active', silencedBy: [], inhibitedBy: [] },
});

describe('what Alertmanager tells', () => {
  let server: Server;
  let asked: string[];
  let answer: { status: number; body: string };
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url!);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => {
    server.close();
  });

  const baseUrl = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  it('is what fires, by name, severity and what it is about, without the one that always does', async () => {
    const alerts = [
      alert({ alertname: 'Watchdog', severity: 'none' }),
      alert({ alertname: 'QueueStuck', severity: 'critical', queue: 'parse' }, 'parse moves no more'),
      alert({}),
    ];
    answer = { status: 200, body: JSON.stringify(alerts) };
    const since = '2026-11-20T08:00:00.000Z';
    expect(await firingAlerts(`${baseUrl()}/alertmanager`)).toEqual([
      { name: 'QueueStuck', severity: 'critical', summary: 'parse moves no more', subject: 'parse', since },
      { name: 'unnamed', severity: 'none', summary: '', subject: '', since },
    ]);
    // Where it lies under a path behind a proxy, that is kept.
    expect(asked).toEqual(['/alertmanager/api/v2/alerts?active=true&silenced=false&inhibited=false']);
  });

  it.each([
    ['an error', { status: 503, body: '' }],
    ['something else', { status: 200, body: '{"status":"success"}' }],
    ['no JSON', { status: 200, body: '<html>' }],
  ])('is not believed if it is %s', async (_name, given) => {
    answer = given;
    await expect(firingAlerts(baseUrl())).rejects.toThrow();
  });
});
