/** JSON as agents leave it behind: complete, half-written, or not JSON at all. */

export type JsonReading =
  | { readonly kind: 'object'; readonly value: Readonly<Record<string, unknown>> }
  /** Broken off or malformed: the pairs that could still be read. */
  | {
      readonly kind: 'partial';
      readonly value: Readonly<Record<string, unknown>>;
      readonly why: string;
    }
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * Never throws. A byte order mark is passed over; of a file that breaks off, the complete pairs of its outermost object
 * count, the last one of a name winning as in whole JSON.
 */
export function readJsonObject(text: string): JsonReading {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (clean.trim() === '') return { kind: 'unreadable', why: 'the file is empty' };
  try {
    const value: unknown = JSON.parse(clean);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { kind: 'object', value: { ...value } };
    return {
      kind: 'unreadable',
      why: `it holds ${Array.isArray(value) ? 'a list' : typeof value}, not an object`,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const pairs = outermostPairs(clean);
    return pairs.length > 0
      ? { kind: 'partial', value: Object.fromEntries(pairs), why }
      : { kind: 'unreadable', why };
  }
}

const string = '"(?:[^"\\\\]|\\\\.)*"';
// At the very end of a text that breaks off, a number may have lost digits.
const scalar = `${string}|(?:-?\\d+(?:\\.\\d+)?|true|false|null)(?=[\\s,}\\]])`;
/** A pair with a plain value, or what opens or closes a level; strings are passed over whole. */
const token = new RegExp(`(${string})\\s*:\\s*(${scalar})?|${string}|[{}[\\]]`, 'g');
const longestName = 60;

/** Complete pairs of the first object. What stands deeper is about something else; what follows was there before. */
function outermostPairs(text: string): readonly (readonly [string, unknown])[] {
  const pairs: (readonly [string, unknown])[] = [];
  // Without the opening brace the pairs still tell.
  let depth = text.trimStart().startsWith('"') ? 1 : 0;
  for (const [found, name, value] of text.matchAll(token)) {
    if (found === '{' || found === '[') depth++;
    else if (found === '}' || found === ']') depth--;
    else if (depth === 1 && name !== undefined && value !== undefined)
      if (name.length <= longestName + 2) pairs.push([String(literal(name)), literal(value)]);
    if (depth === 0 && pairs.length > 0) break;
  }
  return pairs;
}

function literal(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A string with a broken escape is still worth its letters.
    return text.slice(1, -1);
  }
}
