/** Names of models as people write them, and what a registry says of them. */
import { distance } from 'fastest-levenshtein';
import type { ModelRegistry } from '../options';
import type { Spanned } from '../model/span';

/** Short names that everybody uses, without a registry of one's own. */
const commonAliases: readonly string[] = ['haiku', 'sonnet', 'opus'];

/**
 * The names in a value: `sonnet`, `anthropic/claude-opus-4-5`, `haiku | sonnet`, `sonnet (claude-…)`. Notes in
 * parentheses and prose are none, so that nobody is blamed for a remark.
 */
export function modelNamesIn(value: Spanned<string>): readonly Spanned<string>[] {
  const text = value.value.replace(/\([^)]*\)?|[*_`"']/g, (part) => ' '.repeat(part.length));
  return [...text.matchAll(/[^|,;+]+/g)].flatMap((part): Spanned<string>[] => {
    const words = [...part[0].matchAll(/\S+/g)];
    const [word] = words;
    if (!word || words.length > 1 || !/^[a-z][\w.:/-]*$/i.test(word[0])) return [];
    const start = value.span.start + part.index + word.index;
    return splitAliases(word[0], start);
  });
}

/** `sonnet/opus` are two; `anthropic/claude-opus-4-5` is one with its provider. */
function splitAliases(word: string, start: number): Spanned<string>[] {
  const parts = word.split('/');
  if (parts.length > 1 && commonAliases.includes((parts[0] as string).toLowerCase())) {
    let at = start;
    return parts.map((value) => {
      const span = { start: at, end: at + value.length };
      at = span.end + 1;
      return { value, span };
    });
  }
  return [{ value: word, span: { start, end: start + word.length } }];
}

export type ModelJudgement =
  | { readonly kind: 'known' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'unknown'; readonly nearest: string | undefined };

/**
 * Denied names are denied under every spelling. Where a registry names models, others are unknown; where it names none,
 * only a slip of a well-known name is, because nobody can list the models of the world.
 */
export function judgeModel(name: string, { known, denied }: ModelRegistry): ModelJudgement {
  const wanted = plain(name);
  const entries = Object.entries(known).map(([alias, id]) => [plain(alias), plain(id)] as const);
  const ids = new Set([
    wanted,
    ...entries.filter(([alias]) => alias === wanted).map(([, id]) => id),
  ]);
  if (denied.some((other) => ids.has(plain(other)))) return { kind: 'denied' };
  const names = entries.length > 0 ? entries.flat() : commonAliases;
  if (names.includes(wanted)) return { kind: 'known' };
  const nearest = names.find((other) => isSlip(wanted, other));
  return entries.length > 0 || nearest !== undefined
    ? { kind: 'unknown', nearest }
    : { kind: 'known' };
}

/** Lower case, without the provider in front. */
function plain(name: string): string {
  return name.trim().toLowerCase().replace(/^.*\//, '');
}

/** A letter or two away; only one in a short name. */
function isSlip(name: string, other: string): boolean {
  return distance(name, other) <= (other.length < 5 ? 1 : 2);
}
