/** What a hover says of an id that is one of several alternatives. */
import { spanTouches } from '../../model/span';
import type { QueueState } from '../../state';
import { escapeMarkdown } from './escapeMarkdown';

/** Markdown; empty where the reference at `offset` is no alternative. */
export function alternativeLine(state: QueueState, uri: string, offset: number): string {
  for (const { id, references } of state.documents.get(uri)?.declarations ?? []) {
    const at = references.findIndex((r) => r.either && spanTouches(r.text.span, offset));
    if (at < 0) continue;
    const start = references.findLastIndex((r, i) => i <= at && r.either === 'first');
    const end = references.findIndex((r, i) => i > start && r.either !== 'or');
    const named = references.slice(start, end < 0 ? undefined : end).map((r) => r.text.value);
    return escapeMarkdown(`${id.value} waits for ${named.join(' or ')}: one of them is enough.`);
  }
  return '';
}
