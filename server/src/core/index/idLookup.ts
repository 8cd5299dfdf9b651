/** Finding ids by their full or short form (dialect 3.6, G5): exact, then prefix, then suffix, then infix. */

export interface IdLookup {
  /** The lower-case ids that `text` matches at the first step of the ladder that matches any. */
  find(
    text: string,
  ):
    | { readonly how: 'exact' | 'prefix' | 'suffix' | 'infix'; readonly ids: readonly string[] }
    | undefined;
}

/** `ids` in lower case, distinct, in the order that several hits are to be reported in. */
export function idLookupOf(ids: readonly string[]): IdLookup {
  const known = new Set(ids);
  return {
    find(text) {
      const ref = text.toLowerCase();
      if (known.has(ref)) return { how: 'exact', ids: [ref] };
      for (const [how, test] of ladder) {
        const hits = ids.filter((id) => test(id, ref));
        if (hits.length > 0) return { how, ids: hits };
      }
      return undefined;
    },
  };
}

const ladder: readonly (readonly [
  'prefix' | 'suffix' | 'infix',
  (id: string, ref: string) => boolean,
])[] = [
  ['prefix', (id, ref) => id.startsWith(`${ref}-`)],
  ['suffix', (id, ref) => id.endsWith(`-${ref}`)],
  ['infix', (id, ref) => id.includes(`-${ref}-`)],
];
