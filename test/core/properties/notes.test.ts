// Notes of coordinators: whatever their layout, each worker keeps its own task, model and timeout; and any text is read.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTaskId } from '../../../server/src/core/dialect/taskId';
import { readNote } from '../../../server/src/core/runs/notes/readNote';
import { checkProperty } from '../../support/properties';

interface Worker {
  readonly taskId: string;
  readonly sessionKey: string;
  readonly model: string;
  readonly gatewayTimeout: boolean;
}

const models = ['Sonnet', 'Haiku', 'Opus'];
const workers: fc.Arbitrary<readonly Worker[]> = fc
  .array(fc.record({ model: fc.constantFrom(...models), gatewayTimeout: fc.boolean() }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) =>
    all.map((remarks, n) => ({
      taskId: `part-${n + 1}`,
      sessionKey: `agent:main:subagent:${n}1f0c9a5-77e1-4c1b-9d3a-5a0e6b7c0aaa`,
      ...remarks,
    })),
  );

const remark = ({ gatewayTimeout }: Worker) =>
  gatewayTimeout ? 'gateway timeout, but it runs' : 'started at once';

/** The layouts that people use; each tells all of one worker. */
const layouts: Readonly<Record<string, (all: readonly Worker[]) => string>> = {
  headings: (all) =>
    all.map((w) => `### Spawned ${w.taskId}: a part\n${fieldsOf(w, '')}`).join('\n'),
  'bold lines': (all) => all.map((w) => `**${w.taskId}** (urgent)\n${fieldsOf(w, '')}`).join('\n'),
  entries: (all) => all.map((w, n) => `${n + 1}. **${w.taskId}**\n${fieldsOf(w, '   ')}`).join(''),
  lines: (all) =>
    all.map((w) => `- Spawned ${w.taskId} (${w.model}): ${w.sessionKey} (${remark(w)})\n`).join(''),
  'fields in a row': (all) =>
    all.map((w) => `- **Task ID:** ${w.taskId}\n${fieldsOf(w, '')}`).join(''),
  'one line': (all) =>
    `- ${all.map((w) => `${w.taskId} (${w.model}, ${w.sessionKey}, ${remark(w)})`).join(' and ')}\n`,
  table: (all) =>
    `| Task | Worker | Model | Remark |\n|---|---|---|---|\n${all
      .map((w) => `| ${w.taskId} | ${w.sessionKey} | ${w.model} | ${remark(w)} |\n`)
      .join('')}`,
};

function fieldsOf(w: Worker, indent: string): string {
  const fields = [
    'Depends on: other-7 and other-8',
    `Session: \`${w.sessionKey}\``,
    `**Model:** ${w.model}`,
    'Goal: mend the gateway timeout that Haiku left',
    'Timeout: 3600 seconds',
    `Status: ${remark(w)}`,
    'Next: other-9',
  ];
  return fields.map((field) => `${indent}- ${field}\n`).join('');
}

test.each(Object.entries(layouts))('%s', (name, layout) => {
  checkProperty(
    `notes, ${name}`,
    50,
    fc.property(workers, (all) => {
      const { spawns } = readNote(
        `# Run\n\n## Workers\n\n${layout(all)}\n## Plan\n- Then other-10\n`,
      );
      const found = spawns.map(({ taskId, sessionKey, model, gatewayTimeout }) => ({
        taskId,
        sessionKey,
        model,
        gatewayTimeout,
      }));
      expect(found).toEqual(all.map((w) => ({ ...w, model: w.model.toLowerCase() })));
    }),
  );
});

const parts = [
  '\n',
  '\n\n',
  ' ',
  '  ',
  '- ',
  '1. ',
  '# ',
  '### ',
  '**',
  '`',
  '| ',
  ' |',
  '|---|\n',
  ': ',
  '(',
  ')',
  ', ',
  ' and ',
  ' → ',
  '→',
  '. ',
  'p1-1',
  'p1-2-pages',
  'menu-colors',
  'Spawned ',
  'respawned',
  'worker',
  'Previous worker ',
  'Session',
  'Task',
  'Model',
  'Sonnet',
  'gateway timeout',
  'Timeout: 60',
  'not ',
  'Next',
  'Depends on',
  '[10:15 EST] ',
  '✅ ',
  '\ud83d',
  'agent:main:subagent:1f0c9a52-77e1-4c1b-9d3a-5a0e6b7c0aaa',
  '2e1d8b63-66f2-4d2c-8e4b-4b1f7c8d0bbb',
];

test('any soup of what notes are made of', () => {
  const soup = fc.array(fc.constantFrom(...parts), { maxLength: 80 }).map((all) => all.join(''));
  checkProperty(
    'notes, soup',
    300,
    fc.property(soup, (text) => {
      const { spawns, chains } = readNote(text);
      const lines = text.split('\n').length;
      for (const { taskId, sessionKey, line } of spawns) {
        expect(line).toBeLessThan(lines);
        expect(taskId === undefined || isTaskId(taskId)).toBe(true);
        expect(taskId ?? sessionKey).toBeDefined();
      }
      const sessions = spawns.flatMap(({ sessionKey }) => sessionKey ?? []);
      expect(new Set(sessions).size).toBe(sessions.length);
      const order = spawns.map(({ isFormer }) => Number(isFormer));
      expect(order).toEqual([...order].sort());
      for (const chain of chains) {
        expect(chain.length).toBeGreaterThan(1);
        expect(new Set(chain).size).toBe(chain.length);
      }
    }),
  );
});
