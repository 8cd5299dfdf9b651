// check reads the files beside the queues, and dates them as it is told.
import { expect, test } from 'vitest';
import { runInMemory } from '../support/memoryCli';
import { progress, queue, texts } from '../support/besideTexts';

const times = (files: Readonly<Record<string, string>>, at?: string): string =>
  JSON.stringify({ at, files });

interface Report {
  readonly at: string;
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly code: string;
      readonly line: number;
      readonly related: readonly { readonly path: string; readonly line: number }[];
    }[];
  }[];
}

async function check(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Report> {
  const run = await runInMemory(files, ['check', '--format', 'json', ...args]);
  return JSON.parse(run.out) as Report;
}

function codes({ files }: Report): readonly string[] {
  return files.flatMap(({ path, findings }) => findings.map(({ code }) => `${path} ${code}`));
}

test('check reports what stands between the files, and in them', async () => {
  const run = await runInMemory(texts, ['check']);
  expect(run.status).toBe(1);
  expect(run.out).toContain('PROACTIVE-JOBS.md:4:15 warning progress-drift');
  expect(run.out).toContain('    scheduler/progress/p1-plan.md:3:13 The progress file says');
  expect(run.out).toContain('scheduler/inboxes/validator/1.json:1:');
  expect(run.out).toContain('in 1 queue file and 1 file beside.');
  const report = await check(texts);
  expect(codes(report)).toEqual([
    'PROACTIVE-JOBS.md progress-drift',
    'PROACTIVE-JOBS.md running-without-worker',
    'scheduler/inboxes/validator/1.json invalid-json',
  ]);
});

test('a severity set at the command line holds for those files, too', async () => {
  const off = ['--rule', 'invalid-json=off', '--rule', 'progress-drift=off'];
  expect(codes(await check(texts, ...off))).toEqual(['PROACTIVE-JOBS.md running-without-worker']);
});

test('of a queue that is named the files of its own folder count, of a folder all below it', async () => {
  const deep = {
    'one/scheduler/PROACTIVE-JOBS.md': queue,
    'one/scheduler/progress/p1-plan.md': progress,
    'two/PROACTIVE-JOBS.md': '### x-1\n- **Status:** pending\n- **Model:** any\n',
    'two/scheduler/heartbeats/x-1.json': '{',
    'two/nested/scheduler/heartbeats/x-2.json': '{',
  };
  const named = codes(await check(deep, 'one/scheduler/PROACTIVE-JOBS.md'));
  expect(named).toContain('one/scheduler/PROACTIVE-JOBS.md progress-drift');
  expect(codes(await check(deep, 'one/scheduler'))).toEqual(named);
  const shallow = codes(await check(deep, 'two/PROACTIVE-JOBS.md'));
  expect(shallow).toEqual(['two/scheduler/heartbeats/x-1.json invalid-json']);
  expect(codes(await check(deep, 'two'))).toEqual([
    'two/nested/scheduler/heartbeats/x-2.json invalid-json',
    ...shallow,
  ]);
});

test('file times come from a list where there is one, with its clock and zone', async () => {
  const old = {
    ...texts,
    'times.json': times(
      { 'scheduler/heartbeats/p2-build.json': '2026-01-15T06:30:00-05:00' },
      '2026-01-15T08:00:00-05:00',
    ),
  };
  const report = await check(old, '--times', 'times.json');
  expect(report.at).toBe('2026-01-15T13:00:00.000Z');
  // Started at six o'clock of that zone: two hours ago, not seven.
  expect(codes(report)).toContain('PROACTIVE-JOBS.md running-without-worker');
  expect(codes(report)).not.toContain('PROACTIVE-JOBS.md stale-in-progress');
  const later = await check(old, '--times', 'times.json', '--at', '2026-01-15T06:40:00-05:00');
  expect(codes(later)).not.toContain('PROACTIVE-JOBS.md running-without-worker');
});

test('where all times of the list are alike nobody is called gone', async () => {
  const names = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5'].map((id) => `scheduler/progress/${id}.md`);
  const many = { ...texts, ...Object.fromEntries(names.map((name) => [name, progress])) };
  const same = Object.fromEntries(Object.keys(many).map((path) => [path, '2026-01-15T06:30:00Z']));
  const report = await check({ ...many, 'times.json': times(same) }, '--times', 'times.json');
  expect(codes(report).filter((code) => /without-worker|dead-at/.test(code))).toEqual([]);
});

test.each([
  ['gone.json', 'this file cannot be read'],
  ['half.json', 'expected {"at": TIME, "files"'],
  ['list.json', 'expected {"at": TIME, "files"'],
  ['noon.json', 'the time of "a" is none'],
])('a list of times that is wrong is told: %s', async (name, why) => {
  const wrong = {
    ...texts,
    'half.json': '{',
    'list.json': '[]',
    'noon.json': times({ a: 'noon' }),
  };
  const run = await runInMemory(wrong, ['check', '--times', name]);
  expect(run.status).toBe(2);
  expect(run.err).toContain(why);
});

test('requests are judged where the file queue stands: below scheduler, or where --spawn-queue says', async () => {
  const files = {
    'PROACTIVE-JOBS.md': '### x-1\n- **Status:** pending\n- **Model:** any\n',
    'scheduler/spawn-queue/requests/1.json': '{',
    'work/[queue]/processing/2.json': '{',
    'shop/work/[queue]/responses/3.json': '{',
  };
  expect(codes(await check(files))).toEqual(['scheduler/spawn-queue/requests/1.json invalid-json']);
  expect(codes(await check(files, '--spawn-queue', './work/[queue]/'))).toEqual([
    'shop/work/[queue]/responses/3.json invalid-json',
    'work/[queue]/processing/2.json invalid-json',
  ]);
  const { status, err } = await runInMemory(files, ['check', '--spawn-queue', '../up']);
  expect(status).toBe(2);
  expect(err).toContain(
    '--spawn-queue "../up" leads out of the folder. Name a folder below it, such as work/queue.',
  );
});
