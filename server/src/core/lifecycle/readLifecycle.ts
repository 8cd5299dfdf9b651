/** A life-cycle from settings. What is wrong is said, and the default stands in its place. */
import { statusOfWords } from '../dialect/statusLexicon';
import {
  defaultLifecycle,
  type KnownStatus,
  type Lifecycle,
  type Role,
  roles,
  type Transition,
} from './lifecycle';

export interface ReadLifecycle {
  readonly lifecycle: Lifecycle;
  /** One sentence for each part that was not used. */
  readonly problems: readonly string[];
}

/**
 * `given`: `{ transitions: [{ from, to, by }], done: […], soft: […] }`, statuses in any known words. A part that is not
 * there, and a list of no transitions, mean the default.
 */
export function readLifecycle(given: unknown): ReadLifecycle {
  const problems: string[] = [];
  const values = isRecord(given) ? given : {};
  if (given !== undefined && given !== null && !isRecord(given))
    problems.push('it should be an object. Using the default.');
  const part = <T>(
    name: keyof Lifecycle,
    otherwise: T,
    read: (value: unknown) => T | string,
  ): T => {
    const value = values[name];
    if (value === undefined || value === null) return otherwise;
    const result = read(value);
    if (typeof result !== 'string') return result;
    problems.push(`${name}: ${result} Using the default.`);
    return otherwise;
  };
  const d = defaultLifecycle;
  const transitions = part('transitions', d.transitions, readTransitions);
  const done = part('done', d.done, (value) => {
    const list = readStatuses(value);
    return typeof list !== 'string' && list.length === 0
      ? 'without any status no dependency could ever be met.'
      : list;
  });
  const soft = part(
    'soft',
    d.soft.filter((s) => !done.includes(s)),
    readStatuses,
  );
  const both = soft.filter((status) => done.includes(status));
  if (both.length > 0)
    problems.push(`soft: ${both.join(', ')} cannot be done and soft at once; it counts as done.`);
  return {
    lifecycle: { transitions, done, soft: soft.filter((s) => !done.includes(s)) },
    problems,
  };
}

function readTransitions(value: unknown): readonly Transition[] | string {
  if (!Array.isArray(value)) return 'it should be a list of { from, to, by }.';
  const transitions: Transition[] = [];
  for (const [i, item] of value.entries()) {
    const where = `number ${i + 1}`;
    if (!isRecord(item)) return `${where} should be { from, to, by }.`;
    const from = readStatuses(item['from']);
    const to = readStatuses(item['to']);
    const by = readRoles(item['by']);
    for (const read of [from, to, by]) if (typeof read === 'string') return `${where}: ${read}`;
    for (const a of from as readonly KnownStatus[])
      for (const b of to as readonly KnownStatus[])
        transitions.push({ from: a, to: b, by: by as readonly Role[] });
  }
  return transitions.length > 0 ? transitions : defaultLifecycle.transitions;
}

function readStatuses(value: unknown): readonly KnownStatus[] | string {
  const list: KnownStatus[] = [];
  for (const word of asList(value)) {
    const status = typeof word === 'string' ? statusOfWords(word) : undefined;
    if (status === undefined || status === 'unknown')
      return `${JSON.stringify(word) ?? 'nothing'} is no status we know.`;
    list.push(status);
  }
  return [...new Set(list)];
}

function readRoles(value: unknown): readonly Role[] | string {
  const list: Role[] = [];
  for (const word of asList(value)) {
    const role = roles.find((known) => known === word);
    if (word === 'anyone') list.push(...roles);
    else if (role === undefined)
      return `${JSON.stringify(word) ?? 'nothing'} is no role. Use ${roles.join(', ')} or anyone.`;
    else list.push(role);
  }
  return [...new Set(list)];
}

/** A single word is a list of one; a missing one is told as such. */
function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
