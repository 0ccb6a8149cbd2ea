import { Socket } from 'node:net';

/**
 * A socket that sends all that is written in one turn at once. Statements that are sent one right behind the other then cost one
 * call of the system and wake the server once, which is most of what sending takes.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  // Not before, and not by a method of a derived class: `connect` gives a socket the plain `write` back.
  return socket.once('connect', () => gather(socket));
}

function gather(socket: Socket): void {
  const write = socket.write.bind(socket);
  let gathering = false;
  socket.write = (
    data: string | Uint8Array,
    encodingOrDone?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean => {
    if (!gathering) {
      gathering = true;
      socket.cork();
      process.nextTick(() => {
        gathering = false;
        socket.uncork();
      });
    }
    return typeof encodingOrDone === 'string' ? write(data, encodingOrDone, done) : write(data, encodingOrDone);
  };
}
