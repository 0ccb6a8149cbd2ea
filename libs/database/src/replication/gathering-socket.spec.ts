import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { gatheringSocket } from './gathering-socket.js';

describe('a gathering socket', () => {
  it('sends what is written in one turn when the turn ends, and goes on so', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = gatheringSocket().connect((server.address() as AddressInfo).port, '127.0.0.1');
    try {
      const [[peer]] = (await Promise.all([once(server, 'connection'), once(socket, 'connect')])) as [[Socket], []];
      for (const [first, second] of [
        ['a', 'b'],
        ['c', 'd'],
      ] as const) {
        const sent = Promise.withResolvers<undefined>();
        socket.write(first);
        socket.write(second, 'utf8', () => sent.resolve(undefined));
        expect(socket.writableLength).toBe(2);
        await Promise.all([sent.promise, once(peer, 'readable')]);
        expect(String(peer.read())).toBe(first + second);
      }
    } finally {
      socket.destroy();
      server.close();
    }
  });
});
