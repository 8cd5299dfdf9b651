/** What still blocks a task besides tasks: a Blocker field, and words beside the ids of its dependencies. */
import type { Declaration } from '../../model/declaration';
import type { Spanned } from '../../model/span';
import { saysNothing } from '../../model/statedField';

export interface RemainingBlocker {
  readonly kind: 'blocker' | 'words';
  readonly words: Spanned<string>;
}

const blocker = /^(?:current )?(?:blockers?|blocking issues?|blocked on)$/i;
const nobody = /^[*_`]*(?:none|nothing|n\/a|no)\b/i;
/** `a-1 (done) + the certificate`: what is joined to an id, and begins with a letter. */
const joined = /^(?:\([^()]*\)|[^\p{L}\p{N}(+&])*?(?:\+|&|\band\b)[\s*_`]*(?=\p{L})/iu;

/** In the order in which they stand; empty when nothing else is written. `text` is the document's. */
export function remainingBlockers(
  { fields, references }: Declaration,
  text: string,
): readonly RemainingBlocker[] {
  // Ids that are joined to each other share the end of their item; words can follow the last one only.
  const last = new Map(references.map((r) => [r.item.end, r]));
  const words = [...last.values()].flatMap(({ item, text: id }): readonly RemainingBlocker[] => {
    const rest = text.slice(id.span.end, item.end);
    const match = joined.exec(rest);
    if (!match) return [];
    const start = id.span.end + match[0].length;
    return [
      {
        kind: 'words',
        words: { value: text.slice(start, item.end), span: { start, end: item.end } },
      },
    ];
  });
  const said = fields
    .filter((f) => blocker.test(f.name.value) && !saysNothing(f) && !nobody.test(f.value.value))
    .map((f): RemainingBlocker => ({ kind: 'blocker', words: f.value }));
  return [...words, ...said];
}
