/** Reading a short text in a test. */
import { readQueue } from '../../server/src/core/dialect/readQueue';
import type { Declaration } from '../../server/src/core/model/declaration';
import type { QueueDocument } from '../../server/src/core/model/queueDocument';
import type { Spanned } from '../../server/src/core/model/span';
import { type CoreOptions, defaultOptions } from '../../server/src/core/options';
import { deriveState, type QueueState } from '../../server/src/core/state';
import { defaultClock } from './marker';

export const queueUri = 'file:///queues/PROACTIVE-JOBS.md';

export function readText(text: string, options: Partial<CoreOptions> = {}): QueueDocument {
  return readQueue(queueUri, text, { ...defaultOptions, ...options });
}

/** The only task of a text. */
export function onlyTask(text: string): Declaration {
  const { declarations } = readText(text);
  const [first] = declarations;
  if (!first || declarations.length > 1)
    throw new Error(`${declarations.length} tasks instead of one in:\n${text}`);
  return first;
}

/** The fields of a task below a heading, as `key: value`. */
export function fieldsBelow(lines: string): readonly string[] {
  return taskWith(lines).fields.map((field) => `${field.key}: ${field.value.value}`);
}

/** The task of a heading with these lines below it. */
export function taskWith(lines: string): Declaration {
  const task = readText(`### app-one: First\n${lines}\n`).declarations.find(
    (d) => d.id.value === 'app-one',
  );
  if (!task) throw new Error(`No task was read from:\n${lines}`);
  return task;
}

/** `id: status (form)` of every declaration. */
export function tasksIn(text: string): readonly string[] {
  return readText(text).declarations.map((d) => `${d.id.value}: ${d.status.value} (${d.form})`);
}

/** `id: status (form)` of every mirror. */
export function mirrorsIn(text: string): readonly string[] {
  return readText(text).mirrors.map((m) => `${m.id.value}: ${m.status.value} (${m.form})`);
}

/** `code: the text it stands at` of what the reader noticed. */
export function problemsIn(text: string): readonly string[] {
  return readText(text).problems.map((p) => `${p.code}: ${text.slice(p.span.start, p.span.end)}`);
}

export function stateOf(text: string): QueueState {
  return deriveState({ documents: [readText(text)], now: defaultClock, options: defaultOptions });
}

/** A value with the place it would have at the start of a text. */
export function spanned(value: string): Spanned<string> {
  return { value, span: { start: 0, end: value.length } };
}
