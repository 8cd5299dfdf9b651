/** The language server: connects a client with the session. Holds no knowledge of queues. */
import {
  DidChangeConfigurationNotification,
  TextDocumentSyncKind,
  type Connection,
  type Disposable,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import {
  recheckNotification,
  rescanNotification,
  snapshotNotification,
} from '../protocol/requests';
import { defaultSettings } from '../protocol/settings';
import { QueueSession } from '../session/queueSession';
import type { SessionPorts } from '../session/sessionPorts';
import { toCoreOptions, toScopeConfig } from '../session/toConfig';
import type { Repositories } from '../workspace/repositories';
import { clientFacts, toFolder, type ClientFacts, type WorkspaceFolder } from './clientFacts';
import { DiagnosticsPublisher } from './diagnosticsPublisher';
import { features } from './features';
import { guardTask } from './guard';
import { QueueGuard, type GuardAdapters } from './guardQueueFeature';
import { loadConfig, settingsSection } from './loadConfig';
import { connectionLogger } from './logging';
import { followDocuments } from './openDocuments';
import { showReading } from './readingProgress';
import { toSnapshot } from '../views/toSnapshot';
import { ClaimVerifier } from './verifyClaims';
import { watchQueues } from './watchQueues';
import type { OpenEngine } from './workerEngines';
import { WorkersFeature } from './workersFeature';

/** Listens on `connection` until the client says exit. */
export function startServer(
  connection: Connection,
  ports: Omit<SessionPorts, 'logger'> & {
    readonly guard?: GuardAdapters;
    readonly repositories?: Repositories;
    readonly openEngine?: OpenEngine;
  },
): void {
  const logger = connectionLogger(connection.console);
  const queueGuard = new QueueGuard(connection, { ...ports, logger, guard: ports.guard ?? {} });
  const verifier = new ClaimVerifier(ports.repositories);
  const session = new QueueSession(
    {
      core: toCoreOptions(defaultSettings, ports.clock.now()),
      zone: defaultSettings.time.zone,
      folders: [],
      loose: toScopeConfig(defaultSettings),
      projects: defaultSettings.projects,
    },
    { ...ports, logger, engine: verifier.engineOver(queueGuard.engine) },
  );
  const workers = new WorkersFeature(connection, {
    session,
    clock: ports.clock,
    logger,
    openEngine: ports.openEngine,
  });
  let facts: ClientFacts | undefined;
  let folders: readonly WorkspaceFolder[] = [];
  let pushedSettings: unknown;
  let watching: Disposable | undefined;
  let configuration = 0;

  const configure = async (): Promise<void> => {
    if (facts === undefined) return;
    const turn = ++configuration;
    const context = { logger, now: ports.clock.now(), pushed: pushedSettings };
    const config = await loadConfig(connection, facts, folders, context);
    if (turn !== configuration) return;
    verifier.useProjects(config.session.projects);
    const scan = session.configure(config.session);
    workers.configure(config.workers, config.lenses);
    const watchers = await watchQueues(connection, facts, config);
    // A newer configuration may have got its watchers while ours were asked for.
    if (turn !== configuration) watchers?.dispose();
    else {
      watching?.dispose();
      watching = watchers;
    }
    await scan;
  };

  connection.onInitialize((params): InitializeResult => {
    facts = clientFacts(params);
    folders = facts.folders;
    queueGuard.useDirectory(facts.storageDirectory);
    workers.useClient(facts);
    return { capabilities: capabilities(), serverInfo: { name: 'proactive-jobs' } };
  });
  connection.onInitialized(() => {
    guardTask('initialized', logger, async () => {
      if (facts?.canShowProgress === true) showReading(connection, session, logger);
      if (facts?.canRegisterConfiguration === true) {
        const section = [settingsSection, 'files.exclude'];
        await connection.client.register(DidChangeConfigurationNotification.type, { section });
      }
      if (facts?.canChangeFolders === true) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map((folder) => toFolder(folder).uri));
          folders = [...folders.filter(({ uri }) => !gone.has(uri)), ...added.map(toFolder)];
          guardTask('didChangeWorkspaceFolders', logger, configure);
        });
      }
      await configure();
    });
  });
  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    pushedSettings = sectionOf(settings) ?? pushedSettings;
    guardTask('didChangeConfiguration', logger, configure);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    workers.filesChanged(uris);
    guardTask('didChangeWatchedFiles', logger, () => session.filesChanged(uris));
  });
  connection.onNotification(rescanNotification, () => {
    guardTask('rescan', logger, () => session.rescan());
  });
  connection.onNotification(recheckNotification, () => {
    guardTask('recheck', logger, () => session.recheck());
  });
  connection.onShutdown(() => {
    workers.dispose();
    queueGuard.dispose();
    session.dispose();
  });

  const publisher = new DiagnosticsPublisher((params) => {
    void connection.sendDiagnostics(params);
  });
  session.onPicture((picture) => {
    publisher.publish(picture);
    void connection.sendNotification(snapshotNotification, toSnapshot(picture));
  });
  followDocuments(connection, session, logger);
  queueGuard.follow(session);
  verifier.follow(connection, session, logger);
  const canRefreshLenses = (): boolean => facts?.canRefreshLenses === true;
  const context = {
    ...{ session, logger, engine: ports.engine, git: ports.guard?.git },
    ...{ workers, canRefreshLenses },
  };
  for (const feature of features) feature.register(connection, context);
  connection.listen();
}

function capabilities(): ServerCapabilities {
  return features.reduce<ServerCapabilities>(
    (all, feature) => ({ ...all, ...feature.capabilities }),
    {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  );
}

/** Our section of settings that a client pushes instead of being asked. */
function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  return settingsSection in settings
    ? (settings as Readonly<Record<string, unknown>>)[settingsSection]
    : undefined;
}
