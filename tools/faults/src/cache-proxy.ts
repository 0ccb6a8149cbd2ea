import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What gets through: everything, everything but the announcements of the bus, or nothing. */
export type Passing = 'all' | 'no announcements' | 'nothing';

/** A command that only a connection which hears announcements sends (RESP, in the case that ioredis writes). */
const SUBSCRIBE = Buffer.from('\r\nsubscribe\r\n');

interface Pipe {
  readonly client: Socket;
  readonly server: Socket;
  subscribed: boolean;
  /** Bytes of it were lost, so that nothing after them would make sense. */
  torn: boolean;
}

/**
 * A line to the cache’s Redis that can lose packets: connections stay open and nothing is refused, as with a firewall that
 * drops, which is harder on a client than a server that is gone.
 */
export class CacheProxy {
  private readonly pipes = new Set<Pipe>();
  private passing: Passing = 'all';

  private constructor(
    private readonly listener: Server,
    private readonly target: number,
  ) {
    listener.on('connection', (client) => this.open(client));
  }

  static async before(port: number): Promise<CacheProxy> {
    const listener = createServer();
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new CacheProxy(listener, port);
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
  }

  /** From now on. What lost bytes meanwhile is closed once everything passes again, as a router that forgot it would. */
  let(passing: Passing): void {
    this.passing = passing;
    if (passing !== 'all') return;
    for (const pipe of this.pipes) if (pipe.torn) close(pipe);
  }

  stop(): void {
    for (const pipe of this.pipes) close(pipe);
    this.listener.close();
  }

  private open(client: Socket): void {
    const pipe: Pipe = { client, server: connect(this.target, '127.0.0.1'), subscribed: false, torn: false };
    this.pipes.add(pipe);
    const { server } = pipe;
    client.setNoDelay();
    server.setNoDelay();
    client.on('data', (bytes) => {
      pipe.subscribed ||= bytes.includes(SUBSCRIBE);
      this.pass(pipe, server, bytes);
    });
    server.on('data', (bytes) => this.pass(pipe, client, bytes));
    for (const socket of [client, server]) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        close(pipe);
        this.pipes.delete(pipe);
      });
    }
  }

  private pass(pipe: Pipe, to: Socket, bytes: Buffer): void {
    const lost = this.passing === 'nothing' || (this.passing === 'no announcements' && pipe.subscribed);
    if (lost) pipe.torn = true;
    if (!pipe.torn) to.write(bytes);
  }
}

function close({ client, server }: Pipe): void {
  client.destroy();
  server.destroy();
}
