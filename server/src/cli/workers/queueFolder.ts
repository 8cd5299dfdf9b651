/** The folder that a command about workers runs in: its queues, and whether it is the right folder at all. */
import { dirname, join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { queueInKey, type TaskKey } from '../../core/model/taskKey';
import type { QueueState } from '../../core/state';
import type { Engine } from '../../session/engine';
import { enginePlacesOf } from '../../workers/enginePlaces';
import { foldersBetween } from '../../workspace/uris';
import { analyse } from '../analyse';
import type { CliEnvironment } from '../environment';

/** What went wrong, in sentences. */
export interface Trouble {
  readonly kind: 'trouble';
  readonly why: string;
}

/** The queues below the current folder as they are now; nobody needs findings for this. */
export async function currentState(
  environment: CliEnvironment,
  spawnQueue: string,
): Promise<{ readonly state: QueueState; readonly troubles: readonly string[] }> {
  const engine: Engine = {
    ...environment.engine,
    runRules: () => [],
    runFileRules: () => [],
  };
  const options = {
    now: environment.now(),
    zone: 'local',
    times: undefined,
    rules: {},
    spawnQueue,
  };
  const { picture, troubles } = await analyse(['.'], options, { ...environment, engine });
  return { state: picture.state, troubles };
}

/**
 * Why workers cannot be run from here. The ledger that keeps a task from being started twice belongs to one folder, the
 * one that the editor opens: another one would not know of it.
 */
export async function wrongFolder(
  state: QueueState,
  queueFolder: string,
  isGiven: boolean,
  { cwd, files }: CliEnvironment,
): Promise<Trouble | undefined> {
  const hasLedger = async (folder: string): Promise<boolean> => {
    const path = join(folder, enginePlacesOf(queueFolder).workspace);
    return (await files.read(URI.file(path).toString(), 4_096)).kind === 'text';
  };
  // A folder whose last queue has gone may still have workers.
  if (state.documents.size === 0 && !(await hasLedger(resolve(cwd))))
    return trouble(
      `There is no queue below ${cwd}. Run this in the folder that the editor opens, with a PROACTIVE-JOBS.md in it or below it.`,
    );
  for (let at = dirname(resolve(cwd)); ; at = dirname(at)) {
    if (await hasLedger(at))
      return trouble(
        `The workers of this folder are recorded in ${at}, around it. Run this there: cd ${at}`,
      );
    if (at === dirname(at)) break;
  }
  const settings = URI.file(join(cwd, '.vscode', 'settings.json')).toString();
  const read = isGiven ? undefined : await files.read(settings, 1024 * 1024);
  const named =
    read?.kind === 'text'
      ? /"proactiveJobs\.spawnQueue\.folder"\s*:\s*"([^"\\]{1,200})"/.exec(read.text)?.[1]
      : undefined;
  return named === undefined || named === queueFolder
    ? undefined
    : trouble(
        `The editor keeps the workers of this folder in ${named} (.vscode/settings.json). Say so here, too: --spawn-queue ${named}`,
      );
}

/** As {@link wrongFolder}, for a queue that lies deeper: a folder in between may keep its own ledger. */
export async function nestedLedger(
  key: TaskKey,
  queueFolder: string,
  { cwd, files }: CliEnvironment,
): Promise<Trouble | undefined> {
  const root = URI.file(resolve(cwd)).toString();
  for (const uri of foldersBetween(root, queueInKey(key))) {
    const at = URI.parse(uri).fsPath;
    const path = join(at, enginePlacesOf(queueFolder).workspace);
    if ((await files.read(URI.file(path).toString(), 4_096)).kind === 'text')
      return trouble(`The workers of this queue are recorded in ${at}. Run this there: cd ${at}`);
  }
  return undefined;
}

function trouble(why: string): Trouble {
  return { kind: 'trouble', why };
}
