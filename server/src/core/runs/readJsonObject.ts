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

const pair = /"([\w-]{1,60})"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)/g;

/**
 * Never throws. A byte order mark is passed over; of a file that breaks off, the complete pairs count at whatever depth
 * they stand, the last one of a name winning.
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
    const pairs = [...clean.matchAll(pair)].map((m): [string, unknown] => [
      m[1] as string,
      literal(m[2] as string),
    ]);
    return pairs.length > 0
      ? { kind: 'partial', value: Object.fromEntries(pairs), why }
      : { kind: 'unreadable', why };
  }
}

function literal(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A string with a broken escape is still worth its letters.
    return text.slice(1, -1);
  }
}
