import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { waitFor } from '@discover/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Client, startPlatform, type CvAnswer, type JobAnswer, type Platform } from '../src/index.js';
import { document, portrait, truthOf } from './documents.js';

/** As people write them: none of these is anywhere else. */
const PERSON = {
  name: 'Quirina Vexler-Ostrowsky',
  email: `quirina.${randomUUID().slice(0, 8)}@vexler.example`,
  phone: '+41 44 668 18 00',
  address: 'Ahornsteig 47b',
  password: 'heliotrope-marmot-quay',
  summary: 'Restores carillons in Graubünden.',
  fileName: 'Lebenslauf Vexler final.pdf',
};
const SERVICES = ['api', 'parser', 'render', 'jobs'];
const IMPORTED = 'de-sidebar.pdf';

interface Line {
  level: string;
  service: string;
  category: string;
  msg: string;
  userId?: string;
  code?: string;
}

/** What one person does in a life on the platform, with what goes wrong in it. */
describe('the logs of a journey', () => {
  let platform: Platform;
  let lines: Line[];
  let text = '';
  const secrets: string[] = [...Object.values(PERSON), 'Vexler', 'Ostrowsky'];
  let userId: string;

  beforeAll(async () => {
    // The services' own environment is this one.
    process.env.LOG_LEVEL = 'debug';
    platform = await startPlatform().finally(() => delete process.env.LOG_LEVEL);
    await journey();
    text = await waitFor(
      async () => {
        const all = await written();
        return all.includes('account removed') && all;
      },
      { what: 'the last of the journey to be logged', timeoutMs: 30_000 },
    );
    lines = text.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []));
  }, 120_000);
  afterAll(() => platform.stop());

  /** Of our services, and of the servers that they use: those could quote what they were asked. */
  async function written(): Promise<string> {
    const folder = join(platform.folder, 'logs');
    const names = await readdir(folder);
    expect(names).toEqual(expect.arrayContaining(SERVICES.map((service) => `${service}.log`)));
    expect(names.length).toBeGreaterThan(SERVICES.length);
    return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('');
  }

  async function journey(): Promise<void> {
    const { url } = platform;
    const anonymous = new Client(url);
    const me = new Client(url);
    const { email, password, name } = PERSON;
    const opened = await me.call<{ accessToken: string; refreshToken: string; user: { id: string } }>(
      '/auth/register',
      {
        method: 'POST',
        json: { email, password, name },
      },
    );
    me.accessToken = opened.body.accessToken;
    userId = opened.body.user.id;
    secrets.push(opened.body.accessToken, opened.body.refreshToken);
    expect((await anonymous.call('/auth/register', { method: 'POST', json: { email, password, name } })).status).toBe(
      409,
    );
    await anonymous.call('/auth/login', { method: 'POST', json: { email, password: 'a wrong guess of mine' } });
    secrets.push('a wrong guess of mine');
    const again = await anonymous.call<{ accessToken: string }>('/auth/login', {
      method: 'POST',
      json: { email, password },
    });
    secrets.push(again.body.accessToken);
    const key = await me.call<{ key: string }>('/api-keys', { method: 'POST', json: { name, scopes: ['cv:read'] } });
    secrets.push(key.body.key);

    const cv = {
      basics: { name, email, phone: PERSON.phone, summary: PERSON.summary, location: { address: PERSON.address } },
      work: [{ name: 'Vexler & Co', position: 'Restorer' }],
    };
    const made = await me.call<CvAnswer>('/cvs', { method: 'POST', json: { title: name, document: cv } });
    const { id } = made.body;
    await me.call(`/cvs/${id}`, { method: 'PATCH', json: { document: { basics: { label: `Cousin of ${name}` } } } });
    // What is refused is quoted to whoever sent it, and to nobody else.
    expect((await me.call('/cvs', { method: 'POST', json: { title: name, document: { basics: name } } })).status).toBe(
      422,
    );
    expect((await me.call(`/cvs?title=${encodeURIComponent(name)}`)).status).toBe(200);
    await me.call(`/cvs/${id}/photo`, { method: 'PUT', file: { bytes: await portrait(), name: PERSON.fileName } });
    for (const format of ['pdf', 'html', 'docx', 'json']) await me.call(`/cvs/${id}/render.${format}`);
    const slug = `quirina-vexler-${randomUUID().slice(0, 8)}`;
    secrets.push(slug);
    await me.call(`/cvs/${id}/publication`, { method: 'PUT', json: { slug, visibility: 'public' } });
    expect((await fetch(`${url}/u/${slug}`)).status).toBe(200);
    const link = await me.call<{ token: string }>(`/cvs/${id}/shares`, {
      method: 'POST',
      json: { link: true, password: PERSON.password },
    });
    secrets.push(link.body.token);
    for (const guess of ['not the password', PERSON.password])
      await anonymous.call(`/shared/${link.body.token}`, { headers: { 'x-share-password': guess } });
    await me.call(`/cvs/${id}/shares`, { method: 'POST', json: { email: `friend.of.${email}`, permission: 'view' } });

    const truth = await truthOf(IMPORTED);
    secrets.push(truth.basics.name, truth.basics.email);
    await me.import(await document(IMPORTED), PERSON.fileName);
    await me.import(Buffer.from('%PDF-1.7\nbroken by Quirina Vexler-Ostrowsky'), PERSON.fileName);
    await me.call('/parse', { method: 'POST', file: { bytes: await document(IMPORTED), name: PERSON.fileName } });
    await exported(me);
    await me.call('/me', { method: 'DELETE', json: { password } });
    await waitFor(async () => (await me.call('/me')).status === 401, { what: 'the account to go' });
  }

  async function exported(me: Client): Promise<void> {
    const { body } = await me.call<{ job: JobAnswer }>('/me/export', { method: 'POST' });
    await (await me.fetch(`/jobs/${body.job.id}/events`)).text();
  }

  it('say nothing of who the person is, nor what they know, nor what they wrote', () => {
    const found = secrets.filter(
      (secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)),
    );
    expect(found).toEqual([]);
    expect(text).not.toMatch(/[\w.+-]+@vexler\.example/);
    expect(text).not.toMatch(/eyJhbGciOi/);
  });

  it('say of every line from which service and of which category it is', () => {
    expect(new Set(lines.map(({ service }) => service))).toEqual(new Set([...SERVICES, 'migrator']));
    expect(lines.filter(({ category }) => !['application', 'activity', 'security'].includes(category))).toEqual([]);
  });

  it('tell by ids who was let in, who was refused, and what was changed', () => {
    const told = (category: string) =>
      lines.filter((line) => line.category === category).map(({ msg, code }) => (code ? `${msg}: ${code}` : msg));
    expect(told('security')).toEqual(
      expect.arrayContaining([
        'account opened',
        'refused: invalid_credentials',
        'logged in',
        'API key created',
        'refused: share_password_wrong',
        'account closed',
      ]),
    );
    const changes = lines.filter(({ category, msg }) => category === 'activity' && msg === 'changed');
    expect(changes.length).toBeGreaterThan(8);
    expect(new Set(changes.map((line) => line.userId))).toEqual(new Set([userId]));
  });
});
