import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** How late a cluster's name server may learn of a change: its cache of five seconds, and the way of the news. */
const LATE_MS = 6_000;
const TTL_SECONDS = 5;
const TYPE_A = 1;

/**
 * Answers the names of headless Services with the addresses of their ready pods, as late as a cluster may. A name that it does
 * not know has no addresses.
 */
export class NameServer {
  private readonly told = new Map<string, readonly string[]>();
  private socket: Socket | undefined;

  /** @returns the port */
  async listen(): Promise<number> {
    const socket = createSocket('udp4');
    this.socket = socket;
    socket.on('message', (query, peer) => socket.send(this.answer(query), peer.port, peer.address));
    socket.bind(0, '0.0.0.0');
    await once(socket, 'listening');
    return socket.address().port;
  }

  set(name: string, addresses: readonly string[], lateMs = LATE_MS): void {
    if (lateMs === 0) this.told.set(name, addresses);
    else setTimeout(() => this.told.set(name, addresses), lateMs).unref();
  }

  close(): void {
    this.socket?.close();
  }

  /** RFC 1035, §4: one question, its answers of type A. */
  private answer(query: Buffer): Buffer {
    const end = query.indexOf(0, 12) + 5;
    const name = labels(query.subarray(12, end - 4)).join('.');
    const addresses = query.readUInt16BE(end - 4) === TYPE_A ? (this.told.get(name) ?? []) : [];
    const header = Buffer.from(query.subarray(0, 12));
    header.writeUInt16BE(0x8580, 2);
    header.writeUInt16BE(addresses.length, 6);
    header.fill(0, 8);
    const records = addresses.map((address) => {
      const record = Buffer.alloc(16);
      record.writeUInt16BE(0xc00c, 0);
      record.writeUInt16BE(TYPE_A, 2);
      record.writeUInt16BE(1, 4);
      record.writeUInt32BE(TTL_SECONDS, 6);
      record.writeUInt16BE(4, 10);
      record.set(address.split('.').map(Number), 12);
      return record;
    });
    return Buffer.concat([header, query.subarray(12, end), ...records]);
  }
}

function labels(bytes: Buffer): string[] {
  const length = bytes[0];
  if (!length) return [];
  return [bytes.toString('ascii', 1, 1 + length), ...labels(bytes.subarray(1 + length))];
}
