// Settings of git that people have for themselves: the history of a queue is the same with them as without.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitHistoryOfDisk } from '../../server/src/workspace/gitHistoryOfDisk';

let root: string;
const folder = 'größe/jobs';
const file = `${folder}/PROACTIVE-JOBS.md`;
const body = 'A line that makes it the same file under another name.\n'.repeat(5);

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'git-settings-')));
  mkdirSync(join(root, folder), { recursive: true });
  git('init', '--quiet', '.');
  write('old.md', `# First\n${body}`);
  commit('Begin');
  git('mv', 'old.md', file);
  write(file, `# Second\n${body}`);
  commit('Move it: größer');
  write(file, `# Third\n${body}`);
  commit('Go on');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function git(...command: readonly string[]): void {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@b.example'];
  execFileSync('git', [...who, ...command], { cwd: root, stdio: 'ignore' });
}

function write(name: string, text: string): void {
  writeFileSync(join(root, name), text);
}

function commit(subject: string): void {
  git('add', '.');
  git('commit', '--quiet', '-m', subject);
}

async function history(): Promise<readonly string[] | string> {
  const read = await gitHistoryOfDisk().read(pathToFileURL(join(root, file)).toString());
  if (read.kind === 'none') return read.reason;
  return read.versions.map(({ subject, text }) => `${subject}: ${text.split('\n')[0] ?? ''}`);
}

test.each([
  {},
  { 'diff.relative': 'true' },
  { 'log.showRoot': 'false' },
  { 'core.quotePath': 'true' },
  { 'diff.noprefix': 'true', 'diff.mnemonicPrefix': 'true' },
  { 'log.follow': 'true' },
  { 'diff.renames': 'false' },
  { 'diff.renameLimit': '1' },
  { 'diff.orderFile': 'nowhere' },
  { 'diff.external': 'false', 'diff.trustExitCode': 'true' },
  { 'color.ui': 'always', 'color.diff': 'always' },
  { 'i18n.logOutputEncoding': 'ISO-8859-1' },
  { 'log.decorate': 'full', 'log.date': 'relative', 'format.pretty': 'oneline' },
  { 'log.diffMerges': 'separate', 'diff.submodule': 'log', 'diff.ignoreSubmodules': 'all' },
] as readonly Readonly<Record<string, string>>[])('%o', async (settings) => {
  for (const [name, value] of Object.entries(settings)) git('config', name, value);
  expect(await history()).toEqual([
    'Go on: # Third',
    'Move it: größer: # Second',
    'Begin: # First',
  ]);
});
