/**
 * What can be said of how workers are run, and where: in the user's own file, in the environment, by a flag, the later
 * ones winning. Never in a workspace, because these name programs, arguments and addresses.
 */
import { queueRootOf } from '../../protocol/queueFolder';

export interface ConfigField {
  /** Name of a variable; absent where a line of text is not enough. */
  readonly variable?: `PROACTIVE_JOBS_${string}`;
  /** Name of a flag, without its dashes. */
  readonly flag?: string;
  readonly isList?: true;
  readonly expected: string;
  /** The value made true to its type; nothing for a wrong one. Flags and variables give texts. */
  readonly read: (value: unknown) => unknown;
}

const backends = ['auto', 'openclaw', 'process', 'queue'];
const presets = ['claude', 'codex', 'gemini', 'copilot', 'custom'];
const modes = ['acceptEdits', 'plan', 'default'];

/** By their places in the user's file. */
export const configFields = {
  backend: {
    variable: 'PROACTIVE_JOBS_BACKEND',
    flag: 'backend',
    expected: `one of ${backends.join(', ')}`,
    // Why the editor's own one cannot be had here is told when it is asked for.
    read: oneOf([...backends, 'acp']),
  },
  maxConcurrent: {
    variable: 'PROACTIVE_JOBS_MAX_CONCURRENT',
    flag: 'max',
    expected: 'a whole number from 1 to 20',
    read: whole(1, 20),
  },
  startGraceSeconds: { expected: 'a whole number of seconds, 0 or more', read: whole(0, 86_400) },
  runTimeoutMinutes: {
    variable: 'PROACTIVE_JOBS_RUN_TIMEOUT_MINUTES',
    expected: 'a whole number of minutes, 0 for no limit',
    read: whole(0, 100_000),
  },
  models: {
    expected: 'an object such as {"Sonnet": "sonnet"}',
    read: textsByName,
  },
  promptTemplate: { expected: 'a text with places such as ${taskId}', read: filled },
  'openclaw.url': {
    variable: 'PROACTIVE_JOBS_OPENCLAW_URL',
    flag: 'openclaw-url',
    expected: 'an address that begins with ws:// or wss://, without a login in it',
    read: address,
  },
  'openclaw.agentId': {
    variable: 'PROACTIVE_JOBS_OPENCLAW_AGENT',
    flag: 'openclaw-agent',
    expected: 'the id of an agent, such as main',
    read: (value: unknown) =>
      typeof value === 'string' && /^[\w.-]+$/.test(value) ? value : undefined,
  },
  'openclaw.requestTimeoutSeconds': {
    expected: 'a whole number of seconds from 1 to 600',
    read: whole(1, 600),
  },
  'process.preset': {
    variable: 'PROACTIVE_JOBS_PRESET',
    flag: 'preset',
    expected: `one of ${presets.join(', ')}`,
    read: oneOf(presets),
  },
  'process.command': {
    variable: 'PROACTIVE_JOBS_COMMAND',
    flag: 'command',
    expected: 'the path of a program',
    read: filled,
  },
  'process.args': { flag: 'arg', isList: true, expected: 'a list of arguments', read: texts },
  'process.env': { expected: 'an object with a text for each name', read: textsByName },
  'process.permissionMode': {
    flag: 'permission-mode',
    expected: `one of ${modes.join(', ')}`,
    read: oneOf(modes),
  },
  'queue.folder': {
    variable: 'PROACTIVE_JOBS_SPAWN_QUEUE',
    flag: 'spawn-queue',
    expected: 'a folder inside of the workspace, relative to it, with /',
    read: folderInside,
  },
} as const satisfies Readonly<Record<string, ConfigField>>;

export type ConfigPath = keyof typeof configFields;

/** How the field at that place is called as a flag, and read. */
export function configField(path: ConfigPath): ConfigField {
  return configFields[path];
}

/** Whether the user's file may have a field there. */
export function isConfigPath(path: string): path is ConfigPath {
  return Object.hasOwn(configFields, path);
}

function oneOf(words: readonly string[]) {
  return (value: unknown): string | undefined => words.find((word) => word === value);
}

function whole(least: number, most: number) {
  return (value: unknown): number | undefined => {
    const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined;
    return number >= least && number <= most ? number : undefined;
  };
}

function filled(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? value
    : undefined;
}

function textsByName(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every(([, text]) => typeof text === 'string')
    ? Object.fromEntries(entries as [string, string][])
    : undefined;
}

/** A login would end up in logs and in lists of processes. */
function address(value: unknown): string | undefined {
  return typeof value === 'string' && /^wss?:\/\/[^\s@]+$/.test(value) ? value : undefined;
}

function folderInside(value: unknown): string | undefined {
  return typeof value === 'string' ? queueRootOf(value) : undefined;
}
