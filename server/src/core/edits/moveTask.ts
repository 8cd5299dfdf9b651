/** Moving a task, with everything below it, to the end of another group. */
import type { Declaration } from '../model/declaration';
import type { Group, QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { maskText } from '../parse/mask';
import { cutOf, introEnd, isHeadingForm, lastTaskOf, levelOf, wordsOf } from './blocks';
import { checkedEdit } from './checkedEdit';
import { declarationFacts, type Part } from './documentFacts';
import type { EditContext } from './editContext';
import { eolOf } from './lines';
import { findTarget, type TaskTarget } from './taskTarget';
import { type EditResult, refused, type TextEdit } from './textEdit';

export interface MoveIntent extends TaskTarget {
  /** Index into `QueueDocument.groups`. */
  readonly group: number;
}

/** The edits that cut the block and put it behind the last task of the group. */
export function moveTask(context: EditContext, intent: MoveIntent): EditResult {
  const target = findTarget(context, intent);
  if (target.kind === 'refused') return target;
  const { document, declaration } = target;
  const group = document.groups[intent.group];
  if (!group) return refused('The group is no longer there.');
  const description = `Move ${declaration.id.value} to ${group.title.value}`;
  if (declaration.group === group.index) return { kind: 'edits', description, edits: [] };
  if (declaration.form === 'table-row')
    return refused(`\`${declaration.id.value}\` is a row of a table. Move it by hand.`);
  const block = wordsOf(document, declaration);
  if (block.start <= group.line.start && group.line.start < block.end)
    return refused(`That section belongs to \`${declaration.id.value}\` itself.`);
  const edits = moveEdits(document, declaration, group, block);
  if (edits === undefined)
    return refused(`\`${declaration.id.value}\` has too many levels of headings for that place.`);
  const moved = new Set(
    [...document.declarations.keys()].filter((i) => isWithin(document.declarations[i], block)),
  );
  return checkedEdit(context, document, description, edits, {
    moved,
    changed: new Map(
      [...moved].map((i) => [
        i,
        (after, before, documents) => {
          const sameGroup = documents.after.groups[after.group]?.title.value === group.title.value;
          return (
            (sameGroup || i !== target.at) &&
            facts(documents.before, before) === facts(documents.after, after)
          );
        },
      ]),
    ),
  });
}

const placeOnly: ReadonlySet<Part> = new Set<Part>(['place']);

function facts(document: QueueDocument, declaration: Declaration): string {
  return declarationFacts(document, declaration, placeOnly);
}

function isWithin(declaration: Declaration | undefined, block: Span): boolean {
  return (
    declaration !== undefined &&
    block.start <= declaration.line.start &&
    declaration.line.end <= block.end
  );
}

function moveEdits(
  document: QueueDocument,
  declaration: Declaration,
  group: Group,
  block: Span,
): readonly TextEdit[] | undefined {
  const { uri, text } = document;
  const isHeading = isHeadingForm(declaration.form);
  const like = lastTaskOf(document, group, (d) =>
    isHeading ? isHeadingForm(d.form) : d.form === declaration.form,
  );
  const eol = eolOf(text);
  const words = isHeading
    ? releveled(document, declaration, like ? levelOf(document, like) : undefined, group)
    : text.slice(block.start, block.end);
  if (words === undefined) return undefined;
  const at = like ? wordsOf(document, like).end : introEnd(document, group);
  const lead = like && !isHeading ? eol : eol + eol;
  const cut = cutOf(document, declaration);
  return [
    { uri, span: cut, expected: text.slice(cut.start, cut.end), newText: '' },
    { uri, span: { start: at, end: at }, expected: '', newText: lead + words },
  ];
}

/** The block with its headings as deep as those of its new neighbours; nothing when they would be too deep. */
function releveled(
  document: QueueDocument,
  declaration: Declaration,
  neighbour: number | undefined,
  group: Group,
): string | undefined {
  const { text } = document;
  const block = wordsOf(document, declaration);
  const level = levelOf(document, declaration);
  const wanted = neighbour ?? (level > group.level ? level : group.level + 1);
  if (wanted === level) return text.slice(block.start, block.end);
  // Hashes in code fences and comments are blank in the mask, and are left alone.
  const { masked } = maskText(text);
  let out = '';
  let from = block.start;
  let tooDeep = false;
  for (const match of masked.slice(block.start, block.end).matchAll(/^#{1,6}(?=[ \t])/gm)) {
    const at = block.start + match.index;
    const hashes = match[0].length + wanted - level;
    tooDeep ||= hashes > 6;
    out += text.slice(from, at) + '#'.repeat(Math.max(1, hashes));
    from = at + match[0].length;
  }
  return tooDeep ? undefined : out + text.slice(from, block.end);
}
