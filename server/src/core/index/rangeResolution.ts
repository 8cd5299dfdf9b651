/** What `p2-1 through p2-4` means: same stem, every declared id between the two ends (dialect 3.6, G4). */
import { idInKey, type TaskKey } from '../model/taskKey';
import type { OutlineFacts } from './outlineFacts';
import { ownQueueFirst, taskKeysOf } from './outlineTasks';
import type { Gap, Resolution } from './resolution';

/** An end that nobody declares leaves a gap. Ends of different stems are waited for themselves; what lies between them nobody can tell. */
export function resolveRange(
  outlines: readonly OutlineFacts[],
  uri: string,
  first: string,
  last: string,
  resolve: (uri: string, text: string) => Resolution,
): Resolution {
  const [a, b] = [countedId(first), countedId(last)];
  const isSeries = a && b && a.stem === b.stem && a.isLetter === b.isLetter;
  if (!isSeries) return endsOnly(uri, first, last, resolve);
  const [least, most] = [Math.min(a.place, b.place), Math.max(a.place, b.place)];
  for (const outline of ownQueueFirst(outlines, uri)) {
    const found = taskKeysOf(outline).flatMap((key) => {
      const place = placeIn(a.stem, a.isLetter, idInKey(key));
      return place !== undefined && place >= least && place <= most ? [{ key, place }] : [];
    });
    if (found.length === 0) continue;
    const gaps = [
      { name: first, place: a.place },
      { name: last, place: b.place },
    ].flatMap((end): readonly Gap[] =>
      found.some(({ place }) => place === end.place) ? [] : [{ name: end.name, why: 'missing' }],
    );
    const targets = found.map(({ key }) => key);
    return { kind: 'group', how: 'range', targets, ...(gaps.length > 0 ? { gaps } : {}) };
  }
  return { kind: 'unresolved', nearest: undefined };
}

function endsOnly(
  uri: string,
  first: string,
  last: string,
  resolve: (uri: string, text: string) => Resolution,
): Resolution {
  const ends = [first, last].map((text) => ({ text, found: resolve(uri, text) }));
  const targets = ends.flatMap(({ found }): readonly TaskKey[] =>
    found.kind === 'task' ? [found.target] : found.kind === 'group' ? found.targets : [],
  );
  const missing = ends.flatMap(({ text, found }): readonly Gap[] =>
    found.kind === 'unresolved' ? [{ name: text, why: 'missing' }] : [],
  );
  if (targets.length === 0 && missing.length === ends.length)
    return { kind: 'unresolved', nearest: undefined };
  const between: Gap = { name: `${first} to ${last}`, why: 'between' };
  return {
    kind: 'group',
    how: 'range',
    targets: [...new Set(targets)],
    gaps: [...missing, between],
  };
}

interface CountedId {
  readonly stem: string;
  readonly isLetter: boolean;
  readonly place: number;
}

/** `p2-4` counts by its last number, `p1-1-d` by its last letter. */
function countedId(id: string): CountedId | undefined {
  const match = /^(.*?)(\d+)$|^(.*-)([a-z])$/.exec(id.toLowerCase());
  if (!match) return undefined;
  const [, stem = '', number, letterStem, letter] = match;
  return letter === undefined
    ? { stem, isLetter: false, place: Number(number) }
    : { stem: letterStem ?? '', isLetter: true, place: letter.charCodeAt(0) };
}

/** Where an id stands in the series of a stem; nothing for an id of another one. */
function placeIn(stem: string, isLetter: boolean, id: string): number | undefined {
  if (!id.startsWith(stem)) return undefined;
  const unit = (isLetter ? /^[a-z](?=$|-)/ : /^\d+(?=$|-)/).exec(id.slice(stem.length))?.[0];
  if (unit === undefined) return undefined;
  return isLetter ? unit.charCodeAt(0) : Number(unit);
}
