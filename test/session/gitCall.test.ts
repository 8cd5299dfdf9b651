// Repositories whose settings name programs: looking into them runs none of them, and finds what is there.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gitHistoryOfDisk } from '../../server/src/workspace/gitHistoryOfDisk';
import { repositoriesOnDisk } from '../../server/src/workspace/repositoriesOnDisk';

let root: string;
let marker: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'git-')));
  marker = join(root, 'it-ran').replaceAll('\\', '/');
  git('init', '--quiet', '.');
  writeFileSync(join(root, 'PROACTIVE-JOBS.md'), '# Jobs\n');
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '--quiet', '-m', 'First');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function git(...command: readonly string[]): string {
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  return execFileSync('git', command, { cwd: root, encoding: 'utf8', stdio: [...stdio] }).trim();
}

function set(settings: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(settings)) git('config', name, value);
}

/** Takes the content of the only file away, as a clone does that fetches contents when they are asked for. */
function loseContent(): string {
  const blob = git('rev-parse', 'HEAD:PROACTIVE-JOBS.md');
  unlinkSync(join(root, '.git', 'objects', blob.slice(0, 2), blob.slice(2)));
  set({ 'core.repositoryFormatVersion': '1', 'extensions.partialClone': 'origin' });
  set({ 'remote.origin.promisor': 'true' });
  return blob;
}

async function lookInside(blob: string): Promise<void> {
  const uri = pathToFileURL(join(root, 'PROACTIVE-JOBS.md')).toString();
  await gitHistoryOfDisk().read(uri);
  const repository = await repositoriesOnDisk().open(root);
  if (typeof repository === 'string') throw new Error(repository);
  await repository.commit(blob);
  await repository.inCommit(git('rev-parse', 'HEAD'), 'PROACTIVE-JOBS.md');
}

describe('a repository that names a program', () => {
  const run = (): string => `sh -c "touch ${marker}"`;

  test.each([
    [
      'for its own protocol',
      () => ({
        'remote.origin.url': `ext::sh -c touch% ${marker}`,
        'protocol.ext.allow': 'always',
      }),
    ],
    [
      'for the other side',
      () => ({ 'remote.origin.url': `file://${root}/other`, 'remote.origin.uploadpack': run() }),
    ],
    [
      'for ssh',
      () => ({ 'remote.origin.url': 'ssh://host.example/other', 'core.sshCommand': run() }),
    ],
  ])('%s, and has lost an object: nothing is fetched', async (_, settings) => {
    const blob = loseContent();
    set(settings());
    await lookInside(blob);
    expect(existsSync(marker)).toBe(false);
    // The same question without our care runs it: the test would notice.
    expect(() => git('cat-file', '-p', blob)).toThrow();
    expect(existsSync(marker)).toBe(true);
  });

  test('as monitor, pager and check of signatures: its history is read, and none of them runs', async () => {
    set({
      'core.fsmonitor': run(),
      'core.pager': run(),
      'log.showSignature': 'true',
      'gpg.program': run(),
    });
    await lookInside(git('rev-parse', 'HEAD'));
    expect(existsSync(marker)).toBe(false);
  });
});

test('a variable that names another repository does not count, nor does a name that is a pattern', async () => {
  const names = ['PROACTIVE-JOBS-[x].md', 'PROACTIVE-JOBS-x.md'];
  for (const name of names) writeFileSync(join(root, name), `# ${name}\n`);
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '--quiet', '-m', 'Second');
  const before = process.env['GIT_DIR'];
  process.env['GIT_DIR'] = join(root, 'nowhere');
  try {
    const uri = pathToFileURL(join(root, 'PROACTIVE-JOBS-[x].md')).toString();
    const read = await gitHistoryOfDisk().read(uri);
    expect(read).toMatchObject({
      kind: 'history',
      versions: [{ text: '# PROACTIVE-JOBS-[x].md\n' }],
    });
  } finally {
    if (before === undefined) delete process.env['GIT_DIR'];
    else process.env['GIT_DIR'] = before;
  }
});
