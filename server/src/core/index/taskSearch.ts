/** Finding the task that an id means, the queue's own tasks before those of the others (design index, note 5). */
import { type TaskKey, taskKeyOf } from '../model/taskKey';
import { type IdLookup, idLookupOf } from './idLookup';
import type { OutlineFacts } from './outlineFacts';
import type { Resolution } from './resolution';

/** One task, several, or nothing, for an id or a short form of one written in the queue `uri`. */
export type TaskSearch = (
  uri: string,
  text: string,
) => Extract<Resolution, { kind: 'task' | 'ambiguous' }> | undefined;

/**
 * A search over the declared ids of all queues; where other queues hit, those of the earliest step of the ladder are
 * meant.
 */
export function taskSearchOf(outlines: readonly OutlineFacts[]): TaskSearch {
  const lookups = new Map(
    outlines.map((o) => [
      o.uri,
      idLookupOf([...new Set(o.declarations.map((d) => d.id.toLowerCase()))]),
    ]),
  );
  return (uri, text) => {
    const own = lookups.get(uri)?.find(text);
    const found = own
      ? own.ids.map((id) => ({ how: own.how, key: taskKeyOf(uri, id) }))
      : elsewhere(lookups, uri, text);
    const [first, second] = found;
    if (!first) return undefined;
    return second
      ? { kind: 'ambiguous', targets: found.map((f) => f.key) }
      : { kind: 'task', how: first.how, target: first.key };
  };
}

const steps = ['exact', 'prefix', 'suffix', 'infix'] as const;

/** The other queues: the earliest step of the ladder that hits in any of them counts. */
function elsewhere(
  lookups: ReadonlyMap<string, IdLookup>,
  uri: string,
  text: string,
): readonly { readonly how: (typeof steps)[number]; readonly key: TaskKey }[] {
  const hits = [...lookups].flatMap(([other, lookup]) => {
    const found = other === uri ? undefined : lookup.find(text);
    return found ? found.ids.map((id) => ({ how: found.how, key: taskKeyOf(other, id) })) : [];
  });
  const how = steps.find((step) => hits.some((hit) => hit.how === step));
  return hits.filter((hit) => hit.how === how);
}
