/** Queues out of thin air: sections of generated tasks with words, samples and comments around them, in every line break. */
import fc from 'fast-check';
import type { KnownStatus } from '../../../server/src/core/edits/fileStyle';
import {
  emojiOf,
  type Form,
  parts,
  pick,
  statusWords,
  style,
  tableHead,
  taskLines,
  words,
} from './generatedTask';

export interface GeneratedQueue {
  readonly text: string;
  /** In file order. */
  readonly ids: readonly string[];
}

const section = fc.record({
  style,
  tasks: fc.array(parts, { minLength: 1, maxLength: 4 }),
  intro: fc.nat(6),
});

/** A queue of one to four sections. */
export const generatedQueue: fc.Arbitrary<GeneratedQueue> = fc
  .record({
    sections: fc.array(section, { minLength: 1, maxLength: 4 }),
    slots: fc.nat(5),
    mirrors: fc.nat(3),
    eol: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    bom: fc.boolean(),
    final: fc.nat(2),
  })
  .map(({ sections, slots, mirrors, eol, bom, final }) => {
    const ids: string[] = [];
    const all: { id: string; status: KnownStatus; form: Form }[] = [];
    const lines = ['# Queue 🧪', '', ...slotLines(slots), ''];
    sections.forEach(({ style: s, tasks, intro }, n) => {
      lines.push(`## Phase ${n + 1}: ${words[n] ?? ''}`, ...intros(intro), '');
      if (s.form === 'table-row') lines.push(...tableHead(s));
      for (const task of tasks) {
        const id = `k${ids.length}-${task.slug}`;
        lines.push(...taskLines(s, task, id, ids[task.waits % (ids.length + 1)]));
        ids.push(id);
        all.push({ id, status: task.status, form: s.form });
      }
      lines.push('');
    });
    const strong = all.filter((t) => /heading|record|field/.test(t.form));
    if (mirrors > 0 && strong.length > 0) lines.push(...mirrorLines(mirrors, strong));
    const text = (bom ? '\ufeff' : '') + lines.join('\n').replace(/\n+$/, '') + '\n'.repeat(final);
    return { text: text.replaceAll('\n', eol), ids };
  });

function slotLines(kind: number): readonly string[] {
  return (
    [
      ['**Worker Slots:** 1/4 occupied (someone-1)'],
      ['**Worker Capacity:** 4/4 slots available'],
      ['- **Max Slots:** 4', '- **Current:** 1/4 occupied', '- **Running:** none'],
      ['> MAX 2 TASKS AT A TIME'],
    ][kind] ?? []
  );
}

function intros(kind: number): readonly string[] {
  return (
    [
      ['', 'Prose with a\ttab, p9-9-gone and *emphasis*.'],
      ['', '```markdown', '### k0-oven: shown only', '- **Status:** failed', '```'],
      ['', '<!-- ### k1-x: hidden', '- **Status:** failed -->'],
      ['', '> A quote', '', '1. one', '2. two'],
    ][kind] ?? []
  );
}

function mirrorLines(
  kind: number,
  tasks: readonly { id: string; status: KnownStatus }[],
): readonly string[] {
  const rows = tasks.map(({ id, status }) => `| ${id} | ${pick(statusWords[status], kind)} |`);
  const bullets = tasks.map(({ id, status }) => `- ${emojiOf[status] ?? '✅'} ${id}: so far`);
  const boxes = tasks.map(({ id, status }) => `- [${status === 'complete' ? 'x' : ' '}] ${id}`);
  const list =
    kind === 1 ? ['| Task | Status |', '|---|---|', ...rows] : kind === 2 ? bullets : boxes;
  return ['## Summary', '', ...list];
}
