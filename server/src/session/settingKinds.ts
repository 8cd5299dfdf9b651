/** What a setting may be: each reader gives back the value in its type, or nothing when it is something else. */
import type { Settings } from '../protocol/settings';

/** Reads one setting: its section and name, what counts when it is absent or wrong, and what would be right. */
export type PickSetting = <Section extends keyof Settings, T>(
  path: readonly [Section, keyof Settings[Section] & string],
  otherwise: T,
  expected: string,
  read: (given: unknown) => T | undefined,
) => T;

/** An object by its keys; an empty one for anything else. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A list of words, none of them empty. */
export function names(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((item): item is string => typeof item === 'string' && item !== '');
  return texts.length === value.length ? texts : undefined;
}

/** A whole number, 0 or more. */
export function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** A number, 0 or more. */
export function amount(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

/** True or false. */
export function truth(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** An object with a text for each name. */
export function textsByName(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  );
  return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
}

/** One of these words. */
export function oneOf<Word extends string>(
  words: readonly Word[],
): (value: unknown) => Word | undefined {
  return (value) => words.find((word) => word === value);
}

/** Any text, the empty one included. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
