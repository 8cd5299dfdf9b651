/** Reads what comes in. The page draws text of strangers: a message that is not exactly as agreed is dropped whole. */
import type { GraphUiState, ToGraphPage } from '../../../server/src/protocol/graphMessages';
import type { GraphSnapshot } from '../../../server/src/protocol/graphSnapshot';
import { statusFaces } from '../../../server/src/graphview/statusFace';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

/** The message; nothing when its kind is unknown or a part of it is missing or of another type. */
export function readHostMessage(value: unknown): ToGraphPage | undefined {
  if (!isFields(value)) return undefined;
  const kind = String(value['kind']);
  return Object.hasOwn(messages, kind) && messages[kind]?.(value) === true
    ? (value as unknown as ToGraphPage)
    : undefined;
}

/** Kept state; nothing when it is of another version. Parts of it that are not as agreed are left out. */
export function readKeptState(value: unknown): GraphUiState | undefined {
  if (!isFields(value) || value['version'] !== 1) return undefined;
  const good = Object.entries(stateParts).filter(([name, check]) => check(value[name]));
  const parts = Object.fromEntries(good.map(([name]) => [name, value[name]]));
  return { version: 1, ...parts };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isTruth: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape = (parts: Readonly<Record<string, Check>>): Check => {
  const checks = Object.entries(parts);
  return (value) => isFields(value) && checks.every(([name, check]) => check(value[name]));
};

const isTexts = listOf(isText);
const isPlace = shape({ line: isNumber, character: isNumber });
const isRange = shape({ start: isPlace, end: isPlace });
const isEdge = { from: isText, to: isText };
const isStatus: Check = (value) =>
  isText(value) && value !== 'ready' && Object.hasOwn(statusFaces, value as string);

const isTask = shape({
  ...{ key: isText, id: isText, title: isText, status: isStatus, lane: isText },
  ...{ parent: maybe(isText), isManager: isTruth, ready: isTruth, notReady: isTexts },
  ...{ model: maybe(isText), priority: maybe(isText), worker: maybe(isText), uri: isText },
  repeats: maybe(listOf(isRange)),
  ...{ range: isRange, errors: isNumber, warnings: isNumber, drift: maybe(isText) },
  live: maybe(shape({ word: isText, needsYou: maybe(isText) })),
  ...{ noLifeSign: maybe(isText), lastSignMinutes: maybe(isNumber), blocks: isNumber },
  ...{ waitsFor: isNumber, slack: maybe(isNumber), isCritical: isTruth },
  ...{ wave: maybe(isNumber), isForeign: isTruth },
});

const isGraph = shape({
  revision: isNumber,
  queueUri: isText,
  queueName: isText,
  slots: shape({ max: isNumber, declared: isTruth, inUse: isNumber }),
  tasks: listOf(isTask),
  edges: listOf(
    shape({
      ...isEdge,
      kind: oneOf('dependency', 'phase', 'parent'),
      fulfilment: oneOf('met', 'soft', 'unmet'),
      isInCycle: isTruth,
      isCritical: isTruth,
    }),
  ),
  lanes: listOf(
    shape({ key: isText, title: isText, range: maybe(isRange), done: isNumber, total: isNumber }),
  ),
  cycles: listOf(shape({ ring: isTexts, cut: shape(isEdge) })),
  waves: listOf(isTexts),
  waterfall: listOf(shape({ key: isText, slot: isNumber, start: isNumber, end: isNumber })),
  criticalPath: isTexts,
} satisfies Record<keyof GraphSnapshot, Check>);

const isChange = shape({ added: isTexts, done: isTexts, lost: isTexts, reopened: isTexts });

const stateParts: Readonly<Record<Exclude<keyof GraphUiState, 'version'>, Check>> = {
  queueUri: isText,
  tab: oneOf('graph', 'table', 'waterfall', 'history'),
  folded: isTexts,
  query: isText,
  showsOthers: oneOf('dim', 'hide'),
  focus: isText,
  selected: isText,
  showsCriticalPath: isTruth,
  zoom: shape({ k: (k) => isNumber(k) && (k as number) > 0, x: isNumber, y: isNumber }),
  sort: shape({ column: isText, isDescending: isTruth }),
};

const messages: Readonly<Record<string, Check>> = {
  snapshot: shape({ snapshot: isGraph, isStale: isTruth, isTrusted: isTruth }),
  state: shape({ state: (state) => readKeptState(state) !== undefined }),
  reveal: shape({ key: isText, isWanted: isTruth }),
  queues: shape({ queues: listOf(shape({ uri: isText, name: isText })) }),
  refused: shape({ why: isText }),
  history: shape({
    commits: listOf(shape({ commit: isText, at: isNumber, subject: isText })),
    note: maybe(isText),
  }),
  past: shape({ commit: isText, snapshot: isGraph, change: isChange }),
};
