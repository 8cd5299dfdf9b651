/** Reads the arguments. What is wrong with them comes back as a sentence. */
import { nearName } from '../core/query/nearName';
import type { Severity } from '../core/rules/finding';
import { runFileKinds, type RunFileKind } from '../core/runs/runFileKind';
import { readOptions, refuseForeign, type OptionValues } from './commandOptions';
import { commandNames, isCommandName, queueCommandNames, type CommandName } from './commandTable';
import { givenOptionsOf, type GivenOptions } from './givenOptions';
import { graphArguments, type GraphArguments } from './graphArguments';
import { listArguments, type ListArguments } from './listArguments';
import { severityOrder } from './reportedFinding';
import { oneOf, WrongUsage } from './wrongUsage';
import { parseWorkerCommand } from './workers/parseWorkerCommand';
import {
  isWorkerCommandName,
  workerCommandNames,
  type WorkerCommand,
} from './workers/workerCommand';

export type Format = 'text' | 'json' | 'sarif';

export type Command =
  | WorkerCommand
  | { readonly kind: 'help'; readonly about: CommandName | undefined }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'wrong';
      readonly why: string;
      /** The command whose help tells what would be right. */
      readonly about: CommandName | undefined;
    }
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

/** What the arguments ask for; `now` is the clock unless `--at` says otherwise. */
export function parseArguments(argv: readonly string[], now: number): Command {
  try {
    return parse(argv, now);
  } catch (error) {
    // `parseArgs` throws for missing values; its sentences are good enough.
    if (error instanceof WrongUsage || isParseError(error)) {
      const about = argv.find(isCommandName);
      return { kind: 'wrong', why: error.message, about };
    }
    throw error;
  }
}

function parse(argv: readonly string[], now: number): Command {
  const { values, words } = readOptions(argv);
  const [first, ...rest] = words;
  if (first === 'help') return helpOn(rest);
  if (values.help === true) return helpOn(first === undefined ? [] : [first]);
  if (values.version === true) return { kind: 'version' };
  const command = commandOf(first);
  refuseForeign(command, values);
  if (isWorkerCommandName(command)) return parseWorkerCommand(command, rest, values);
  const options = givenOptionsOf(values, now);
  switch (command) {
    case 'graph':
      return { kind: 'graph', ...graphArguments(values, rest), options };
    case 'list':
      return { kind: 'list', ...listArguments(values, rest), options };
    case 'verify':
      return verifyOf(values, rest, options);
    case 'check':
      return {
        kind: 'check',
        paths: rest.length > 0 ? rest : ['.'],
        format: oneOf('--format', values.format ?? 'text', formats),
        failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', severityOrder),
        options,
      };
    case 'inspect':
      return inspectOf(values, rest, options);
  }
}

function helpOn(words: readonly string[]): Command {
  const [word, second] = words;
  if (second !== undefined) throw new WrongUsage('help takes the name of one command.');
  if (word === undefined || word === 'help') return { kind: 'help', about: undefined };
  return { kind: 'help', about: commandOf(word) };
}

function commandOf(word: string | undefined): CommandName {
  if (word !== undefined && isCommandName(word)) return word;
  const near = word === undefined ? undefined : nearName(word, [...commandNames, 'help']);
  if (near !== undefined)
    throw new WrongUsage(`There is no command "${word}". Did you mean ${near}?`);
  const known = `Use ${queueCommandNames.slice(0, -1).join(', ')} or ${queueCommandNames.at(-1)}; about workers: ${workerCommandNames.join(', ')}.`;
  throw new WrongUsage(
    word === undefined ? `No command given. ${known}` : `There is no command "${word}". ${known}`,
  );
}

function verifyOf(
  { format, project }: OptionValues,
  words: readonly string[],
  options: GivenOptions,
): Command {
  const [id, path = '.', third] = words;
  if (id === undefined || third !== undefined) {
    throw new WrongUsage('verify takes the id of a task, and perhaps where its queue is.');
  }
  return {
    kind: 'verify',
    id,
    path,
    format: oneOf('--format', format ?? 'text', ['text', 'json'] as const),
    projects: projectsOf(project ?? []),
    options,
  };
}

function inspectOf(
  { as: kind, path: place }: OptionValues,
  words: readonly string[],
  options: GivenOptions,
): Command {
  const [path, second] = words;
  if (path === undefined || second !== undefined) {
    throw new WrongUsage(`inspect takes one file, not ${words.length}.`);
  }
  const as = kind === undefined ? undefined : oneOf('--as', kind, runFileKinds);
  if (as === undefined && place !== undefined) {
    throw new WrongUsage('--path says where a file has its place: it needs --as.');
  }
  return { kind: 'inspect', path, as, place, options };
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

function isParseError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
  );
}
