/** The user's words inside of a prompt: marked off as data by a word that cannot occur in them. */

/** Written invisibly, so that a person who looks at the prompt would not see what the worker reads. */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u{e0001}|[\u{e0020}-\u{e007f}]/gu;

/** Line feeds only, without characters that cannot be seen; joiners inside of emoji and words stay. */
export function visibleText(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(invisible, '');
}

/** One line for use between backticks: no line break, no backtick, never longer than `longest` units. */
export function inlineText(text: string, longest = 200): string {
  const line = visibleText(text).replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** `queue-text-1`, or the first number that none of the texts contains, in whatever case. */
export function freeMark(texts: readonly string[]): string {
  // Read once: a text may hold as many of them as it likes. `queue-text-12` begins with `queue-text-1`, too.
  const taken = new Set<string>();
  for (const text of texts)
    for (const [, digits = ''] of text.matchAll(/queue-text-(\d{1,15})/gi))
      for (let length = 1; length <= digits.length; length++) taken.add(digits.slice(0, length));
  let number = 1;
  while (taken.has(`${number}`)) number++;
  return `queue-text-${number}`;
}

/** Between lines that hold the mark. Only safe with a mark that `text` does not contain: see `freeMark`. */
export function quoted(text: string, mark: string): string {
  return `<${mark}>\n${text}\n</${mark}>`;
}
