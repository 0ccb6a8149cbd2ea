import { randomUUID } from 'node:crypto';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, type Answer } from '../src/index.js';
import { pdfContents, pdfText } from './pdf.js';

const url = process.env.E2E_URL!;

const DOCUMENT = {
  basics: {
    name: 'Zoë Brandtner',
    email: 'zoe.brandtner@example.org',
    phone: '+41 79 555 01 23',
    summary: 'Reach me at 079 555 01 23 or zoe.brandtner@example.org.',
    location: { address: 'Seestrasse 12', postalCode: '8002', city: 'Zürich', countryCode: 'CH' },
  },
  work: [{ name: 'Acme AG', position: 'Engineer', startDate: '2020-01' }],
  'x-discover': {
    language: 'de',
    phones: ['+41 44 123 45 67'],
    sections: [{ title: 'Kontakt', items: ['Telefon 044 123 45 67'] }],
  },
};

interface ShareAnswer {
  id: string;
  token?: string;
  url?: string;
  state: string;
  views: number;
  downloads: number;
  firstOpenedAt: string | null;
}

describe('sharing', () => {
  let owner: Client;
  let guest: Client;
  let guestEmail: string;
  const anonymous = new Client(url);

  beforeAll(async () => {
    [owner, guest] = await Promise.all([Client.registered(url), Client.registered(url)]);
    guestEmail = (await guest.call<{ email: string }>('/me')).body.email;
  });

  const aCv = async (document: object = DOCUMENT) => {
    const { body } = await owner.call<{ id: string }>('/cvs', {
      method: 'POST',
      json: { title: 'Private title', document },
    });
    return body.id;
  };
  const share = (cvId: string, json: object, by = owner) =>
    by.call<ShareAnswer>(`/cvs/${cvId}/shares`, { method: 'POST', json });
  const aLink = async (cvId: string, settings: object = {}) => {
    const { status, body } = await share(cvId, { link: true, ...settings });
    expect(status).toBe(201);
    return body as ShareAnswer & { token: string };
  };
  const listed = async (cvId: string, id: string) => {
    const { body } = await owner.call<{ items: ShareAnswer[] }>(`/cvs/${cvId}/shares`);
    return body.items.find((item) => item.id === id)!;
  };
  const outcome = ({ status, body }: Answer<object>) => [status, 'code' in body ? body.code : undefined];

  describe('with a person', () => {
    it('gives what was said and no more, changes at once, and ends at once', async () => {
      const cvId = await aCv();
      const read = () => guest.call(`/cvs/${cvId}`);
      const edit = () => guest.call(`/cvs/${cvId}`, { method: 'PATCH', json: { title: `by guest ${randomUUID()}` } });
      const comment = () => guest.call(`/cvs/${cvId}/comments`, { method: 'POST', json: { text: 'Nice.' } });
      expect(outcome(await read())).toEqual([404, 'not_found']);

      const { body } = await share(cvId, { email: guestEmail.toUpperCase(), permission: 'view' });
      expect((await read()).status).toBe(200);
      expect(outcome(await edit())).toEqual([403, 'forbidden']);
      expect(outcome(await comment())).toEqual([403, 'forbidden']);
      expect(outcome(await share(cvId, { email: 'x@example.org', permission: 'view' }, guest))).toEqual([
        403,
        'forbidden',
      ]);
      expect(outcome(await guest.call(`/cvs/${cvId}`, { method: 'DELETE' }))).toEqual([403, 'forbidden']);

      const permit = (permission: string) =>
        owner.call(`/shares/${body.id}`, { method: 'PATCH', json: { permission } });
      await permit('comment');
      expect((await comment()).status).toBe(201);
      expect(outcome(await edit())).toEqual([403, 'forbidden']);
      await permit('edit');
      expect((await edit()).status).toBe(200);
      expect((await owner.call<{ title: string }>(`/cvs/${cvId}`)).body.title).toMatch(/^by guest/);

      expect((await owner.call(`/shares/${body.id}`, { method: 'DELETE' })).status).toBe(204);
      for (const answer of [await read(), await edit(), await comment()])
        expect(outcome(answer)).toEqual([404, 'not_found']);
      expect(outcome(await owner.call(`/shares/${body.id}`, { method: 'DELETE' }))).toEqual([404, 'not_found']);
    });

    it('reaches an address that has no account yet, and answers the same for both', async () => {
      const cvId = await aCv();
      const email = `${randomUUID()}@example.org`;
      const [known, unknown] = [
        await share(cvId, { email: guestEmail, permission: 'view' }),
        await share(cvId, { email, permission: 'edit' }),
      ];
      const members = (answer: Answer<ShareAnswer>) => ({
        ...answer.body,
        id: '',
        email: '',
        permission: '',
        createdAt: '',
      });
      expect(members(known)).toEqual(members(unknown));

      const later = new Client(url);
      const { body } = await later.call<{ accessToken: string }>('/auth/register', {
        method: 'POST',
        json: { email, password: 'correct horse battery', name: 'Later' },
      });
      later.accessToken = body.accessToken;
      expect((await later.call(`/cvs/${cvId}`)).status).toBe(200);
      const received = await later.call<{ items: object[] }>('/shares/received');
      expect(received.body.items).toMatchObject([{ cvId, permission: 'edit', ownerName: 'Test Person' }]);
      expect(outcome(await share(cvId, { email, permission: 'view' }))).toEqual([409, 'share_exists']);
    });

    it('ends when the CV is deleted', async () => {
      const cvId = await aCv();
      await share(cvId, { email: guestEmail, permission: 'edit' });
      const { token } = await aLink(cvId);
      expect((await guest.call(`/cvs/${cvId}`)).status).toBe(200);
      await owner.call(`/cvs/${cvId}`, { method: 'DELETE' });
      for (const path of [`/cvs/${cvId}`, `/cvs/${cvId}/render.pdf`, `/cvs/${cvId}/comments`, `/cvs/${cvId}/shares`])
        expect(outcome(await guest.call(path))).toEqual([404, 'not_found']);
      for (const path of [`/cvs/${cvId}/shares`, `/cvs/${cvId}/analytics`, `/cvs/${cvId}/publication`])
        expect(outcome(await owner.call(path))).toEqual([404, 'not_found']);
      expect(outcome(await anonymous.call(`/shared/${token}`))).toEqual([410, 'share_gone']);
    });
  });

  describe('by a link', () => {
    it('shows the document and nothing that is the owner’s own, to nobody’s search engine', async () => {
      const cvId = await aCv();
      const { token, url: address } = await aLink(cvId, { label: 'Globex' });
      expect(address).toMatch(new RegExp(`/api/v1/shared/${token}$`));
      expect(JSON.stringify((await owner.call(`/cvs/${cvId}/shares`)).body)).not.toContain(token);
      const shown = await anonymous.call<{ document: object }>(`/shared/${token}`);
      expect(shown.status).toBe(200);
      expect(shown.body.document).toEqual(DOCUMENT);
      expect(JSON.stringify(shown.body)).not.toMatch(/Private title|Globex/);
      expect(shown.headers.get('x-robots-tag')).toContain('noindex');
      expect(shown.headers.get('referrer-policy')).toBe('no-referrer');
      expect(shown.headers.get('cache-control')).toBe('private, no-store');
      expect(outcome(await anonymous.call(`/shared/${token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`))).toEqual([
        404,
        'not_found',
      ]);
      expect(outcome(await anonymous.call('/shared/short'))).toEqual([404, 'not_found']);
    });

    it('keeps what is masked out of the JSON, and out of the PDF’s text, metadata and attachment', async () => {
      const cvId = await aCv();
      const mask = ['phone', 'email', 'address', 'lastName', 'employers'];
      const { token } = await aLink(cvId, { mask });
      const secrets = [/brandtner/i, /Seestrasse/, /8002/, /555\s?01\s?23/, /123\s?45\s?67/, /zoe\.brandtner/i, /Acme/];
      const json = await anonymous.call<{ document: { basics: { name: string } } }>(`/shared/${token}`);
      expect(json.body.document.basics.name).toBe('Zoë B.');
      const pdf = await anonymous.call(`/shared/${token}/render.pdf?template=modern`);
      expect(pdf.status).toBe(200);
      expect(pdf.headers.get('x-robots-tag')).toContain('noindex');
      const text = await pdfText(pdf.bytes);
      expect(text).toContain('Engineer');
      for (const secret of secrets) {
        expect(json.bytes.toString()).not.toMatch(secret);
        expect(text).not.toMatch(secret);
        expect(pdfContents(pdf.bytes)).not.toMatch(secret);
      }
      // The same search finds them where nothing is masked.
      const whole = await owner.call(`/cvs/${cvId}/render.pdf?template=modern`);
      for (const secret of secrets) expect(pdfContents(whole.bytes)).toMatch(secret);
      // What is attached is the masked document.
      const back = await owner.call<{ document: unknown }>('/parse', {
        method: 'POST',
        file: { bytes: pdf.bytes, name: 'cv.pdf' },
      });
      expect(back.body.document).toEqual(json.body.document);
    });

    it('shows the version that it is bound to', async () => {
      const cvId = await aCv();
      const bound = await aLink(cvId, { version: 1 });
      const free = await aLink(cvId);
      await owner.call(`/cvs/${cvId}`, { method: 'PATCH', json: { document: { basics: { label: 'Second' } } } });
      const shown = async (token: string) =>
        (
          await anonymous.call<{ version: number; document: typeof DOCUMENT & { basics: { label?: string } } }>(
            `/shared/${token}`,
          )
        ).body;
      expect(await shown(bound.token)).toMatchObject({ version: 1, document: DOCUMENT });
      expect((await shown(free.token)).document.basics.label).toBe('Second');
      expect(await pdfText((await anonymous.call(`/shared/${bound.token}/render.pdf`)).bytes)).not.toContain('Second');
      const none = await share(cvId, { link: true, version: 9 });
      expect([none.status, none.body]).toMatchObject([422, { errors: [{ pointer: '/version' }] }]);
    });

    it('shows itself at most as often as it may, however many open it at once, and counts each time', async () => {
      const cvId = await aCv();
      const { token, id } = await aLink(cvId, { maxViews: 5 });
      const answers = await Promise.all(Array.from({ length: 25 }, () => anonymous.call(`/shared/${token}`)));
      const codes = answers.map(({ status, body }) => (status === 200 ? 'shown' : `${status} ${String(body.code)}`));
      expect(codes.filter((code) => code === 'shown')).toHaveLength(5);
      expect(new Set(codes)).toEqual(new Set(['shown', '410 share_gone']));
      expect(outcome(await anonymous.call(`/shared/${token}/render.pdf`))).toEqual([410, 'share_gone']);
      expect(await listed(cvId, id)).toMatchObject({ views: 5, downloads: 0, state: 'used_up' });
      await owner.call(`/shares/${id}`, { method: 'PATCH', json: { maxViews: 6 } });
      expect((await anonymous.call(`/shared/${token}/render.pdf`)).status).toBe(200);
      expect(await listed(cvId, id)).toMatchObject({ views: 6, downloads: 1, state: 'used_up' });
    });

    it('does not count what it could not show', async () => {
      const cvId = await aCv();
      const { token, id } = await aLink(cvId, { maxViews: 1 });
      expect(outcome(await anonymous.call(`/shared/${token}/render.pdf?template=none`))).toEqual([
        422,
        'unknown_template',
      ]);
      expect(await listed(cvId, id)).toMatchObject({ views: 0, downloads: 0, state: 'active' });
      expect((await anonymous.call(`/shared/${token}`)).status).toBe(200);
    });

    it('asks for its password, and soon refuses those who guess', async () => {
      const cvId = await aCv();
      const { token, id } = await aLink(cvId, { password: 'open-sesame' });
      const withPassword = (password: string) =>
        anonymous.call(`/shared/${token}`, { headers: { 'x-share-password': password } });
      const asked = await anonymous.call(`/shared/${token}`);
      expect(outcome(asked)).toEqual([401, 'share_password_required']);
      expect(asked.headers.get('www-authenticate')).toContain('X-Share-Password');
      expect(outcome(await withPassword('wrong'))).toEqual([401, 'share_password_wrong']);
      expect((await withPassword('open-sesame')).status).toBe(200);
      const opened = await anonymous.call(`/shared/${token}/open`, {
        method: 'POST',
        json: { password: 'open-sesame' },
      });
      expect(opened.status).toBe(200);
      const pdf = await anonymous.call(`/shared/${token}/render.pdf`, {
        headers: { 'x-share-password': 'open-sesame' },
      });
      expect(pdf.status).toBe(200);
      const guesses = await Promise.all(Array.from({ length: 12 }, (_, index) => withPassword(`guess-${index}`)));
      expect(guesses.filter(({ status }) => status === 401)).toHaveLength(8);
      const refused = guesses.find(({ status }) => status === 429)!;
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(outcome(await withPassword('open-sesame'))).toEqual([429, 'rate_limited']);
      expect(await listed(cvId, id)).toMatchObject({ views: 3 });
    });

    it('is gone once revoked, and says when it has expired', async () => {
      const cvId = await aCv();
      const revoked = await aLink(cvId);
      await owner.call(`/shares/${revoked.id}`, { method: 'DELETE' });
      expect(outcome(await anonymous.call(`/shared/${revoked.token}`))).toEqual([410, 'share_gone']);
      const expiresAt = new Date(Date.now() + 1_500).toISOString();
      const short = await aLink(cvId, { expiresAt });
      expect((await anonymous.call(`/shared/${short.token}`)).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, Date.parse(expiresAt) - Date.now() + 50));
      expect(outcome(await anonymous.call(`/shared/${short.token}`))).toEqual([410, 'share_expired']);
      expect((await listed(cvId, short.id)).state).toBe('expired');
    });

    it('tells its owner once, when it was opened first', async () => {
      const cvId = await aCv();
      const hook = await owner.call<{ id: string }>('/webhooks', {
        method: 'POST',
        json: { url: 'https://hooks.example.com/discover', events: ['share.opened'] },
      });
      expect(hook.status).toBe(201);
      const { token, id } = await aLink(cvId, { notifyFirstOpen: true });
      const silent = await aLink(cvId);
      expect((await listed(cvId, id)).firstOpenedAt).toBeNull();
      await Promise.all([1, 2, 3].map(() => anonymous.call(`/shared/${token}`)));
      await anonymous.call(`/shared/${silent.token}`);
      const first = (await listed(cvId, id)).firstOpenedAt;
      expect(first).not.toBeNull();
      await anonymous.call(`/shared/${token}`);
      expect((await listed(cvId, id)).firstOpenedAt).toBe(first);
      const deliveries = await owner.call<{ items: object[] }>(`/webhooks/${hook.body.id}/deliveries`);
      expect(deliveries.body.items).toHaveLength(1);
    });
  });

  it('refuses what makes no sense, naming each bad field', async () => {
    const cvId = await aCv();
    const bad: [object, string][] = [
      [{}, '/email'],
      [{ email: 'a@example.org', link: true, permission: 'view' }, '/email'],
      [{ email: 'a@example.org' }, '/permission'],
      [{ email: 'no address', permission: 'view' }, '/email'],
      [{ email: 'a@example.org', permission: 'own' }, '/permission'],
      [{ email: 'a@example.org', permission: 'view', maxViews: 2 }, '/maxViews'],
      [{ link: true, permission: 'edit' }, '/permission'],
      [{ link: true, mask: ['shoes'] }, '/mask/0'],
      [{ link: true, maxViews: 0 }, '/maxViews'],
      [{ link: true, expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
      [{ link: true, password: 'ünïcode' }, '/password'],
      [{ link: true, label: 'a\u0000b' }, '/label'],
      [{ link: true, colour: 'red' }, '/colour'],
    ];
    for (const [request, pointer] of bad) {
      const { status, body } = await share(cvId, request);
      expect([request, status, body]).toMatchObject([request, 422, { errors: [{ pointer }] }]);
    }
    const { body: person } = await share(cvId, { email: 'somebody@example.org', permission: 'view' });
    const change = await owner.call(`/shares/${person.id}`, { method: 'PATCH', json: { password: 'secret' } });
    expect([change.status, change.body]).toMatchObject([422, { errors: [{ pointer: '/password' }] }]);
    expect(
      outcome(await guest.call(`/shares/${person.id}`, { method: 'PATCH', json: { permission: 'edit' } })),
    ).toEqual([404, 'not_found']);
  });

  it('lets those who may comment do so, and authors and the owner delete', async () => {
    const cvId = await aCv();
    await share(cvId, { email: guestEmail, permission: 'comment' });
    const path = `/cvs/${cvId}/comments`;
    const post = (by: Client, json: object) => by.call<{ id: string }>(path, { method: 'POST', json });
    const first = await post(guest, { pointer: '/work/0/name', text: 'Which one?' });
    const second = await post(owner, { text: 'The big one.' });
    const list = await guest.call<{ items: object[]; nextCursor: string }>(`${path}?limit=1`);
    expect(list.body).toMatchObject({
      items: [{ text: 'Which one?', pointer: '/work/0/name' }],
      nextCursor: first.body.id,
    });
    const rest = await guest.call<{ items: object[] }>(`${path}?cursor=${list.body.nextCursor}`);
    expect(rest.body).toMatchObject({
      items: [{ text: 'The big one.', author: { name: 'Test Person' } }],
      nextCursor: null,
    });
    expect(outcome(await guest.call(`${path}/${second.body.id}`, { method: 'DELETE' }))).toEqual([403, 'forbidden']);
    expect((await owner.call(`${path}/${first.body.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await post(guest, { pointer: 'work', text: 'x' })).status).toBe(422);
    expect((await post(guest, { text: 'a\u0000' })).status).toBe(422);
  });
});
