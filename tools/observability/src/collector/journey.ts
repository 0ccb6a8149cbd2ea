import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Client, startPlatform, type CvAnswer } from '@discover/e2e';
import { waitFor } from '@discover/testing';

import { root } from './collector.js';

/** As people write them: none of these is anywhere else. */
const PERSON = {
  name: 'Tiberiu Oxenwald-Rask',
  email: `tiberiu.${randomUUID().slice(0, 8)}@oxenwald.example`,
  phone: '+41 44 668 18 17',
  address: 'Lerchenhalde 93c',
  password: 'saffron-otter-parapet',
  summary: 'Tunes harpsichords in Schaffhausen.',
};

export interface Journey {
  /** What each process wrote, by its name: services and servers. */
  readonly logs: ReadonlyMap<string, readonly string[]>;
  /** What may stand in none of them. */
  readonly secrets: readonly string[];
}

/** One person does something of everything on the whole platform, which sends its traces to `tracesUrl`. */
export async function travel(tracesUrl: string): Promise<Journey> {
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = tracesUrl;
  const platform = await startPlatform().finally(() => delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT);
  const folder = join(platform.folder, 'logs');
  const read = async () => {
    const names = await readdir(folder);
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return new Map(names.map((name, index) => [name.replace(/\.log$/, ''), texts[index]!.split('\n').slice(0, -1)]));
  };
  try {
    const secrets = await live(platform.url);
    const logs = await waitFor(
      async () => {
        const all = await read();
        return [...all.values()].flat().some((line) => line.includes('account removed')) && all;
      },
      { what: 'the last of the journey to be logged', timeoutMs: 30_000 },
    );
    return { logs, secrets: [...Object.values(PERSON), 'Oxenwald', ...secrets] };
  } finally {
    // Sends the spans that are still buffered.
    await platform.stop();
  }
}

/** @returns the secrets that came to be */
async function live(url: string): Promise<string[]> {
  const { name, email, phone, address, password, summary } = PERSON;
  const [me, stranger] = [new Client(url), new Client(url)];
  const opened = await me.call<{ accessToken: string; refreshToken: string }>('/auth/register', {
    method: 'POST',
    json: { email, password, name },
  });
  me.accessToken = opened.body.accessToken;
  await stranger.call('/auth/login', { method: 'POST', json: { email, password: 'a wrong guess' } });
  const key = await me.call<{ key: string }>('/api-keys', { method: 'POST', json: { name, scopes: ['cv:read'] } });
  const document = { basics: { name, email, phone, summary, location: { address } } };
  const made = await me.call<CvAnswer>('/cvs', { method: 'POST', json: { title: name, document } });
  const { id } = made.body;
  for (let change = 0; change < 5; change++)
    await me.call(`/cvs/${id}`, { method: 'PATCH', json: { document: { basics: { label: `${change}. ${name}` } } } });
  await me.call(`/cvs/${id}/render.pdf`);
  const link = await me.call<{ token: string }>(`/cvs/${id}/shares`, {
    method: 'POST',
    json: { link: true, password },
  });
  await stranger.call(`/shared/${link.body.token}`, { headers: { 'x-share-password': 'not the password' } });
  await me.import(await readFile(join(root, 'tools/stack/sample/cv.pdf')), `CV of ${name}.pdf`);
  await me.import(Buffer.from(`%PDF-1.7\nbroken by ${name}`), `CV of ${name}.pdf`);
  await me.call('/me', { method: 'DELETE', json: { password } });
  return [opened.body.accessToken, opened.body.refreshToken, key.body.key, link.body.token];
}
