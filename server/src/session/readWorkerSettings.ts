/** The settings about running workers, made true to their type as the others are. */
import { queueRootOf } from '../protocol/queueFolder';
import { defaultSettings as d, type Settings } from '../protocol/settings';
import { amount, count, oneOf, text, textsByName, truth, type PickSetting } from './settingKinds';

type WorkerSettings = Pick<
  Settings,
  'workers' | 'openclaw' | 'process' | 'spawnQueue' | 'acp' | 'codeLens'
>;

const minutes = 'a number of minutes, 0 or more';
const words = (...list: readonly string[]): string => `one of ${list.join(', ')}`;

/** Everything about workers; `pick` says what is wrong. */
export function readWorkerSettings(pick: PickSetting): WorkerSettings {
  return {
    workers: {
      noLifeSignMinutes: pick(
        ['workers', 'noLifeSignMinutes'],
        d.workers.noLifeSignMinutes,
        minutes,
        amount,
      ),
      proofOfLifeMinutes: pick(
        ['workers', 'proofOfLifeMinutes'],
        d.workers.proofOfLifeMinutes,
        minutes,
        amount,
      ),
      backend: chosen(pick, ['workers', 'backend'], d.workers.backend, [
        ...(['auto', 'openclaw', 'process', 'queue', 'acp'] as const),
      ]),
      maxConcurrent: pick(
        ['workers', 'maxConcurrent'],
        d.workers.maxConcurrent,
        'a whole number from 1 to 20',
        (v) => (within(v, 1, 20) ? v : undefined),
      ),
      startGraceSeconds: pick(
        ['workers', 'startGraceSeconds'],
        d.workers.startGraceSeconds,
        'a number of seconds, 0 or more',
        amount,
      ),
      runTimeoutMinutes: pick(
        ['workers', 'runTimeoutMinutes'],
        d.workers.runTimeoutMinutes,
        minutes,
        amount,
      ),
      models: pick(
        ['workers', 'models'],
        d.workers.models,
        'an object that gives each model of the queue its name at the back end, such as {"Sonnet": "sonnet"}',
        textsByName,
      ),
      promptTemplate: pick(
        ['workers', 'promptTemplate'],
        d.workers.promptTemplate,
        'a text with places such as ${taskId}',
        text,
      ),
      confirmSpawn: chosen(pick, ['workers', 'confirmSpawn'], d.workers.confirmSpawn, [
        ...(['always', 'firstPerWorkspace', 'never'] as const),
      ]),
    },
    openclaw: {
      url: pick(
        ['openclaw', 'url'],
        d.openclaw.url,
        'an address that begins with ws:// or wss://',
        (v) => (typeof v === 'string' && /^wss?:\/\/[^\s]+$/.test(v) ? v : undefined),
      ),
      agentId: pick(['openclaw', 'agentId'], d.openclaw.agentId, 'the id of an agent', (v) =>
        typeof v === 'string' && /^[\w.-]+$/.test(v) ? v : undefined,
      ),
      requestTimeoutSeconds: pick(
        ['openclaw', 'requestTimeoutSeconds'],
        d.openclaw.requestTimeoutSeconds,
        'a number of seconds from 1 to 600',
        (v) => (within(v, 1, 600) ? v : undefined),
      ),
    },
    process: {
      preset: chosen(pick, ['process', 'preset'], d.process.preset, [
        ...(['claude', 'codex', 'gemini', 'copilot', 'custom'] as const),
      ]),
      command: pick(['process', 'command'], d.process.command, 'the path of a program', text),
      args: pick<'process', readonly string[] | null>(
        ['process', 'args'],
        d.process.args,
        'a list of arguments',
        texts,
      ),
      env: pick(['process', 'env'], d.process.env, 'an object with a text for each name', (v) =>
        textsByName(v),
      ),
      permissionMode: chosen(pick, ['process', 'permissionMode'], d.process.permissionMode, [
        ...(['acceptEdits', 'plan', 'default'] as const),
      ]),
    },
    spawnQueue: {
      folder: pick(
        ['spawnQueue', 'folder'],
        d.spawnQueue.folder,
        'a folder inside the workspace folder, with /',
        folderInside,
      ),
    },
    acp: {
      command: pick(['acp', 'command'], d.acp.command, 'the path of a program', text),
      args: pick(['acp', 'args'], d.acp.args, 'a list of arguments', texts),
    },
    codeLens: {
      spawn: pick(['codeLens', 'spawn'], d.codeLens.spawn, 'true or false', truth),
      watch: pick(['codeLens', 'watch'], d.codeLens.watch, 'true or false', truth),
      reason: pick(['codeLens', 'reason'], d.codeLens.reason, 'true or false', truth),
      graph: pick(['codeLens', 'graph'], d.codeLens.graph, 'true or false', truth),
    },
  };
}

function chosen<Section extends keyof Settings, Word extends string>(
  pick: PickSetting,
  path: readonly [Section, keyof Settings[Section] & string],
  otherwise: Word,
  all: readonly Word[],
): Word {
  return pick(path, otherwise, words(...all), oneOf(all));
}

function within(value: unknown, least: number, most: number): value is number {
  return count(value) !== undefined && (value as number) >= least && (value as number) <= most;
}

/** A list of texts. Arguments may be empty, unlike the names that `settingKinds` reads. */
function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? value
    : undefined;
}

/** Relative, below the workspace folder, and not that folder itself. */
function folderInside(value: unknown): string | undefined {
  return typeof value === 'string' ? queueRootOf(value) : undefined;
}
