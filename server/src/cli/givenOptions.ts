/** The options that several commands take: clock, zone, rules, and where the file queue is. */
import type { Severity } from '../core/rules/finding';
import { ruleCodes, type RuleCode } from '../core/rules/ruleCode';
import { usualSpawnQueue } from '../core/runs/runFileKind';
import { queueRootOf } from '../protocol/queueFolder';
import { zoneOffset } from '../session/zoneOffset';
import type { OptionValues } from './commandOptions';
import { severityOrder } from './reportedFinding';
import { oneOf, WrongUsage } from './wrongUsage';

/** What was said of clock, zone and rules; `settleOptions` makes the best of it. */
export interface GivenOptions {
  /** Milliseconds since the epoch: `--at`, or now. */
  readonly now: number;
  readonly at: string | undefined;
  readonly zone: string | undefined;
  /** Path of a list of file times. */
  readonly times: string | undefined;
  readonly rules: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>;
  /** Folder of the file queue; the usual one, unless the arguments move it. */
  readonly spawnQueue: string;
}

/** What the values say; `now` is the clock unless `--at` says otherwise. Throws a `WrongUsage` for a value that says nothing. */
export function givenOptionsOf(values: OptionValues, now: number): GivenOptions {
  return {
    now: values.at === undefined ? now : timeOf(values.at),
    at: values.at,
    zone: values.zone === undefined ? undefined : zoneOf(values.zone, now),
    times: values.times,
    rules: rulesOf(values.rule ?? []),
    spawnQueue: spawnQueueOf(values['spawn-queue'] ?? usualSpawnQueue),
  };
}

function timeOf(given: string): number {
  const day = /^\d{4}-\d\d-\d\d/.exec(given)?.[0];
  const time = day !== undefined && isDay(day) ? Date.parse(given) : NaN;
  if (!Number.isNaN(time)) return time;
  throw new WrongUsage(
    `--at "${given}" is not a time. Write it like 2026-02-13T01:11:57-05:00 or 2026-02-13.`,
  );
}

/** 31 February would be taken for a day in March. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function zoneOf(given: string, now: number): string {
  if (zoneOffset(given, now) !== undefined) return given;
  throw new WrongUsage(
    `--zone "${given}" is not a zone. Use local, UTC, an offset such as -05:00, or a name such as America/New_York.`,
  );
}

function spawnQueueOf(given: string): string {
  const folder = queueRootOf(given);
  if (folder !== undefined) return folder;
  throw new WrongUsage(
    `--spawn-queue "${given}" leads out of the folder. Name a folder below it, such as work/queue.`,
  );
}

function rulesOf(given: readonly string[]): GivenOptions['rules'] {
  const levels = [...severityOrder, 'off'] as const;
  return Object.fromEntries(
    given.map((text) => {
      const [name = '', level = ''] = text.split('=');
      const code = ruleCodes.find((known) => known === name);
      if (code === undefined) throw new WrongUsage(`--rule "${text}": there is no rule "${name}".`);
      return [code, oneOf(`--rule ${code}=`, level, levels)];
    }),
  );
}
