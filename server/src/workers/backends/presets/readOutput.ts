/** What a worker's output says as a whole. */
import { readJsonObject } from '../../../core/runs/readJsonObject';
import type { TranscriptEntry } from '../../backend';
import type { AgentEvent, AgentPreset } from './agentPreset';

export interface OutputFacts {
  readonly sessionId: string | undefined;
  readonly model: string | undefined;
  readonly lastLine: string | undefined;
  readonly tokens: number | undefined;
  /** The agent's own word that it is done. */
  readonly ended: { readonly isGood: boolean; readonly text: string | undefined } | undefined;
  /** Oldest first. Tools answer at length, so each entry is cut to 4000 units. */
  readonly entries: readonly TranscriptEntry[];
}

/** `isWhole` is false when only the beginning and the end were read: then nobody can add up. */
export function readOutput(text: string, preset: AgentPreset, isWhole = true): OutputFacts {
  const events = text.split('\n').flatMap((line) => eventsOf(line, preset));
  const sessions = events.filter((event) => event.kind === 'session');
  const said = events.filter((event) => event.kind === 'said');
  const ended = events.findLast((event) => event.kind === 'ended');
  const counts = new Map(
    events.flatMap((event) => (event.kind === 'tokens' ? [[event.key, event.count]] : [])),
  );
  const sum = [...counts.values()].reduce((all, count) => all + count, 0);
  return {
    sessionId: sessions.findLast(({ id }) => id !== undefined)?.id,
    model: sessions.findLast(({ model }) => model !== undefined)?.model,
    lastLine: oneLine(ended?.text ?? said.at(-1)?.text),
    tokens: ended?.tokens ?? (isWhole && counts.size > 0 ? sum : undefined),
    ended,
    entries: said.map(({ role, text: words }) => ({
      role,
      text: words.slice(0, 4000),
      at: undefined,
    })),
  };
}

function eventsOf(line: string, preset: AgentPreset): readonly AgentEvent[] {
  if (line.trim() === '') return [];
  if (preset.output === 'plain') return [{ kind: 'said', role: 'worker', text: line }];
  const reading = readJsonObject(line);
  return reading.kind === 'object' ? preset.read(reading.value) : [];
}

/** The last line with something in it, cut to 500 units. */
export function oneLine(text: string | undefined): string | undefined {
  const lines = (text ?? '').split(/\r?\n/).map((line) => line.trim());
  return lines.findLast((line) => line !== '')?.slice(0, 500);
}
