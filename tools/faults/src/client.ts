import { Agent, request as send } from 'node:http';

import type { Account } from '@discover/bench';

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** Requests over connections that are kept. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true });

  /** @throws if there is no answer */
  async call(apiUrl: string, { method, path, headers, body }: ReturnType<Account['read']>): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const request = send(new URL(path, apiUrl), { method, headers, agent: this.agent }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(body === undefined ? undefined : Buffer.from(body));
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
