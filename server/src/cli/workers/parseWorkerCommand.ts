/** Reads the arguments of the commands about workers. */
import { configField, configFields, type ConfigPath } from './configFields';
import type { WorkerCommand, WorkerCommandName, WorkerTask } from './workerCommand';

/** Options of these commands, as `parseArgs` wants them; those that say how workers are run come from the fields. */
export const workerOptions = {
  queue: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  next: { type: 'boolean' },
  fill: { type: 'boolean' },
  'override-slots': { type: 'boolean' },
  summary: { type: 'string' },
  override: { type: 'string' },
  gone: { type: 'boolean' },
  reconcile: { type: 'boolean' },
  template: { type: 'string' },
  ...Object.fromEntries(
    configPaths().flatMap((path) => {
      const { flag, isList } = configField(path);
      return flag === undefined ? [] : [[flag, { type: 'string', multiple: isList === true }]];
    }),
  ),
} as const satisfies Record<
  string,
  { type: 'string' | 'boolean'; short?: string; multiple?: boolean }
>;

export type WorkerValues = Readonly<Record<string, unknown>>;

/** A mistake in the arguments: what is wrong, then what would be right. */
export class WrongWorkerUsage extends Error {}

const everywhere = ['queue', 'json', ...configFlags(), 'template'];
const starts = ['yes', 'dry-run', 'override-slots'];
const allowed: Readonly<Record<WorkerCommandName, readonly string[]>> = {
  spawn: [...starts, 'next', 'fill'],
  retry: starts,
  claim: ['summary'],
  complete: ['override'],
  cancel: [],
  reset: ['gone'],
  adopt: [],
  workers: ['reconcile'],
};

/** Options that the values hold and the command does not know are told with the command that does. */
export function parseWorkerCommand(
  name: WorkerCommandName,
  rest: readonly string[],
  values: WorkerValues,
): WorkerCommand {
  refuseForeign(name, values);
  const text = (option: string): string | undefined => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  const flags = new Map<ConfigPath, unknown>();
  for (const path of configPaths()) {
    const { flag } = configField(path);
    const value = flag === undefined ? undefined : values[flag];
    if (value !== undefined) flags.set(path, value);
  }
  return {
    kind: 'worker',
    task: taskOf(name, rest, values, text),
    queue: text('queue'),
    json: values['json'] === true,
    flags,
    template: text('template'),
  };
}

function taskOf(
  name: WorkerCommandName,
  rest: readonly string[],
  values: WorkerValues,
  text: (option: string) => string | undefined,
): WorkerTask {
  const yes = values['yes'] === true;
  const dryRun = values['dry-run'] === true;
  const overrideSlots = values['override-slots'] === true;
  if (yes && dryRun)
    throw new WrongWorkerUsage('Use --dry-run to look, or --yes to do it; not both.');
  const [id = '', second, third] = rest;
  const one = (): string => {
    if (rest.length === 1) return id;
    throw new WrongWorkerUsage(`${name} takes the id of one task, not ${rest.length}.`);
  };
  switch (name) {
    case 'spawn': {
      const isNext = values['next'] === true;
      if (isNext && values['fill'] === true)
        throw new WrongWorkerUsage(
          'Use --next for one task, or --fill for all free slots; not both.',
        );
      if (!isNext && values['fill'] !== true)
        return { kind: 'spawn', id: one(), yes, dryRun, overrideSlots };
      if (rest.length > 0)
        throw new WrongWorkerUsage(
          `--${isNext ? 'next' : 'fill'} chooses by itself: leave out ${id}.`,
        );
      if (overrideSlots)
        throw new WrongWorkerUsage('--override-slots is for one task: spawn ID --override-slots.');
      return { kind: 'batch', how: isNext ? 'next' : 'all', yes, dryRun };
    }
    case 'retry':
      return { kind: 'retry', id: one(), yes, dryRun, overrideSlots };
    case 'claim':
      return { kind: 'claim', id: one(), summary: text('summary') };
    case 'complete':
      return { kind: 'complete', id: one(), reason: reasonOf(text('override')) };
    case 'cancel':
      return { kind: 'cancel', id: one() };
    case 'reset':
      return { kind: 'reset', id: one(), hasLooked: values['gone'] === true };
    case 'adopt':
      if (second === undefined || third !== undefined)
        throw new WrongWorkerUsage('adopt takes the id of a task and the key of a session.');
      return { kind: 'adopt', id, sessionKey: second };
    case 'workers':
      if (rest.length > 0)
        throw new WrongWorkerUsage(`workers lists all of them: leave out ${rest.join(' ')}.`);
      return { kind: 'workers', reconcile: values['reconcile'] === true };
  }
}

function reasonOf(given: string | undefined): string | undefined {
  if (given === undefined || given.trim() !== '') return given;
  throw new WrongWorkerUsage('--override needs the reason, in words: it is written down.');
}

function refuseForeign(name: WorkerCommandName, values: WorkerValues): void {
  for (const option of Object.keys(values)) {
    if (values[option] === undefined) continue;
    if (everywhere.includes(option) || allowed[name].includes(option)) continue;
    const owners = Object.entries(allowed).flatMap(([owner, options]) =>
      options.includes(option) ? [owner] : [],
    );
    throw new WrongWorkerUsage(
      owners.length > 0
        ? `--${option} belongs to ${owners.join(' and ')}, not to ${name}.`
        : `--${option} does not belong to ${name}.`,
    );
  }
}

function configPaths(): readonly ConfigPath[] {
  return Object.keys(configFields) as ConfigPath[];
}

function configFlags(): readonly string[] {
  return configPaths().flatMap((path) => configField(path).flag ?? []);
}
