/** What `p2-1 through p2-4` means: same stem, every declared id whose last number lies between (dialect 3.6, G4). */
import type { OutlineFacts } from './outlineFacts';
import { ownQueueFirst, taskKeysOf } from './outlineTasks';
import type { Resolution } from './resolution';

/** Nothing when the two ends do not belong together; then only the first one is a reference. */
export function resolveRange(
  outlines: readonly OutlineFacts[],
  uri: string,
  first: string,
  last: string,
): Resolution | undefined {
  const [a, b] = [numbered(first), numbered(last)];
  if (!a || !b || a.stem !== b.stem || a.number > b.number) return undefined;
  for (const outline of ownQueueFirst(outlines, uri)) {
    const targets = taskKeysOf(outline).filter((key) => {
      const id = key.slice(key.indexOf('\n') + 1);
      const number = id.startsWith(a.stem) ? /^\d+(?=$|-)/.exec(id.slice(a.stem.length)) : null;
      return number !== null && Number(number[0]) >= a.number && Number(number[0]) <= b.number;
    });
    if (targets.length > 0) return { kind: 'group', how: 'range', targets };
  }
  return { kind: 'unresolved', nearest: undefined };
}

function numbered(id: string): { readonly stem: string; readonly number: number } | undefined {
  const match = /^(.*?)(\d+)$/.exec(id.toLowerCase());
  return match ? { stem: match[1] as string, number: Number(match[2]) } : undefined;
}
