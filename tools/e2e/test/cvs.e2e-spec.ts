import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, type Answer, type CvAnswer } from '../src/index.js';

const url = process.env.E2E_URL!;

interface Problem {
  code: string;
  errors: { pointer: string; code: string; message: string }[];
}
type ListedCv = CvAnswer & { deletedAt?: string; status: string };
interface Page {
  items: ListedCv[];
  nextCursor: string | null;
}

const document = {
  basics: { name: 'Ada Imhof', email: 'ada@example.org', location: { city: 'Bern' } },
  work: [{ name: 'Werk AG', position: 'Engineer' }],
  'x-discover': { language: 'de' },
};

let client: Client;
beforeAll(async () => {
  client = await Client.registered(url);
});

const create = async (title: string, content: object = document, as = client): Promise<Answer<CvAnswer>> => {
  const answer = await as.call<CvAnswer>('/cvs', { method: 'POST', json: { title, document: content } });
  expect(answer.status).toBe(201);
  return answer;
};
const patch = <Body = CvAnswer>(id: string, json: unknown, headers: Record<string, string> = {}) =>
  client.call<Body>(`/cvs/${id}`, { method: 'PATCH', json, headers });

describe('lists', () => {
  it('are sorted, filtered and paged by title, status and language', async () => {
    const person = await Client.registered(url);
    for (const title of ['Bäckerin', 'Ärztin', 'anwältin', 'Ärztin'])
      await create(title, { 'x-discover': { language: title === 'Bäckerin' ? 'fr' : 'de' } }, person);
    const list = (query: string) => person.call<Page>(`/cvs?${query}`);
    const titles: string[] = [];
    for (let query = 'sort=title&limit=3&status=draft'; query !== '';) {
      const { body, headers } = await list(query);
      titles.push(...body.items.map(({ title }) => title));
      expect(headers.get('link')).toContain('rel="first"');
      query = /\?([^>]+)>; rel="next"/.exec(headers.get('link')!)?.[1] ?? '';
    }
    expect(titles).toEqual(['anwältin', 'Ärztin', 'Ärztin', 'Bäckerin']);
    expect((await list('sort=-title&title=%C3%A4rz')).body.items).toHaveLength(2);
    expect((await list('language=fr')).body.items.map(({ title }) => title)).toEqual(['Bäckerin']);
    expect((await list('language=fr&status=final')).body.items).toEqual([]);
  });

  it.each([
    'sort=name',
    'limit=0',
    'limit=101',
    'status=gone',
    'deleted=perhaps',
    'language=no%00',
    'title=%00',
    'page=2',
  ])('refuse %s', async (query) => {
    expect(await client.call(`/cvs?${query}`)).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
  });

  it('refuse a cursor of another order, or one that was made up', async () => {
    const made = Buffer.from('["title",7,"00000000-0000-7000-8000-000000000000"]').toString('base64url');
    for (const query of [`sort=title&cursor=${made}`, `cursor=${made}`, 'cursor=%00'])
      expect((await client.call(`/cvs?${query}`)).body.code).toBe('invalid_cursor');
  });
});

describe('a deleted CV', () => {
  it('is listed among the deleted, and comes back when it is restored', async () => {
    const { body } = await create('mistake');
    await client.call(`/cvs/${body.id}`, { method: 'DELETE' });
    const deleted = await client.call<Page>('/cvs?deleted=true');
    expect(deleted.body.items.find(({ id }) => id === body.id)?.deletedAt).toMatch(/^\d{4}-/);
    const restored = await client.call<CvAnswer>(`/cvs/${body.id}/restore`, { method: 'POST' });
    expect([restored.status, restored.body.document]).toEqual([200, document]);
    expect((await client.call(`/cvs/${body.id}`)).status).toBe(200);
    expect((await client.call(`/cvs/${body.id}/versions`)).status).toBe(200);
    expect((await client.call<Page>('/cvs?deleted=true')).body.items.map(({ id }) => id)).not.toContain(body.id);
    // Once more does no harm.
    expect((await client.call(`/cvs/${body.id}/restore`, { method: 'POST' })).headers.get('etag')).toBe(
      restored.headers.get('etag'),
    );
  });

  it('is restored by nobody else', async () => {
    const { body } = await create('mine');
    await client.call(`/cvs/${body.id}`, { method: 'DELETE' });
    const other = await Client.registered(url);
    expect((await other.call(`/cvs/${body.id}/restore`, { method: 'POST' })).status).toBe(404);
    expect((await other.call<Page>('/cvs?deleted=true')).body.items).toEqual([]);
  });
});

describe('fields and include', () => {
  it('give what is named and nothing else', async () => {
    const { body, headers } = await create('parts');
    const read = (query: string) => client.call(`/cvs/${body.id}?${query}`);
    const some = await read('fields=title,document.basics.name,document.work,document.skills');
    expect(some.body).toEqual({
      id: body.id,
      title: 'parts',
      document: { basics: { name: 'Ada Imhof' }, work: document.work },
    });
    expect((await read('fields=id')).body).toEqual({ id: body.id });
    expect((await read('fields=document')).body).toEqual({ id: body.id, document });
    const related = await read('fields=version&include=versions,reading,shares');
    expect(related.body).toEqual({
      id: body.id,
      version: 1,
      versions: [
        { version: 1, cause: 'created', createdAt: expect.any(String), size: JSON.stringify(document).length },
      ],
      reading: null,
      shares: [],
    });
    const whole = await read('include=versions');
    expect(whole.body).toMatchObject({ title: 'parts', status: 'draft', document });
    const tags = [headers.get('etag'), ...[some, related, whole].map((answer) => answer.headers.get('etag'))];
    expect(new Set(tags).size).toBe(4);
  });

  it('have a tag of their own, which also serves to change the CV', async () => {
    const { body } = await create('tagged');
    const path = `/cvs/${body.id}?fields=title`;
    const etag = (await client.call(path)).headers.get('etag')!;
    const seen = { 'if-none-match': etag };
    expect((await client.call(path, { headers: seen })).status).toBe(304);
    expect((await patch(body.id, { status: 'final' }, { 'if-match': etag })).status).toBe(200);
    expect((await client.call(path, { headers: seen })).status).toBe(200);
    expect((await patch(body.id, { status: 'draft' }, { 'if-match': etag })).status).toBe(412);
  });

  it.each([
    ['fields=title,nonsense', 'document.basics'],
    ['fields=document.wrok', 'document.work'],
    ['fields=', 'title'],
    ['include=owner', 'versions'],
  ])('refuse %s, and name what there is', async (query, named) => {
    const { body } = await create('refused');
    const answer = await client.call<Problem & { detail: string }>(`/cvs/${body.id}?${query}`);
    expect([answer.status, answer.body.code, answer.body.errors.length]).toEqual([400, 'unknown_field', 1]);
    expect(answer.body.detail).toContain(named);
  });

  it('show nobody else’s', async () => {
    const { body } = await create('private');
    const other = await Client.registered(url);
    for (const query of ['fields=title', 'include=versions', 'language=fr'])
      expect((await other.call(`/cvs/${body.id}?${query}`)).status).toBe(404);
  });

  it('are one CV, whatever the case of its id', async () => {
    const { body } = await create('case');
    const shouted = `/cvs/${body.id.toUpperCase()}`;
    await client.call(shouted);
    await patch(body.id, { title: 'changed' });
    expect((await client.call<CvAnswer>(shouted)).body.title).toBe('changed');
  });
});

describe('a merge patch', () => {
  it('may be sent as what it is', async () => {
    const { body } = await create('patched');
    const headers = { 'content-type': 'application/merge-patch+json' };
    const answer = await patch(body.id, { document: { work: null, basics: { name: 'Ada' } } }, headers);
    expect(answer.body.document).toEqual({
      basics: { name: 'Ada', email: 'ada@example.org', location: { city: 'Bern' } },
      'x-discover': { language: 'de' },
    });
    const created = await client.call('/cvs', { method: 'POST', json: { title: 'x', document: {} }, headers });
    expect([created.status, created.body.code]).toEqual([415, 'unsupported_media_type']);
  });

  it.each([
    [{ title: null }, '/title'],
    [{ status: null }, '/status'],
    [{ document: null }, '/document'],
    [{ title: 'a\0b' }, '/title'],
    [{ document: { basics: { name: 'a\0b' } } }, '/document/basics/name'],
    [{ document: { basics: 7 } }, '/document/basics'],
    [{ language: 'fr' }, '/language'],
    ['text', ''],
  ])('%j is refused by the pointer of what is wrong', async (json, pointer) => {
    const { body } = await create('kept');
    const answer = await patch<Problem>(body.id, json);
    expect([answer.status, answer.body.code]).toEqual([422, 'validation_failed']);
    expect(answer.body.errors.map((problem) => problem.pointer)).toContain(pointer);
    expect((await client.call<CvAnswer>(`/cvs/${body.id}`)).body).toMatchObject({
      title: 'kept',
      version: 1,
      document,
    });
  });

  it('changes the language of the CV with that of its document', async () => {
    const { body } = await create('language');
    const answer = await patch<{ language: string }>(body.id, { document: { 'x-discover': { language: 'it' } } });
    expect(answer.body.language).toBe('it');
  });
});

describe('a batch of changes', () => {
  interface Updated {
    items: (CvAnswer & { revision: number; etag: string })[];
  }
  const send = <Body = Updated>(updates: unknown[], as = client) =>
    as.call<Body>('/cvs', { method: 'PATCH', json: { updates } });

  it('is made as a whole, and answers with each CV as it is now', async () => {
    const created = [await create('one'), await create('two')];
    const answer = await send([
      {
        id: created[1]!.body.id,
        changes: { document: { basics: { name: 'Zoë' } } },
        ifMatch: created[1]!.headers.get('etag'),
      },
      { id: created[0]!.body.id, changes: { title: 'first', status: 'final' } },
    ]);
    expect(answer.status).toBe(200);
    expect(answer.body.items).toMatchObject([
      { id: created[1]!.body.id, title: 'two', version: 2, revision: 2, etag: '"2"' },
      { id: created[0]!.body.id, title: 'first', version: 1, revision: 2, etag: '"2"' },
    ]);
    const read = await client.call<CvAnswer>(`/cvs/${created[1]!.body.id}`);
    expect([read.body.document.basics?.name, read.headers.get('etag')]).toEqual(['Zoë', '"2"']);
  });

  it('changes nothing for one bad item in 100', async () => {
    const person = await Client.registered(url);
    const ids: string[] = [];
    for (let index = 0; index < 100; index++) ids.push((await create(`cv ${index}`, document, person)).body.id);
    const updates = (index: number, bad: object) =>
      ids.map((id, position) => ({ id, changes: { title: 'changed', ...(position === index && bad) } }));
    const answer = await send<Problem>(updates(73, { document: { basics: { email: 'no address' } } }), person);
    expect([answer.status, answer.body.code]).toEqual([422, 'validation_failed']);
    expect(answer.body.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/updates/73/changes/document/basics/email', 'bad_format'],
    ]);
    const revisions = async () => {
      const answers = await Promise.all(ids.map((id) => person.call<CvAnswer>(`/cvs/${id}`)));
      return new Set(answers.map(({ headers, body }) => `${headers.get('etag')} ${body.title.replace(/\d+/, 'n')}`));
    };
    expect(await revisions()).toEqual(new Set(['"1" cv n']));
    const done = await send(updates(-1, {}), person);
    expect([done.status, done.body.items.length]).toEqual([200, 100]);
    expect(await revisions()).toEqual(new Set(['"2" changed']));
  });

  it('names what is wrong with every item', async () => {
    const [good, stale] = [await create('good'), await create('stale')];
    await patch(stale.body.id, { title: 'newer' });
    const missing = '00000000-0000-7000-8000-000000000000';
    const mixed = await send<Problem>([
      { id: good.body.id, changes: { document: { basics: { naem: 'x' }, work: 'none' } } },
      { id: stale.body.id, changes: { title: 'x' }, ifMatch: '"1"' },
    ]);
    expect(mixed.status).toBe(422);
    expect(mixed.body.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/updates/0/changes/document/basics/naem', 'unknown_field'],
      ['/updates/0/changes/document/work', 'wrong_type'],
      ['/updates/1/ifMatch', 'precondition_failed'],
    ]);
    const old = await send<Problem>([{ id: stale.body.id, changes: { title: 'x' }, ifMatch: '"1"' }]);
    expect([old.status, old.body.code]).toEqual([412, 'precondition_failed']);
    const gone = await send<Problem>([
      { id: good.body.id, changes: { title: 'x' } },
      { id: missing, changes: { title: 'x' } },
    ]);
    expect([gone.status, gone.body.errors.map(({ pointer }) => pointer)]).toEqual([404, ['/updates/1/id']]);
    const other = await Client.registered(url);
    expect((await send([{ id: good.body.id, changes: { title: 'mine' } }], other)).status).toBe(404);
    expect((await client.call<CvAnswer>(`/cvs/${good.body.id}`)).headers.get('etag')).toBe('"1"');
  });

  it('refuses what no batch can be', async () => {
    const { body } = await create('twice');
    const update = { id: body.id, changes: { title: 'x' } };
    const pointersOf = async (updates: unknown[]) => {
      const answer = await send<Problem>(updates);
      expect(answer.status).toBe(422);
      return answer.body.errors.map(({ pointer }) => pointer);
    };
    expect(await pointersOf([])).toEqual(['/updates']);
    expect(await pointersOf([update, { ...update, id: body.id.toUpperCase() }])).toEqual(['/updates/1/id']);
    expect(await pointersOf(Array.from({ length: 101 }, () => update))).toContain('/updates');
    expect(
      await pointersOf([
        { id: 'x', changes: {} },
        { ...update, changes: { title: 7 } },
      ]),
    ).toEqual(['/updates/0/id', '/updates/1/changes/title']);
  });

  it('never waits for another for ever, whatever order they name the same CVs in', async () => {
    const ids = [(await create('a')).body.id, (await create('b')).body.id, (await create('c')).body.id];
    const rounds = await Promise.all(
      Array.from({ length: 20 }, (_, round) =>
        send((round % 2 ? ids : ids.toReversed()).map((id) => ({ id, changes: { title: `round ${round}` } }))),
      ),
    );
    expect(rounds.map(({ status }) => status)).toEqual(rounds.map(() => 200));
    const titles = await Promise.all(ids.map(async (id) => (await client.call<CvAnswer>(`/cvs/${id}`)).body.title));
    expect(new Set(titles).size).toBe(1);
  });
});

describe('templates', () => {
  it('show what a document by them looks like', async () => {
    const anyone = new Client(url);
    const { body } = await anyone.call<{ items: { id: string; preview: string }[] }>('/templates');
    for (const { id, preview } of body.items) {
      const image = await anyone.call(preview.replace('/api/v1', ''));
      expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(image.bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(image.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const plain = await anyone.call(`/templates/${id}/preview.png`);
      expect(plain.headers.get('cache-control')).toContain('max-age=300');
      expect(plain.bytes.equals(image.bytes)).toBe(true);
      const again = await anyone.call(preview.replace('/api/v1', ''), {
        headers: { 'if-none-match': image.headers.get('etag')! },
      });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    }
    expect((await anyone.call('/templates/none/preview.png')).body.code).toBe('not_found');
  });
});
