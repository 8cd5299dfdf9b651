/** Looking into repositories of this machine: `stat` and git with argument lists, each bounded in time. */
import { execFile } from 'node:child_process';
import { realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { gitCall } from './gitCall';
import type { ObjectRead, OpenRepository, PlaceRead, Repositories } from './repositories';

const usualMilliseconds = 5_000;

/** The repositories of this machine. */
export function repositoriesOnDisk(milliseconds = usualMilliseconds): Repositories {
  return {
    async open(folder): Promise<OpenRepository | string> {
      const path = folder.replace(/^~(?=$|[/\\])/, homedir());
      if (!isAbsolute(path)) return `"${folder}" is not an absolute folder`;
      try {
        const root = await realpath(path);
        return (await stat(root)).isDirectory()
          ? repositoryAt(root, milliseconds)
          : `${folder} is not a folder`;
      } catch (error) {
        return `${folder} cannot be opened (${codeOf(error)})`;
      }
    },
  };
}

function repositoryAt(root: string, milliseconds: number): OpenRepository {
  const git = (...command: readonly string[]): Promise<GitAnswer> =>
    askGit(root, command, milliseconds);
  /** Why the repository cannot say that something does not exist; nothing when it can. */
  const blindness = async (): Promise<string | undefined> => {
    const answer = await git('rev-parse', '--is-shallow-repository');
    if (answer.kind === 'failed') return answer.reason;
    if (answer.status !== 0) return `${root} is no git repository`;
    return answer.output.trim() === 'true'
      ? 'the repository holds only a part of its history'
      : undefined;
  };
  let blind: Promise<string | undefined> | undefined;
  const objectAt = async (name: string): Promise<ObjectRead> => {
    blind ??= blindness();
    const answer = await git('cat-file', '-e', name);
    if (answer.kind === 'failed') return { kind: 'unknown', reason: answer.reason };
    if (answer.status === 0) return { kind: 'found' };
    if (/ambiguous/i.test(answer.trouble))
      return { kind: 'unknown', reason: 'so few digits fit several commits' };
    const why = await blind;
    return why === undefined ? { kind: 'nothing' } : { kind: 'unknown', reason: why };
  };
  return {
    root,
    place: (path) => placeAt(root, path),
    commit: (hash) => objectAt(`${hash}^{commit}`),
    inCommit: (hash, path) => objectAt(`${hash}:${path}`),
  };
}

async function placeAt(root: string, path: string): Promise<PlaceRead> {
  const wanted = resolve(root, path);
  if (!isInside(root, wanted)) return { kind: 'outside' };
  try {
    const real = await realpath(wanted);
    if (!isInside(root, real)) return { kind: 'outside' };
    const found = await stat(real);
    return found.isDirectory() ? { kind: 'folder' } : { kind: 'file', bytes: found.size };
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? await brokenLinkOrNothing(root, wanted)
      : { kind: 'unreadable', reason: code };
  }
}

/** A path below a link that leads outside is outside, too, even when nothing stands there. */
async function brokenLinkOrNothing(root: string, wanted: string): Promise<PlaceRead> {
  for (let folder = dirname(wanted); isInside(root, folder); folder = dirname(folder)) {
    try {
      return isInside(root, await realpath(folder)) ? { kind: 'nothing' } : { kind: 'outside' };
    } catch {
      // This part does not exist either: the next one above may.
    }
  }
  return { kind: 'nothing' };
}

function isInside(root: string, path: string): boolean {
  const below = relative(root, path);
  return below === '' || (below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below));
}

type GitAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly output: string;
      readonly trouble: string;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** Runs git in exactly this folder: a repository further up is not the task's. */
function askGit(
  root: string,
  command: readonly string[],
  milliseconds: number,
): Promise<GitAnswer> {
  const { args, cwd, env } = gitCall(root, command);
  const whole = { ...env, GIT_CEILING_DIRECTORIES: dirname(root) };
  return new Promise((settle) => {
    execFile(
      'git',
      args,
      { cwd, env: whole, timeout: milliseconds, maxBuffer: 1024 * 1024, windowsHide: true },
      (error, output, trouble) => {
        if (error === null) settle({ kind: 'answered', status: 0, output, trouble });
        else if (error.killed === true) settle({ kind: 'failed', reason: 'git took too long' });
        else if (typeof error.code === 'number')
          settle({ kind: 'answered', status: error.code, output, trouble });
        else settle({ kind: 'failed', reason: `git cannot be run (${String(error.code)})` });
      },
    );
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
