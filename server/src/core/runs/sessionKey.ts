/** Keys of worker sessions as the gateway makes them (workflow 1.2, 1.5). */
import type { Spanned } from '../model/span';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const wholeKey = new RegExp(`^agent:[\\w-]+:subagent:${uuid}$`, 'i');
const keysIn = new RegExp(`agent:[\\w-]+:subagent:${uuid}`, 'gi');
const bareIn = new RegExp(`(?<![\\w:-])${uuid}(?![\\w-])`, 'gi');

/** True for a complete key; `1234`, nicknames and shortened keys are none. */
export function isSessionKey(text: string): boolean {
  return wholeKey.test(text);
}

/** Complete keys in a text. */
export function sessionKeysIn(text: string): readonly Spanned<string>[] {
  return found(text, keysIn).map(({ value, start }) => ({
    value,
    span: { start, end: start + value.length },
  }));
}

/**
 * Bare UUIDs in a text, as the keys they stand for. A gateway makes random ones (version 4). One that is made from a name
 * (version 5) is that of an attempt, whose worker may be a process of any kind: it stands for itself.
 */
export function bareSessionsIn(text: string): readonly Spanned<string>[] {
  return found(text, bareIn).map(({ value, start }) => ({
    value: isMadeFromName(value) ? value : `agent:main:subagent:${value}`,
    span: { start, end: start + value.length },
  }));
}

function isMadeFromName(id: string): boolean {
  return id.charAt(14) === '5';
}

function found(
  text: string,
  pattern: RegExp,
): readonly { readonly value: string; readonly start: number }[] {
  return [...text.matchAll(pattern)].map((m) => ({ value: m[0], start: m.index }));
}
