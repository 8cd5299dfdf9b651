/** Lines that give a status: `**Status:** x`, `## Final Status`, and which status they speak of (workflow 1.1). */
import type { ProseLine } from './proseLines';
import { leadLengthOf } from '../text/leadLengthOf';

export interface StatusLabel {
  /** Speaks of the task as a whole and at its end: Final, Task, Completion. */
  readonly isFinal: boolean;
  /** Words behind the label; empty when they stand below. */
  readonly value: string;
  /** UTF-16 offset of the value in the file. */
  readonly start: number;
}

const qualifier = '(?:(final task|task completion|final|task|completion|current|overall)[ \\t]+)?';
const labelled = new RegExp(
  `^${qualifier}status[ \\t]*[*_\`]*[ \\t]*(?:$|[:：][*_\`]*[ \\t]*(.*)$)`,
  'is',
);
const dashed = new RegExp(`^${qualifier}status[ \\t]*[*_\`]*[ \\t]+[-–—][ \\t]+(.*)$`, 'is');

/** The label a line is, or holds in `**Task:** a | **Status:** b`; nothing for `Build Status` and its like. */
export function statusLabel(line: ProseLine): StatusLabel | undefined {
  const whole = labelAt(line, 0, line.content);
  if (whole || line.heading > 0 || line.content.startsWith('|')) return whole;
  const inside = /[ \t][|·•][ \t]+(?=[*_]{2})/g;
  for (const cut of line.content.matchAll(inside)) {
    const from = cut.index + cut[0].length;
    const found = labelAt(line, from, line.content.slice(from));
    if (found) return found;
  }
  return undefined;
}

function labelAt(line: ProseLine, from: number, text: string): StatusLabel | undefined {
  const isHeading = line.heading > 0;
  const lead = leadLength(text, isHeading);
  const rest = text.slice(lead);
  const isBold = /^(?:\*\*|__)/.test(text.trimStart());
  const match = labelled.exec(rest) ?? (isHeading || isBold ? dashed.exec(rest) : null);
  if (!match) return undefined;
  const value = (match[2] ?? '').trim();
  const behind = match[2] === undefined ? rest.length : rest.length - match[2].trimStart().length;
  return {
    isFinal: /final|task|completion/i.test(match[1] ?? ''),
    value,
    start: line.contentStart + from + lead + behind,
  };
}

/** UTF-16 units of what may stand before a label or title: emoji, emphasis, in headings a number or a time in brackets. */
export function leadLength(text: string, isHeading: boolean): number {
  const noise = isHeading
    ? /^(?:[ \t*_`]+|\d{1,3}(?:\.\d{1,3})*[.)]?[ \t]+|\[\d[^\]]*\][ \t]*)/
    : /^[ \t*_`]+/;
  return leadLengthOf(text, noise);
}
