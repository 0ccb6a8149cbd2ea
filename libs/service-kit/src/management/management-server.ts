import { createServer, type Server, type ServerResponse } from 'node:http';

import { registry } from '@discover/telemetry';

import type { Management } from './management.js';

/** Serves `/metrics`, `/health/live` and `/health/ready` on a port that the ingress does not reach. */
export class ManagementServer {
  private readonly server: Server;

  constructor(private readonly management: Management) {
    this.server = createServer((request, response) => {
      this.answer(request.url ?? '', response).catch(() => response.writeHead(500).end());
    });
  }

  async listen(host: string, port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(port, host, resolve);
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(url: string, response: ServerResponse): Promise<void> {
    switch (url.split('?')[0]) {
      case '/metrics': {
        const series = await this.management.metrics();
        response.writeHead(200, { 'content-type': registry.contentType }).end(series);
        return;
      }
      case '/health/live': {
        const alive = await this.management.isAlive();
        json(response, alive ? 200 : 503, { alive });
        return;
      }
      case '/health/ready': {
        const readiness = await this.management.readiness();
        json(response, readiness.ready ? 200 : 503, readiness);
        return;
      }
      default:
        response.writeHead(404).end();
    }
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
