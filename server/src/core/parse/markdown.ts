/**
 * The frozen markdown processor: remark with GFM tables and task lists, reading block structure.
 * Fences, comments and HTML are the mask's business (`mask.ts`), and a `---` line always ends a task's body, so
 * the constructs that would see these otherwise are switched off; so are definitions, which reach across sections.
 */
import type { Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

const switchedOff = [
  'codeFenced',
  'codeIndented',
  'definition',
  'htmlFlow',
  'htmlText',
  'setextUnderline',
  'labelStartLink',
  'labelStartImage',
  'labelEnd',
  'autolink',
];

const processor = unified()
  .use(function (this: Processor) {
    const data = this.data();
    data.micromarkExtensions = [gfmTable(), gfmTaskListItem(), { disable: { null: switchedOff } }];
    data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()];
  })
  .use(remarkParse)
  .freeze();

/** The tree of a piece of masked text. Offsets are relative to the piece. Text nested too deep to parse gives an empty tree. */
export function parseMarkdown(text: string): Root {
  try {
    return processor.parse(withoutInlines(text));
  } catch (error) {
    // Thousands of list levels exhaust the stack; without structure its lines are still read as plain ones.
    if (error instanceof RangeError) return { type: 'root', children: [] };
    throw error;
  }
}

/**
 * As long as `text` and with the same blocks, but without what opens code spans, entities, links and the like: nothing
 * reads these from the tree, and tens of thousands of them in one paragraph take the parser minutes. A BOM at the start
 * would not be counted by the parser; inside a file it is a character like any other.
 */
function withoutInlines(text: string): string {
  return text.replace(/[`<&![\]]|^\ufeff/g, '\u200b');
}
