/** What is written into a node and how large that makes it; page and exports follow it alike. */
import { statusFaces } from './statusFace';
import { shorten, textWidth } from './textWidth';
import type { RollUp, VisibleNode } from './visible';

/** Sizes in pixels. A node has two lines; the shape of its status stands before the first. */
export const nodeSizes = {
  height: 46,
  /** Where the text begins, right of the shape of 16 pixels at 10. */
  textX: 34,
  headY: 19,
  detailY: 36,
  right: 12,
  headFont: 13,
  detailFont: 11.5,
} as const;

export interface NodeText {
  /** Id, or title of a folded lane. Bold. */
  readonly head: string;
  /** Word for the status, or how much is done of what is folded. At the right of `line`. */
  readonly status: string;
  readonly statusLine: 'head' | 'detail';
  /** Title, as much of it as fits; of a folded lane what is left to do. */
  readonly detail: string;
  readonly width: number;
}

const step = 24;
const longestTitle = 210;
/** Beside the widest word for a status; shorter words leave more. */
const leastTitle = 110;
const gap = 14;
/** Wider ids leave no room beside them. */
const shortId = 130;
const longestLaneTitle = 300;
const bold = 1.08;

/** Widest word for a status: a node that changes its status must not change its size. */
const statusRoom = Math.max(
  ...Object.values(statusFaces).map(({ text }) => textWidth(text, nodeSizes.detailFont)),
);

const known = new WeakMap<VisibleNode, NodeText>();

/**
 * Texts and width of a node. The width depends on id and title alone, and an id is never cut. Layout and drawing ask one after
 * the other, and nodes never change: it is worked out once for each.
 */
export function nodeText(node: VisibleNode): NodeText {
  const before = known.get(node);
  if (before !== undefined) return before;
  const text = workedOut(node);
  known.set(node, text);
  return text;
}

function workedOut(node: VisibleNode): NodeText {
  const { textX, right, headFont, detailFont } = nodeSizes;
  if (node.kind === 'lane') {
    const head = shorten(node.title || 'No phase', headFont * bold, longestLaneTitle);
    const room = textWidth(head, headFont * bold) + gap + textWidth('9999/9999', detailFont);
    const width = roundUp(Math.max(room, longestTitle) + textX + right);
    const detail = shorten(whatIsLeft(node.rollUp), detailFont, width - textX - right);
    return { head, status: doneOf(node.rollUp), statusLine: 'head', detail, width };
  }
  const { id, title } = node.task;
  const head = oneLine(id);
  const headWidth = textWidth(head, headFont * bold);
  const text = oneLine(title);
  const titleWidth = Math.min(textWidth(text, detailFont), longestTitle);
  const statusLine = headWidth <= shortId ? 'head' : 'detail';
  const [first, second] =
    statusLine === 'head'
      ? [headWidth + gap + statusRoom, titleWidth]
      : [headWidth, gap + statusRoom + Math.min(titleWidth, leastTitle)];
  const width = roundUp(Math.max(first, second) + textX + right);
  const status = node.kind === 'manager' ? doneOf(node.rollUp) : liveStatus(node);
  const beside = statusLine === 'head' ? 0 : gap + textWidth(status, detailFont);
  const room = width - textX - right - beside;
  const detail = shorten(text, detailFont, Math.max(room, 0));
  return { head, status, statusLine, detail, width };
}

/** Of a worker that was started from here, what it does and when it was last seen; else the word for the status. */
function liveStatus({ face, task }: Extract<VisibleNode, { kind: 'task' }>): string {
  const { live, lastSignMinutes: minutes } = task;
  if (live === undefined) return face.text;
  const words =
    minutes === undefined || minutes === 0 ? live.word : `${live.word} · ${minutes} min`;
  return shorten(words, nodeSizes.detailFont, statusRoom);
}

function doneOf({ done, total }: RollUp): string {
  return `${done}/${total}`;
}

/** "2 in progress, 1 ready, 3 pending"; "all done". */
function whatIsLeft({ counts, ready }: RollUp): string {
  const open = counts.flatMap(({ status, count }) => {
    if (status === 'complete' || status === 'validated') return [];
    if (status !== 'pending' || ready === 0) return [`${count} ${statusFaces[status].text}`];
    const rest = count - ready;
    return [`${ready} ready`, ...(rest > 0 ? [`${rest} pending`] : [])];
  });
  return open.length > 0 ? open.join(', ') : 'all done';
}

/** Line breaks and other controls as blanks: a node has one line for it. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

function roundUp(width: number): number {
  return Math.ceil(width / step) * step;
}
