import { Client } from '@discover/e2e';

/** What people asked for, and what they did not get. */
export interface Tally {
  asked: number;
  readonly failures: string[];
}

const DOCUMENT = {
  basics: { name: 'Mira Sandoval', label: 'Bridge engineer' },
  work: [{ name: 'Hollow Creek Works' }],
};
const TEXT = 'Mira Sandoval\nBridge engineer\n\nExperience\nHollow Creek Works, Engineer, 2019 - 2024\n';

/** Reads, writes, renders and imports without a pause until it is told to stop; each of several people one thing after another. */
export class Load {
  readonly tally: Tally = { asked: 0, failures: [] };
  private running = true;
  private people: Promise<void>[] = [];

  async start(origin: string): Promise<void> {
    const client = await Client.registered(origin);
    const created = await client.call<{ id: string }>('/cvs', {
      method: 'POST',
      json: { title: 'CV', document: DOCUMENT },
    });
    const bytes = Buffer.from(TEXT);
    const read = () => client.call('/cvs');
    const write = () => client.call('/cvs', { method: 'POST', json: { title: 'CV', document: DOCUMENT } });
    const render = (n: number) =>
      client.call(`/cvs/${created.body.id}/render.pdf?accentColor=%23${n.toString(16).padStart(6, '0')}`);
    const importOne = () =>
      client.call('/cvs/import', { method: 'POST', file: { bytes, name: 'cv.txt' }, headers: { Prefer: 'wait=20' } });
    this.people = [read, read, write, render, importOne].map((act) => this.repeat(act));
  }

  async stop(): Promise<Tally> {
    this.running = false;
    await Promise.all(this.people);
    return this.tally;
  }

  private async repeat(act: (n: number) => Promise<{ status: number; bytes: Buffer }>): Promise<void> {
    for (let n = 0; this.running; n++) {
      this.tally.asked++;
      try {
        const { status, bytes } = await act(n);
        if (status >= 400 || status === 202)
          this.tally.failures.push(`${new Date().toISOString()} ${act.name}: ${status} ${bytes.toString()}`);
      } catch (error) {
        this.tally.failures.push(`${new Date().toISOString()} ${act.name}: ${String((error as Error).cause ?? error)}`);
      }
    }
  }
}
