/** Several invented queues as one workspace, for tests of what holds between them. */
import { readQueue } from '../../server/src/core/dialect/readQueue';
import { type TaskKey, taskKeyOf } from '../../server/src/core/model/taskKey';
import { type CoreOptions, defaultOptions } from '../../server/src/core/options';
import { deriveState, type QueueState } from '../../server/src/core/state';

/** The clock of these tests. */
const now = Date.parse('2026-11-20T18:00:00-05:00');

/** The state of queues given by file name; the `gone` ones are open only, and their files deleted. */
export function workspaceOf(
  queues: Readonly<Record<string, string>>,
  options: Partial<CoreOptions> = {},
  gone: readonly string[] = [],
): QueueState {
  const all = { ...defaultOptions, ...options };
  const documents = Object.entries(queues).map(([name, text]) => readQueue(uriOf(name), text, all));
  const goneFiles = new Set(gone.map(uriOf));
  return deriveState({ documents, goneFiles, now, options: all });
}

export function uriOf(name: string): string {
  return `file:///w/${name}.md`;
}

export function keyOf(name: string, id: string): TaskKey {
  return taskKeyOf(uriOf(name), id);
}

/** `name#id` for each key: short and readable in expectations. */
export function shown(keys: readonly TaskKey[] = []): readonly string[] {
  return keys.map((key) => key.replace(/^file:\/\/\/w\/(.*)\.md\n/, '$1#'));
}

/** A task as a section of a queue. */
export function taskText(id: string, fields: Readonly<Record<string, string>> = {}): string {
  const all = { Status: 'pending', ...fields };
  const lines = Object.entries(all).map(([key, value]) => `- **${key}:** ${value}`);
  return [`### ${id}`, ...lines, '', ''].join('\n');
}
