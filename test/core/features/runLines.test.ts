// What a hover tells of a task from the files beside its queue.
import { expect, test } from 'vitest';
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import { hoverAt } from '../../../server/src/core/features/hover';
import { defaultOptions } from '../../../server/src/core/options';
import { readRunFile } from '../../../server/src/core/runs/runFile';
import { deriveState, type QueueState } from '../../../server/src/core/state';

const now = Date.UTC(2026, 0, 15, 12);
const minute = 60_000;
const folder = 'file:///w';
const uri = `${folder}/PROACTIVE-JOBS.md`;
const queue = '### a-plan-1: Plan\n- **Status:** in-progress\n';
const session = 'agent:main:subagent:01234567-89ab-cdef-0123-456789abcdef';

/** Texts by path below `scheduler/`, each with its age in minutes. */
function stateOf(
  files: Readonly<Record<string, readonly [text: string, age: number]>>,
): QueueState {
  const options = { ...defaultOptions, localOffsetMinutes: 0 };
  return deriveState({
    documents: [readQueue(uri, queue, options)],
    runFiles: Object.entries(files).flatMap(([path, [text, age]]) => {
      const place = { uri: `${folder}/scheduler/${path}`, folder, path: `scheduler/${path}` };
      return readRunFile({ ...place, text, modifiedAt: now - age * minute }, 0) ?? [];
    }),
    now,
    options,
  });
}

function hover(state: QueueState): readonly string[] {
  return hoverAt(state, uri, queue, queue.indexOf('plan'))?.markdown.split('\n\n') ?? [];
}

test('what a progress file says is quoted only where it is more than the status in another spelling', () => {
  const says = (words: string) =>
    hover(stateOf({ 'progress/a-plan-1.md': [`# a-plan-1\n\n- **Status:** ${words}\n`, 42] }))
      .find((line) => line.startsWith('Progress'))
      ?.replace(/.* says /, '');
  expect(says('needs-validation')).toBe('**needs-validation**, 42 minutes ago');
  expect(says('In Progress')).toBe('**in-progress**, 42 minutes ago');
  expect(says('working')).toBe('**in-progress** (“working”), 42 minutes ago');
});

test('progress, heartbeat, workers, messages and verdicts are told, each with a link and an age', () => {
  const lines = hover(
    stateOf({
      'progress/a-plan-1.md': [
        '# a-plan-1\n\n- **Status:** ✅ Complete\n- [x] one\n- [ ] two\n',
        42,
      ],
      'heartbeats/a-plan-1.json': [
        '{ "taskId": "a-plan-1", "currentPhase": "writing *tests*", "model": "opus" }',
        1,
      ],
      'coordinator/notes/2026-01-15.md': [
        `# Run\n\n## a-plan-1\n- Session: ${session}\n- Model: sonnet\n`,
        180,
      ],
      'inboxes/coordinator/1.json': [
        '{ "type": "validation-request", "task_ids": ["a-plan-1"], "from": "coordinator" }',
        90,
      ],
      'inboxes/coordinator/2.json': [
        '{ "type": "validation-result", "task_ids": ["a-plan-1"], "result": "FAIL", "from": "validator" }',
        30,
      ],
      'validator/notes/validations/a-plan-1.md': ['# V\n\n- **Result:** FAIL\n', 60 * 72],
    }),
  );
  const at = (path: string) => `${folder}/scheduler/${path}`;
  expect(lines).toContain(
    `Progress: [a-plan-1.md](${at('progress/a-plan-1.md')}#L3) says **complete** (“✅ Complete”), 1 of 2 boxes ticked, 42 minutes ago`,
  );
  expect(lines).toContain(
    `Heartbeat: [a-plan-1.json](${at('heartbeats/a-plan-1.json')}#L1) running, just now, “writing \\*tests\\*”, opus`,
  );
  expect(lines).toContain(
    `Workers noted: [2026-01-15.md](${at('coordinator/notes/2026-01-15.md')}#L4) sonnet ${session}`,
  );
  expect(lines).toContain(
    `Last message: [validation result](${at('inboxes/coordinator/2.json')}#L1) **fail**, from validator, 30 minutes ago`,
  );
  expect(lines).toContain(
    `Last verdict: [a-plan-1.md](${at('validator/notes/validations/a-plan-1.md')}#L3) **fail**, 3 days ago`,
  );
});

test('a file that may be of the task is told with a perhaps; without a status it says so', () => {
  const lines = hover(stateOf({ 'progress/a-plan-1-audit.md': ['# Audit\n', 300] }));
  expect(lines).toContainEqual(
    expect.stringMatching(/^Progress: perhaps \[.*\) says nothing of a status, 5 hours ago$/),
  );
});

test('many progress files are not all listed, and what is archived says so', () => {
  const names = ['a', 'b', 'c', 'd'].map((name) => `progress/archive/${name}/a-plan-1.md`);
  const lines = hover(
    stateOf(Object.fromEntries(names.map((name, i) => [name, ['# a-plan-1\n', 100 * i]]))),
  );
  expect(lines.filter((line) => line.startsWith('Progress:'))).toHaveLength(3);
  expect(lines).toContain('Progress files besides: 1');
  expect(lines.find((line) => line.startsWith('Progress:'))).toContain('archived');
});

test('where all file times are alike no age is told, but that it cannot be', () => {
  const names = ['a-plan-1', 'b-1', 'b-2', 'b-3', 'b-4'].map((id) => `progress/${id}.md`);
  const lines = hover(
    stateOf(Object.fromEntries(names.map((name) => [name, ['**Status:** done\n', 500]]))),
  );
  expect(lines.join('\n')).not.toContain(' ago');
  expect(lines).toContainEqual(expect.stringContaining('cannot be told'));
});

test('a hover in a file beside the queue finds the task, and nobody else is named', () => {
  const state = stateOf({
    'inboxes/x/1.json': ['{ "task_id": "a-plan-10", "type": "validation-result" }', 9],
  });
  const text = '{ "task_id": "a-plan-1" }';
  const found = hoverAt(state, `${folder}/scheduler/inboxes/x/2.json`, text, text.indexOf('plan'));
  expect(found?.markdown).toContain('**a-plan-1**');
  expect(found?.markdown).not.toContain('Last message');
});

test('words of a file make no link, no markup and no command', () => {
  const evil = '[x](command:evil) <img src=x>';
  const lines = hover(
    stateOf({
      'heartbeats/a-plan-1.json': [`{ "taskId": "a-plan-1", "phase": "${evil}" }`, 9],
      'inboxes/a/1.json': [`{ "task": "a-plan-1", "subject": "${evil}", "from": "${evil}" }`, 9],
      'progress/a-plan-1.md': [`**Status:** done ${evil}\n`, 9],
    }),
  ).join('\n');
  expect(lines).not.toMatch(/(?<!\\)(?:\]\(command:|<img)/);
  expect(lines.match(/\\\[x\\\]/g)).toHaveLength(4);
});

test('a worker that a note says is over is told last, and as such', () => {
  const former = session.replace('456789abcdef', 'fedcba987654');
  const note = `# Run\n\n## a-plan-1\n- Previous worker: ${former}\n- New worker: ${session}\n`;
  const at = `${folder}/scheduler/coordinator/notes/1.md`;
  expect(hover(stateOf({ 'coordinator/notes/1.md': [note, 1] }))).toContain(
    `Workers noted: [1.md](${at}#L5) ${session} · [1.md](${at}#L4) ${former} over`,
  );
});
