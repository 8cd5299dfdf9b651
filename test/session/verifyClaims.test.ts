// The claim verifier on a real git repository: verified, missing and cannot check, and never another folder.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkClaim } from '../../server/src/core/claims/claim';
import { repositoriesOnDisk } from '../../server/src/workspace/repositoriesOnDisk';
import { verifyClaims } from '../../server/src/workspace/verifyClaims';
import { runInMemory } from '../support/memoryCli';

let top = '';
let shop = '';
let first = '';
const git = (...args: readonly string[]): string =>
  execFileSync(
    'git',
    ['-C', shop, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args],
    {
      encoding: 'utf8',
    },
  ).trim();

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'claims-'));
  shop = join(top, 'shop');
  mkdirSync(join(shop, 'src/[id]'), { recursive: true });
  mkdirSync(join(top, 'plain/src'), { recursive: true });
  git('init', '-q');
  writeFileSync(join(shop, 'src/[id]/page.tsx'), '12345');
  writeFileSync(join(shop, 'src/old.ts'), 'old');
  git('add', '.');
  git('commit', '-qm', 'one');
  first = git('rev-parse', 'HEAD');
  git('rm', '-q', 'src/old.ts');
  git('commit', '-qm', 'two');
  writeFileSync(join(top, 'secret.txt'), 'secret');
  symlinkSync(join(top, 'secret.txt'), join(shop, 'src/secret.txt'));
  symlinkSync(top, join(shop, 'src/up'));
});
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

const none = { start: 0, end: 0 };
const path = (value: string, bytes?: number): WorkClaim => ({
  kind: 'path',
  value,
  bytes,
  span: none,
});
const commit = (value: string): WorkClaim => ({ kind: 'commit', value, span: none });

/** `verdict: reason` of each claim. */
async function verify(
  claims: readonly WorkClaim[],
  folder = shop,
  repositories: readonly string[] = ['shop'],
): Promise<readonly string[]> {
  const results = await verifyClaims(
    { claims, repositories, projects: { shop: folder } },
    repositoriesOnDisk(),
  );
  return results.map(({ verdict, reason }) => `${verdict}: ${reason}`);
}

describe('in the task’s repository', () => {
  test('what is there is verified, with or without its size, from the parent folder or with the whole path', async () => {
    expect(
      await verify([
        path('src/[id]/page.tsx'),
        path('./src/[id]/page.tsx', 5),
        path('shop/src/[id]/page.tsx'),
        path(`${shop}/src/[id]/page.tsx`),
        path('src/'),
        commit(first),
        commit(first.slice(0, 8)),
      ]),
    ).toEqual([
      'verified: the file is there, with 5 bytes',
      'verified: the file is there, with 5 bytes',
      'verified: the file is there, with 5 bytes',
      'verified: the file is there, with 5 bytes',
      'verified: the folder is there',
      'verified: it is a commit of shop',
      'verified: it is a commit of shop',
    ]);
  });

  test('what is not there is missing; a pattern is taken literally', async () => {
    expect(
      await verify([path('src/new.ts'), path('src/[x]/page.tsx'), commit('0123456789')]),
    ).toEqual([
      'missing: shop has no such file',
      'missing: shop has no such file',
      'missing: shop has no such commit',
    ]);
  });

  test('a file that only a claimed commit holds is verified', async () => {
    expect(await verify([path('src/old.ts')])).toEqual(['missing: shop has no such file']);
    expect((await verify([path('src/old.ts'), commit(first)]))[0]).toBe(
      `verified: it stands in the commit ${first.slice(0, 10)}`,
    );
  });

  test('what cannot be known accuses nobody', async () => {
    expect(
      await verify([
        path('page.tsx'),
        path('scheduler/progress/x.md'),
        path('src/[id]/page.tsx', 7),
        path('../secret.txt'),
        path('src/../../secret.txt'),
        path(join(top, 'secret.txt')),
        path('~/secret.txt'),
        path('src/secret.txt'),
        path('src/up/secret.txt'),
        path('src/up/nothing.txt'),
      ]),
    ).toEqual([
      'cannot-check: only its name is given, not its folder',
      'cannot-check: such a file belongs to the workspace, not to the project',
      'cannot-check: the file is there, with 5 bytes now, not the claimed 7; it may have changed since',
      'cannot-check: it lies outside of shop',
      'cannot-check: it lies outside of shop',
      'cannot-check: it lies outside of shop',
      'cannot-check: it lies outside of shop',
      'cannot-check: a link leads out of shop',
      'cannot-check: a link leads out of shop',
      'cannot-check: a link leads out of shop',
    ]);
  });

  test('a commit of a shallow clone, or of no repository, cannot be checked', async () => {
    const shallow = join(top, 'shallow');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${shop}`, shallow]);
    expect(await verify([commit(first)], shallow)).toEqual([
      'cannot-check: the repository holds only a part of its history',
    ]);
    const plain = join(top, 'plain');
    expect(await verify([commit(first)], plain)).toEqual([
      `cannot-check: ${plain} is no git repository`,
    ]);
    // The folder above is one; it is not the task's.
    expect(await verify([commit(first)], join(shop, 'src'))).toEqual([
      `cannot-check: ${join(shop, 'src')} is no git repository`,
    ]);
  });
});

describe('the wrong folder', () => {
  test('is never asked: an unknown, unnamed or vanished repository cannot be checked', async () => {
    const claims = [path('src/[id]/page.tsx')];
    expect(await verify(claims, shop, ['market'])).toEqual([
      'cannot-check: the setting proactiveJobs.projects names no folder for "market"',
    ]);
    expect(await verify(claims, shop, [])).toEqual([
      'cannot-check: neither the progress file nor the task names its repository',
    ]);
    expect(await verify(claims, join(top, 'gone'))).toEqual([
      `cannot-check: ${join(top, 'gone')} cannot be opened (ENOENT)`,
    ]);
    expect(await verify(claims, 'shop')).toEqual([
      'cannot-check: "shop" is not an absolute folder',
    ]);
    expect(await verify(claims, join(shop, 'src/secret.txt'))).toEqual([
      `cannot-check: ${join(shop, 'src/secret.txt')} is not a folder`,
    ]);
  });
});

test('git that takes too long gives no verdict', async () => {
  const [result] = await verifyClaims(
    { claims: [commit(first)], repositories: ['shop'], projects: { shop } },
    { open: () => Promise.resolve('git took too long') },
  );
  expect(result).toMatchObject({ verdict: 'cannot-check', reason: 'git took too long' });
});

describe('the command', () => {
  const workspace = {
    'PROACTIVE-JOBS.md': '### app-1: Login\n- **Status:** needs-validation\n- **Project:** shop\n',
    'scheduler/progress/app-1.md':
      '# app-1\n**Status:** complete\n- `src/[id]/page.tsx` (5 bytes)\n- `src/new.ts`\n- `/etc/hosts.txt`\n',
  };
  const run = (...argv: readonly string[]) =>
    runInMemory(workspace, ['verify', ...argv], { repositories: repositoriesOnDisk() });

  test('prints a table, and fails when something is missing', async () => {
    const { status, out } = await run('APP-1', '--project', `shop=${shop}`);
    expect(status).toBe(1);
    expect(out.split('\n').map((line) => line.trimEnd())).toEqual([
      'scheduler/progress/app-1.md',
      'verified      3  src/[id]/page.tsx  the file is there, with 5 bytes',
      'missing       4  src/new.ts         shop has no such file',
      'cannot-check  5  /etc/hosts.txt     it lies outside of shop',
      '',
    ]);
  });

  test('what a file calls its repository does not command the terminal', async () => {
    const hostile = 'shop\u001b]0;owned\u0007';
    const queue = workspace['PROACTIVE-JOBS.md'].replace('shop', hostile);
    const { out } = await runInMemory({ ...workspace, 'PROACTIVE-JOBS.md': queue }, [
      'verify',
      'app-1',
    ]);
    expect(out).toContain('names no folder for "shop\\x1b]0;owned\\x07"');
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  test('or JSON; without the project nothing can be checked, whatever folder it runs in', async () => {
    const { status, out } = await run('app-1', '.', '--format', 'json');
    expect(status).toBe(0);
    const report = JSON.parse(out) as { files: { claims: { verdict: string }[] }[] };
    expect(report.files[0]?.claims.map((c) => c.verdict)).toEqual(Array(3).fill('cannot-check'));
  });

  test.each([
    [['nobody'], 'no queue declares "nobody"'],
    [[], 'verify takes the id of a task'],
    [['app-1', '--project', 'shop'], 'write NAME=FOLDER'],
  ])('%j is refused', async (argv, why) => {
    const { status, err } = await run(...argv);
    expect([status, err]).toEqual([2, expect.stringContaining(why)]);
  });
});
