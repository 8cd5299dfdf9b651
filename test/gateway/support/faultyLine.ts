/** A line to the gateway on which words get lost: a proxy between the client and the gateway. */
import { connect, createServer, type Socket } from 'node:net';
import { listenOnLoopback } from './listenOnLoopback';

/** `requests`: what the client says gets lost; `replies`: what the gateway answers does. */
export type Loss = 'none' | 'requests' | 'replies';

export interface FaultyLine {
  readonly port: number;
  lose(what: Loss): void;
  /** Breaks every connection; new ones are taken. */
  cut(): void;
  close(): Promise<void>;
}

export async function openFaultyLine(gatewayPort: number): Promise<FaultyLine> {
  let lost: Loss = 'none';
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(gatewayPort, '127.0.0.1');
    near.on('data', (data) => lost !== 'requests' && far.write(data));
    far.on('data', (data) => lost !== 'replies' && near.write(data));
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
  const port = await listenOnLoopback(server);
  const cut = () => sockets.forEach((socket) => socket.destroy());
  return {
    port,
    lose: (what) => {
      lost = what;
    },
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
