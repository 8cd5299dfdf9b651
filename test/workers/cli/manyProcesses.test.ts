/** The command line as built, in many processes at once over one folder. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { count, type Ended, WorkersFolder } from './builtWorkers';

interface SpawnReport {
  readonly task: string;
  readonly result: string;
  readonly worker: { readonly attemptId: string; readonly uuid: string };
}

let folder: WorkersFolder;

beforeEach(() => {
  folder = new WorkersFolder();
});
afterEach(() => folder.dispose());

const reportOf = ({ out }: Ended): SpawnReport => JSON.parse(out) as SpawnReport;

test('eight processes that spawn one task make one request and one worker; seven say that it exists', async () => {
  folder.writeQueue(['r-1-index', 'r-2-search'], 2);
  const ended = await Promise.all(
    Array.from({ length: 8 }, () =>
      folder.run('spawn', 'r-1-index', '--backend', 'queue', '--yes', '--json'),
    ),
  );
  expect(ended.map(({ status, err }) => ({ status, err }))).toEqual(
    Array.from({ length: 8 }, () => ({ status: 0, err: '' })),
  );
  const reports = ended.map(reportOf);
  expect(reports.map(({ result }) => result).sort()).toEqual([
    ...Array.from({ length: 7 }, () => 'exists'),
    'started',
  ]);
  const [uuid, ...others] = [...new Set(reports.map(({ worker }) => worker.uuid))];
  expect(others).toEqual([]);
  expect(folder.requests()).toEqual([`${uuid}.json`]);
  const text = folder.queueText();
  expect(count(text, '**Worker:**')).toBe(1);
  expect(text).toContain(`- **Worker:** ${uuid}`);
  expect(text).toContain('**Worker Slots:** 1/2');
  const again = await folder.run('spawn', 'r-1-index', '--backend', 'queue', '--yes');
  expect(again.status).toBe(0);
  expect(again.out).toMatch(/^The attempt exists: .*Nothing was started\.\n$/);
});

test('six processes that spawn six tasks of one queue all end up in it', async () => {
  const ids = ['s-1', 's-2', 's-3', 's-4', 's-5', 's-6'];
  folder.writeQueue(ids, 6);
  const ended = await Promise.all(
    ids.map((id) => folder.run('spawn', id, '--backend', 'queue', '--max', '6', '--yes', '--json')),
  );
  expect(ended.map(({ status }) => status)).toEqual(ids.map(() => 0));
  expect(ended.map((one) => reportOf(one).result)).toEqual(ids.map(() => 'started'));
  expect(folder.requests()).toHaveLength(6);
  const text = folder.queueText();
  expect(count(text, '**Worker:**')).toBe(6);
  expect(count(text, '**Status:** in-progress')).toBe(6);
  expect(text).toContain('**Worker Slots:** 6/6');
});

test('four processes that fill the slots start each task once and never more than fit', async () => {
  const ids = ['f-1', 'f-2', 'f-3', 'f-4', 'f-5'];
  folder.writeQueue(ids, 3);
  await Promise.all(
    Array.from({ length: 4 }, () =>
      folder.run('spawn', '--fill', '--backend', 'queue', '--max', '3', '--yes', '--json'),
    ),
  );
  const held = JSON.parse((await folder.run('workers', '--json')).out) as {
    readonly workers: readonly { readonly task: string }[];
  };
  const tasks = held.workers.map((worker) => worker.task);
  expect(new Set(tasks).size).toBe(tasks.length);
  expect(folder.requests()).toHaveLength(3);
  expect(count(folder.queueText(), '**Status:** in-progress')).toBe(3);
});
