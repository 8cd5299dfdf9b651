/** What a reader learns of tasks and slots, for comparing before and after; found without the code that the edits use. */
import type { Declaration } from '../../../server/src/core/model/declaration';
import type { QueueDocument } from '../../../server/src/core/model/queueDocument';
import { stripEmoji } from '../../../server/src/core/text/emoji';
import { contextOf, queueUri } from './editing';

/** How many tasks hold a slot. */
export function running({ text }: QueueDocument): number | undefined {
  return contextOf(text).state.schedule.byQueue.get(queueUri)?.inProgress.length;
}

/** What the slot line says, without where. */
export function slotMeaning({ slots: s }: QueueDocument): unknown {
  return s && [s.max, s.occupied, s.claims.map((c) => c.id.value)];
}

/** What a reader learns of a task, but for the parts named. */
export function taskMeaning(
  document: QueueDocument,
  d: Declaration,
  but: readonly string[],
): unknown {
  const part = (name: string, value: unknown): unknown => (but.includes(name) ? '' : value);
  return [
    [
      d.id.value,
      d.form,
      but.includes('status') ? bareTitle(d) : d.title?.value,
      d.kind,
      d.boxes.total,
      d.boxes.ticked,
    ],
    part('status', [d.status.value, d.status.text?.value]),
    part('mark', d.mark?.claims),
    part('place', [d.phases, document.groups[d.group]?.title.value]),
    part(
      'references',
      d.references.map((r) => [r.text.value, r.annotation]),
    ),
    d.fields.filter((f) => !but.includes(f.key)).map((f) => [f.key, f.name.value, f.value.value]),
    d.subTasks.map((s) => s.id.value),
  ];
}

/** The title without what says the status: the mark in it, the emoji of a bullet, the bold note of a box. */
function bareTitle({ title, mark, form }: Declaration): string {
  const words = title?.value ?? '';
  if (title && mark && mark.span.start >= title.span.start)
    return words.slice(0, mark.span.start - title.span.start).trim();
  if (form === 'checkbox') return words.replace(/\*\*[^*]+\*\*[ \t]*$/, '').trim();
  return form === 'status-bullet' ? stripEmoji(words) : words;
}
