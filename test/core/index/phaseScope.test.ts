// Whose "Phase 2" is meant, what belongs to it, and when it counts as done (dialect 3.6 G4, ADR 6).
import { describe, expect, test } from 'vitest';
import { told } from '../../support/resolutions';
import { scheduleIn } from '../../support/schedule';
import { keyOf, shown, taskText, workspaceOf } from '../../support/workspace';

const done = (id: string, more: Readonly<Record<string, string>> = {}): string =>
  taskText(id, { Status: 'complete', ...more });
const user = (text: string, more: Readonly<Record<string, string>> = {}): string =>
  taskText('user-1', { 'Depends On': text, ...more });

/** What the dependency of `user-1` means, how far it is met, and whether the task is ready. */
function meaning(a: string): readonly [string | undefined, string | undefined, boolean] {
  const state = workspaceOf({ a: a.replaceAll(/^### (?=\w+-\d)/gm, '#### ') });
  const [dependency] = state.graph.byTask.get(keyOf('a', 'user-1')) ?? [];
  const isReady = shown(scheduleIn(state).ready).includes('a#user-1');
  return [told(dependency?.resolution), dependency?.fulfilment, isReady];
}

describe('members', () => {
  const both = `## Now — Phase 4 & 5\n${taskText('lamp-1', { Phase: '4' })}${done('lamp-2', { Phase: '5' })}`;

  test('a task of another phase is no member, although the heading above it names both', () => {
    expect(meaning(`${both}## Rest\n${user('Phase 5')}`)).toEqual(['phase: a#lamp-2', 'met', true]);
    expect(meaning(`${both}## Rest\n${user('Phase 4')}`)).toEqual([
      'phase: a#lamp-1',
      'unmet',
      false,
    ]);
  });

  test('without a phase of its own a task belongs to each phase that its heading names', () => {
    const queue = `${both}${taskText('lamp-3')}## Rest\n`;
    expect(meaning(queue + user('Phase 5'))[0]).toBe('phase: a#lamp-2 a#lamp-3');
    expect(meaning(queue + user('Phase 4'))[0]).toBe('phase: a#lamp-1 a#lamp-3');
  });

  test('a sub-phase belongs to the phase around it', () => {
    const queue = `## Phase 2\n${done('lamp-1')}### Phase 2.1\n${taskText('lamp-2')}## Rest\n`;
    expect(meaning(queue + user('Phase 2'))).toEqual(['phase: a#lamp-1 a#lamp-2', 'unmet', false]);
  });
});

describe('sections of one project', () => {
  test.each([
    ['Active Jobs', 'Task Queue (Next Up)'],
    ['Completed', 'In Progress'],
    ['This Sprint', 'Backlog'],
  ])('%s and %s form one phase', (first, second) => {
    const queue = `## ${first}\n### Phase 1\n${done('lamp-1')}### Phase 2\n${done('lamp-2')}\n## ${second}\n### Phase 1\n${taskText('lamp-3')}### Phase 2\n${taskText('lamp-4')}`;
    const before = `## ${first}\n### Phase 2\n${user('Phase 1')}`;
    expect(meaning(before + queue)[0]).toBe('phase: a#lamp-1 a#lamp-3');
    expect(meaning(queue + user('Phase 1'))[0]).toBe('phase: a#lamp-1 a#lamp-3');
  });

  test('so do sections of other names when the second goes on where the first ended', () => {
    const queue = `## Lamps\n### Phase 1\n${done('lamp-1')}### Phase 2\n${done('lamp-2')}${user('Phase 2')}\n## Wiring\n### Phase 2\n${taskText('wire-2')}### Phase 3\n${taskText('wire-3')}`;
    expect(meaning(queue)[0]).toBe('phase: a#lamp-2 a#wire-2');
  });

  test('and a batch that names several phases beside the list of the rest', () => {
    const queue = `## Lamps\n### Batch — Phase 4 & 5\n${done('lamp-1', { Phase: '4' })}${user('Phase 4', { Phase: '5' })}\n## Wiring\n### Phase 4 Remaining\n${taskText('lamp-2')}### Phase 5 Remaining\n${taskText('lamp-3')}`;
    expect(meaning(queue)).toEqual(['phase: a#lamp-1 a#lamp-2', 'unmet', false]);
  });
});

describe('several projects', () => {
  const two = (first: string, second: string, level = '##'): string =>
    `${level} ${first}\n${level}# Phase 1\n${done('lamp-1')}${level}# Phase 2\n${user('Phase 1')}\n${level} ${second}\n${level}# Phase 1\n${taskText('wire-1')}${level}# Phase 2\n${taskText('wire-2')}`;

  test('each with a series of its own', () => {
    expect(meaning(two('Lamps', 'Wiring'))).toEqual(['phase: a#lamp-1', 'met', true]);
    expect(meaning(two('Wiring ✅', 'Lamps 🔄 in progress'))[0]).toBe('phase: a#lamp-1');
  });

  test('called projects, where one has fewer phases', () => {
    const queue = two('Project: Lamps', 'Project: Wiring').replace(/### Phase 2\n(?=### wire)/, '');
    expect(meaning(queue)[0]).toBe('phase: a#lamp-1');
  });

  test('parts of level 1 below and beside the title of the file', () => {
    const queue = `# House\n## Phase 1\n${taskText('house-1')}## Phase 2\n${taskText('house-2')}\n# Lamps\n## Phase 1\n${done('lamp-1')}## Phase 2\n${user('Phase 1')}`;
    expect(meaning(queue)[0]).toBe('phase: a#lamp-1');
    const other = queue.replace(user('Phase 1'), '');
    expect(meaning(other.replace('## Phase 2\n', `## Phase 2\n${user('Phase 1')}`))[0]).toBe(
      'phase: a#house-1',
    );
  });

  test('by their Project, wherever they stand; a task without one may belong to any', () => {
    const queue = `## Phase 1\n${done('lamp-1', { Project: 'Lamps' })}${taskText('wire-1', { Project: 'Wiring' })}${taskText('any-1')}## Later\n${taskText('lamp-2', { Project: 'lamps', Phase: '1' })}`;
    expect(meaning(queue + user('Phase 1', { Project: 'Lamps' }))[0]).toBe(
      'phase: a#lamp-1 a#any-1 a#lamp-2',
    );
    expect(meaning(queue + user('Phase 1'))[0]).toBe('phase: a#lamp-1 a#wire-1 a#any-1 a#lamp-2');
  });

  test('a second heading of the phase, below which no task is of that Project, is another one', () => {
    const queue = `## Phase 1\n${done('lamp-1', { Project: 'Lamps' })}## Phase 1: Wires\n${taskText('wire-1')}## Rest\n${taskText('lamp-2', { Phase: '1' })}`;
    expect(meaning(queue + user('Phase 1', { Project: 'Lamps' }))[0]).toBe(
      'phase: a#lamp-1 a#lamp-2',
    );
  });

  test('what stands in a list for later counts where projects are only inferred', () => {
    const later = `\n## Next Up\n### Phase 1\n${taskText('any-1')}`;
    expect(meaning(two('Lamps', 'Wiring') + later)[0]).toBe('phase: a#lamp-1 a#any-1');
    expect(meaning(two('Project: Lamps', 'Project: Wiring') + later)[0]).toBe('phase: a#lamp-1');
  });

  test('where the own one has no such phase, that of the others is waited for', () => {
    const queue = `## Phase 9\n${taskText('wire-1', { Project: 'Wiring' })}## Later\n${user('Phase 9', { Project: 'Lamps' })}`;
    expect(meaning(queue)).toEqual(['phase: a#wire-1', 'unmet', false]);
  });
});

describe('phases without tasks', () => {
  test.each([
    ['### Phase 0 ✅ COMPLETE', 'phase: ', 'met', true],
    ['### ✅ Phase 0: Wiring', 'phase: ', 'met', true],
    ['### 🎉 PHASE 0 COMPLETE — all lit', 'phase: ', 'met', true],
    ['### Phase 0: Wiring (done)', 'phase: ', 'met', true],
    ['### Phase 0: Wiring\n**Status:** ✅ Done', 'phase: ', 'met', true],
    ['### Phase 0 ✅\n**Status:** in progress', 'phase: ; empty Phase 0', 'unknown', false],
    ['### Phase 0 ✅ (in progress)', 'phase: ; empty Phase 0', 'unknown', false],
    ['### Phase 0: Complete rewiring', 'phase: ; empty Phase 0', 'unknown', false],
    ['### Phase 0', 'phase: ; empty Phase 0', 'unknown', false],
    ['### Phase 0 ✅\nOnce.\n### Phase 0 🔄', 'phase: ; empty Phase 0', 'unknown', false],
    ['### Phase 7 ✅', 'phase: ; missing Phase 0', 'unknown', false],
  ])('%s', (heading, ...wanted) => {
    expect(meaning(`# Queue\n## Plan\n${heading}\n\n## Rest\n${user('Phase 0')}`)).toEqual(wanted);
  });

  test('a mark does not make tasks done', () => {
    const queue = `## Phase 0 ✅\n${taskText('lamp-1')}## Rest\n${user('Phase 0')}`;
    expect(meaning(queue)).toEqual(['phase: a#lamp-1', 'unmet', false]);
  });
});

describe('several phases', () => {
  const queue = (one: string, text: string): string =>
    `## Phase 1\n${taskText('lamp-1', { Status: one })}## Rest\n${user(text)}`;

  test('with one that nobody has are never met: unknown unless unmet already', () => {
    expect(meaning(queue('complete', 'Phase 1-2')).slice(1)).toEqual(['unknown', false]);
    expect(meaning(queue('pending', 'Phase 1-2')).slice(1)).toEqual(['unmet', false]);
    expect(meaning(queue('self-validated', 'Phase 1-2')).slice(1)).toEqual(['unknown', false]);
  });

  test.each(['Phase 1 through Phase 3', 'Phase 1 and 3', 'Phase 1/3', 'Phases 1, 2 and 3'])(
    '"%s" is not met while the last of them is open',
    (text) => {
      const more = `## Phase 2\n${done('lamp-2')}## Phase 3\n${taskText('lamp-3')}`;
      expect(meaning(more + queue('complete', text)).slice(1)).toEqual(['unmet', false]);
    },
  );
});

test('a task that waits for its own phase, alone in it, is not ready', () => {
  expect(meaning(`## Phase 1\n${user('Phase 1')}`)).toEqual([
    'phase: ; own its own group',
    'unknown',
    false,
  ]);
});
