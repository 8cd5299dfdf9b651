/** Words of a queue as an item to pick from: what would become an icon stays as it is written. */
export function plainLabel(words: string): string {
  return words.replace(/\$\(/g, '$\u200b(');
}
