/** Reads what the graph page sends: it has shown text of strangers, so nothing of it is taken on trust. */
import type {
  FromGraphPage,
  GraphEdit,
  GraphExportFormat,
  GraphUiState,
} from '../../../server/src/protocol/graphMessages';
import type { StatusView } from '../../../server/src/protocol/snapshot';

const formats: readonly GraphExportFormat[] = ['svg', 'png', 'mermaid', 'dot', 'json', 'html'];
const statuses: readonly StatusView[] = [
  ...(['pending', 'in-progress', 'needs-validation', 'self-validated', 'validated'] as const),
  ...(['complete', 'blocked', 'failed', 'cancelled', 'unknown'] as const),
];

type Fields = Readonly<Record<string, unknown>>;

/** The message; nothing when it is none of ours or a part of it is not as agreed. */
export function readPageMessage(value: unknown): FromGraphPage | undefined {
  if (!isFields(value)) return undefined;
  const { kind, key, uri, keys, commit, format, content } = value;
  switch (kind) {
    case 'ready':
    case 'askHistory':
      return { kind };
    case 'uiState': {
      const state = readUiState(value['state']);
      return state && { kind, state };
    }
    case 'openTask':
      return isText(key) ? { kind, key, toSide: value['toSide'] === true } : undefined;
    case 'selected':
      return isText(key) ? { kind, key } : undefined;
    case 'showQueue':
      return isText(uri) ? { kind, uri } : undefined;
    case 'edit': {
      const edit = readEdit(value['edit']);
      return edit && { kind, edit };
    }
    case 'spawn':
      return isTexts(keys) ? { kind, keys } : undefined;
    case 'askPast':
      return isText(commit) && /^[0-9a-f]{4,64}$/.test(commit) ? { kind, commit } : undefined;
    case 'export': {
      const known = formats.find((each) => each === format);
      return known !== undefined && isText(content) ? { kind, format: known, content } : undefined;
    }
    default:
      return undefined;
  }
}

/** The state of a page; nothing when it is of another version or no state at all. Its parts are the page's affair. */
export function readUiState(value: unknown): GraphUiState | undefined {
  if (!isFields(value) || value['version'] !== 1) return undefined;
  const { queueUri } = value;
  if (queueUri !== undefined && !isText(queueUri)) return undefined;
  return value as unknown as GraphUiState;
}

function readEdit(value: unknown): GraphEdit | undefined {
  if (!isFields(value)) return undefined;
  const { kind, from, to, key, status, id, title, lane } = value;
  switch (kind) {
    case 'addDependency':
    case 'removeDependency':
      return isText(from) && isText(to) ? { kind, from, to } : undefined;
    case 'setStatus': {
      const known = statuses.find((each) => each === status);
      return isText(key) && known !== undefined ? { kind, key, status: known } : undefined;
    }
    case 'addTaskAfter':
      return isText(key) && isText(id) && isText(title) ? { kind, key, id, title } : undefined;
    case 'moveToLane':
      return isText(key) && isText(lane) ? { kind, key, lane } : undefined;
    default:
      return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}
