// Incremental equals rebuild (invariant I6): after any sequence of edits, what was kept is what a fresh reading gives.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import type { QueueDocument } from '../../../server/src/core/model/queueDocument';
import { type CoreOptions, defaultOptions } from '../../../server/src/core/options';
import { deriveState, type QueueState } from '../../../server/src/core/state';
import { findingsOf } from '../../support/checkedQueue';
import { mutated, mutation, mutations } from '../../support/mutations';
import { checkProperty, patience } from '../../support/properties';
import { excerpts } from '../../support/queueExcerpts';

const now = Date.parse('2026-11-20T18:00:00-05:00');
const uris = ['file:///w/PROACTIVE-JOBS.md', 'file:///w/scheduler/PROACTIVE-JOBS.md'] as const;

/** Everything that can happen to the queues of a workspace. */
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('edit'), of: fc.nat(1), edits: fc.tuple(mutation) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('rewrite'), of: fc.nat(1), edits: mutations }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close'), of: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('soft') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('slots') }) },
);
const text = fc
  .shuffledSubarray([...excerpts], { minLength: 1, maxLength: 3 })
  .map((chosen) => chosen.map((e) => e.text).join(''));

test('a document read with the one before it equals one read afresh', patience, () => {
  checkProperty(
    'edits of a document that was read before',
    20,
    fc.property(text, fc.array(mutation, { maxLength: 12 }), (start, edits) => {
      let now = start;
      let before = readQueue(uris[0], now, defaultOptions);
      for (const edit of edits) {
        const told = JSON.stringify(before);
        now = mutated(now, [edit], Infinity);
        const document = readQueue(uris[0], now, defaultOptions, before);
        expectSame(document, readQueue(uris[0], now, defaultOptions), 'document');
        // Facts are shared between readings; an older document must not move with a newer one.
        expect(JSON.stringify(before)).toBe(told);
        before = document;
      }
    }),
  );
});

test('a state derived from the one before equals one derived afresh', patience, () => {
  checkProperty(
    'states along edits',
    20,
    fc.property(text, text, fc.array(step, { maxLength: 10 }), (one, two, steps) => {
      const texts: (string | undefined)[] = [one, two];
      let options: CoreOptions = defaultOptions;
      let state: QueueState | undefined;
      for (const next of [undefined, ...steps]) {
        switch (next?.kind) {
          case undefined:
            break;
          case 'soft':
            options = { ...options, softDoneMeetsDependency: !options.softDoneMeetsDependency };
            break;
          case 'slots':
            options = { ...options, defaultSlots: options.defaultSlots + 1 };
            break;
          case 'close':
            texts[next.of] = texts[next.of] === undefined ? one : undefined;
            break;
          default:
            if (next && 'edits' in next)
              texts[next.of] = mutated(texts[next.of] ?? two, next.edits, 9000);
        }
        const read = (kept: boolean): QueueDocument[] =>
          uris.flatMap((uri, i) => {
            const current = texts[i];
            if (current === undefined) return [];
            return [readQueue(uri, current, options, kept ? state?.documents.get(uri) : undefined)];
          });
        state = deriveState({ documents: read(true), now, options }, state);
        expectSameState(state, deriveState({ documents: read(false), now, options }));
      }
    }),
  );
});

function expectSameState(kept: QueueState, fresh: QueueState): void {
  expectSame(kept.documents, fresh.documents, 'documents');
  expectSame(kept.index.outlines, fresh.index.outlines, 'outlines');
  expectSame(kept.index.tasks, fresh.index.tasks, 'tasks');
  expectSame(kept.index.byQueue, fresh.index.byQueue, 'queues');
  expectSame(kept.graph, fresh.graph, 'graph');
  expectSame(kept.schedule, fresh.schedule, 'schedule');
  for (const uri of kept.documents.keys()) {
    for (const id of ['p2-1-oven', 'p2', 'oven', 'till', 'gone-1', '1']) {
      expectSame(kept.index.resolve(uri, id), fresh.index.resolve(uri, id), `${id} resolved`);
    }
    const [one, two] = [kept, fresh].map((state) => {
      const document = state.documents.get(uri);
      return document && findingsOf(state, document);
    });
    expectSame(one, two, 'findings');
  }
}

function expectSame(actual: unknown, expected: unknown, what: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, what).toStrictEqual(expected);
}
