import { createHash, randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  closeAccount,
  countShares,
  deleteComment,
  deleteCv,
  findGrant,
  findLink,
  findProfile,
  insertComment,
  insertCv,
  insertLinkShare,
  insertPersonShare,
  insertUser,
  listComments,
  listReceivedShares,
  listShares,
  openLink,
  peopleWithAccess,
  putPublication,
  revokeShare,
  slugsOf,
  type Database,
  type Handle,
  type LinkSettings,
} from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

const LINK: LinkSettings = {
  label: null,
  passwordHash: null,
  version: null,
  mask: [],
  expiresAt: null,
  maxViews: null,
  notifyFirstOpen: false,
};

describe('what is shared', () => {
  let database: Database;
  let end: () => Promise<void>;
  let ownerId: string;
  beforeAll(async () => {
    ({ database, end } = await migratedDatabase());
    ownerId = await anAccount(database);
  });
  afterAll(() => end());

  const write = <T>(work: (handle: Handle) => Promise<T>) => database.transaction(null, work);
  const read = <T>(work: (handle: Handle) => Promise<T>) => database.readPrimary('test', work);
  const aCv = async (owner = ownerId) =>
    (
      await write((handle) =>
        insertCv(handle, {
          userId: owner,
          title: 'CV',
          language: null,
          document: { basics: { name: 'Ada' } },
          cause: 'created',
        }),
      )
    ).id;
  const anEmail = () => `${randomBytes(8).toString('hex')}@example.org`;
  const register = async (email: string) =>
    (await write((handle) => insertUser(handle, { email, name: 'N', passwordHash: 'none', homeRegion: 'eu' })))!.id;
  const aLink = async (cvId: string, settings: Partial<LinkSettings>) => {
    const tokenHash = createHash('sha256').update(randomBytes(32)).digest();
    const share = await write((handle) => insertLinkShare(handle, { ...LINK, ...settings, ownerId, cvId, tokenHash }));
    return { id: share.id, tokenHash };
  };

  describe('with a person', () => {
    it('is seen by whoever has the address, also if they get an account only later, and by nobody else', async () => {
      const cvId = await aCv();
      const [here, later] = [anEmail(), anEmail()];
      const hereId = await register(here);
      for (const email of [here, later])
        await write((handle) => insertPersonShare(handle, { ownerId, cvId, email, permission: 'comment' }));
      const laterId = await register(later);
      const grant = { ownerId, permission: 'comment' };
      expect(await read((handle) => findGrant(handle, hereId, cvId))).toEqual(grant);
      expect(await read((handle) => findGrant(handle, laterId, cvId))).toEqual(grant);
      expect(await read((handle) => findGrant(handle, ownerId, cvId))).toBeNull();
      const people = await read((handle) => peopleWithAccess(handle, ownerId, cvId));
      expect(people.sort()).toEqual([ownerId, hereId, laterId].sort());
      const [received] = await read((handle) => listReceivedShares(handle, laterId, null, 10));
      expect(received).toMatchObject({ cvId, title: 'CV', permission: 'comment' });
    });

    it('is not there twice, but again after it was revoked', async () => {
      const share = { ownerId, cvId: await aCv(), email: anEmail(), permission: 'view' as const };
      const first = (await write((handle) => insertPersonShare(handle, share)))!;
      expect(await write((handle) => insertPersonShare(handle, share))).toBeNull();
      expect(await write((handle) => revokeShare(handle, ownerId, first.id))).not.toBeNull();
      expect(await write((handle) => revokeShare(handle, ownerId, first.id))).toBeNull();
      expect(await write((handle) => insertPersonShare(handle, share))).not.toBeNull();
      expect(await read((handle) => countShares(handle, ownerId, share.cvId))).toBe(1);
      expect(await read((handle) => listShares(handle, ownerId, share.cvId))).toHaveLength(2);
    });

    it('ends when the CV is deleted', async () => {
      const cvId = await aCv();
      const email = anEmail();
      const userId = await register(email);
      await write((handle) => insertPersonShare(handle, { ownerId, cvId, email, permission: 'edit' }));
      await write((handle) => deleteCv(handle, ownerId, cvId));
      expect(await read((handle) => findGrant(handle, userId, cvId))).toBeNull();
      expect(await read((handle) => listReceivedShares(handle, userId, null, 10))).toEqual([]);
    });

    it('is not inherited by who takes over the address of a closed account', async () => {
      const cvId = await aCv();
      const email = anEmail();
      const first = await register(email);
      await write((handle) => insertPersonShare(handle, { ownerId, cvId, email, permission: 'edit' }));
      await write((handle) => closeAccount(handle, first));
      const second = await register(email);
      expect(await read((handle) => findGrant(handle, second, cvId))).toBeNull();
    });
  });

  describe('by a link', () => {
    it('is shown as often as it may be and not once more, however many open it at once', async () => {
      const { id, tokenHash } = await aLink(await aCv(), { maxViews: 7 });
      const openings = await Promise.all(
        Array.from({ length: 30 }, () => write((handle) => openLink(handle, id, false))),
      );
      const shown = openings.filter((opening) => opening !== null);
      expect(shown.map(({ views }) => views).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect((await read((handle) => findLink(handle, tokenHash)))?.state).toBe('gone');
    });

    it('announces its first opening once, if that was wished for', async () => {
      const { id } = await aLink(await aCv(), { notifyFirstOpen: true });
      const openings = await Promise.all(
        Array.from({ length: 5 }, () => write((handle) => openLink(handle, id, false))),
      );
      expect(openings.filter((opening) => opening?.announce)).toHaveLength(1);
    });

    it('shows the version that it is bound to', async () => {
      const cvId = await aCv();
      await write((handle) =>
        handle.query(
          'test_second_version',
          `WITH cv AS (UPDATE cvs SET version = 2, document = '{"basics":{"name":"Grace"}}' WHERE id = $1 RETURNING user_id, id, document)
           INSERT INTO cv_versions (user_id, cv_id, version, document, cause) SELECT user_id, id, 2, document, 'patched' FROM cv`,
          [cvId],
        ),
      );
      const bound = await aLink(cvId, { version: 1 });
      const free = await aLink(cvId, {});
      const shown = async ({ id }: { id: string }) => {
        const opened = (await write((handle) => openLink(handle, id, false)))!;
        return [opened.version, opened.documentText];
      };
      expect(await shown(bound)).toEqual([1, '{"basics":{"name":"Ada"}}']);
      expect(await shown(free)).toEqual([2, '{"basics":{"name":"Grace"}}']);
    });

    it('shows nothing and counts nothing once it has expired, was revoked, or the CV was deleted', async () => {
      const cvId = await aCv();
      const expired = await aLink(cvId, { expiresAt: new Date(Date.now() - 1_000) });
      const revoked = await aLink(cvId, {});
      await write((handle) => revokeShare(handle, ownerId, revoked.id));
      const orphan = await aLink(cvId, {});
      const states = async () =>
        Promise.all(
          [expired, revoked, orphan].map(
            async ({ tokenHash }) => (await read((handle) => findLink(handle, tokenHash)))?.state,
          ),
        );
      expect(await states()).toEqual(['expired', 'gone', 'open']);
      await write((handle) => deleteCv(handle, ownerId, cvId));
      expect(await states()).toEqual(['gone', 'gone', 'gone']);
      for (const { id } of [expired, revoked, orphan])
        expect(await write((handle) => openLink(handle, id, false))).toBeNull();
    });
  });

  describe('as a profile', () => {
    const publish = (cvId: string, slug: string, owner = ownerId) =>
      write((handle) =>
        putPublication(handle, {
          ownerId: owner,
          cvId,
          slug,
          visibility: 'public',
          template: 'modern',
          mask: ['phone'],
        }),
      );
    const slug = () => `s-${randomBytes(8).toString('hex')}`;

    it('is found by its slug and by those that it had', async () => {
      const cvId = await aCv();
      const [old, present] = [slug(), slug()];
      expect(await publish(cvId, old)).toMatchObject({ revision: 1 });
      expect(await publish(cvId, present)).toMatchObject({ revision: 2, mask: ['phone'] });
      for (const asked of [old, present])
        expect(await read((handle) => findProfile(handle, asked))).toMatchObject({ cvId, slug: present });
    });

    it('gets no slug that another has or had; its owner may move an old one', async () => {
      const [mine, theirs] = [await aCv(), await aCv(await anAccount(database))];
      const [old, present] = [slug(), slug()];
      await publish(mine, old);
      await publish(mine, present);
      const other = await write(async (handle) => {
        const [row] = await handle.query<{ userId: string }>(
          'test_owner',
          'SELECT user_id AS "userId" FROM cvs WHERE id = $1',
          [theirs],
        );
        return row!.userId;
      });
      expect(await publish(theirs, old, other)).toBeNull();
      expect(await publish(theirs, present, other)).toBeNull();
      const second = await aCv();
      expect(await publish(second, present)).toBeNull();
      expect(await publish(second, old)).toMatchObject({ cvId: second });
      expect(await read((handle) => findProfile(handle, old))).toMatchObject({ cvId: second });
    });

    it('gives a slug to one of many who ask for it at once', async () => {
      const wanted = slug();
      const owners = await Promise.all(Array.from({ length: 8 }, () => anAccount(database)));
      const outcomes = await Promise.all(owners.map(async (owner) => publish(await aCv(owner), wanted, owner)));
      expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    });

    it('keeps ten old slugs and gives the others back', async () => {
      const cvId = await aCv();
      const slugs = Array.from({ length: 13 }, slug);
      for (const each of slugs) await publish(cvId, each);
      expect((await read((handle) => slugsOf(handle, ownerId, cvId))).sort()).toEqual(slugs.slice(2).sort());
    });
  });

  it('is commented on, in order; authors and owners delete', async () => {
    const cvId = await aCv();
    const authorId = await anAccount(database);
    const add = (text: string) =>
      write((handle) => insertComment(handle, { ownerId, cvId, authorId, pointer: '/basics/name', text }));
    const [first, second, third] = [await add('one'), await add('two'), await add('three')];
    const list = (after: string | null) => read((handle) => listComments(handle, { ownerId, cvId, after, limit: 2 }));
    expect((await list(null)).map(({ text }) => text)).toEqual(['one', 'two']);
    expect((await list(second!.id)).map(({ text }) => text)).toEqual(['three']);
    const remove = (id: string, userId: string) =>
      write((handle) => deleteComment(handle, { ownerId, cvId, id, userId }));
    expect(await remove(first!.id, await anAccount(database))).toBe('theirs');
    expect(await remove(first!.id, authorId)).toBe('deleted');
    expect(await remove(first!.id, authorId)).toBe('missing');
    expect(await remove(third!.id, ownerId)).toBe('deleted');
    await write((handle) => deleteCv(handle, ownerId, cvId));
    expect(await add('late')).toBeNull();
  });
});
