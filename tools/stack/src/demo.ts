import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { ApiClient } from './api-client.js';
import { apiUrl, type StackSettings } from './settings.js';
import { StackError } from './stack-error.js';

/** The demonstration as it was left, in `demo.json`. */
export interface Demo {
  readonly email: string;
  readonly password: string;
  readonly cvId: string;
  /** The path of the first rendered PDF. */
  readonly pdf: string;
}

type Account = Pick<Demo, 'email' | 'password'>;

const TEMPLATE = 'classic';
const IMPORT_TIMEOUT_MS = 60_000;
/** This file is tools/stack/{src,dist}/demo.*. */
const sampleFile = resolve(import.meta.dirname, '../sample/cv.pdf');

/** An account with one CV, read from the sample document and rendered: made at the first start, found at later ones. */
export async function prepareDemo(settings: StackSettings, tell: (line: string) => void): Promise<Demo> {
  const api = new ApiClient(`${apiUrl(settings)}/api/v1`);
  const file = join(settings.dataFolder, 'demo.json');
  const saved = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Partial<Demo>) : {};
  const account = await logInOrRegister(api, saved);
  const save = (demo: Partial<Demo>) =>
    writeFile(file, `${JSON.stringify({ ...account, ...demo }, null, 2)}\n`, { mode: 0o600 });
  await save({});
  const cvId = (await existingCv(api, saved.cvId)) ?? (await importSample(api, tell));
  const pdf = join(settings.dataFolder, 'demo.pdf');
  tell('Demo: rendering the CV …');
  await writeFile(pdf, (await api.call('GET', `/cvs/${cvId}/render.pdf?template=${TEMPLATE}`, [200])).body);
  await save({ cvId, pdf });
  return { ...account, cvId, pdf };
}

async function logInOrRegister(api: ApiClient, saved: Partial<Account>): Promise<Account> {
  if (saved.email !== undefined && saved.password !== undefined) {
    const account = { email: saved.email, password: saved.password };
    const login = await api.call('POST', '/auth/login', [200, 201, 400, 401, 422], { json: account });
    if (login.status < 300) {
      api.authorize(accessToken(login.body));
      return account;
    }
  }
  // With a database that somebody else has filled, the plain address may be taken, and nobody knows its password.
  for (const email of ['demo@discover.example', `demo-${randomBytes(4).toString('hex')}@discover.example`]) {
    const account = { email, password: randomBytes(12).toString('base64url') };
    const registered = await api.call('POST', '/auth/register', [201, 409], { json: { ...account, name: 'Demo' } });
    if (registered.status === 409) continue;
    api.authorize(accessToken(registered.body));
    return account;
  }
  throw new StackError('The API takes no demo account: both addresses exist already.');
}

async function existingCv(api: ApiClient, cvId: string | undefined): Promise<string | undefined> {
  if (cvId === undefined) return undefined;
  return (await api.call('GET', `/cvs/${cvId}`, [200, 404])).status === 200 ? cvId : undefined;
}

interface ImportAnswer {
  readonly cv?: { readonly id: string };
  readonly job: ImportJob;
}

interface ImportJob {
  readonly id: string;
  readonly result?: { readonly cvId?: string } | null;
  readonly error?: { readonly code: string; readonly message: string } | null;
}

async function importSample(api: ApiClient, tell: (line: string) => void): Promise<string> {
  tell('Demo: importing a CV from a sample PDF …');
  const form = new FormData();
  form.set('file', new File([await readFile(sampleFile)], 'cv.pdf', { type: 'application/pdf' }));
  const answer = await api.call('POST', '/cvs/import', [201, 202], { form, headers: { prefer: 'wait=20' } });
  const { cv, job } = JSON.parse(answer.body.toString()) as ImportAnswer;
  return cv?.id ?? (await untilImported(api, job));
}

async function untilImported(api: ApiClient, job: ImportJob): Promise<string> {
  const deadline = Date.now() + IMPORT_TIMEOUT_MS;
  for (let current = job; Date.now() < deadline;) {
    if (current.result?.cvId !== undefined) return current.result.cvId;
    if (current.error)
      throw new StackError(`The sample document could not be read: ${current.error.message} (${current.error.code}).`);
    await delay(500);
    current = JSON.parse((await api.call('GET', `/jobs/${job.id}`, [200])).body.toString()) as ImportJob;
  }
  throw new StackError(
    `The import of the sample document (job ${job.id}) did not end within ${IMPORT_TIMEOUT_MS / 1000} s.`,
  );
}

function accessToken(body: Buffer): string {
  return (JSON.parse(body.toString()) as { accessToken: string }).accessToken;
}
