/** Paths as Windows writes them, `src\app\main.ts`, told from escape sequences, patterns and names of accounts. */

const name = '[\\w@][\\w@.-]*';
const folder = `(?:${name}|\\(\\w+\\)|\\[\\w+\\])`;
const path = new RegExp(`^([a-z]:\\\\|\\.\\\\)?\\.?(?:${folder}\\\\)*${name}$`, 'i');
/** `jane.doe` is no file: only endings that are nothing else. */
const ending =
  /\w\.(?:[cm]?[jt]sx?|vue|svelte|astro|jsonc?|jsonl|ya?ml|toml|ini|env|xml|html?|s?css|less|mdx?|markdown|txt|log|csv|sql|prisma|graphql|proto|py|ipynb|rs|go|java|kts?|gradle|cs|csproj|sln|fs|vb|c|h|cc|cpp|hpp|m|swift|dart|rb|php|lua|ex|exs|sh|ps1|psm1|bat|cmd|tf|lock|png|svg|jpe?g|gif|webp|ico|pdf|zip|woff2?)$/i;
/** What a pattern says with one letter: `\d`, `\w`. */
const short = /(?:^|\\)\w(?:\\|\.\w+$)/;
const escape = /\\(?:x[\da-f]{2}|u[\da-f]{4}|\d{1,3}(?!\d|[\w-]*\\))/i;

/**
 * The path with `/`, of the same length; nothing for text that may be anything else, for a network path, and for one
 * that goes up. A separator before an n, r or t may be a line break or a tab, and one letter a pattern: then a list of
 * files, a drive or `.\` has to vouch for it.
 */
export function slashedPath(text: string, isListed: boolean): string | undefined {
  const found = text.length > 260 ? null : path.exec(text);
  if (!found || !ending.test(text) || text.includes('..') || escape.test(text)) return undefined;
  const isSure = isListed || found[1] !== undefined || (!short.test(text) && /\\[^nrt]/.test(text));
  return isSure ? text.replaceAll('\\', '/') : undefined;
}
