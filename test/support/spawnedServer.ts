/** The built server in its own process over stdio, as any editor would run it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { snapshotNotification } from '../../server/src/protocol/requests';
import type { QueueSnapshot } from '../../server/src/protocol/snapshot';
import { bundle } from './bundle';

export interface SpawnedServer {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initializeResult: InitializeResult;
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Resolves with the first snapshot of the finished search, files beside the queues included. */
  readonly scanned: Promise<QueueSnapshot>;
  /** Says goodbye as the protocol wants it; resolves to the exit status. */
  stop(): Promise<number | null>;
}

/** How else it is run. */
export interface ServerRun {
  /** Arguments of Node, before the bundle. */
  readonly nodeArguments?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly initializationOptions?: object;
}

/** Starts the bundle on some folders; `prepare` may listen to more before the server does anything. */
export async function spawnServer(
  folders: readonly string[],
  capabilities: ClientCapabilities = {},
  prepare: (connection: ProtocolConnection) => void = () => undefined,
  { nodeArguments = [], env = {}, initializationOptions }: ServerRun = {},
): Promise<SpawnedServer> {
  const child = spawn(process.execPath, [...nodeArguments, bundle('server'), '--stdio'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics: list }) => {
    diagnostics.set(uri, list);
  });
  const scanned = new Promise<QueueSnapshot>((resolve) => {
    connection.onNotification(snapshotNotification, (snapshot: QueueSnapshot) => {
      if (!snapshot.scanning && !snapshot.reading) resolve(snapshot);
    });
  });
  prepare(connection);
  connection.listen();
  const initializeResult = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities,
    ...(initializationOptions === undefined ? {} : { initializationOptions }),
    workspaceFolders: folders.map((uri) => ({ uri, name: uri.split('/').pop() ?? uri })),
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const stop = async (): Promise<number | null> => {
    await connection.sendRequest(ShutdownRequest.type);
    const exited = once(child, 'exit') as Promise<[number | null]>;
    await connection.sendNotification(ExitNotification.type);
    connection.dispose();
    return (await exited)[0];
  };
  return { connection, process: child, initializeResult, diagnostics, scanned, stop };
}
