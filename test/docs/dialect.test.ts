// docs/dialect.md against the reader: every example is read, and the table of status words is the lexicon's.
// An example is a fence `markdown queue` followed by a fence `json reads`, a part of what `inspect` prints.
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { readQueue } from '../../server/src/core/dialect/readQueue';
import { lexicon } from '../../server/src/core/dialect/statusLexicon';
import type { Declaration } from '../../server/src/core/model/declaration';
import type { Span } from '../../server/src/core/model/span';
import { statedWords } from '../../server/src/core/model/statedField';
import { taskKeyOf, type TaskKey } from '../../server/src/core/model/taskKey';
import { defaultOptions } from '../../server/src/core/options';
import { deriveState } from '../../server/src/core/state';
import { lineAt, lineTableOf } from '../../server/src/core/text/lineTable';

const page = readFileSync(new URL('../../docs/dialect.md', import.meta.url), 'utf8');
const now = Date.parse('2026-11-20T18:00:00-05:00');

interface Example {
  readonly section: string;
  readonly line: number;
  readonly queue: string;
  readonly reads: object;
}

const fence = /^(`{3,})markdown queue\n(.*?)^\1\n\n```json reads\n(.*?)^```$/gms;

/** The heading of the page that a place stands under; headings inside examples do not count. */
function lastHeading(before: string): string {
  return (
    before
      .replace(fence, '')
      .match(/^#+ .*$/gm)
      ?.at(-1) ?? ''
  );
}

function examplesOf(text: string): readonly Example[] {
  const lines = lineTableOf(text);
  return [...text.matchAll(fence)].map((match) => ({
    section: lastHeading(text.slice(0, match.index)),
    line: lineAt(lines, match.index) + 1,
    queue: match[2] ?? '',
    reads: JSON.parse(match[3] ?? '') as object,
  }));
}

/** The part of what `inspect` says that the examples use. */
function inspect(text: string): object {
  const uri = 'file:///PROACTIVE-JOBS.md';
  const document = readQueue(uri, text, defaultOptions);
  const state = deriveState({ documents: [document], now, options: defaultOptions });
  const schedule = state.schedule.byQueue.get(uri);
  const lineOf = (span: Span): number => lineAt(document.lines, span.start) + 1;
  const ids = (keys: readonly TaskKey[] = []) => keys.map((key) => state.index.tasks.get(key)?.id);
  const status = (value: string | undefined) => (value === 'unknown' ? null : value);
  const valueOf = (task: Declaration, key: 'priority' | 'model' | 'worker' | 'parent') =>
    statedWords(task, key) ?? null;
  const tasks = document.declarations.map((declaration, index) => {
    const key = taskKeyOf(uri, declaration.id.value);
    const task = state.index.tasks.get(key);
    const dependencies = (state.graph.byTask.get(key) ?? []).filter((d) => d.declaration === index);
    const targets = dependencies.flatMap(({ resolution }) => {
      if (resolution.kind === 'task') return [resolution.target];
      return resolution.kind === 'group' && resolution.how === 'range' ? resolution.targets : [];
    });
    return {
      id: declaration.id.value,
      line: lineOf(declaration.line),
      title: declaration.title?.value ?? null,
      status: status(declaration.status.value),
      effectiveStatus: status(task?.status),
      isManager: task?.isManager,
      phase: declaration.phases[0] ?? null,
      priority: valueOf(declaration, 'priority'),
      model: valueOf(declaration, 'model'),
      worker: valueOf(declaration, 'worker'),
      parent: valueOf(declaration, 'parent'),
      deps: ids(targets),
    };
  });
  const { slots } = document;
  return {
    tasks,
    slots: slots
      ? {
          max: slots.max,
          occupied: slots.occupied ?? null,
          claims: slots.claims.map(({ id }) => id.value),
        }
      : null,
    inProgress: ids(schedule?.inProgress),
    managersInProgress: ids(schedule?.managersInProgress),
    ready: ids(schedule?.ready),
    cycles: state.graph.cycles.map(({ ring }) => ids(ring)),
    groups: document.groups.map(({ title, phases, id }) => ({
      title: title.value,
      phase: phases[0] ?? null,
      id: id?.value ?? null,
    })),
    mirrors: document.mirrors.map((mirror) => ({
      id: mirror.id.value,
      line: lineOf(mirror.line),
      status: status(mirror.status.value),
    })),
    problems: document.problems.map(({ code, span }) => ({ code, line: lineOf(span) })),
  };
}

describe('examples of docs/dialect.md', () => {
  const examples = examplesOf(page);

  test('every queue in the page is followed by what is read from it', () => {
    expect(examples.length).toBeGreaterThan(20);
    expect(page.match(/^`{3,}markdown queue$/gm)).toHaveLength(examples.length);
    expect(page.match(/^`{3,}json reads$/gm)).toHaveLength(examples.length);
  });

  test.each(examples)('$section (line $line)', ({ queue, reads }) => {
    expect(inspect(queue)).toMatchObject(reads);
  });
});

test('the table of status words is the lexicon', () => {
  const table = /^\| status +\| words +\|\n.*\n((?:\|.*\n)+)/m.exec(page)?.[1] ?? '';
  const documented = table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [status = '', words = ''] = row.split('|').slice(1);
      return words.split(',').map((word) => `${word.trim()}: ${status.trim()}`);
    })
    .filter((entry) => !entry.includes('…'));
  expect(documented.sort()).toEqual(
    lexicon()
      .map(([word, s]) => `${word}: ${s}`)
      .sort(),
  );
});
