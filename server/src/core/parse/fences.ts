/** Which fences belong together (rule R3): nested samples pair up, and an opener without an end is only text. */
import type { RawLine } from './lines';

export interface FenceLine {
  /** Index into the lines. */
  readonly line: number;
  readonly char: string;
  /** How many fence characters; a closing line needs as many at least. */
  readonly length: number;
  /** What follows the fence characters, trimmed. */
  readonly info: string;
}

/** Answers the line index of the fence that closes the opener at position `at` of the fences, if any does. */
export type FencePairing = (at: number) => number | undefined;

const fencePattern = /^[ \t]*(`{3,}|~{3,})(.*)$/s;

/** All lines that begin with a fence, in order. A backtick fence cannot have backticks in its info string. */
export function fenceLinesOf(text: string, lines: readonly RawLine[]): FenceLine[] {
  const fences: FenceLine[] = [];
  lines.forEach((line, index) => {
    const first = firstVisible(text, line);
    if (first !== 96 && first !== 126) return;
    const [, run, rest] = fencePattern.exec(text.slice(line.start, line.end)) ?? [];
    if (run === undefined || rest === undefined) return;
    const char = run.charAt(0);
    if (char === '`' && rest.includes('`')) return;
    fences.push({ line: index, char, length: run.length, info: rest.trim() });
  });
  return fences;
}

/** True when the file shows markdown samples, whose own fences have to be paired inside. */
export function hasMarkdownSample(fences: readonly FenceLine[]): boolean {
  return fences.some((fence) => /^(markdown|md)\b/i.test(fence.info));
}

/** Inside a block a fence with an info word opens another one. */
export function pairNested(fences: readonly FenceLine[]): FencePairing {
  // One fence that is never closed makes the whole reading void (rule R3): no need to look on, fence by fence.
  let isVoid = false;
  return (at) => {
    if (isVoid) return undefined;
    const open: FenceLine[] = [];
    for (let i = at; i < fences.length; i++) {
      const fence = fences[i] as FenceLine;
      const top = open.at(-1);
      if (top && closes(fence, top)) {
        open.pop();
        if (open.length === 0) return fence.line;
      } else if (!top || fence.info !== '') open.push(fence);
    }
    isVoid = true;
    return undefined;
  };
}

/** The first fitting fence closes. */
export function pairPlainly(fences: readonly FenceLine[]): FencePairing {
  // Where nothing closed a fence of some length, nothing closes a later one as long: keeps the search linear.
  const hopeless = new Map<string, number>();
  return (at) => {
    const opener = fences[at] as FenceLine;
    const known = hopeless.get(opener.char) ?? Infinity;
    if (opener.length >= known) return undefined;
    for (let i = at + 1; i < fences.length; i++) {
      if (closes(fences[i] as FenceLine, opener)) return (fences[i] as FenceLine).line;
    }
    hopeless.set(opener.char, opener.length);
    return undefined;
  };
}

function closes(fence: FenceLine, opener: FenceLine): boolean {
  return fence.info === '' && fence.char === opener.char && fence.length >= opener.length;
}

function firstVisible(text: string, line: RawLine): number {
  for (let i = line.start; i < line.end; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 32 && unit !== 9) return unit;
  }
  return 0;
}
