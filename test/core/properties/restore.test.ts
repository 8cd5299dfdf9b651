// Restoring what a rewrite dropped, for generated queues and rewrites.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import { guardedTasksOf } from '../../../server/src/core/guard/guardedTasks';
import { applyInsertions } from '../../../server/src/core/guard/insertions';
import { restoreTasks } from '../../../server/src/core/guard/restore';
import type { QueueDocument } from '../../../server/src/core/model/queueDocument';
import { defaultOptions } from '../../../server/src/core/options';
import { withoutInsertions } from '../../support/insertions';
import { checkProperty } from '../../support/properties';
import { madeGroups, queueText, type MadeGroup } from '../guard/queueText';

const read = (text: string): QueueDocument => readQueue('file:///q.md', text, defaultOptions);

/** What a rewrite keeps: tasks and groups are dropped, statuses change, groups change places, tasks are added. */
const rewrites = fc.record({
  groups: madeGroups,
  keeps: fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
  keepsGroup: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  finishes: fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
  isReversed: fc.boolean(),
  isCrlf: fc.boolean(),
  added: fc.constantFrom('', '\n## New\n\n### n-1: New\n- **Status:** pending\n', '\nA last word'),
});

test('whatever a rewrite drops comes back as it was, and nothing else changes', () => {
  checkProperty(
    'restoring after rewrites',
    15,
    fc.property(rewrites, ({ groups, keeps, keepsGroup, finishes, isReversed, isCrlf, added }) => {
      let n = 0;
      const kept: MadeGroup[] = groups
        .filter((_, g) => keepsGroup[g])
        .map(({ title, tasks }) => ({
          title,
          tasks: tasks
            .filter(() => keeps[n++ % 24])
            .map((task) => (finishes[n++ % 24] ? { ...task, status: 'complete' } : task)),
        }));
      const text = queueText(isReversed ? kept.reverse() : kept) + added;
      const now = isCrlf ? text.replaceAll('\n', '\r\n') : text;
      const [before, after] = [read(queueText(groups)), read(now)];
      const was = guardedTasksOf(after);
      const lost = [...guardedTasksOf(before).values()].filter(({ key }) => !was.has(key));
      const ids = lost.map(({ id }) => id);
      const { insertions, failed } = restoreTasks(before, after, ids, defaultOptions);
      expect(failed).toEqual([]);
      const result = applyInsertions(now, insertions);
      expect(withoutInsertions(result, insertions)).toBe(now);
      const again = guardedTasksOf(read(result));
      for (const { key, status, declarations } of lost) {
        expect(again.get(key)?.status, key).toBe(status);
        const values = (d = declarations) => d[0]?.fields.map(({ value }) => value.value);
        expect(values(again.get(key)?.declarations as typeof declarations)).toEqual(values());
        for (const { block } of declarations)
          expect(result).toContain(before.text.slice(block.start, block.end));
      }
      for (const [key, { status }] of was) expect(again.get(key)?.status, key).toBe(status);
    }),
  );
});
