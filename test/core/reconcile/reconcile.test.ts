// Disagreements between a queue and its progress files, and settling them in either direction.
import { expect, test } from 'vitest';
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import { editContextOf } from '../../../server/src/core/edits/editContext';
import { applyEdits } from '../../../server/src/core/edits/textEdit';
import { taskKeyOf } from '../../../server/src/core/model/taskKey';
import { defaultOptions } from '../../../server/src/core/options';
import { disagreementsOf } from '../../../server/src/core/reconcile/disagreements';
import { reconcile, recordedStatus } from '../../../server/src/core/reconcile/reconcile';
import { readRunFile } from '../../../server/src/core/runs/runFile';
import { deriveState, type QueueState } from '../../../server/src/core/state';

const now = Date.parse('2026-03-01T12:00:00-05:00');
const uri = 'file:///w/PROACTIVE-JOBS.md';

function stateOf(queue: string, progress: Readonly<Record<string, string>>): QueueState {
  const runFiles = Object.entries(progress).flatMap(
    ([path, text]) =>
      readRunFile(
        { uri: `file:///w/${path}`, folder: 'file:///w', path, modifiedAt: now, text },
        -300,
      ) ?? [],
  );
  return deriveState({
    documents: [readQueue(uri, queue, defaultOptions)],
    runFiles,
    now,
    options: defaultOptions,
  });
}

function told(state: QueueState): readonly string[] {
  const document = state.documents.get(uri);
  return document
    ? disagreementsOf(state, document).map(
        (d) =>
          `${d.declaration.id.value}: ${d.queue} / ${d.claim.value}${d.isUnrecorded ? ' unrecorded' : ''}`,
      )
    : [];
}

const queue =
  '# Q\n\n### mix-1-episode: Mix\n- **Status:** in-progress\n- **Model:** opus\n\n### mix-2-jingle: Jingle ✅\n- **Status:** complete\n- **Model:** opus\n';

test('a finished claim that was never recorded, and a file that was never closed', () => {
  const state = stateOf(queue, {
    'scheduler/progress/mix-1-episode.md': '# mix-1-episode\n\n**Status:** complete\n',
    'scheduler/progress/mix-2-jingle.md': '# mix-2-jingle\n\n- **Status:** working\n',
  });
  expect(told(state)).toEqual([
    'mix-1-episode: in-progress / complete unrecorded',
    'mix-2-jingle: complete / in-progress',
  ]);
});

test('needs-validation under a complete task, a file only laid out and an archived file are no disagreement', () => {
  const state = stateOf(queue, {
    'scheduler/progress/mix-2-jingle.md': '# mix-2-jingle\n\n**Status:** needs-validation\n',
    'scheduler/progress/mix-1-episode.md': '# mix-1-episode\n\n**Status:** pending\n',
    'scheduler/progress/archive/mix-1-episode.md': '# mix-1-episode\n\n**Status:** failed\n',
  });
  expect(told(state)).toEqual([]);
});

test.each(['complete', 'validated', 'self-validated', 'needs-validation'] as const)(
  'a claim of %s is recorded as needs-validation',
  (claim) => {
    expect(recordedStatus(claim)).toBe('needs-validation');
  },
);

test('recording changes the Status of that task and nothing else', () => {
  const state = stateOf(queue, { 'scheduler/progress/mix-1-episode.md': '**Status:** complete\n' });
  const result = reconcile(editContextOf(state), taskKeyOf(uri, 'mix-1-episode'), 'record');
  expect(result.kind === 'edits' && applyEdits(queue, result.edits)).toEqual({
    kind: 'text',
    text: queue.replace('in-progress', 'needs-validation'),
  });
});

test('closing changes the words of the claim in the progress file and nothing else', () => {
  const text = '# mix-2-jingle\n\n- **Status:** working\n\nNotes stay.\n';
  const state = stateOf(queue, { 'scheduler/progress/mix-2-jingle.md': text });
  const result = reconcile(editContextOf(state), taskKeyOf(uri, 'mix-2-jingle'), 'close');
  expect(result.kind === 'edits' && applyEdits(text, result.edits)).toEqual({
    kind: 'text',
    text: text.replace('working', 'complete'),
  });
});

test('what agrees by now is refused with the reason', () => {
  const state = stateOf(queue, {});
  expect(reconcile(editContextOf(state), taskKeyOf(uri, 'mix-1-episode'), 'record')).toEqual({
    kind: 'refused',
    why: 'The queue and the progress file agree by now.',
  });
});
