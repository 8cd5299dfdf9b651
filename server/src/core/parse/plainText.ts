/** Inline markdown as a person reads it: for titles in trees, outlines and hovers, where markup would only be noise. */
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).freeze();
const markup = /[*_`~[\]<>&\\]/;
/** Longer text is no title; it is shown as written. */
const longest = 500;

/** `text` without emphasis, code ticks, links and entities; `text` itself where it has none of these. */
export function plainText(text: string): string {
  if (text.length > longest || !markup.test(text)) return text;
  // Only inline markup counts: a title that begins with "1." or "#" is no list and no heading here.
  const words = toString(processor.parse(`\u2060${text}`)).replace(/^\u2060/, '');
  return words.trim() === '' ? text : words;
}
