/** A line to the gateway on which words get lost: a proxy between the client and the gateway. */
import { connect, createServer, type Socket } from 'node:net';
import { listenOnLoopback } from './listenOnLoopback';

export interface FaultyLine {
  readonly port: number;
  /** From now on the words of one side get lost; resolves when the first have. */
  lose(what: 'request' | 'reply'): Promise<void>;
  /** Breaks every connection; new ones lose nothing. */
  mend(): void;
  close(): Promise<void>;
}

export async function openFaultyLine(gatewayPort: number): Promise<FaultyLine> {
  const sockets = new Set<Socket>();
  let lost: 'request' | 'reply' | undefined;
  let onLost = () => {};
  const pass = (from: Socket, to: Socket, words: 'request' | 'reply') =>
    from.on('data', (data) => {
      if (lost === words) onLost();
      else to.write(data);
    });
  const server = createServer((near) => {
    const far = connect(gatewayPort, '127.0.0.1');
    pass(near, far, 'request');
    pass(far, near, 'reply');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
  });
  const cut = () => sockets.forEach((socket) => socket.destroy());
  return {
    port: await listenOnLoopback(server),
    lose: (what) =>
      new Promise((resolve) => {
        lost = what;
        onLost = resolve;
      }),
    mend() {
      lost = undefined;
      cut();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
