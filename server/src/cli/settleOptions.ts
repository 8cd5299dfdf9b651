/** Clock, zone and file times, from what was given and what can be concluded. */
import type { CliEnvironment } from './environment';
import { readFileTimes } from './fileTimes';
import type { GivenOptions } from './givenOptions';

export interface CommonOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly zone: string;
  /** When files changed, by path below the folder that is looked at; the disk is asked for the others. */
  readonly times: ReadonlyMap<string, number> | undefined;
  readonly rules: GivenOptions['rules'];
  /** Folder of the file queue, below the folder that is looked at. */
  readonly spawnQueue: string;
}

/**
 * The options to work with; a sentence where the list of file times cannot be read. A list also sets the clock, and the
 * offset of a clock is the zone of times written without one, unless they were given.
 */
export async function settleOptions(
  { now, at, zone, times, rules, spawnQueue }: GivenOptions,
  environment: CliEnvironment,
): Promise<CommonOptions | string> {
  const list = times === undefined ? undefined : await readFileTimes(times, environment);
  if (typeof list === 'string') return list;
  const clock = at ?? list?.at;
  return {
    now: at === undefined && list?.at !== undefined ? Date.parse(list.at) : now,
    zone: zone ?? offsetOf(clock) ?? 'local',
    times: list?.files,
    rules,
    spawnQueue,
  };
}

/** `-05:00` of `2026-02-13T01:11:57-05:00`. `Z` says nothing of where people are. */
function offsetOf(clock: string | undefined): string | undefined {
  return clock === undefined ? undefined : /T.*([+-]\d\d:?\d\d)$/.exec(clock)?.[1];
}
