// What a progress file claims: paths, sizes and commits, but no plans, routes and memories.
import { describe, expect, test } from 'vitest';
import { extractClaims } from '../../../server/src/core/claims/extractClaims';
import {
  mappedRepository,
  namedRepositories,
} from '../../../server/src/core/claims/repositoryName';
import { proseLinesOf } from '../../../server/src/core/runs/proseLines';

const evidence = (text: string) => extractClaims(proseLinesOf(text), text);
/** The values; with sizes, and with the text at their spans where that differs. */
const claims = (text: string) =>
  evidence(text).claims.map((claim) => {
    const written = text.slice(claim.span.start, claim.span.end).replaceAll('\\', '/');
    expect(written.toLowerCase()).toBe(claim.value.toLowerCase());
    return claim.kind === 'path' && claim.bytes !== undefined
      ? `${claim.value} ${claim.bytes}`
      : claim.value;
  });

describe('paths', () => {
  test.each<[string, readonly string[]]>([
    ['Created `src/a.ts` and `./lib/b.test.tsx`.', ['src/a.ts', './lib/b.test.tsx']],
    ['- `src/app/(setup)/[id]/page.tsx:12-20`', ['src/app/(setup)/[id]/page.tsx']],
    ['- `src/a.ts` (19,384 bytes)', ['src/a.ts 19384']],
    ['- **`src/a.ts`** – 12 bytes', ['src/a.ts 12']],
    ['- `~/clawd/projects/app/src/a.ts`', ['~/clawd/projects/app/src/a.ts']],
    ['- `/home/me/app/src/a.ts#L3`', ['/home/me/app/src/a.ts']],
    ['`.github/workflows/ci.yml` and `app/.env`', ['.github/workflows/ci.yml', 'app/.env']],
    ['`src/a.ts` and again `src/a.ts`', ['src/a.ts']],
    [
      '## Files Changed\n- a.ts: what\n- src/components\n- `b.ts`',
      ['a.ts', 'src/components', 'b.ts'],
    ],
    ['**Files created:** `README.md`', ['README.md']],
    ['## Deliverables\n1. docs/x.md', ['docs/x.md']],
    ['## Files Changed\n- a.ts\n## Notes\n- c.ts', ['a.ts']],
    ['`README.md` explains it', []],
    ['`/api/login` and `GET /x.json`', []],
    ['`npm run x/y.ts`', []],
    ['`https://example.org/a.html`', []],
    ['`v1.2.3` `1.2.3/4` `a/b` `**/*.ts` `$(date)/a.ts` `...` `src/.../a.ts`', []],
    ['Will create `src/a.ts`', []],
    ['Deleted `src/a.ts`', []],
    ['`src/a.ts` does not exist', []],
    ['TODO: `src/a.ts`', []],
    ['```\nsrc/a.ts\n`src/b.ts`\n```', []],
  ])('%s', (text, wanted) => {
    expect(claims(text)).toEqual(wanted);
  });
});

describe('paths as Windows writes them', () => {
  test.each<[string, readonly string[]]>([
    [
      String.raw`Created \`src\app\main.ts\` and \`.\lib\b.test.tsx\`.`,
      ['src/app/main.ts', './lib/b.test.tsx'],
    ],
    [String.raw`\`src\app\main.ts\` is \`src/app/main.ts\``, ['src/app/main.ts']],
    [String.raw`- \`src\app\(setup)\[id]\page.tsx:12-20\``, ['src/app/(setup)/[id]/page.tsx']],
    [String.raw`- \`src\app.ts\` (19,384 bytes)`, ['src/app.ts 19384']],
    [
      String.raw`Wrote \`.github\workflows\ci.yml\` and \`docs\2026\notes.md\``,
      ['.github/workflows/ci.yml', 'docs/2026/notes.md'],
    ],
    [String.raw`Wrote \`C:\work\app\src\main.ts\``, ['C:/work/app/src/main.ts']],
    [
      String.raw`Wrote \`src\routes\users.ts\` and \`.\tests.ts\``,
      ['src/routes/users.ts', './tests.ts'],
    ],
    [
      '## Files Changed\n- src\\tests.ts: what\n- `docs\\readme.md`',
      ['src/tests.ts', 'docs/readme.md'],
    ],
    [String.raw`\`one\ntwo.ts\` \`one\ttwo.ts\` \`one\r\ntwo.ts\``, []],
    [String.raw`\`main\.ts\` \`\w+\.tsx\` \`src\d\w.ts\` \`^src\main.ts$\` \`(a|b)\main.ts\``, []],
    [String.raw`\`a\x41bc.ts\` \`a\u0041bc.ts\` \`a\101.ts\` \`a\1.ts\``, []],
    [String.raw`\`corp\jane.doe\` \`App\Models\User\` \`\begin.ts\``, []],
    [
      String.raw`\`..\app\main.ts\` \`src\..\..\main.ts\` \`\\host\share\main.ts\` \`~\main.ts\` \`%TEMP%\main.ts\``,
      [],
    ],
    [String.raw`\`src\app/main.ts\` \`npm run x\main.ts\` \`src\\app\\main.ts\``, []],
    ['## Files Changed\n- src\\components\n- a\\b.ts', ['a/b.ts']],
    [String.raw`Will create \`src\app\main.ts\``, []],
  ])('%s', (text, wanted) => {
    expect(claims(text.replaceAll('\\`', '`'))).toEqual(wanted);
  });
});

describe('commits', () => {
  const whole = '1f2e3d4a5b6c7d8e9f0a1f2e3d4a5b6c7d8e9f0a';
  test.each<[string, readonly string[]]>([
    ['Commit: 1f2e3d4', ['1f2e3d4']],
    ['Pushed `1F2E3D4A`', ['1f2e3d4a']],
    ['see `1f2e3d4`', ['1f2e3d4']],
    [`sha ${whole}`, [whole]],
    ['see 1f2e3d4', []],
    ['commit 20260301', []],
    ['commit deadbeef', []],
    ['commit 1f2e3d', []],
    ['session 12345678-1234-4234-8234-123456789abc commit', []],
  ])('%s', (text, wanted) => {
    expect(claims(text)).toEqual(wanted);
  });
});

test.each([
  ['```\nok\n```', true],
  ['$ npm test', true],
  ['12 tests passed', true],
  ['12/12 passing', true],
  ['exited with 0', true],
  ['all tests pass', false],
  ['costs $ 12', false],
])('output: %j is %s', (text, has) => {
  expect(evidence(text).hasOutput).toBe(has);
});

describe('the repository', () => {
  const projects = { 'Night Bakery': '/srv/bakery', app: '/srv/web-app' };
  const named = (text: string) => namedRepositories(text, [{ name: 'Project', value: 'app' }]);

  test('its own folder comes first, then the project, then the task’s', () => {
    expect(named('**Project:** Bakery\n**Project Directory:** `/srv/bakery` (main)\n')).toEqual([
      '/srv/bakery',
      'Bakery',
      'app',
    ]);
  });

  test.each<[string, string | undefined]>([
    ['/srv/bakery/', 'Night Bakery'],
    ['~/elsewhere/night-bakery', 'Night Bakery'],
    ['night bakery', 'Night Bakery'],
    ['APP', 'app'],
    ['/srv', undefined],
    ['bakery', undefined],
    ['https://github.com/me/app', 'app'],
    ['', undefined],
  ])('%s is %s', (value, name) => {
    expect(mappedRepository([value], projects)?.name).toBe(name);
  });
});
