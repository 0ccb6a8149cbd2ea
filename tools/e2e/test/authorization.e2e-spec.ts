import { randomUUID } from 'node:crypto';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { ACTORS, Client, makeAdministrator, verdict, type Actor, type Answer } from '../src/index.js';
import { samplePdf } from './documents.js';
import { ROUTES, type Call, type Route, type Things } from './routes.js';

const url = process.env.E2E_URL!;

/** What an answer says of authorisation. Anything but these refusals means that the caller was let in. */
function verdictOf(status: number, code: unknown): string {
  if (status === 401 && code === 'unauthenticated') return 'unauthenticated';
  if (status === 403 && code === 'forbidden') return 'forbidden';
  if (status === 404 && code === 'not_found') return 'not_found';
  return status < 500 ? 'allowed' : `a fault (${status})`;
}

/** Whether an answer says who may keep it, and that is nobody but whoever asked unless everybody gets the same. */
function keptByTheRight({ headers, status }: Answer, { rule }: Route): boolean {
  const [kept, vary] = [headers.get('cache-control') ?? '', headers.get('vary') ?? ''];
  if (status >= 400) return kept === 'no-store' && headers.get('cdn-cache-control') === null;
  if (/\bprivate\b|\bno-store\b/.test(kept))
    return /Authorization/i.test(vary) && headers.get('surrogate-key') === null;
  return rule.access === 'public' && /\bpublic\b/.test(kept) && !/Authorization/i.test(vary);
}

describe('who may call what', () => {
  const clients = new Map<Actor, Client>();
  const client = (actor: Actor) => clients.get(actor)!;
  let emails: Record<string, string>;
  let cells = 0;

  beforeAll(async () => {
    clients.set('anonymous', new Client(url));
    for (const actor of ['owner', 'viewer', 'commenter', 'editor', 'other', 'admin'] as const)
      clients.set(actor, await Client.registered(url));
    await makeAdministrator(process.env.E2E_DATABASE_URL!, client('admin'));
    for (const scope of ['cv:read', 'cv:write', 'parse', 'render'] as const)
      clients.set(`key ${scope}`, await withKey(client('owner'), [scope]));
    clients.set('other’s key', await withKey(client('other'), ['cv:read', 'cv:write', 'parse', 'render']));
    clients.set('admin’s key', await withKey(client('admin'), ['admin']));
    emails = Object.fromEntries(
      await Promise.all(
        [...clients]
          .filter(([, { userId }]) => userId)
          .map(async ([actor, who]) => [actor, (await who.call<{ email: string }>('/me')).body.email]),
      ),
    );
  }, 60_000);

  /** A client that comes with an API key of somebody's. */
  async function withKey(owner: Client, scopes: string[]): Promise<Client> {
    const { body, status } = await owner.call<{ key: string }>('/api-keys', {
      method: 'POST',
      json: { name: scopes.join(), scopes },
    });
    expect(status).toBe(201);
    const client = new Client(url);
    client.accessToken = body.key;
    return client;
  }

  /** A CV of the owner's with everything that can hang on one, shared with those who are to have a share. */
  async function things(): Promise<Things> {
    const owner = client('owner');
    const { body: cv } = await owner.call<{ id: string }>('/cvs', {
      method: 'POST',
      json: { title: 'Things', document: { basics: { name: 'Ada' } } },
    });
    await owner.call(`/cvs/${cv.id}`, { method: 'PATCH', json: { document: { basics: { label: 'Engineer' } } } });
    for (const [actor, permission] of [
      ['viewer', 'view'],
      ['commenter', 'comment'],
      ['editor', 'edit'],
    ] as const) {
      const shared = await owner.call(`/cvs/${cv.id}/shares`, {
        method: 'POST',
        json: { email: emails[actor], permission },
      });
      expect(shared.status).toBe(201);
    }
    return { cvId: cv.id, owner, url, unique: randomUUID(), pdf: await samplePdf() };
  }

  it('has a row for every route that the API describes, and for no other', async () => {
    const { paths } = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as { paths: Record<string, object> };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
    );
    expect(Object.keys(ROUTES).sort()).toEqual(described.sort());
  });

  /** A second log-in of a person, for a call that ends it. */
  async function anotherLogin(actor: Actor): Promise<Client> {
    const email = emails[actor];
    if (email === undefined) return client(actor);
    const login = { email, password: 'correct horse battery' };
    const { body } = await new Client(url).call<{ accessToken: string }>('/auth/login', {
      method: 'POST',
      json: login,
    });
    const again = new Client(url);
    again.accessToken = body.accessToken;
    return again;
  }

  it.each(Object.entries(ROUTES))(
    '%s',
    async (name, route) => {
      const [method, template] = name.split(' ') as [string, string];
      const leaks: string[] = [];
      for (const actor of ACTORS) {
        // Made anew for every cell: one caller's success must not be another's 404.
        const request: Call = await route.call(await things());
        const path = template.replaceAll(
          /\{(\w+)\}/g,
          (_, parameter: string) => request.params?.[parameter] ?? `missing-${parameter}`,
        );
        const caller = route.endsSession ? await anotherLogin(actor) : client(actor);
        const answer = await caller.call(path + (request.query ?? ''), { method, ...request });
        if (method === 'GET' && !keptByTheRight(answer, route))
          leaks.push(`${actor}: kept by «${answer.headers.get('cache-control')}», by ${answer.headers.get('vary')}`);
        const ruled = route.deniedTo?.includes(actor) ? 'forbidden' : verdict(route.rule, actor);
        const expected = ruled === 'allowed' ? (route.letInAs ?? ruled) : ruled;
        const actual = verdictOf(answer.status, answer.body.code);
        if (actual !== expected)
          leaks.push(`${actor}: ${expected} expected, ${actual} (${answer.status} ${String(answer.body.code)})`);
        else cells++;
      }
      expect(leaks).toEqual([]);
    },
    60_000,
  );

  it('was tried in every cell', () => {
    console.log(`${cells} cells of the authorisation table tried`);
    expect(cells).toBe(Object.keys(ROUTES).length * ACTORS.length);
  });
});
