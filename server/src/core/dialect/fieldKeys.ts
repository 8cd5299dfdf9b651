/** What the keys of fields mean (rule F3). Everything not listed is kept as `other`. */
import type { FieldKey } from '../model/field';

const aliases: Readonly<Record<Exclude<FieldKey, 'other'>, readonly string[]>> = {
  status: ['status'],
  priority: ['priority'],
  model: ['model', 'min model', 'recommended model'],
  dependencies: ['dependencies', 'dependency', 'depends on', 'blocked by', 'requires'],
  worker: [
    'worker',
    'agent',
    'assigned',
    'session',
    'session id',
    'sub-agent',
    'worker session',
    'handled by',
  ],
  parent: ['parent'],
  phase: ['phase', 'parent phase'],
  started: ['started', 'spawned'],
  completed: ['completed'],
  claimed: ['claimed complete', 'completion claimed'],
  progress: ['progress', 'progress file'],
  project: ['project'],
  type: ['type'],
  description: ['description', 'details', 'goal'],
  'sub-tasks': ['sub-tasks', 'subtasks', 'sub tasks'],
  'task-id': ['task id'],
  created: ['created'],
  updated: ['updated', 'last updated'],
  result: ['result'],
  summary: ['summary'],
  title: ['title', 'name'],
};

const byName = new Map<string, FieldKey>(
  Object.entries(aliases).flatMap(([key, names]) =>
    names.map((name): [string, FieldKey] => [name, key as FieldKey]),
  ),
);

/** Fields that make a heading with an id a task (rule D1) and that may be written plainly (rule F2). */
const core: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'status',
  'priority',
  'model',
  'dependencies',
  'parent',
  'phase',
  'worker',
  'started',
  'completed',
  'claimed',
  'description',
  'type',
  'result',
  'summary',
  'sub-tasks',
  'task-id',
  'created',
  'project',
  'progress',
  'updated',
]);

/** The meaning of a key as written, any case. */
export function fieldKeyOf(name: string): FieldKey {
  return byName.get(name.trim().toLowerCase().replace(/\s+/g, ' ')) ?? 'other';
}

/** True for a field that makes a heading with an id a task, and that may be written plainly (rules D1, F2). */
export function isCoreKey(key: FieldKey): boolean {
  return core.has(key);
}

/** Fields that a task may lend from its later sub-sections (rule F1); Status is not one. */
export function isInheritable(key: FieldKey): boolean {
  return (
    key === 'project' ||
    key === 'priority' ||
    key === 'model' ||
    key === 'dependencies' ||
    key === 'worker' ||
    key === 'parent'
  );
}
