/** mirror-drift: a table, list or detail section repeats a task with another status than its definition. */
import { groupBy } from '../../groupBy';
import { bucketOf } from '../../model/status';
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const mirrorDrift = defineRule({
  code: 'mirror-drift',
  severity: 'warning',
  *check(_state, document) {
    const byId = groupBy(document.declarations, (d) => d.id.value.toLowerCase());
    for (const mirror of document.mirrors) {
      if (mirror.status.value === 'unknown') continue;
      const definitions = byId.get(mirror.of) ?? [];
      const known = definitions.filter((d) => d.status.value !== 'unknown');
      const first = known[0];
      if (
        !first ||
        definitions.some((d) => bucketOf(d.status.value) === bucketOf(mirror.status.value))
      )
        continue;
      const short =
        mirror.id.value.toLowerCase() === mirror.of ? '' : ` (meaning ${quote(first.id.value)})`;
      yield {
        span: mirror.status.text?.span ?? mirror.id.span,
        message: `${quote(mirror.id.value)}${short} is ${mirror.status.value} here, but its definition says ${first.status.value}. Correct the one that is behind.`,
        related: [
          {
            uri: document.uri,
            span: first.status.text?.span ?? first.id.span,
            message: `The definition: ${first.status.value}.`,
          },
        ],
      };
    }
  },
});
