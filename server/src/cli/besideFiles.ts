/** The files beside the queues that were named: what lies below `scheduler/` of the folders they stand in. */
import { basename, dirname } from 'node:path';
import { URI } from 'vscode-uri';
import { runFileKindOf } from '../core/runs/runFileKind';
import { defaultSettings } from '../protocol/settings';
import { longestRunFile, runFileGlobs, runSource, type RunInput } from '../session/runPlaces';
import { inParallel } from '../workspace/inParallel';
import type { Files } from '../workspace/ports';
import { pathBelow } from '../workspace/uris';

const width = 16;

/** What a list of file times says of a path below a root. */
export type TimeOf = (path: string) => number | undefined;

/** A folder whose `scheduler/` is looked into. */
export interface Root {
  readonly uri: string;
  readonly globs: readonly string[];
  /** Folder of the file queue below it. */
  readonly spawnQueue: string;
}

/** Of a folder that was named: every `scheduler/` below it. Of a file that was named: that of its own folder. */
export function rootOf(path: string, isFolder: boolean, spawnQueue: string): Root {
  const folder = isFolder ? path : dirname(path);
  const isScheduler = basename(folder) === 'scheduler';
  const uri = URI.file(isScheduler ? dirname(folder) : folder).toString();
  const isDeep = isFolder && !isScheduler;
  const globs = runFileGlobs(spawnQueue);
  return { uri, spawnQueue, globs: isDeep ? globs : globs.map((g) => g.replace('**/', '')) };
}

/** Reads them all, in the order of their uris; what is missing by then, or cannot be read, is told in `troubles`. */
export async function readBeside(
  roots: readonly Root[],
  files: Files,
  toPlace: (uri: string) => Pick<RunInput['place'], 'name' | 'severityOf'>,
  timeOf: TimeOf,
  troubles: string[],
): Promise<readonly RunInput[]> {
  const found = new Map<string, Root>();
  for (const root of roots) {
    const exclude = defaultSettings.queue.exclude;
    const { uris, trouble } = await files.find(root.uri, { include: root.globs, exclude });
    if (trouble !== undefined) troubles.push(`${URI.parse(root.uri).fsPath}: ${trouble}`);
    for (const uri of uris) if (!found.has(uri)) found.set(uri, root);
  }
  const inputs: RunInput[] = [];
  await inParallel(found, width, async ([uri, root]) => {
    const path = pathBelow(root.uri, uri);
    const { spawnQueue } = root;
    if (path === undefined || runFileKindOf(path, spawnQueue) === undefined) return;
    const read = await files.readInside(root.uri, uri, longestRunFile, undefined);
    if (read === 'same' || read.kind === 'missing' || read.kind === 'directory') return;
    const place = { folder: root.uri, path, spawnQueue, ...toPlace(uri) };
    if (read.kind === 'unreadable') {
      troubles.push(`${place.name}: cannot be read: ${read.reason}`);
      return;
    }
    const modifiedAt = timeOf(path) ?? read.modifiedAt;
    const source = runSource(uri, place, { text: read.text, modifiedAt });
    if (source) inputs.push({ source, place, version: undefined });
  });
  return inputs.sort((a, b) => (a.source.uri < b.source.uri ? -1 : 1));
}
