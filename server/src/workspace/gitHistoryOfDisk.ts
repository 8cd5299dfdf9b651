/** Earlier contents of a file through the git command line: argument lists without a shell, bounded in time and size. */
import { spawn } from 'node:child_process';
import { dirname, basename } from 'node:path';
import { URI } from 'vscode-uri';
import { gitCall } from './gitCall';
import type { CommittedText, GitHistory, HistoryRead } from './gitHistory';

export interface HistoryLimits {
  readonly commits: number;
  readonly milliseconds: number;
  readonly bytes: number;
}

const usualLimits: HistoryLimits = { commits: 300, milliseconds: 10_000, bytes: 64 * 1024 * 1024 };

interface Commit {
  readonly hash: string;
  readonly date: string;
  readonly subject: string;
  /** Relative to the top of the repository. */
  readonly path: string;
}

/** The history of files on this machine. */
export function gitHistoryOfDisk(limits: HistoryLimits = usualLimits): GitHistory {
  return {
    async read(uri): Promise<HistoryRead> {
      const parsed = URI.parse(uri);
      if (parsed.scheme !== 'file') return { kind: 'none', reason: 'the file is not on disk' };
      const deadline = AbortSignal.timeout(limits.milliseconds);
      try {
        return await readHistory(parsed.fsPath, limits, deadline);
      } catch (error) {
        return { kind: 'none', reason: deadline.aborted ? 'git took too long' : reasonOf(error) };
      }
    },
  };
}

async function readHistory(
  path: string,
  limits: HistoryLimits,
  deadline: AbortSignal,
): Promise<HistoryRead> {
  const folder = dirname(path);
  const format = '--format=%x00%H%x09%cI%x09%s';
  const count = `--max-count=${limits.commits + 1}`;
  const list = ['log', ...plainly, '--follow', '--name-only', format, count, '--', basename(path)];
  const log = await git(folder, list, '', { ...limits, deadline });
  const commits = commitsOf(log.output.toString('utf8'));
  if (commits.length === 0) return { kind: 'none', reason: 'git knows no earlier content' };
  const wanted = commits.slice(0, limits.commits);
  const names = wanted.map(({ hash, path: name }) => `${hash}:${name}\n`).join('');
  const blobs = await git(folder, ['cat-file', '--batch'], names, { ...limits, deadline });
  const texts = textsOf(blobs.output);
  const versions = wanted.flatMap(({ hash, date, subject }, index): readonly CommittedText[] => {
    const text = texts[index];
    return text === undefined ? [] : [{ commit: hash, committedAt: date, subject, text }];
  });
  const isComplete = commits.length <= limits.commits && !blobs.isCut && !log.isCut;
  return { kind: 'history', versions, isComplete };
}

/** As `git log` is without anybody's settings, as far as it has an option for that; `gitCall` sets the rest. */
const plainly: readonly string[] = [
  ...['--no-color', '--no-decorate', '--no-ext-diff', '--no-textconv', '--encoding=UTF-8'],
  // Takes `diff.orderFile` back, without whose file git would refuse.
  '-O/dev/null',
];

/** `NUL hash TAB date TAB subject`, then the names it changed; a merge names none and is left out. */
function commitsOf(log: string): readonly Commit[] {
  return log.split('\0').flatMap((entry) => {
    const [head = '', ...lines] = entry.split('\n');
    const [hash = '', date = '', ...subject] = head.split('\t');
    const path = lines.find((line) => line !== '');
    // A quoted name holds control characters; asking for it would need to be undone first.
    if (!/^[0-9a-f]{40,64}$/.test(hash) || path === undefined || path.startsWith('"')) return [];
    return [{ hash, date, subject: subject.join('\t'), path }];
  });
}

/** Answers of `cat-file --batch` in order; nothing for what was deleted in that commit, or was cut off. */
function textsOf(output: Buffer): readonly (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  for (let at = 0; at < output.length;) {
    const lineEnd = output.indexOf(10, at);
    if (lineEnd < 0) break;
    const size = / blob (\d+)$/.exec(output.toString('utf8', at, lineEnd))?.[1];
    const start = lineEnd + 1;
    const end = start + Number(size ?? 0);
    if (end > output.length) break;
    texts.push(size === undefined ? undefined : output.toString('utf8', start, end));
    at = size === undefined ? start : end + 1;
  }
  return texts;
}

interface GitOutput {
  readonly output: Buffer;
  /** It said more than the limit allows. */
  readonly isCut: boolean;
}

function git(
  folder: string,
  command: readonly string[],
  input: string,
  limits: { readonly bytes: number; readonly deadline: AbortSignal },
): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const { args, cwd, env } = gitCall(folder, command);
    const child = spawn('git', args, {
      cwd,
      env,
      signal: limits.deadline,
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    let isCut = false;
    let trouble = '';
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limits.bytes) chunks.push(chunk);
      else if (!isCut) {
        isCut = true;
        child.kill();
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      trouble = (trouble + chunk.toString('utf8')).slice(0, 500);
    });
    child.stdin.on('error', () => undefined); // It ended early: `close` says how.
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || isCut) resolve({ output: Buffer.concat(chunks), isCut });
      else reject(new Error(trouble.split('\n')[0] || `git ended with ${String(code)}`));
    });
    child.stdin.end(input);
  });
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'git was not found';
  const words = error instanceof Error ? error.message : String(error);
  return /not a git repository/i.test(words) ? 'the folder is in no git repository' : words;
}
