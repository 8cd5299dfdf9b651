/** Every command of the command line, for the help and for who takes which option. */
import type { OptionName, OptionWords } from './optionTable';
import { workerCommandNames } from './workers/workerCommand';

export interface CommandWords {
  /** What is typed behind the name, a line for each way. */
  readonly usage: readonly string[];
  /** A line for the overview. */
  readonly says: string;
  /** What has to be known besides; lines of up to 90 characters. */
  readonly more?: readonly string[];
  readonly options: readonly OptionName[];
  /** Where an option means another thing here than in the table of options. */
  readonly ownWords?: Readonly<Partial<Record<OptionName, OptionWords>>>;
  readonly example: string;
  readonly exits: Readonly<Record<number, string>>;
}

const clock = ['at', 'times', 'zone', 'rule', 'spawn-queue'] as const;
const wrong = { 2: 'wrong usage, or a file that cannot be read' };
const workers = [
  'queue',
  'json',
  'backend',
  'template',
  'max',
  'spawn-queue',
  'openclaw-url',
  'openclaw-agent',
  'preset',
  'command',
  'arg',
  'permission-mode',
] as const;
const starts = ['yes', 'dry-run', 'override-slots'] as const;
const startNote = [
  'It shows what it would do and asks. Where nobody can be asked, it ends with 2.',
  'A second spawn of a task says that its attempt exists.',
];
const workerExits = {
  0: 'done, or the attempt exists',
  1: 'refused, or provably not started',
  2: 'wrong usage, nobody to ask, or something cannot be read',
  3: 'nobody can tell whether the worker has started: it keeps its slot, do not start another',
};
const pathNote = [
  'A PATH is a queue file, or a folder that is searched for PROACTIVE-JOBS.md and',
  'PROACTIVE-JOBS-*.md (not in node_modules, no *TEMPLATE*). Without any: this folder.',
];

const queueCommands = {
  check: {
    usage: ['[PATH ...] [options]'],
    says: 'report the problems of queues and of the files beside them',
    more: pathNote,
    options: ['format', 'fail-on', ...clock],
    ownWords: { format: { value: 'text|json|sarif', says: 'how to report (text)' } },
    example: 'check --fail-on error --rule missing-progress=off',
    exits: {
      0: 'nothing at or above --fail-on',
      1: 'findings at or above --fail-on',
      ...wrong,
    },
  },
  list: {
    usage: ['[PATH ...] [--query QUERY] [--why ID] [options]'],
    says: 'list tasks, a line each, or those that a query finds',
    more: pathNote,
    options: ['query', 'why', 'format', ...clock],
    example: "list --query 'status:ready model:opus'",
    exits: { 0: 'listed', 1: 'the query finds nothing', ...wrong },
  },
  graph: {
    usage: ['[PATH] --format FORMAT [--query QUERY] [-o FILE] [options]'],
    says: 'draw the dependencies of one queue',
    more: ['A PATH is one queue, or a folder with one.'],
    options: ['format', 'query', 'theme', 'output', ...clock],
    ownWords: {
      format: { value: 'FORMAT', says: 'svg, mermaid, dot, json or html; has to be said' },
    },
    example: 'graph --format svg -o plan.svg',
    exits: { 0: 'drawn', 1: 'the query finds nothing', ...wrong },
  },
  verify: {
    usage: ['ID [PATH] [--project NAME=FOLDER ...] [options]'],
    says: 'look for the files and commits that the progress of a task claims',
    more: [
      'It answers verified, missing or cannot-check with the reason. It looks into the folder of',
      'the project that the task names, as --project maps it, and nowhere else.',
    ],
    options: ['project', 'format', ...clock],
    example: 'verify p2-1 --project radio=../radio',
    exits: { 0: 'nothing is missing', 1: 'something is missing', ...wrong },
  },
  inspect: {
    usage: ['FILE [options]', 'FILE --as KIND [--path PATH] [options]'],
    says: 'print what is read from a queue, or a file beside one, as JSON',
    options: ['as', 'path', ...clock],
    example: 'inspect scheduler/progress/p2-1.md --as progress',
    exits: { 0: 'printed', ...wrong },
  },
} as const satisfies Readonly<Record<string, CommandWords>>;

const workerCommands = {
  spawn: {
    usage: ['ID [--yes | --dry-run] [options]', '--next | --fill [--yes | --dry-run] [options]'],
    says: 'start a worker for a task, once; or the next task; or fill the slots',
    more: startNote,
    options: ['next', 'fill', ...starts, ...workers],
    example: 'spawn p2-1 --dry-run',
    exits: workerExits,
  },
  retry: {
    usage: ['ID [--yes | --dry-run] [options]'],
    says: 'put a failed or ended attempt aside and start the next one',
    more: startNote.slice(0, 1),
    options: [...starts, ...workers],
    example: 'retry p2-1 --yes',
    exits: workerExits,
  },
  workers: {
    usage: ['[--reconcile] [options]'],
    says: 'list the attempts and what their workers do',
    options: ['reconcile', ...workers],
    example: 'workers --json',
    exits: workerExits,
  },
  cancel: {
    usage: ['ID [options]'],
    says: 'stop the worker of a task',
    options: workers,
    example: 'cancel p2-1',
    exits: workerExits,
  },
  reset: {
    usage: ['ID [--gone] [options]'],
    says: 'put the attempt aside, so that the task is pending again',
    options: ['gone', ...workers],
    example: 'reset p2-1 --gone',
    exits: workerExits,
  },
  adopt: {
    usage: ['ID SESSIONKEY [options]'],
    says: 'take a session that you have found for a task',
    options: workers,
    example: 'adopt p2-1 agent:main:p2-1',
    exits: workerExits,
  },
  claim: {
    usage: ['ID [--summary TEXT] [options]'],
    says: 'the worker says it is done: the task needs validation',
    options: ['summary', ...workers],
    example: "claim p2-1 --summary 'Login built, 12 tests'",
    exits: workerExits,
  },
  complete: {
    usage: ['ID [--override REASON] [options]'],
    says: 'set a task to complete, which needs a PASS verdict or a reason',
    options: ['override', ...workers],
    example: 'complete p2-1',
    exits: workerExits,
  },
} as const satisfies Readonly<Record<(typeof workerCommandNames)[number], CommandWords>>;

const commandTable = { ...queueCommands, ...workerCommands };
export type CommandName = keyof typeof commandTable;

/** Those about queues, in the order of the help. */
export const queueCommandNames = Object.keys(queueCommands) as (keyof typeof queueCommands)[];

/** All of them, as they are typed. */
export const commandNames: readonly CommandName[] = [...queueCommandNames, ...workerCommandNames];

/** What is said of a command. */
export function commandWords(name: CommandName): CommandWords {
  return commandTable[name];
}

/** Whether the first word of a command line is a command. */
export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commandTable, name);
}
