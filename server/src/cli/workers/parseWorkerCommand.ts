/** Reads the arguments of the commands about workers. */
import { WrongUsage } from '../wrongUsage';
import { configField, configFields, type ConfigPath } from './configFields';
import type { WorkerCommand, WorkerCommandName, WorkerTask } from './workerCommand';

type WorkerValues = Readonly<Record<string, unknown>>;

/** What such a command is asked; its options are known to be its own. Throws a `WrongUsage`. */
export function parseWorkerCommand(
  name: WorkerCommandName,
  rest: readonly string[],
  values: WorkerValues,
): WorkerCommand {
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
  if (yes && dryRun) throw new WrongUsage('Use --dry-run to look, or --yes to do it; not both.');
  const [id = '', second, third] = rest;
  const one = (): string => {
    if (rest.length === 1) return id;
    throw new WrongUsage(`${name} takes the id of one task, not ${rest.length}.`);
  };
  switch (name) {
    case 'spawn': {
      const isNext = values['next'] === true;
      if (isNext && values['fill'] === true)
        throw new WrongUsage('Use --next for one task, or --fill for all free slots; not both.');
      if (!isNext && values['fill'] !== true)
        return { kind: 'spawn', id: one(), yes, dryRun, overrideSlots };
      if (rest.length > 0)
        throw new WrongUsage(`--${isNext ? 'next' : 'fill'} chooses by itself: leave out ${id}.`);
      if (overrideSlots)
        throw new WrongUsage('--override-slots is for one task: spawn ID --override-slots.');
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
        throw new WrongUsage('adopt takes the id of a task and the key of a session.');
      return { kind: 'adopt', id, sessionKey: second };
    case 'workers':
      if (rest.length > 0)
        throw new WrongUsage(`workers lists all of them: leave out ${rest.join(' ')}.`);
      return { kind: 'workers', reconcile: values['reconcile'] === true };
  }
}

function reasonOf(given: string | undefined): string | undefined {
  if (given === undefined || given.trim() !== '') return given;
  throw new WrongUsage('--override needs the reason, in words: it is written down.');
}

function configPaths(): readonly ConfigPath[] {
  return Object.keys(configFields) as ConfigPath[];
}
