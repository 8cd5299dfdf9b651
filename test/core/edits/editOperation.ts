/** What a person may ask of an edit, at random, and the edit that is made of it. */
import fc from 'fast-check';
import { addDependency } from '../../../server/src/core/edits/addDependency';
import { addTask } from '../../../server/src/core/edits/addTask';
import type { EditContext } from '../../../server/src/core/edits/editContext';
import type { KnownStatus } from '../../../server/src/core/edits/fileStyle';
import { moveTask } from '../../../server/src/core/edits/moveTask';
import { removeDependency } from '../../../server/src/core/edits/removeDependency';
import { setField } from '../../../server/src/core/edits/setField';
import { setStatus } from '../../../server/src/core/edits/setStatus';
import { type EditResult } from '../../../server/src/core/edits/textEdit';
import type { FieldKey } from '../../../server/src/core/model/field';
import type { QueueDocument } from '../../../server/src/core/model/queueDocument';
import { statuses } from '../../../server/src/core/model/status';
import { keyOf, queueUri } from './editing';

export const operation = fc.record({
  kind: fc.constantFrom(
    'status',
    'status',
    'follow',
    'field',
    'no-field',
    'wait',
    'no-wait',
    'add',
    'add-to',
    'move',
  ),
  task: fc.nat(20),
  other: fc.nat(20),
  status: fc.constantFrom<KnownStatus>(...statuses),
  field: fc.constantFrom<FieldKey>('model', 'worker', 'started', 'priority', 'claimed'),
  value: fc.constantFrom('opus', '2026-03-01 12:00 EST', 'naïve 🧪', 's-9 (again)'),
});

/** `task` and `other` are counted round and round. */
export type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** The edits for an operation on the task `id`, or why there are none. */
export function performOperation(
  context: EditContext,
  before: QueueDocument,
  id: string,
  other: string,
  op: Operation,
): EditResult {
  const key = keyOf(id);
  switch (op.kind) {
    case 'follow':
      return setStatus(context, { key, status: op.status, mirrors: true, slotLine: true });
    case 'field':
      return setField(context, { key, field: op.field, value: op.value });
    case 'no-field':
      return setField(context, { key, field: op.field, value: undefined });
    case 'wait':
      return addDependency(context, { key, on: keyOf(other) });
    case 'no-wait':
      return removeDependency(context, { key, reference: 0 });
    case 'add':
      return addTask(context, { uri: queueUri, task: newTask(op), place: { kind: 'after', key } });
    case 'add-to':
      return addTask(context, {
        uri: queueUri,
        task: newTask(op),
        place: { kind: 'group', group: phaseAt(before, op.other) },
      });
    case 'move':
      return moveTask(context, { key, group: phaseAt(before, op.other) });
    default:
      return setStatus(context, { key, status: op.status });
  }
}

function newTask({ status, value }: Operation) {
  return { id: 'new-77', title: value, status, fields: [] };
}

/** Index of the `n`th phase, counted round and round. */
export function phaseAt({ groups }: QueueDocument, n: number): number {
  const phases = groups.filter((g) => g.level === 2);
  return phases[n % phases.length]?.index ?? 0;
}
