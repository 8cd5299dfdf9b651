/** Titles of phases for the tree, whose rows are cut off at the right: the count behind the title must stay in sight. */

/** About what a side bar of the usual width has room for, before a count. */
const longest = 32;

/** A title of up to 32 characters, cut behind a word where it is longer; the tooltip has all of it. */
export function shortTitle(title: string): string {
  const characters = [...title];
  if (characters.length <= longest) return title;
  const start = characters.slice(0, longest - 1).join('');
  const words = /^(.{16,}?)[\s:,;.–—-]+\S*$/u.exec(start)?.[1];
  return `${(words ?? start).trimEnd()}…`;
}
