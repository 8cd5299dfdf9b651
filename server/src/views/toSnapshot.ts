/** From a picture to what the client shows of all queues. */
import { queueOutline, type OutlineNode, type OutlineTask } from '../core/features/queueOutline';
import { explainNotReady } from '../core/features/support/explainNotReady';
import type { QueueDocument } from '../core/model/queueDocument';
import type { TaskKey } from '../core/model/taskKey';
import { plainText } from '../core/parse/plainText';
import type { QueueState } from '../core/state';
import { rangeOf } from '../core/text/lineTable';
import type { GroupView, NodeView, QueueSnapshot, QueueView, TaskView } from '../protocol/snapshot';
import type { Picture, QueueFile } from '../session/picture';
import { countTroubles, type TroubleCount } from './countTroubles';
import { fieldViews, placeViews, runViews } from './taskViews';
import { troubleWords } from './troubleWords';

interface QueueContext {
  readonly state: QueueState;
  readonly document: QueueDocument;
  readonly ready: ReadonlySet<TaskKey>;
  /** By index of the declaration. */
  readonly troubles: readonly TroubleCount[];
}

/** The complete snapshot of a picture. */
export function toSnapshot(picture: Picture): QueueSnapshot {
  const files = [...picture.files.values()].sort(byRank);
  const queues = files.map((file) => toQueueView(picture, file));
  const { revision, scanning, reading } = picture;
  return { revision, scanning, reading, queues };
}

/** Of a queue that is not read: slots that were merely assumed would be free in every sum. */
const noSlots = { max: 0, declared: false, inUse: 0 };

function toQueueView(picture: Picture, file: QueueFile): QueueView {
  const { state } = picture;
  const { uri, name } = file;
  const document = state.documents.get(uri);
  const schedule = state.schedule.byQueue.get(uri);
  const outline = queueOutline(state, uri);
  const place = { uri, name };
  if (document === undefined || schedule === undefined || outline === undefined) {
    const nothing = { slots: noSlots, done: 0, total: 0, ready: 0, nodes: [] };
    const why = file.trouble === undefined ? {} : { trouble: troubleWords(file.trouble) };
    return { ...place, coverage: 'unreadable', ...why, ...nothing };
  }
  const context: QueueContext = {
    state,
    document,
    ready: new Set(schedule.ready),
    troubles: countTroubles(document, picture.findings.get(uri) ?? []),
  };
  const { max, declared, inUse } = schedule.slots;
  return {
    ...place,
    coverage: document.coverage,
    slots: document.coverage === 'full' ? { max, declared, inUse } : noSlots,
    done: outline.done,
    total: outline.total,
    ready: schedule.ready.length,
    nodes: toNodeViews(context, outline.nodes, uri),
  };
}

/** Keys of groups are made of titles, so that they outlive edits; a repeated title is numbered. */
function toNodeViews(
  context: QueueContext,
  nodes: readonly OutlineNode[],
  parentKey: string,
): readonly NodeView[] {
  const seen = new Map<string, number>();
  return nodes.flatMap((node): readonly NodeView[] => {
    if (node.kind === 'task') return toTaskViews(context, node);
    const group = context.document.groups[node.group];
    if (group === undefined) return [];
    const title = group.title.value;
    const repeat = seen.get(title) ?? 0;
    seen.set(title, repeat + 1);
    const key = `${parentKey}\n# ${title}${repeat > 0 ? `\t${repeat}` : ''}`;
    const view: GroupView = {
      kind: 'group',
      key,
      title: plainText(title),
      range: rangeOf(context.document.lines, group.line),
      done: node.done,
      total: node.total,
      children: toNodeViews(context, node.children, key),
    };
    return [view];
  });
}

function toTaskViews(context: QueueContext, node: OutlineTask): readonly TaskView[] {
  const { state, document } = context;
  const task = state.index.tasks.get(node.key);
  const declaration = document.declarations[node.declaration];
  if (task === undefined || declaration === undefined) return [];
  const troubles = task.declarations.map((index) => context.troubles[index]);
  const sum = (what: 'errors' | 'warnings'): number =>
    troubles.reduce((total, count) => total + (count?.[what] ?? 0), 0);
  const notReady = explainNotReady(state, node.key);
  return [
    {
      kind: 'task',
      key: node.key,
      id: task.id,
      title: plainText(declaration.title?.value ?? ''),
      status: task.status,
      ready: context.ready.has(node.key),
      ...(notReady === undefined ? {} : { notReady }),
      isManager: task.isManager,
      ...fieldViews(declaration),
      ...placeViews(document, task, declaration),
      errors: sum('errors'),
      warnings: sum('warnings'),
      ...runViews(state, task, troubles),
      children: node.children.flatMap((child) => toTaskViews(context, child)),
    },
  ];
}

/** Queues nearer to the root of their folder come first, `PROACTIVE-JOBS.md` before its siblings. */
function byRank(a: QueueFile, b: QueueFile): number {
  const [x, y] = [rankOf(a.name), rankOf(b.name)];
  return x.depth - y.depth || x.sibling - y.sibling || (a.name < b.name ? -1 : 1);
}

function rankOf(name: string): { readonly depth: number; readonly sibling: number } {
  const parts = name.split('/');
  return {
    depth: parts.length,
    sibling: parts.at(-1)?.toUpperCase() === 'PROACTIVE-JOBS.MD' ? 0 : 1,
  };
}
