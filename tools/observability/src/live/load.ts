import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { Client, makeAdministrator, Receiver } from '@discover/e2e';

/** This file is tools/observability/{src,dist}/live/load.*: the checkout is four folders up. */
const root = resolve(import.meta.dirname, '../../../..');
const SAMPLE = join(root, 'tools/stack/sample/cv.pdf');
const PASSWORD = 'correct horse battery';
const TEMPLATES = ['classic', 'modern'];
const FORMATS = ['pdf', 'html', 'docx', 'txt'];
/** Above this many requests a minute an address without an account is refused. */
const ANONYMOUS_LIMIT = 3_000;

const document = (name: string) => ({
  basics: { name, email: 'mara.lindqvist@example.org', summary: 'Keeps lighthouses, and writes about them.' },
  work: [{ name: 'Harbour Office', position: 'Keeper', startDate: '2019-04', highlights: ['Lit it every night.'] }],
});

/** Load of every kind that there is a series for: reads, writes, files, renders, shares, keys, events, background jobs, errors, refusals. */
export class Load {
  /** Answers that should have been others. */
  readonly unexpected: string[] = [];

  private constructor(
    private readonly url: string,
    private readonly person: Client,
    private readonly reader: Client,
    private readonly operator: Client,
    private readonly receiver: Receiver,
    private readonly sample: Buffer,
  ) {}

  static async begin(url: string, databaseUrl: string): Promise<Load> {
    const receiver = await Receiver.start();
    // One subscriber answers, one does not want to.
    receiver.answer = ({ path }) => (path.startsWith('/refusing') ? 500 : 200);
    const person = await Client.registered(url);
    for (const path of ['listening', 'refusing']) {
      await person.call('/webhooks', {
        method: 'POST',
        json: { url: `${receiver.url}${path}`, events: ['cv.created', 'cv.updated', 'render.completed'] },
      });
    }
    const operator = await Client.registered(url);
    await makeAdministrator(databaseUrl, operator);
    return new Load(url, person, await Client.registered(url), operator, receiver, await readFile(SAMPLE));
  }

  /** One round of everything; how often somebody was answered, by status. */
  async round(): Promise<Map<number, number>> {
    const statuses = new Map<number, number>();
    const note: Note = ({ status, bytes }, expected) => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status !== expected && (expected !== undefined || status >= 400))
        this.unexpected.push(`${status} ${bytes.toString().slice(0, 500)}`);
    };
    await Promise.all([
      this.write(note),
      this.read(note),
      this.bringFiles(note),
      this.logIn(note),
      this.operate(note),
      this.browse(note),
      this.fail(note),
    ]);
    return statuses;
  }

  /** More requests than an address without an account may make in a minute. */
  async flood(): Promise<void> {
    for (let sent = 0; sent < ANONYMOUS_LIMIT + 100; sent += 50)
      await Promise.all(Array.from({ length: 50 }, () => new Client(this.url).call('/templates')));
  }

  async end(): Promise<void> {
    await this.receiver.stop();
  }

  private async operate(note: Note): Promise<void> {
    for (const schedule of ['purge-sessions', 'refresh-statistics', 'refresh-cache'])
      note(await this.operator.call(`/admin/jobs/${schedule}/run`, { method: 'POST' }), 202);
  }

  /** What browsers tell of pages. */
  private async browse(note: Note): Promise<void> {
    const times = ['LCP', 'INP', 'FCP', 'TTFB'].map((name, index) => ({ name, value: 900 / (index + 1) }));
    for (const device of ['desktop', 'mobile'])
      note(
        await new Client(this.url).call('/performance/web-vitals', {
          method: 'POST',
          json: {
            page: '/u/:slug',
            device,
            values: [...times, { name: 'CLS', value: 0.04 }, { name: 'None', value: 1 }],
          },
        }),
      );
  }

  private async write(note: Note): Promise<void> {
    const made = await this.person.call<{ id: string }>('/cvs', {
      method: 'POST',
      json: { title: 'Lighthouse', document: document('Mara Lindqvist') },
    });
    note(made);
    const { id } = made.body;
    note(await this.person.call(`/cvs/${id}`, { method: 'PATCH', json: { title: 'Lighthouse keeper' } }));
    const formats = TEMPLATES.flatMap((template) => FORMATS.map((format) => [template, format] as const));
    for (const [template, format] of formats)
      note(await this.person.call(`/cvs/${id}/render.${format}?template=${template}`));
    await this.share(id, note);
    const slug = `mara-${randomUUID().slice(0, 8)}`;
    note(
      await this.person.call(`/cvs/${id}/publication`, {
        method: 'PUT',
        json: { slug, visibility: 'public', mask: [] },
      }),
    );
    note(await new Client(this.url).call(`/public/${slug}`));
  }

  private async share(id: string, note: Note): Promise<void> {
    note(
      await this.person.call(`/cvs/${id}/shares`, {
        method: 'POST',
        json: { email: `${randomUUID()}@example.org`, permission: 'view' },
      }),
    );
    const link = await this.person.call<{ token: string }>(`/cvs/${id}/shares`, {
      method: 'POST',
      json: { link: true },
    });
    note(link);
    note(await new Client(this.url).call(`/shared/${link.body.token}`));
  }

  private async read(note: Note): Promise<void> {
    const { body } = await this.person.call<{ items: { id: string }[] }>('/cvs?limit=20');
    for (let time = 0; time < 10; time++)
      await Promise.all(body.items.map(async ({ id }) => note(await this.person.call(`/cvs/${id}`))));
  }

  private async bringFiles(note: Note): Promise<void> {
    const key = await this.reader.call<{ key: string }>('/api-keys', {
      method: 'POST',
      json: { name: 'integration', scopes: ['parse', 'render'] },
    });
    note(key);
    const integration = new Client(this.url);
    integration.accessToken = key.body.key;
    const file = { bytes: this.sample, name: 'cv.pdf' };
    note(await this.person.import(this.sample, 'cv.pdf'));
    note(await integration.call('/parse', { method: 'POST', file }));
    note(await this.person.call('/imports', { method: 'POST', files: [file, { ...file, name: 'other.pdf' }] }));
    note(
      await integration.call('/render', { method: 'POST', json: { document: document('Jon Okafor'), format: 'pdf' } }),
    );
  }

  private async logIn(note: Note): Promise<void> {
    const somebody = await Client.registered(this.url);
    const me = await somebody.call<{ email: string }>('/me');
    const tries = [
      [PASSWORD, 200],
      ['not my password', 401],
    ] as const;
    for (const [password, expected] of tries) {
      const json = { email: me.body.email, password };
      note(await new Client(this.url).call('/auth/login', { method: 'POST', json }), expected);
    }
  }

  /** What goes wrong: a page that is none, a document that cannot be read, a render that cannot fit, nobody's page. */
  private async fail(note: Note): Promise<void> {
    note(await this.person.call('/no-such-route'), 404);
    note(await this.person.import(Buffer.from('%PDF-1.7\nnot really'), 'damaged.pdf'), 422);
    const long = { ...document('Ada Verbose'), work: Array.from({ length: 300 }, () => document('x').work[0]) };
    note(
      await this.person.call('/render', {
        method: 'POST',
        json: { document: long, format: 'pdf', options: { maxPages: 1 } },
      }),
      422,
    );
  }
}

/** An answer, and its status where it is no success. */
type Note = (answer: { status: number; bytes: Buffer }, expected?: number) => void;
