/** Reads the arguments. What is wrong with them comes back as a sentence. */
import { parseArgs } from 'node:util';
import type { Severity } from '../core/rules/finding';
import { ruleCodes, type RuleCode } from '../core/rules/ruleCode';
import { runFileKinds, usualSpawnQueue, type RunFileKind } from '../core/runs/runFileKind';
import { queueRootOf } from '../protocol/queueFolder';
import { zoneOffset } from '../session/zoneOffset';
import { graphArguments, refuseGraphValues, type GraphArguments } from './graphArguments';
import { listArguments, type ListArguments } from './listArguments';
import { oneOf, WrongUsage } from './wrongUsage';
import { parseWorkerCommand, workerOptions, WrongWorkerUsage } from './workers/parseWorkerCommand';
import {
  isWorkerCommandName,
  workerCommandNames,
  type WorkerCommand,
} from './workers/workerCommand';

export type Format = 'text' | 'json' | 'sarif';

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

export type Command =
  | WorkerCommand
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly why: string }
  | {
      readonly kind: 'check';
      readonly paths: readonly string[];
      readonly format: Format;
      readonly failOn: Severity;
      readonly options: GivenOptions;
    }
  | {
      readonly kind: 'inspect';
      readonly path: string;
      /** What the file is to be read as; a queue by default. */
      readonly as: RunFileKind | undefined;
      /** Its place in its workspace. */
      readonly place: string | undefined;
      readonly options: GivenOptions;
    }
  | {
      readonly kind: 'verify';
      /** Of the task whose claims are looked for. */
      readonly id: string;
      readonly path: string;
      readonly format: 'text' | 'json';
      /** Folder of each project, by name. */
      readonly projects: Readonly<Record<string, string>>;
      readonly options: GivenOptions;
    }
  | ({ readonly kind: 'graph'; readonly options: GivenOptions } & GraphArguments)
  | ({ readonly kind: 'list'; readonly options: GivenOptions } & ListArguments);

const formats: readonly Format[] = ['text', 'json', 'sarif'];
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What the arguments ask for; `now` is the clock unless `--at` says otherwise. */
export function parseArguments(argv: readonly string[], now: number): Command {
  try {
    return parse(argv, now);
  } catch (error) {
    // `parseArgs` throws for unknown options and missing values; its sentences are good enough.
    if (error instanceof WrongUsage || error instanceof WrongWorkerUsage || isParseError(error)) {
      return { kind: 'wrong', why: error.message };
    }
    throw error;
  }
}

const ownOptions = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  at: { type: 'string' },
  times: { type: 'string' },
  as: { type: 'string' },
  path: { type: 'string' },
  zone: { type: 'string' },
  'spawn-queue': { type: 'string' },
  rule: { type: 'string', multiple: true },
  project: { type: 'string', multiple: true },
  query: { type: 'string' },
  why: { type: 'string' },
  theme: { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const;
type OwnValues = ReturnType<typeof parseArgs<{ options: typeof ownOptions }>>['values'];

function parse(argv: readonly string[], now: number): Command {
  const { values: all, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { ...workerOptions, ...ownOptions },
  });
  const values = all as OwnValues;
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  const [command, ...paths] = positionals;
  if (command !== undefined && isWorkerCommandName(command))
    return parseWorkerCommand(command, paths, all);
  const foreign = Object.keys(all).find((option) => !Object.hasOwn(ownOptions, option));
  if (foreign !== undefined && command !== undefined)
    throw new WrongUsage(`--${foreign} belongs to the commands about workers, not to ${command}.`);
  const options: GivenOptions = {
    now: values.at === undefined ? now : timeOf(values.at),
    at: values.at,
    zone: values.zone === undefined ? undefined : zoneOf(values.zone, now),
    times: values.times,
    rules: rulesOf(values.rule ?? []),
    spawnQueue: spawnQueueOf(values['spawn-queue'] ?? usualSpawnQueue),
  };
  if (command !== 'verify' && values.project !== undefined) {
    throw new WrongUsage('--project belongs to verify.');
  }
  if (command !== 'list' && values.why !== undefined) {
    throw new WrongUsage('--why belongs to list.');
  }
  if (command === 'graph') {
    if (values['fail-on'] ?? values.as ?? values.path) {
      throw new WrongUsage('graph draws one queue: leave out --fail-on, --as and --path.');
    }
    return { kind: 'graph', ...graphArguments(values, paths), options };
  }
  if (command === 'list') {
    const { query, why, ...others } = values;
    refuseGraphValues(others);
    if (values['fail-on'] ?? values.as ?? values.path) {
      throw new WrongUsage('list lists tasks: leave out --fail-on, --as and --path.');
    }
    return {
      kind: 'list',
      ...listArguments({ format: values.format, query, why }, paths),
      options,
    };
  }
  refuseGraphValues(values);
  if (command === 'verify') {
    const [id, path = '.', third] = paths;
    if (id === undefined || third !== undefined) {
      throw new WrongUsage('verify takes the id of a task, and perhaps where its queue is.');
    }
    const format = oneOf('--format', values.format ?? 'text', ['text', 'json'] as const);
    return {
      kind: 'verify',
      id,
      path,
      format,
      projects: projectsOf(values.project ?? []),
      options,
    };
  }
  if (command === 'check') {
    if (values.as !== undefined || values.path !== undefined) {
      throw new WrongUsage('check finds out what a file is: leave out --as and --path.');
    }
    const format = oneOf('--format', values.format ?? 'text', formats);
    const failOn = oneOf('--fail-on', values['fail-on'] ?? 'warning', severities);
    return { kind: 'check', paths: paths.length > 0 ? paths : ['.'], format, failOn, options };
  }
  if (command === 'inspect') {
    if (values.format !== undefined || values['fail-on'] !== undefined) {
      throw new WrongUsage('inspect always prints JSON: leave out --format and --fail-on.');
    }
    const [path, second] = paths;
    if (path === undefined || second !== undefined) {
      throw new WrongUsage(`inspect takes one file, not ${paths.length}.`);
    }
    const as = values.as === undefined ? undefined : oneOf('--as', values.as, runFileKinds);
    if (as === undefined && values.path !== undefined) {
      throw new WrongUsage('--path says where a file has its place: it needs --as.');
    }
    return { kind: 'inspect', path, as, place: values.path, options };
  }
  const known = `Use check, inspect, verify, graph or list; about workers: ${workerCommandNames.join(', ')}.`;
  throw new WrongUsage(
    command === undefined
      ? `No command given. ${known}`
      : `There is no command "${command}". ${known}`,
  );
}

function timeOf(given: string): number {
  const time = /^\d{4}-\d\d-\d\d/.test(given) ? Date.parse(given) : NaN;
  if (!Number.isNaN(time)) return time;
  throw new WrongUsage(
    `--at "${given}" is not a time. Write it like 2026-02-13T01:11:57-05:00 or 2026-02-13.`,
  );
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

function projectsOf(given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((text) => {
      const [, name, folder] = /^([^=]+)=(.+)$/.exec(text) ?? [];
      if (name === undefined || folder === undefined) {
        throw new WrongUsage(`--project "${text}": write NAME=FOLDER.`);
      }
      return [name, folder];
    }),
  );
}

function rulesOf(given: readonly string[]): GivenOptions['rules'] {
  const levels = [...severities, 'off'] as const;
  return Object.fromEntries(
    given.map((text) => {
      const [name = '', level = ''] = text.split('=');
      const code = ruleCodes.find((known) => known === name);
      if (code === undefined) throw new WrongUsage(`--rule "${text}": there is no rule "${name}".`);
      return [code, oneOf(`--rule ${code}=`, level, levels)];
    }),
  );
}

function isParseError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
  );
}
