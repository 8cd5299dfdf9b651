/** What a coordinator note remarks on one worker: its model, and whether the call that spawned it timed out. */
import { isElsewhere, roleOf } from './noteField';
import type { NoteItem } from './noteItems';
import type { NoteOutline } from './noteOutline';
import { opens } from './recordGroups';
import { saysCallTimedOut } from './spawnTimeout';

export interface Remarks {
  readonly model: string | undefined;
  readonly gatewayTimeout: boolean;
}

export interface RecordPlace {
  readonly item: NoteItem;
  /** The part of the item that is about this worker, where it names several; else all of it. */
  readonly part: string;
  /** The item names its task itself, so that only fields behind it belong to it. */
  readonly isOwn: boolean;
  /** The items that lead from the worker to its task, the worker's own first. */
  readonly chain: readonly NoteItem[];
}

/**
 * Remarks stand on the worker's own line, below it, and in the fields beside it up to the next worker. A line that
 * names its task itself is complete but for the fields that follow it.
 */
export function remarksOf(outline: NoteOutline, place: RecordPlace): Remarks {
  const { item, part, isOwn, chain } = place;
  const isComplete = isOwn && !(item.field !== undefined && roleOf(item.field.name) === 'worker');
  const group = outline.beside(item);
  const fields = group.filter((other) => other !== item && !outline.hasKey(other));
  const beside = isComplete
    ? fields.filter((other) => other.at > item.at && other.field !== undefined && !opens(other))
    : fields;
  const around = [...outline.below(item), ...beside];
  const above = chain.slice(1);
  return {
    model: modelOf(item, part, around, above),
    gatewayTimeout:
      saysCallTimedOut(item, part) ||
      [...around, ...above].some((other) => saysCallTimedOut(other, other.said.slice(0, longest))),
  };
}

/** In UTF-16 units: remarks are short, and every worker of a long line asks for those around. */
const longest = 400;

function modelOf(
  item: NoteItem,
  part: string,
  around: readonly NoteItem[],
  above: readonly NoteItem[],
): string | undefined {
  const column = item.cells.find(({ name }) => roleOf(name) === 'model');
  const stated = around.flatMap(({ field }) =>
    field !== undefined && roleOf(field.name) === 'model' ? [afterArrow(field.value)] : [],
  );
  // A line about several workers says more closely which of them it means than a field beside it.
  const own = part === item.said ? [...stated, part] : [part, ...stated];
  const prose = around
    .filter(({ said }) => !isElsewhere(said))
    .map(({ said }) => said.slice(0, longest));
  return [
    ...(column ? [afterArrow(column.value)] : []),
    ...own,
    ...prose,
    ...above.map(({ said }) => said.slice(0, longest)),
  ]
    .map((text) => modelIn(text))
    .find((model) => model !== undefined);
}

/** `Haiku → Sonnet`: what it came to be. */
function afterArrow(value: string): string {
  return value.slice(value.lastIndexOf('→') + 1);
}

/** The first model that is named, but not as the one that it was before. */
export function modelIn(text: string): string | undefined {
  return /(?<!\b(?:from|of|not|than)[ \t*_`]{1,4})\b(opus|sonnet|haiku)\b/i
    .exec(text)?.[1]
    ?.toLowerCase();
}
