/** duplicate-field: a task says Status (or Priority, Model, Completed) twice, with different values. The first one counts. */
import type { FieldKey } from '../../model/field';
import { saysNothing } from '../../model/statedField';
import { stripEmoji } from '../../text/emoji';
import { defineRule } from '../rule';
import { quote } from '../support/quote';

const single: readonly FieldKey[] = ['status', 'priority', 'model', 'completed'];

export const duplicateField = defineRule({
  code: 'duplicate-field',
  severity: 'warning',
  *check(_state, document) {
    for (const { fields } of document.declarations) {
      for (const key of single) {
        const [first, ...further] = fields.filter(
          (f) => f.key === key && f.direct && !saysNothing(f),
        );
        for (const field of further) {
          if (!first || plain(first.value.value) === plain(field.value.value)) continue;
          yield {
            span: field.line,
            message: `${field.name.value} stands here a second time: ${quote(field.value.value)}, above ${quote(first.value.value)}. The first one counts; remove the wrong one.`,
            related: [{ uri: document.uri, span: first.value.span, message: 'The first one.' }],
          };
        }
      }
    }
  },
});

/** Decoration makes no other value. */
function plain(value: string): string {
  return stripEmoji(value.replace(/[*_`]/g, '')).replace(/\s+/g, ' ').toLowerCase();
}
