/** Headings and labels in a task that say what stands below them: steps, tests, criteria, files. */
import type { ProseLine } from '../runs/proseLines';
import { readField } from '../runs/readProgress';

export type BriefPart = 'instructions' | 'files' | 'tests' | 'criteria';

export interface BriefLabel {
  readonly name: string;
  /** What stands behind it in its line. */
  readonly rest: string;
  /** Headings by their level, labels behind them by their indent: the greater, the deeper. */
  readonly level: number;
}

/** The part that lines go to until a label ends it. */
export interface OpenPart {
  readonly part: BriefPart;
  readonly level: number;
}

const headings: readonly (readonly [BriefPart, RegExp])[] = [
  ['criteria', /\b(?:success|acceptance|completion|exit) criteria\b|^definition of done\b|^acs?$/i],
  [
    'tests',
    /^(?:(?:unit|e2e|integration|required) )?tests?(?: (?:plan|cases?|to write|required|needed))?$|^testing$/i,
  ],
  [
    'files',
    /^(?:(?:key|relevant|affected|target) )?files?(?: .{0,40})?$|^deliverables$|^outputs?$/i,
  ],
  [
    'instructions',
    /^(?:(?:detailed|implementation|worker) )?(?:instructions|steps|approach)$|^(?:what to do|how to do it|to[- ]?do|step[- ]by[- ]step.{0,30}|implementation(?: (?:plan|notes|steps))?)$/i,
  ],
];

/** The part that goes by this name; nothing for a name that stands for none. */
export function partNamed(name: string): BriefPart | undefined {
  return headings.find(([, pattern]) => pattern.test(name))?.[0];
}

const labelsFrom = 10;

/** Steps have numbers; one that begins with "Tests:" is still a step. */
const isStep = /^[ \t>]*\d{1,9}[.)][ \t]/;

/** The name that a line gives to what stands behind or below it; nothing for plain lines and numbered steps. */
export function labelOf(line: ProseLine): BriefLabel | undefined {
  if (isStep.test(line.text)) return undefined;
  const level = line.heading > 0 ? line.heading : labelsFrom + line.indent;
  if (line.heading > 0) return { name: bareName(line.content), rest: '', level };
  const field = readField(line);
  if (field) return { name: bareName(field.name), rest: field.value.value, level };
  const alone = /^[*_]{0,3}([A-Za-z][^:*\n]{1,50}?)(?:[*_]{0,3}:|:[*_]{1,3})$/.exec(
    line.content.trim(),
  );
  return alone ? { name: bareName(alone[1] as string), rest: '', level } : undefined;
}

function bareName(text: string): string {
  return text
    .replace(/^[^\p{L}]+|[\s:*_]+$/gu, '')
    .replace(/\s*\(.*\)$/, '')
    .trim();
}

/** "Steps" inside of a criterion belongs to it. */
export function isDeeper(label: BriefLabel, open: OpenPart | undefined): boolean {
  return open !== undefined && open.level >= labelsFrom && label.level > open.level;
}

/** Labels below a heading belong to it until the next heading of its kind. */
export function endsPart(label: BriefLabel, open: OpenPart): boolean {
  return label.level <= open.level;
}
