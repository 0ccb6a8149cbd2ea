import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import { send, SendError } from '../src/index.js';

describe('sending', () => {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  async function receiver(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const { signal } = new AbortController();
  const post = (url: string, options: Partial<Parameters<typeof send>[2]> = {}) =>
    send(url, '{"a":1}', { policy: 'any', headers: { 'x-test': 'yes' }, signal, ...options });

  it('posts the body and answers what came back', async () => {
    let seen: unknown;
    const url = await receiver((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen = [request.method, request.url, request.headers['content-type'], request.headers['x-test'], body];
        response.writeHead(201).end('thanks');
      });
    });
    expect(await post(`${url}/hook?a=1`)).toEqual({ status: 201, body: 'thanks' });
    expect(seen).toEqual(['POST', '/hook?a=1', 'application/json', 'yes', '{"a":1}']);
  });

  it('does not follow a redirect', async () => {
    let visits = 0;
    const url = await receiver((_request, response) => {
      visits++;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect((await post(url)).status).toBe(307);
    expect(visits).toBe(1);
  });

  it('reads no more than the beginning of an endless answer', async () => {
    let written = 0;
    const url = await receiver((_request, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const write = () => {
        if (response.destroyed) return;
        written += chunk.length;
        response.write(chunk, write);
      };
      write();
    });
    const { status, body } = await post(url);
    expect([status, body.length]).toEqual([200, 1_024]);
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });

  it('gives up on one that is silent', async () => {
    const url = await receiver(() => undefined);
    await expect(post(url, { timeoutMs: 100 })).rejects.toThrow('It did not answer within 0.1 s.');
  });

  it('says in words why nobody answered', async () => {
    const url = await receiver((request) => request.socket.destroy());
    await expect(post(url)).rejects.toThrow('It closed the connection without an answer.');
    servers.splice(0)[0]!.close();
    await expect(post(url)).rejects.toThrow('It refused the connection.');
  });

  it('stops when it is told to, with the reason', async () => {
    const stop = new AbortController();
    const url = await receiver(() => stop.abort(new Error('the worker stops')));
    await expect(post(url, { signal: stop.signal })).rejects.toThrow('the worker stops');
  });

  it('connects to nothing private, by number or by name', async () => {
    let visits = 0;
    const url = await receiver((_request, response) => {
      visits++;
      response.end();
    });
    const { port } = new URL(url);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0']) {
      const sending = send(`https://${host}:${port}/`, '{}', { policy: 'public', headers: {}, signal });
      await expect(sending).rejects.toThrow(SendError);
      await expect(sending).rejects.toThrow(/not on the public Internet/);
    }
    await expect(send(url, '{}', { policy: 'public', headers: {}, signal })).rejects.toThrow(/https/);
    expect(visits).toBe(0);
  });
});
