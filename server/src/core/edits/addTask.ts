/** Adding a task: behind another one, at the end of a group, or behind the last open task of the file. */
import { isTaskId } from '../dialect/taskId';
import type { Declaration } from '../model/declaration';
import type { Group, QueueDocument } from '../model/queueDocument';
import { isClosed } from '../model/status';
import { type TaskKey, taskKeyOf } from '../model/taskKey';
import { endsWithRule, introEnd, isHeadingForm, lastTaskOf, levelOf, wordsOf } from './blocks';
import { checkedEdit } from './checkedEdit';
import { fileDamage } from './damage';
import { contextAfter, type EditContext } from './editContext';
import { eolOf, lastWordsEnd } from './lines';
import { type NewTask, newTaskText } from './newTaskText';
import { type EditResult, refused, type TextEdit } from './textEdit';

export interface NewTaskIntent {
  readonly uri: string;
  readonly task: NewTask;
  /** By default behind the last task that is still open. */
  readonly place?:
    | { readonly kind: 'after'; readonly key: TaskKey }
    /** Index into `QueueDocument.groups`. */
    | { readonly kind: 'group'; readonly group: number };
}

/** The edits that add a task in the style of its neighbours; of the product where there are none. */
export function addTask(context: EditContext, intent: NewTaskIntent): EditResult {
  const { uri, task } = intent;
  const document = context.state.documents.get(uri);
  if (!document) return refused('The queue is no longer there.');
  const damage = fileDamage(document);
  if (damage) return damage;
  const why = objection(context, intent);
  if (why !== undefined) return refused(why);
  const place = placeOf(context, document, intent);
  if (!place) return refused('The place for the new task is no longer there.');
  const words = newTaskText(document, task, place.like, place.level);
  if (typeof words !== 'string') return words;
  const edit = insertionOf(document, place, words);
  const result = checkedEdit(context, document, `Add ${task.id}`, [edit], {
    added: { id: task.id, check: (after, read) => isAsMeant(after, read, task, place.group) },
  });
  if (result.kind === 'refused') return result;
  const next = contextAfter(context, uri, result.edits);
  if ('kind' in next) return next;
  return next.state.graph.cycles.length > context.state.graph.cycles.length
    ? refused(
        `With these dependencies \`${task.id}\` and others would wait for each other for ever.`,
      )
    : result;
}

function objection({ state }: EditContext, { uri, task }: NewTaskIntent): string | undefined {
  if (!isTaskId(task.id))
    return `\`${task.id}\` is no id: use words and numbers joined by hyphens, such as \`p2-1-search\`.`;
  if (state.index.tasks.has(taskKeyOf(uri, task.id))) return `\`${task.id}\` is already declared.`;
  const values = [task.title ?? '', ...task.fields.map((f) => f.value)];
  if (values.some((v) => /[\r\n]/.test(v))) return 'Title and fields are one line each.';
  return task.fields.some((f) => f.key === 'status') ? 'The status is given once.' : undefined;
}

interface Place {
  /** Where the line before the new task ends. */
  readonly at: number;
  /** The neighbour whose form and notation count. */
  readonly like: Declaration | undefined;
  readonly level: number;
  readonly group: Group | undefined;
  /** True for a task that has a neighbour of its own form right before it. */
  readonly isBehindLike: boolean;
}

function placeOf(
  { state }: EditContext,
  document: QueueDocument,
  { place }: NewTaskIntent,
): Place | undefined {
  if (place?.kind === 'after') {
    const task = state.index.tasks.get(place.key);
    const like =
      task?.uri === document.uri
        ? document.declarations[task.declarations.at(-1) ?? -1]
        : undefined;
    return like && behind(document, like);
  }
  if (place?.kind === 'group') {
    const group = document.groups[place.group];
    if (!group) return undefined;
    const like = lastTaskOf(document, group);
    if (like) return behind(document, like);
    const model = document.declarations.find((d) => isHeadingForm(d.form));
    const level = Math.max(group.level + 1, model ? levelOf(document, model) : 3);
    if (level > 6) return undefined;
    return { at: introEnd(document, group), like: model, level, group, isBehindLike: false };
  }
  const { declarations, text } = document;
  const like = declarations.filter((d) => !isClosed(d.status.value)).at(-1) ?? declarations.at(-1);
  if (like) return behind(document, like);
  const at = lastWordsEnd(text, { start: 0, end: text.length });
  return { at, like: undefined, level: 3, group: undefined, isBehindLike: false };
}

function behind(document: QueueDocument, like: Declaration): Place {
  return {
    at: wordsOf(document, like).end,
    like,
    level: isHeadingForm(like.form) ? levelOf(document, like) : 3,
    group: document.groups[like.group],
    isBehindLike: true,
  };
}

function insertionOf(document: QueueDocument, place: Place, words: string): TextEdit {
  const { uri, text } = document;
  const eol = eolOf(text);
  const isLine = place.isBehindLike && place.like !== undefined && !isHeadingForm(place.like.form);
  const rule = place.isBehindLike && place.like && !isLine && endsWithRule(document, place.like);
  const isEmpty = text.replace(/^\ufeff/, '').trim() === '';
  const lead = isEmpty ? '' : isLine ? eol : eol + eol;
  const at = isEmpty ? (text.startsWith('\ufeff') ? 1 : 0) : place.at;
  const newText = lead + words + (rule === true ? `${eol}${eol}---` : '');
  return { uri, span: { start: at, end: at }, expected: '', newText };
}

function isAsMeant(
  after: Declaration,
  document: QueueDocument,
  task: NewTask,
  group: Group | undefined,
): boolean {
  return (
    after.id.value === task.id &&
    after.status.value === task.status &&
    (after.title?.value ?? '') === (task.title ?? '').trim() &&
    document.groups[after.group]?.title.value === group?.title.value &&
    task.fields.every(({ key, value }) =>
      after.fields.some((f) => f.key === key && f.value.value === value.trim()),
    )
  );
}
