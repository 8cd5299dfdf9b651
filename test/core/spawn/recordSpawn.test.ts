import { describe, expect, test } from 'vitest';
import { editContextOf } from '../../../server/src/core/edits/editContext';
import { applyEdits, type EditResult } from '../../../server/src/core/edits/textEdit';
import {
  attemptSection,
  claimSection,
  newProgressText,
  notStartedSection,
  progressPathOf,
  stoppedSection,
} from '../../../server/src/core/spawn/progressFile';
import { recordPutBack, recordSpawn } from '../../../server/src/core/spawn/recordSpawn';
import { taskBlockOf } from '../../../server/src/core/spawn/taskBlock';
import { readProgress } from '../../../server/src/core/runs/readProgress';
import { keyOf, taskText, workspaceOf } from '../../support/workspace';

const key = keyOf('a', 'shop-1');
const record = { key, worker: 'agent:main:subagent:7', attempt: 2 };

function after(text: string, make: (c: ReturnType<typeof editContextOf>) => EditResult): string {
  const result = make(editContextOf(workspaceOf({ a: text }, { localOffsetMinutes: 0 })));
  if (result.kind === 'refused') return `refused: ${result.why}`;
  const applied = applyEdits(text, result.edits);
  return applied.kind === 'refused' ? applied.why : applied.text;
}

describe('an attempt in the queue', () => {
  test('is said in five places; what was there of the attempt before is written over', () => {
    const text = `**Worker Slots:** 0/2 occupied\n\n${taskText('shop-1', { Status: 'failed', Worker: 'old', Attempt: '1', Notes: 'stay' })}`;
    expect(after(text, (c) => recordSpawn(c, record))).toBe(
      [
        '**Worker Slots:** 1/2 occupied',
        '',
        '### shop-1',
        '- **Status:** in-progress',
        '- **Worker:** agent:main:subagent:7',
        '- **Started:** 2026-11-20 23:00',
        '- **Attempt:** 2',
        '- **Notes:** stay',
        ...['', ''],
      ].join('\n'),
    );
  });

  test('a table that has no columns for it says the status alone', () => {
    const text =
      '| Task ID | Status |\n| --- | --- |\n| shop-1 | pending |\n| shop-2 | pending |\n';
    expect(after(text, (c) => recordSpawn(c, record))).toBe(
      text.replace('shop-1 | pending', 'shop-1 | in-progress'),
    );
  });

  test('is taken back without a trace but its number', () => {
    const text = taskText('shop-1');
    const spawned = after(text, (c) => recordSpawn(c, record));
    const back = after(spawned, (c) => recordPutBack(c, key, 'pending'));
    expect(back).toContain('- **Status:** pending');
    expect(back).toContain('- **Attempt:** 2');
    expect(back).not.toContain('Worker');
  });

  test('of a task that is gone is refused', () => {
    expect(after(taskText('shop-2'), (c) => recordSpawn(c, record))).toMatch(/^refused: No queue/);
  });
});

describe('the progress file of an attempt', () => {
  const state = workspaceOf(
    {
      a:
        taskText('shop-1') +
        taskText('p3-2', { Phase: 'Phase 3' }) +
        taskText('shop-4', { Progress: '`scheduler/progress/x/y.md`' }),
    },
    { localOffsetMinutes: 0 },
  );
  const block = taskBlockOf(state, key) as NonNullable<ReturnType<typeof taskBlockOf>>;

  test.each([
    ['shop-1', 'scheduler/progress/shop-1.md'],
    ['p3-2', 'scheduler/progress/p3/p3-2.md'],
    ['shop-4', 'scheduler/progress/x/y.md'],
    ['none-9', undefined],
  ])('of %s is %s', (id, path) => {
    expect(progressPathOf(state, keyOf('a', id), 'file:///w')).toBe(path);
  });

  test('never leads out of the folder for progress files', () => {
    const odd = workspaceOf({
      a: taskText('shop-1', { Progress: 'scheduler/progress/../../x.md' }),
    });
    expect(progressPathOf(odd, key, 'file:///w')).toBe('scheduler/progress/shop-1.md');
  });

  test('says in-progress, also when it is added to one that claims to be done', () => {
    const path = 'scheduler/progress/shop-1.md';
    const fresh = newProgressText(state, block, 1);
    expect(readProgress(fresh, path, 0).status?.value).toBe('in-progress');
    const old = `# Task: shop-1\n\n- **Status:** complete\n${'\nA line.\n'.repeat(8)}`;
    expect(readProgress(old, path, 0).status?.value).toBe('complete');
    const both = old + attemptSection(state, block, 2);
    expect(readProgress(both, path, 0).status?.value).toBe('in-progress');
  });

  test('says what the queue says after an attempt that was stopped or never began, and in-progress with the next', () => {
    const path = 'scheduler/progress/shop-1.md';
    const fresh = newProgressText(state, block, 1);
    const stopped = stoppedSection(state, block, 1, fresh) ?? '';
    for (const section of [stopped, notStartedSection(state, block, 1, 'No such program.')]) {
      const both = fresh + section;
      expect(readProgress(both, path, 0).status?.value).toBe('pending');
      const next = both + attemptSection(state, block, 2);
      expect(readProgress(next, path, 0).status?.value).toBe('in-progress');
      const last = next + (stoppedSection(state, block, 2, next) ?? '');
      expect(readProgress(last, path, 0).status?.value).toBe('pending');
    }
    expect(stopped).toMatch(/^\nAttempt 1 was stopped \(\d{4}-.*\)\.\n/);
  });

  test('has no head that goes on saying in-progress after it was stopped, claimed or begun anew', () => {
    const path = 'scheduler/progress/shop-1.md';
    const fresh = newProgressText(state, block, 1);
    const read = (text: string): unknown => {
      const { status, head } = readProgress(text, path, 0);
      return [status?.value, head?.value];
    };
    const stopped = fresh + (stoppedSection(state, block, 1, fresh) ?? '');
    const claimed = fresh + claimSection(state, block, 1, 'All there.');
    expect(read(fresh)).toEqual(['in-progress', undefined]);
    expect(read(stopped)).toEqual(['pending', undefined]);
    expect(read(claimed)).toEqual(['needs-validation', undefined]);
    expect(read(stopped + attemptSection(state, block, 2))).toEqual(['in-progress', undefined]);
    // What a worker says counts wherever it says it: in the line that is there, or below all others.
    const words = '**Status:** needs-validation\n';
    expect(read(`${fresh}\n${words}`)).toEqual(['needs-validation', undefined]);
    expect(read(fresh.replace('- **Status:** in-progress\n', `- ${words}`))).toEqual([
      'needs-validation',
      undefined,
    ]);
  });

  test('is left alone where the worker has said something else before it was stopped', () => {
    for (const status of ['complete', 'needs-validation', 'failed', 'blocked']) {
      const text = `# Task: shop-1\n\n- **Status:** ${status}\n`;
      expect(stoppedSection(state, block, 1, text)).toBeUndefined();
    }
    expect(stoppedSection(state, block, 1, 'No status at all.\n')).toBeUndefined();
  });
});
