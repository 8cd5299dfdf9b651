/** Reading values of which nothing is known. */

export type Fields = Readonly<Record<string, unknown>>;

/** Whether the value is an object, and no list. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one when it is none. */
export function fieldsOf(value: unknown): Fields {
  return isRecord(value) ? { ...value } : {};
}

/** The text; nothing for an empty one and for anything else. */
export function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The objects of a list; none when it is no list. */
export function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** Nothing when it is not a finite number. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A time in ms since the epoch, as `Date` can hold one; nothing for anything else. */
export function timeOf(value: unknown): number | undefined {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15 ? value : undefined;
}

/** The number of a process; nothing for what is none: 0 and negative ones would mean groups. */
export function pidOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** The sum of those that are numbers; nothing when none is. */
export function sumOf(...values: readonly unknown[]): number | undefined {
  const numbers = values.flatMap((value) => numberOf(value) ?? []);
  return numbers.length === 0 ? undefined : numbers.reduce((sum, value) => sum + value, 0);
}
