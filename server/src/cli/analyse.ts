/** Reads the files that were named on the command line and draws one picture of them, as the editor does. */
import { isAbsolute, relative, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { SeverityOf } from '../core/rules/runRules';
import { defaultSettings } from '../protocol/settings';
import { buildPicture } from '../session/buildPicture';
import type { QueueSource } from '../session/queueSources';
import { DocumentMemo } from '../session/documentMemo';
import type { Picture } from '../session/picture';
import { RunFileMemo } from '../session/runFileMemo';
import { toCoreOptions } from '../session/toConfig';
import { logLine } from '../workspace/logLine';
import type { FileRead, Logger } from '../workspace/ports';
import { pathBelow } from '../workspace/uris';
import { readBeside, rootOf, type Root, type TimeOf } from './besideFiles';
import type { CliEnvironment } from './environment';
import type { CommonOptions } from './settleOptions';

export interface Analysis {
  readonly picture: Picture;
  /** What could not be read, one sentence each. */
  readonly troubles: readonly string[];
}

interface NamedRead {
  readonly uri: string;
  readonly name: string;
  readonly read: FileRead;
  readonly root: Root;
}

/** One picture of all queues that the paths name, and of the files beside them. */
export async function analyse(
  paths: readonly string[],
  options: CommonOptions,
  environment: CliEnvironment,
): Promise<Analysis> {
  const settings = { ...defaultSettings, time: { zone: options.zone } };
  // Nobody is about to start a task while a report is made: idle slots are told at once.
  const core = { ...toCoreOptions(settings, options.now), idleGraceMinutes: 0 };
  const troubles: string[] = [];
  const rootIn = (path: string, isFolder: boolean): Root =>
    rootOf(path, isFolder, options.spawnQueue);
  const reads = await readQueues(paths, core.maxTextLength, rootIn, environment, troubles);
  for (const { name, read } of reads) {
    if (read.kind === 'missing') troubles.push(`${name}: there is no such file or folder`);
    if (read.kind === 'unreadable') troubles.push(`${name}: cannot be read: ${read.reason}`);
  }
  const severityOf: SeverityOf = (code) => options.rules[code];
  const timeOf: TimeOf = (path) => options.times?.get(path);
  const queues = reads.filter(({ read }) => read.kind === 'text');
  const roots = new Map(queues.map(({ root }) => [root.uri + root.globs.join(), root]));
  const runInputs = await readBeside(
    [...roots.values()].sort((a, b) => a.uri.length - b.uri.length),
    environment.files,
    (uri) => ({ name: displayName(environment.cwd, uri), severityOf }),
    timeOf,
    troubles,
  );
  const logger = troubleLogger(environment, troubles);
  const { engine } = environment;
  const picture = await buildPicture(
    {
      revision: 1,
      sources: queues.flatMap((named) => toSource(named, severityOf, timeOf)),
      runInputs,
      options: core,
      now: options.now,
      scanning: false,
      reading: false,
      previous: undefined,
    },
    {
      engine,
      memo: new DocumentMemo(engine),
      runMemo: new RunFileMemo(engine, logger),
      logger,
      goOn: () => Promise.resolve(true),
    },
  );
  if (picture === undefined) throw new Error('nobody stops the command line');
  return { picture, troubles };
}

/** The queues that were named, and those below the folders that were, by uri. */
async function readQueues(
  paths: readonly string[],
  maxTextLength: number,
  rootIn: (path: string, isFolder: boolean) => Root,
  { cwd, files }: CliEnvironment,
  troubles: string[],
): Promise<readonly NamedRead[]> {
  const reads = new Map<string, NamedRead>();
  const take = async (uri: string, root: Root): Promise<FileRead> => {
    const known = reads.get(uri);
    if (known !== undefined) return known.read;
    const read = await files.read(uri, maxTextLength);
    reads.set(uri, { uri, name: displayName(cwd, uri), read, root });
    return read;
  };
  for (const path of paths) {
    const full = resolve(cwd, path);
    const uri = URI.file(full).toString();
    if ((await take(uri, rootIn(full, false))).kind !== 'directory') continue;
    reads.delete(uri);
    const { files: include, exclude } = defaultSettings.queue;
    const { uris, trouble } = await files.find(uri, { include, exclude });
    if (trouble !== undefined) troubles.push(`${path}: cannot be searched: ${trouble}`);
    else if (uris.length === 0) {
      troubles.push(`${path}: no queue file in this folder (${include.join(', ')})`);
    }
    for (const found of uris) await take(found, rootIn(full, true));
  }
  return [...reads.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

function toSource(
  { uri, name, read, root }: NamedRead,
  severityOf: SeverityOf,
  timeOf: TimeOf,
): QueueSource[] {
  if (read.kind !== 'text') return [];
  const modifiedAt = timeOf(pathBelow(root.uri, uri) ?? '') ?? read.modifiedAt;
  const text = { text: read.text, version: undefined, modifiedAt };
  const place = { name, folderUri: undefined, severityOf };
  return [{ uri, place, text, trouble: undefined, isGone: false }];
}

/** Path as a person in `cwd` would write it, with `/`. */
function displayName(cwd: string, uri: string): string {
  const path = URI.parse(uri).fsPath;
  const below = relative(cwd, path);
  const isNear = below !== '' && !below.startsWith('..') && !isAbsolute(below);
  return (isNear ? below : path).replaceAll('\\', '/');
}

/** Our own bugs: told on the error stream, and counted as trouble, so that a gate never passes because of them. */
function troubleLogger({ err }: CliEnvironment, troubles: string[]): Logger {
  const silent = (): void => undefined;
  return {
    debug: silent,
    info: silent,
    warn: silent,
    error: (event, data) => {
      err(`proactive-jobs: internal error: ${logLine(event, data)}\n`);
      troubles.push(`internal error (${event}); please report it`);
    },
  };
}
