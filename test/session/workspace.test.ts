import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/protocol/settings';
import { DocumentStore } from '../../server/src/workspace/documentStore';
import { logLine } from '../../server/src/workspace/logLine';
import { nodeFiles } from '../../server/src/workspace/nodeFiles';
import { queueMatcher, staysInside } from '../../server/src/workspace/queueGlobs';
import { foldersBetween, normalUri, pathBelow } from '../../server/src/workspace/uris';

const globs = { include: defaultSettings.queue.files, exclude: defaultSettings.queue.exclude };
let root = '';
const uriOf = (...parts: readonly string[]): string => URI.file(join(root, ...parts)).toString();
const write = async (...parts: readonly string[]): Promise<void> => {
  await mkdir(join(root, ...parts.slice(0, -1)), { recursive: true });
  await writeFile(join(root, ...parts), `# ${parts.join('/')}\n`);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pj-files-'));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

test('queues are found at any depth, hidden folders too, but not through links', async () => {
  await write('w', 'PROACTIVE-JOBS.md');
  await write('w', 'a', 'b', 'PROACTIVE-JOBS-x.md');
  await write('w', '.agents', 'PROACTIVE-JOBS.md');
  await write('w', 'PROACTIVE-JOBS-TEMPLATE.md');
  await write('w', 'node_modules', 'm', 'PROACTIVE-JOBS.md');
  await write('w', '.git', 'PROACTIVE-JOBS.md');
  await write('w', 'OLD-PROACTIVE-JOBS.md');
  await write('outside', 'PROACTIVE-JOBS.md');
  await symlink(join(root, 'outside'), join(root, 'w', 'linked'));
  await symlink(
    join(root, 'outside', 'PROACTIVE-JOBS.md'),
    join(root, 'w', 'PROACTIVE-JOBS-far.md'),
  );
  await symlink('PROACTIVE-JOBS.md', join(root, 'w', 'PROACTIVE-JOBS-same.md'));
  await write('w', 'current.md');
  await symlink('current.md', join(root, 'w', 'PROACTIVE-JOBS-near.md'));
  await symlink('..', join(root, 'w', 'a', 'up'));
  const found = await nodeFiles.find(uriOf('w'), globs);
  expect(found).toEqual({
    trouble: undefined,
    uris: [
      uriOf('w', '.agents', 'PROACTIVE-JOBS.md'),
      uriOf('w', 'PROACTIVE-JOBS.md'),
      uriOf('w', 'a', 'b', 'PROACTIVE-JOBS-x.md'),
    ],
  });
});

test('a folder whose name looks like a glob is searched as it is', async () => {
  await write('[w] (1)!', 'PROACTIVE-JOBS.md');
  const { uris } = await nodeFiles.find(uriOf('[w] (1)!'), globs);
  expect(uris).toHaveLength(1);
});

test('globs cannot lead out of the folder', async () => {
  await write('outside', 'PROACTIVE-JOBS.md');
  await mkdir(join(root, 'w'));
  const include = ['../**/PROACTIVE-JOBS.md', `${root}/**`, 'x/../../**'];
  expect(include.map(staysInside)).toEqual([false, false, false]);
  const { uris } = await nodeFiles.find(uriOf('w'), { include, exclude: [] });
  expect(uris).toEqual([]);
});

test('a folder that is not there is a trouble, not an exception', async () => {
  const { uris, trouble } = await nodeFiles.find(uriOf('nowhere'), globs);
  expect(uris).toEqual([]);
  expect(trouble).toContain('ENOENT');
});

test('a file is read with its byte order mark and all its units', async () => {
  await mkdir(join(root, 'w'));
  const text = '\uFEFF# a\r\n🧪 é \0 end';
  await writeFile(join(root, 'w', 'x.md'), text);
  expect(await nodeFiles.read(uriOf('w', 'x.md'), 100)).toEqual({
    kind: 'text',
    text,
    truncated: false,
    modifiedAt: (await stat(join(root, 'w', 'x.md'))).mtimeMs,
  });
});

test('bytes that are no UTF-8 are replaced, and what is too long is cut', async () => {
  await writeFile(join(root, 'bytes'), Buffer.from([0x23, 0xff, 0xfe, 0x0a]));
  const read = await nodeFiles.read(uriOf('bytes'), 100);
  expect(read.kind === 'text' && read.text).toBe('#\uFFFD\uFFFD\n');
  await writeFile(join(root, 'long'), 'x'.repeat(1_000));
  const long = await nodeFiles.read(uriOf('long'), 100);
  expect(long).toMatchObject({ kind: 'text', truncated: true, text: 'x'.repeat(304) });
});

test('what is no file says so', async () => {
  expect(await nodeFiles.read(uriOf('gone'), 10)).toEqual({ kind: 'missing' });
  await write('file');
  expect(await nodeFiles.read(uriOf('file', 'below'), 10)).toEqual({ kind: 'missing' });
  expect(await nodeFiles.read(URI.file(root).toString(), 10)).toEqual({ kind: 'directory' });
  expect((await nodeFiles.read('git:/x.md', 10)).kind).toBe('unreadable');
  expect((await nodeFiles.read('file:///dev/zero', 10)).kind).toBe('unreadable');
});

test('names decide which files are queues', () => {
  const isQueue = queueMatcher(globs);
  expect(isQueue('PROACTIVE-JOBS.md')).toBe(true);
  expect(isQueue('scheduler/PROACTIVE-JOBS-web.md')).toBe(true);
  expect(isQueue('PROACTIVE-JOBS-TEMPLATE.md')).toBe(false);
  expect(isQueue('docs/MY-PROACTIVE-JOBS.md')).toBe(false);
  expect(isQueue('a/node_modules/b/PROACTIVE-JOBS.md')).toBe(false);
  expect(queueMatcher({ include: [], exclude: [] })('PROACTIVE-JOBS.md')).toBe(false);
});

test('one file has one URI', () => {
  expect(normalUri('file:///w/a%2Db.md')).toBe('file:///w/a-b.md');
  expect(normalUri('not a uri')).toBe('not a uri');
  expect(pathBelow('file:///w', 'file:///w/a%20b/c.md')).toBe('a b/c.md');
  expect(pathBelow('file:///w', 'file:///www/c.md')).toBeUndefined();
  expect(pathBelow('file:///', 'file:///c.md')).toBe('c.md');
  // A drive is the same in both cases; folders on it are compared as they are written.
  expect(pathBelow('file:///c%3A/w', 'file:///C:/w/a.md')).toBe('a.md');
  expect(pathBelow('file:///c%3A/w', 'file:///c%3A/W/a.md')).toBeUndefined();
});

test('the store never loses one half for the other', () => {
  const store = new DocumentStore();
  const disk = (text: string, modifiedAt: number) =>
    store.setDisk('u', { kind: 'text', text, truncated: false, modifiedAt });
  expect(disk('disk', 1)).toBe(true);
  expect(disk('disk', 1)).toBe(false);
  expect(disk('disk', 2)).toBe(true);
  store.open('u', { version: 3, text: 'buffer', changedAt: 7 });
  expect(disk('newer', 3)).toBe(true);
  expect(store.current('u')).toEqual({ text: 'buffer', version: 3, modifiedAt: 7 });
  store.open('u', { version: 4, text: 'newer', changedAt: 8 });
  // A buffer that says what stands on disk is as old as that.
  expect(store.current('u')).toEqual({ text: 'newer', version: 4, modifiedAt: 3 });
  store.close('u');
  expect(store.current('u')).toEqual({ text: 'newer', version: undefined, modifiedAt: 3 });
  store.open('u', { version: 5, text: 'again', changedAt: 9 });
  expect(store.setDisk('u', { kind: 'missing' })).toBe(true);
  expect(store.current('u')?.text).toBe('again');
  store.close('u');
  expect(store.current('u')).toBeUndefined();
});

test('a log line is one event with its data, stacks below', () => {
  expect(logLine('session.rebuilt', { ms: 3, uri: 'a b' })).toBe('session.rebuilt ms=3 uri="a b"');
  expect(logLine('rule.crashed', { error: new Error('why') })).toMatch(
    /^rule.crashed\nError: why\n/,
  );
});

test('between a folder and a file lie the folders that hold the file, the innermost first', () => {
  const between = ['file:///c%3A/w/a%20b/d', 'file:///c%3A/w/a%20b'];
  expect(foldersBetween('file:///C:/w', 'file:///c%3A/w/a%20b/d/q.md')).toEqual(between);
  expect(foldersBetween('file:///w', 'file:///w/q.md')).toEqual([]);
  expect(foldersBetween('file:///w', 'file:///elsewhere/d/q.md')).toEqual([]);
});
