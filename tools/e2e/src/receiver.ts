import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { waitFor } from '@discover/testing';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** What the body says. */
  event: { id: string; type: string; subject: { id: string; href: string | null }; data: Record<string, unknown> };
}

/** Answers a request; a promise that never resolves is an answer that never comes. */
type Answering = (received: Received) => number | { status: number; headers: Record<string, string> } | Promise<number>;

/** A subscriber of webhooks: a real server that keeps what it was sent. */
export class Receiver {
  readonly received: Received[] = [];
  /** How it answers; 200 unless told. */
  answer: Answering = () => 200;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Receiver> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { headers, url: path = '' } = request;
        const received = { path, headers, body, event: JSON.parse(body) as Received['event'] };
        receiver.received.push(received);
        void Promise.resolve(receiver.answer(received)).then((answer) => {
          if (typeof answer === 'number') response.writeHead(answer).end('noted');
          else response.writeHead(answer.status, answer.headers).end();
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const receiver = new Receiver(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return receiver;
  }

  /** What it was sent at a path, once there are so many. */
  async at(path: string, count: number, timeoutMs = 15_000): Promise<Received[]> {
    const there = () => this.received.filter((received) => received.path === path);
    await waitFor(() => there().length >= count, { what: `${count} events at ${path}`, timeoutMs });
    return there();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
