// The queue guard over consecutive versions of the real queue: which changes alarm, as docs/evidence/guard.md judges
// them, and whether what was lost comes back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { readQueue } from '../../server/src/core/dialect/readQueue';
import { compareQueues } from '../../server/src/core/guard/compareQueues';
import { guardVerdict } from '../../server/src/core/guard/guardVerdict';
import { guardedTasksOf } from '../../server/src/core/guard/guardedTasks';
import { applyInsertions } from '../../server/src/core/guard/insertions';
import { restoreTasks } from '../../server/src/core/guard/restore';
import type { QueueDocument } from '../../server/src/core/model/queueDocument';
import { defaultOptions } from '../../server/src/core/options';
import { withoutInsertions } from '../support/insertions';
import { corpusQueue, corpusTest, sayWhatDidNotRun, sharedPath } from '../support/sharedCorpus';

/** The versions of workflow.md F4 whose text and whose predecessor's text are here. */
const destroyed = ['17a77ea', '903e0f7', '8d6aaa8', '82aa8b9', '3359474'];

interface Pair {
  readonly hash: string;
  readonly before: QueueDocument;
  readonly after: QueueDocument;
}

let known: readonly Pair[] | undefined;

function pairs(): readonly Pair[] {
  return (known ??= readPairs());
}

/** Read in their order: most of a version stands in the one before, too, and is not parsed again. */
function readPairs(): readonly Pair[] {
  const path = sharedPath('corpus', 'versions.json');
  const versions = JSON.parse(readFileSync(path, 'utf8')) as { hash: string; previous: string }[];
  const documents = new Map<string, QueueDocument>();
  let last: QueueDocument | undefined;
  for (const { hash } of versions) {
    last = readQueue(hash, corpusQueue(hash).text, defaultOptions, last);
    documents.set(hash, last);
  }
  return versions.flatMap(({ hash, previous }) => {
    const [before, after] = [documents.get(previous), documents.get(hash)];
    return before && after ? [{ hash, before, after }] : [];
  });
}

/** Rows of the table of alarms: version, reasons, unfinished, finished. */
function judged(): readonly string[] {
  const page = readFileSync(join(import.meta.dirname, '../../docs/evidence/guard.md'), 'utf8');
  return [...page.matchAll(/^\| ([0-9a-f]{7}) \| ([^|]+) \| (\d+) \| (\d+) \| [^|]+ \|$/gm)].map(
    ([, ...cells]) => cells.join(' | '),
  );
}

describe('the queue guard', () => {
  corpusTest('alarms where the evidence says so, and nowhere else', () => {
    const all = pairs();
    expect(all).toHaveLength(46);
    const found = all.flatMap(({ hash, before, after }) => {
      const verdict = guardVerdict(before, after);
      if (verdict.kind === 'calm') return [];
      const { reasons, lost, finished } = verdict.alarm;
      return [[hash, reasons.join(', '), lost.length, finished.length].join(' | ')];
    });
    expect(found).toEqual(judged());
    for (const hash of destroyed) expect(found.join('\n')).toContain(hash);
  });

  corpusTest('every lost task comes back byte by byte, and nothing else changes', () => {
    for (const { hash, before, after } of pairs()) {
      const lost = compareQueues(before, after).vanished;
      const ids = lost.map(({ id }) => id);
      const { insertions, restored, failed } = restoreTasks(before, after, ids, defaultOptions);
      expect(failed, hash).toEqual([]);
      expect(restored, hash).toEqual(lost.map(({ key }) => key));
      const text = applyInsertions(after.text, insertions);
      expect(withoutInsertions(text, insertions), hash).toBe(after.text);
      for (const { declarations } of lost)
        for (const { block } of declarations)
          expect(text, hash).toContain(before.text.slice(block.start, block.end));
      const now = guardedTasksOf(readQueue(hash, text, defaultOptions));
      for (const { key, status } of lost) expect(now.get(key)?.status, hash).toBe(status);
      for (const [key, { status }] of guardedTasksOf(after))
        expect(now.get(key)?.status, hash).toBe(status);
    }
  });
});

sayWhatDidNotRun();
