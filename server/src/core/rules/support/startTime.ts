/** When a task was begun: its Started, else what its Worker says of the spawn. */
import type { Declaration } from '../../model/declaration';
import type { Field } from '../../model/field';
import type { Spanned } from '../../model/span';
import type { QueueState } from '../../state';
import type { WrittenTime } from '../../time/readTime';
import { plausibleTime } from './plausibleTime';

export interface StartTime {
  readonly field: Field;
  readonly time: WrittenTime;
}

const spawned = /\b(?:spawned|started)\b(?:[ \t]+(?:at|on))?[: \t]+(?=\d{4}-)/i;

/** The first of its times that can be believed; nothing when there is none. */
export function startTimeOf(
  state: QueueState,
  uri: string,
  declaration: Declaration,
): StartTime | undefined {
  for (const key of ['started', 'worker'] as const) {
    for (const field of declaration.fields) {
      if (field.key !== key) continue;
      const words = key === 'started' ? field.value : wordsOfSpawn(field.value);
      const time = words && plausibleTime(state, uri, words);
      if (time) return { field, time };
    }
  }
  return undefined;
}

/** True when a start may be written in it, believable or not. */
export function tellsStart({ fields }: Declaration): boolean {
  return fields.some((f) => f.key === 'started' || (f.key === 'worker' && wordsOfSpawn(f.value)));
}

/** What stands behind "spawned" in a Worker value, `session-4 (spawned 2026-03-01 10:45 EST)`. */
function wordsOfSpawn({ value, span }: Spanned<string>): Spanned<string> | undefined {
  const match = spawned.exec(value);
  if (!match) return undefined;
  const at = match.index + match[0].length;
  return { value: value.slice(at), span: { start: span.start + at, end: span.end } };
}
