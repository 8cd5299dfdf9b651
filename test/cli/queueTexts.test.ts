import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { applyEditsOnDisk } from '../../server/src/cli/workers/queueTextsOnDisk';
import type { Edits } from '../../server/src/core/edits/textEdit';

let folder = '';
const queueFolder = 'scheduler/spawn-queue';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue texts '));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const path = (name: string): string => join(folder, name);

/** `expected` → `newText` at its place in the text of each file. */
function edits(
  changes: Readonly<Record<string, readonly [text: string, old: string, now: string]>>,
): Edits {
  return {
    kind: 'edits',
    description: 'test',
    edits: Object.entries(changes).map(([name, [text, expected, newText]]) => {
      const start = text.indexOf(expected);
      const span = { start, end: start + expected.length };
      return { uri: URI.file(path(name)).toString(), span, expected, newText };
    }),
  };
}

const apply = (change: Edits) => applyEditsOnDisk({ folder, queueFolder }, change);

test('only the range changes: byte order mark, CRLF and mode stay', async () => {
  const text = '\ufeff### a-1 ✅\r\n- Status: pending\r\n';
  writeFileSync(path('Q.md'), text);
  chmodSync(path('Q.md'), 0o640);
  expect(await apply(edits({ 'Q.md': [text, 'pending', 'in-progress'] }))).toEqual({
    kind: 'applied',
  });
  expect(readFileSync(path('Q.md'), 'utf8')).toBe(text.replace('pending', 'in-progress'));
  expect(statSync(path('Q.md')).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(['Q.md', 'scheduler']);
  expect(readdirSync(path(`${queueFolder}/.proactive-jobs`))).toEqual(['.gitignore']);
});

test('a text that has changed since is left alone, and so are the others of the same change', async () => {
  writeFileSync(path('A.md'), 'Status: pending\n');
  writeFileSync(path('B.md'), 'Status: blocked\n');
  const result = await apply(
    edits({
      'A.md': ['Status: pending\n', 'pending', 'complete'],
      'B.md': ['Status: pending\n', 'pending', 'complete'],
    }),
  );
  expect(result).toEqual({
    kind: 'refused',
    why: 'The text has changed since it was read, so nothing was changed. Try again.',
  });
  expect(readFileSync(path('A.md'), 'utf8')).toBe('Status: pending\n');
});

test('bytes that are no UTF-8 are not written over', async () => {
  const bytes = Buffer.concat([Buffer.from('Status: pending '), Buffer.from([0xe9, 0x0a])]);
  writeFileSync(path('Q.md'), bytes);
  const result = await apply(edits({ 'Q.md': [bytes.toString('utf8'), 'pending', 'complete'] }));
  expect(result).toEqual({
    kind: 'refused',
    why: 'Q.md is not valid UTF-8, so it cannot be changed without harm.',
  });
  expect(readFileSync(path('Q.md'))).toEqual(bytes);
});

test('nothing behind a link and nothing outside of the folder is changed', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside '));
  writeFileSync(join(outside, 'Q.md'), 'Status: pending\n');
  symlinkSync(join(outside, 'Q.md'), path('Q.md'));
  const linked = await apply(edits({ 'Q.md': ['Status: pending\n', 'pending', 'complete'] }));
  expect(linked).toMatchObject({ kind: 'refused' });
  const above = await apply(edits({ '../Q.md': ['Status: pending\n', 'pending', 'complete'] }));
  expect(above).toMatchObject({ kind: 'refused' });
  expect(readFileSync(join(outside, 'Q.md'), 'utf8')).toBe('Status: pending\n');
  rmSync(outside, { recursive: true });
});

test('the lock of a process that is gone is taken over', async () => {
  writeFileSync(path('Q.md'), 'pending');
  mkdirSync(path(`${queueFolder}/.proactive-jobs`), { recursive: true });
  const lock = path(`${queueFolder}/.proactive-jobs/queue.lock`);
  writeFileSync(lock, JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1, started: 'x' }));
  expect(await apply(edits({ 'Q.md': ['pending', 'pending', 'complete'] }))).toEqual({
    kind: 'applied',
  });
  expect(readdirSync(path(`${queueFolder}/.proactive-jobs`))).toEqual(['.gitignore']);
});

test('twenty changes at once are made one after the other, each against what it has read', async () => {
  writeFileSync(path('Q.md'), '0');
  const results = await Promise.all(
    Array.from({ length: 20 }, () => apply(edits({ 'Q.md': ['0', '0', '1'] }))),
  );
  expect(results.filter(({ kind }) => kind === 'applied')).toHaveLength(1);
  expect(readFileSync(path('Q.md'), 'utf8')).toBe('1');
});
