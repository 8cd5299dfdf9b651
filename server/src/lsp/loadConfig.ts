/** Asks the client for its settings, for all queues and for each folder. */
import type { Connection } from 'vscode-languageserver/node';
import { readSettings } from '../session/readSettings';
import type { SessionConfig } from '../session/sessionConfig';
import { toCoreOptions, toScopeConfig, toWorkersConfig } from '../session/toConfig';
import type { Logger } from '../workspace/ports';
import type { Settings } from '../protocol/settings';
import type { ClientFacts, WorkspaceFolder } from './clientFacts';
import type { FolderOfWorkers } from './workerEngines';

export const settingsSection = 'proactiveJobs';

export interface LoadedConfig {
  readonly session: SessionConfig;
  readonly workers: readonly FolderOfWorkers[];
  readonly lenses: Settings['codeLens'];
}

/** The settings of the client; where it cannot be asked, `pushed` or those it gave at start; else the defaults. */
export async function loadConfig(
  connection: Connection,
  facts: ClientFacts,
  folders: readonly WorkspaceFolder[],
  { logger, now, pushed }: { logger: Logger; now: number; pushed: unknown },
): Promise<LoadedConfig> {
  const answers = await ask(connection, facts, folders);
  const problems = new Set<string>();
  const read = (value: unknown): ReturnType<typeof readSettings>['settings'] => {
    const result = readSettings(value ?? pushed ?? facts.initialSettings);
    for (const problem of result.problems) problems.add(problem);
    return result.settings;
  };
  const shared = read(answers[0]);
  const own = folders.map((folder, index) => ({
    folder,
    settings: read(answers[1 + 2 * index]),
    hidden: hiddenGlobs(answers[2 + 2 * index]),
  }));
  const session: SessionConfig = {
    core: toCoreOptions(shared, now),
    zone: shared.time.zone,
    loose: toScopeConfig(shared),
    projects: shared.projects,
    folders: own.map(({ folder, settings, hidden }) => ({
      ...folder,
      ...toScopeConfig(settings, hidden),
    })),
  };
  for (const problem of problems) logger.warn('settings.ignored', { problem });
  const workers = own.map(({ folder: { uri }, settings }) => ({
    uri,
    config: toWorkersConfig(settings),
    projects: shared.projects,
  }));
  return { session, workers, lenses: shared.codeLens };
}

async function ask(
  connection: Connection,
  facts: ClientFacts,
  folders: readonly WorkspaceFolder[],
): Promise<readonly unknown[]> {
  if (!facts.canConfigure) return [];
  // What is hidden is asked for each folder only: the editor warns when it is asked without one.
  const items = [
    { section: settingsSection },
    ...folders.flatMap(({ uri }) => [
      { scopeUri: uri, section: settingsSection },
      { scopeUri: uri, section: 'files.exclude' },
    ]),
  ];
  const answers: unknown = await connection.workspace.getConfiguration(items);
  return Array.isArray(answers) ? (answers as readonly unknown[]) : [];
}

/** `{ "glob": true }` as lists of globs; conditions (`{ when }`) hide nothing here. */
function hiddenGlobs(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([glob, isHidden]) => (isHidden === true ? [glob] : []));
}
