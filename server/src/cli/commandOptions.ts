/** Options of a command line, none of them unknown or of another command. */
import { parseArgs } from 'node:util';
import { nearName } from '../core/query/nearName';
import { listed } from '../core/rules/support/quote';
import { commandNames, commandWords, queueCommandNames, type CommandName } from './commandTable';
import { optionTable, type OptionName } from './optionTable';
import { workerCommandNames } from './workers/workerCommand';
import { WrongUsage } from './wrongUsage';

export type OptionValues = ReturnType<typeof parseArgs<{ options: typeof optionTable }>>['values'];

interface CommandLine {
  readonly values: OptionValues;
  readonly words: readonly string[];
}

const names = Object.keys(optionTable) as OptionName[];

/** The values of options, and the words between them. Throws a `WrongUsage` for an option that there is not. */
export function readOptions(argv: readonly string[]): CommandLine {
  const given = { args: [...argv], allowPositionals: true, options: optionTable } as const;
  const { tokens, positionals } = parseArgs({ ...given, strict: false, tokens: true });
  for (const token of tokens)
    if (token.kind === 'option' && !Object.hasOwn(optionTable, token.name))
      throw new WrongUsage(unknownOption(token.rawName, token.name, positionals[0]));
  const { values } = parseArgs(given);
  return { values, words: positionals };
}

/** Throws a `WrongUsage` that names the commands that take an option which this one does not. */
export function refuseForeign(command: CommandName, values: OptionValues): void {
  const foreign = names.find(
    (name) => values[name] !== undefined && !optionsOf(command).includes(name),
  );
  if (foreign === undefined) return;
  const owners = commandNames.filter((name) => optionsOf(name).includes(foreign));
  throw new WrongUsage(`--${foreign} belongs to ${groupOf(owners)}, not to ${command}.`);
}

function unknownOption(typed: string, name: string, command: string | undefined): string {
  const own = commandNames.find((known) => known === command);
  const near =
    (own === undefined ? undefined : nearName(name, optionsOf(own))) ?? nearName(name, names);
  const meant = near === undefined ? '' : ` Did you mean --${near}?`;
  return `There is no option ${typed}.${meant}`;
}

function optionsOf(command: CommandName): readonly OptionName[] {
  return commandWords(command).options;
}

function groupOf(owners: readonly CommandName[]): string {
  const isAll = (all: readonly CommandName[]): boolean =>
    owners.length === all.length && all.every((name) => owners.includes(name));
  if (isAll(workerCommandNames)) return 'the commands about workers';
  if (isAll(queueCommandNames)) return 'the commands about queues';
  return listed(owners, Infinity);
}
