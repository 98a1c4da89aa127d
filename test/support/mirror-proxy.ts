// A line on loopback that is worse than loopback: every byte arrives later by a fixed time, or the line is cut after so
// many bytes of an answer. Bandwidth is not limited and order is kept.
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Line {
  readonly port: number;
  /** Bytes that went from the server to clients. */
  readonly bytes: number;
  stop(): Promise<void>;
}

export interface LineChoice {
  /** Milliseconds in each direction, asked for every piece; a question and its answer take twice this. */
  readonly delayMs?: () => number;
  /** Asked once for each connection: after so many bytes of the answer it ends; null for never. */
  readonly cutAfter?: () => number | null;
}

export async function lineTo(port: number, { delayMs = () => 0, cutAfter = () => null }: LineChoice): Promise<Line> {
  const open = new Set<Socket>();
  let bytes = 0;
  const server: Server = createServer((client) => {
    const target = connect(port, '127.0.0.1');
    let left = cutAfter();
    for (const socket of [client, target]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => undefined);
    }
    carry(client, target, delayMs, (data) => data);
    carry(target, client, delayMs, (data) => {
      bytes += data.length;
      if (left === null) return data;
      const part = data.subarray(0, left);
      left -= part.length;
      if (left > 0) return part;
      client.end(part, () => client.destroy());
      target.destroy();
      return null;
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    get bytes() {
      return bytes;
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** @param pass what of it goes on; null ends the line. */
function carry(from: Socket, to: Socket, delayMs: () => number, pass: (data: Buffer) => Buffer | null): void {
  // Timers of equal length keep their order; it is changed only while nothing is on its way.
  const later = (run: () => void) => {
    const wait = delayMs();
    if (wait === 0) run();
    else setTimeout(run, wait);
  };
  from.on('data', (data) => {
    const rest = pass(data);
    if (rest) later(() => to.writable && to.write(rest));
  });
  from.on('end', () => later(() => to.end()));
  from.on('close', () => later(() => to.destroy()));
}
