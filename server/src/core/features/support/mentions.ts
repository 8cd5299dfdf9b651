/** Where an id is written in the queues: every whole word, any case. */
import type { QueueDocument } from '../../model/queueDocument';
import { lineAt } from '../../text/lineTable';

/** 0-based lines of `document` that mention `id` as a whole word, each once, in order. */
export function linesMentioning(document: QueueDocument, id: string): readonly number[] {
  if (id === '') return [];
  const word = new RegExp(
    `(?<![\\w.-])${id.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')}(?![\\w-]|\\.\\w)`,
    'gi',
  );
  return [
    ...new Set([...document.text.matchAll(word)].map((m) => lineAt(document.lines, m.index))),
  ];
}
