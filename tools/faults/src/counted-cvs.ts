import { Account, resume, type PlannedRequest } from '@discover/bench';
import { Client as Postgres } from 'pg';

import { Client } from './client.js';
import { History } from './history.js';

/** CVs whose titles count up with every write: what a read gives says which write it knows of. */
export class CountedCvs {
  readonly failures: string[] = [];
  private readonly client = new Client();

  private constructor(
    private readonly account: Account,
    readonly cvs: readonly { readonly id: string; readonly history: History }[],
  ) {}

  static async create(apiUrl: string, count: number): Promise<CountedCvs> {
    const account = await Account.open(apiUrl);
    const ids = await account.createCvs(Array.from({ length: count }, (_, number) => resume(number)));
    const counted = new CountedCvs(
      account,
      ids.map((id) => ({ id, history: new History(id) })),
    );
    for (const cv of counted.cvs) await counted.write(apiUrl, cv);
    return counted;
  }

  /** The next of its writes; each CV must have one writer at a time. */
  async write(apiUrl: string, { id, history }: CountedCvs['cvs'][number]): Promise<void> {
    const number = history.begin();
    const request = { ...this.account.patch(id, number), body: Buffer.from(JSON.stringify({ title: String(number) })) };
    const body = await this.call(apiUrl, request);
    if (body !== undefined) history.acknowledge(number, performance.now());
  }

  async read(apiUrl: string, { id, history }: CountedCvs['cvs'][number]): Promise<void> {
    const began = performance.now();
    const body = await this.call(apiUrl, this.account.read(id));
    if (body !== undefined) history.read(Number((JSON.parse(body) as { title: string }).title), began);
  }

  /** Compares what was acknowledged with what lies in the database. */
  async compareWith(databaseUrl: string): Promise<void> {
    const database = new Postgres({ connectionString: databaseUrl });
    await database.connect();
    try {
      for (const { id, history } of this.cvs) {
        const { rows } = await database.query<{ title: string }>('SELECT title FROM cvs WHERE id = $1', [id]);
        history.end(Number(rows[0]?.title));
      }
    } finally {
      await database.end();
    }
  }

  close(): void {
    this.client.close();
  }

  private async call(apiUrl: string, request: PlannedRequest): Promise<string | undefined> {
    try {
      const { status, body } = await this.client.call(apiUrl, request);
      if (status === request.expect) return body;
      this.failures.push(`${request.kind}: ${status}`);
    } catch (error) {
      this.failures.push(`${request.kind}: ${(error as Error).message}`);
    }
    return undefined;
  }
}
