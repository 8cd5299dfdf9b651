/** Every option of the command line: how it is read, and what the help says of it. Which command takes it: `commandTable.ts`. */

export interface OptionWords {
  /** What is written behind it; absent for a switch. */
  readonly value?: string;
  /** A phrase, with the default in brackets. */
  readonly says: string;
}

interface Option extends OptionWords {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
}

/** By name, without the dashes; `parseArgs` takes the table as it is. */
export const optionTable = {
  help: { type: 'boolean', short: 'h', says: 'this text' },
  version: { type: 'boolean', short: 'v', says: 'the version' },
  format: { type: 'string', value: 'text|json', says: 'how to report (text)' },
  'fail-on': {
    type: 'string',
    value: 'SEVERITY',
    says: 'exit with 1 from this severity on: error, warning, information or hint (warning)',
  },
  as: {
    type: 'string',
    value: 'KIND',
    says: 'read a file beside a queue: progress, heartbeat, note, portfolio, message, spawn-request, spawn-response or verdict',
  },
  path: { type: 'string', value: 'PATH', says: 'the place that the file has in its workspace' },
  project: {
    type: 'string',
    multiple: true,
    value: 'NAME=FOLDER',
    says: 'folder of a project that the task names (Repository, Project Directory or Project); may be repeated',
  },
  query: {
    type: 'string',
    value: 'QUERY',
    says: "only what it finds, such as 'status:ready blocks:>3' or '2+p2-1+' (docs/query.md)",
  },
  why: {
    type: 'string',
    value: 'ID',
    says: 'in place of the list: what keeps the QUERY from finding that task',
  },
  theme: { type: 'string', value: 'light|dark', says: 'colours of svg and html (light)' },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    says: 'where to write, which may exist but never be a queue (the output)',
  },
  at: { type: 'string', value: 'TIME', says: 'the clock, such as 2026-02-13T01:11:57-05:00 (now)' },
  times: {
    type: 'string',
    value: 'FILE',
    says: 'when files changed, in place of the disk\'s word: {"at": TIME, "files": {"path": TIME, ...}}',
  },
  zone: {
    type: 'string',
    value: 'ZONE',
    says: 'zone of times written without one: local, UTC, America/New_York, or an offset, written --zone=-05:00 (the offset of the clock, else local)',
  },
  rule: {
    type: 'string',
    multiple: true,
    value: 'CODE=SEVERITY',
    says: 'report a code as off, hint, information, warning or error; may be repeated',
  },
  'spawn-queue': {
    type: 'string',
    value: 'FOLDER',
    says: 'where the file queue stands below this folder (scheduler/spawn-queue)',
  },
  next: { type: 'boolean', says: 'the most urgent ready task; shown first' },
  fill: { type: 'boolean', says: 'as many ready tasks as there are free slots; shown first' },
  yes: { type: 'boolean', short: 'y', says: 'start without asking' },
  'dry-run': { type: 'boolean', says: 'show what would happen, and start nothing' },
  'override-slots': { type: 'boolean', says: 'start one task although the slots are full' },
  reconcile: {
    type: 'boolean',
    says: 'write down what is learnt, and start what waits in the file queue if another back end can',
  },
  gone: { type: 'boolean', says: 'you have looked, no worker of it lives' },
  summary: { type: 'string', value: 'TEXT', says: 'what was done, in words' },
  override: {
    type: 'string',
    value: 'REASON',
    says: 'complete without a PASS verdict; the reason is written down',
  },
  queue: { type: 'string', value: 'PATH', says: 'which queue is meant, where several have the id' },
  json: { type: 'boolean', says: 'print JSON; spawn and retry then need --yes or --dry-run' },
  backend: {
    type: 'string',
    value: 'NAME',
    says: 'auto, openclaw, process or queue (auto: the first that answers)',
  },
  template: {
    type: 'string',
    value: 'FILE',
    says: 'words for the worker, with places such as ${taskId}',
  },
  max: { type: 'string', value: 'N', says: 'workers at once (2); a lower limit in the queue wins' },
  'openclaw-url': {
    type: 'string',
    value: 'URL',
    says: 'gateway (ws://127.0.0.1:18789); its token comes from OPENCLAW_GATEWAY_TOKEN',
  },
  'openclaw-agent': { type: 'string', value: 'ID', says: 'agent of the gateway (main)' },
  preset: {
    type: 'string',
    value: 'NAME',
    says: 'program of the back end process: claude, codex, gemini, copilot or custom (claude)',
  },
  command: { type: 'string', value: 'PATH', says: 'another program in place of the preset' },
  arg: {
    type: 'string',
    multiple: true,
    value: 'ARG',
    says: "argument in place of the preset's, written --arg=ARG; may be repeated",
  },
  'permission-mode': {
    type: 'string',
    value: 'MODE',
    says: 'acceptEdits, plan or default (acceptEdits)',
  },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof optionTable;

/** How it is typed and what is said of it. */
export function optionOf(name: OptionName): Option {
  return optionTable[name];
}
