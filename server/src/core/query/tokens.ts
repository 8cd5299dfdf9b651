/** A query cut into words, parentheses and joints. Any text has tokens. */
import type { Place } from './queryNode';

export type Token =
  | (Place & { readonly kind: 'open' | 'close' | 'or' | 'and' | 'not' })
  /** `text` without its quotes; `quoted` when it began with one, so that no word in it means anything. */
  | (Place & {
      readonly kind: 'word';
      readonly text: string;
      readonly quoted: boolean;
      /** Offset in `text` of the first unquoted colon; -1 for none. */
      readonly colon: number;
      readonly isUnclosed: boolean;
    });

const joints: Readonly<Record<string, 'or' | 'and' | 'not'>> = { or: 'or', and: 'and', not: 'not' };

/** In order, with UTF-16 offsets. A quote that is not closed runs to the end of the text. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const sign = text.charAt(at);
    const end = at + 1;
    if (/\s/.test(sign)) at = end;
    else if (sign === '(' || sign === ')' || sign === '|') {
      const kind = sign === '(' ? 'open' : sign === ')' ? 'close' : 'or';
      tokens.push({ kind, start: at, end });
      at = end;
    } else if (sign === '-' && /[^\s)|]/.test(text.charAt(end))) {
      tokens.push({ kind: 'not', start: at, end });
      at = end;
    } else {
      const token = wordAt(text, at);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function wordAt(text: string, start: number): Token {
  let said = '';
  let colon = -1;
  let inQuotes = false;
  let at = start;
  for (; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') inQuotes = !inQuotes;
    else if (inQuotes) said += sign;
    else if (/[\s()|]/.test(sign)) break;
    else {
      if (sign === ':' && colon < 0) colon = said.length;
      said += sign;
    }
  }
  const quoted = text.charAt(start) === '"';
  const joint = quoted || inQuotes ? undefined : jointOf(text.slice(start, at));
  if (joint !== undefined) return { kind: joint, start, end: at };
  return { kind: 'word', text: said, quoted, colon, isUnclosed: inQuotes, start, end: at };
}

function jointOf(word: string): 'or' | 'and' | 'not' | undefined {
  const name = word.toLowerCase();
  return Object.hasOwn(joints, name) ? joints[name] : undefined;
}
