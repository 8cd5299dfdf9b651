/** Letting a task wait for another one. */
import { firmTargets } from '../graph/dependencyGraph';
import type { DependencyGraph } from '../graph/graphModel';
import { idOf } from '../index/idOf';
import type { Declaration } from '../model/declaration';
import { fieldOf } from '../model/declaration';
import type { Field } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import type { Reference } from '../model/reference';
import { holdsSpan } from '../model/span';
import type { TaskKey } from '../model/taskKey';
import { addFieldEdit } from './addField';
import { checkedEdit } from './checkedEdit';
import { declarationFacts, referenceFacts } from './documentFacts';
import { fieldOfReference, saysNone } from './dependencyWords';
import type { EditContext } from './editContext';
import { eolOf, lineAround } from './lines';
import { valueEdit } from './setField';
import { cellEdit, rowCellsAt } from './tableCells';
import { findTarget, type TaskTarget } from './taskTarget';
import { type EditResult, type Refusal, refused, type TextEdit } from './textEdit';

export interface DependencyIntent extends TaskTarget {
  /** The task to wait for. */
  readonly on: TaskKey;
}

/** The edits; a refusal when the task waits for it already, or when nobody could ever start. */
export function addDependency(context: EditContext, intent: DependencyIntent): EditResult {
  const target = findTarget(context, intent);
  if (target.kind === 'refused') return target;
  const { state } = context;
  const other = state.index.tasks.get(intent.on);
  if (!other) return refused('The task to wait for is no longer declared.');
  const { document, declaration, at } = target;
  const why = objection(context, intent, declaration.id.value, other.id, document.uri);
  if (why !== undefined) return refused(why);
  const edit = dependencyEdit(document, declaration, other.id);
  if ('kind' in edit) return edit;
  const description = `Let ${declaration.id.value} wait for ${other.id}`;
  return checkedEdit(context, document, description, [edit], {
    changed: new Map([
      [
        at,
        (after, before, documents) => {
          const old = before.references.map(referenceFacts);
          const now = after.references.map(referenceFacts);
          const added = now.filter((r) => !old.includes(r));
          return (
            now.length === old.length + 1 &&
            added.length === 1 &&
            after.references.some(
              (r) => r.kind === 'id' && r.text.value === other.id && r.either === undefined,
            ) &&
            others(documents.before, before) === others(documents.after, after)
          );
        },
      ],
    ]),
  });
}

function others(document: QueueDocument, declaration: Declaration): string {
  return declarationFacts(
    document,
    declaration,
    new Set(['references']),
    (f) => f.key === 'dependencies',
  );
}

function objection(
  { state }: EditContext,
  { key, on }: DependencyIntent,
  id: string,
  otherId: string,
  uri: string,
): string | undefined {
  if (key === on) return 'A task cannot wait for itself.';
  const waits = state.graph.byTask.get(key) ?? [];
  if (waits.some((d) => firmTargets(d.resolution).includes(on)))
    return `\`${id}\` already waits for \`${otherId}\`.`;
  const path = pathBetween(state.graph, on, key);
  if (path) {
    const named = [key, ...path].map((k) => idOf(state.index, k));
    return `That would close a ring, and none of these could start: ${named.join(' → ')}.`;
  }
  const found = state.index.resolve(uri, otherId);
  return found.kind === 'task' && found.target === on
    ? undefined
    : `In this file \`${otherId}\` would not mean that task.`;
}

/** Tasks from `from` to `to` along what each waits for, both included; nothing when there is no way. */
function pathBetween(
  graph: DependencyGraph,
  from: TaskKey,
  to: TaskKey,
): readonly TaskKey[] | undefined {
  const before = new Map<TaskKey, TaskKey | undefined>([[from, undefined]]);
  for (const key of before.keys()) {
    if (key === to) {
      const path: TaskKey[] = [];
      for (let at: TaskKey | undefined = key; at !== undefined; at = before.get(at))
        path.unshift(at);
      return path;
    }
    for (const next of (graph.byTask.get(key) ?? []).flatMap((d) =>
      d.choice === undefined ? firmTargets(d.resolution) : [],
    ))
      if (!before.has(next)) before.set(next, key);
  }
  return undefined;
}

function dependencyEdit(
  document: QueueDocument,
  declaration: Declaration,
  id: string,
): TextEdit | Refusal {
  const written = declaration.references.filter((r) => r.via === 'field');
  if (written.some((r) => r.kind === 'free-text'))
    return refused(
      `\`${declaration.id.value}\` names what it waits for in words. Edit them by hand.`,
    );
  const last = written.at(-1);
  const field = last ? fieldOfReference(declaration, last) : fieldOf(declaration, 'dependencies');
  if (!field && !last) return newDependencies(document, declaration, id);
  if (last && (!field || !holdsSpan(field.value.span, last.item)))
    return itemBelow(document, last.item, id);
  if (!field) return newDependencies(document, declaration, id);
  if (field.items.length > 0 && !last)
    return refused(`The list below ${field.name.value} names no tasks. Edit it by hand.`);
  return last
    ? appended(document, field, last, id)
    : valueEdit(document, declaration, field, idIn(field, id));
}

/** Instead of "None", in the same backticks. */
function idIn(field: Field, id: string): string {
  return saysNone(field.value.value) || field.value.value === ''
    ? id
    : `${field.value.value}, ${id}`;
}

function appended(
  { uri, text }: QueueDocument,
  field: Field,
  { item, either }: Reference,
  id: string,
): TextEdit {
  const value = text.slice(field.value.span.start, field.value.span.end);
  const joint = either !== undefined || (value.includes(';') && !value.includes(',')) ? ';' : ',';
  const tick = /^`[^`]*`$/.test(value.split(/[,;]/).at(-1)?.trim() ?? '') ? '`' : '';
  return {
    uri,
    span: { start: item.end, end: item.end },
    expected: '',
    newText: `${joint} ${tick}${id}${tick}`,
  };
}

/** One more bullet below the last one, or one more item in a sub-heading. */
function itemBelow(
  { uri, text }: QueueDocument,
  item: { readonly start: number; readonly end: number },
  id: string,
): TextEdit {
  const line = lineAround(text, item.start);
  const lead = /^[ \t]*[-*+][ \t]+/.exec(text.slice(line.start, line.end))?.[0];
  if (lead === undefined)
    return { uri, span: { start: item.end, end: item.end }, expected: '', newText: `, ${id}` };
  const span = { start: line.end, end: line.end };
  return { uri, span, expected: '', newText: `${eolOf(text)}${lead}${id}` };
}

function newDependencies(
  document: QueueDocument,
  declaration: Declaration,
  id: string,
): TextEdit | Refusal {
  if (declaration.form === 'table-row') {
    const row = rowCellsAt(document.text, declaration.line);
    const at =
      row?.header.findIndex((h) => /^(?:dependenc|depends|blocked by|requires)/i.test(h)) ?? -1;
    const cell = row?.cells[at];
    return cell
      ? cellEdit(document, cell, id)
      : refused(`The table of \`${declaration.id.value}\` has no column for dependencies.`);
  }
  return addFieldEdit(document, declaration, { key: 'dependencies', value: id });
}
