/** Tasks declared by one line: pipe records (D3), checkboxes (D4), table rows (D5), status bullets (D6). */
import type { Declaration, TaskStatus } from '../model/declaration';
import type { BulletFacts } from './bullets';
import { type Surroundings, referencesOfFields } from './headingTasks';
import { phaseKeysOf } from './phaseKey';
import type { PipeRecord } from './pipeRecords';
import { readStatusReferences } from './references';
import type { TaskRow, TaskTable } from './taskTables';
import { statusOfTask, statusOfValue } from './taskStatus';

const noBoxes = { total: 0, ticked: 0 };

/** Rule D3: a pipe record. It is always a task, and its Status may name what it waits for. */
export function recordTask(record: PipeRecord, around: Surroundings): Declaration {
  const status = statusOfValue(record.status, 'field');
  return {
    ...base(record, around),
    form: 'pipe-record',
    kind: 'task',
    block: record.line,
    status,
    references: [...referencesOfFields(record.fields), ...readStatusReferences(record.status)],
    phases: phaseKeysOf(record.fields, around.phases),
  };
}

/** Rules D4 and D6: a checkbox or a status bullet, with the fields and boxes below it. */
export function bulletTask(bullet: BulletFacts, around: Surroundings): Declaration {
  return {
    ...base(bullet, around),
    form: bullet.form,
    kind: 'task',
    block: bullet.block,
    status: bulletStatus(bullet),
    references: referencesOfFields(bullet.fields),
    phases: phaseKeysOf(bullet.fields, around.phases),
    boxes: bullet.boxes,
  };
}

/** Rule D4: a Status field below beats a bold note, the note beats the box. */
function bulletStatus(bullet: BulletFacts): TaskStatus {
  const field = bullet.fields.find((f) => f.key === 'status' && f.value.value !== '');
  if (field) return statusOfValue(field.value, 'field');
  if (bullet.note && bullet.status !== 'complete')
    return { value: bullet.note.status, source: 'note', text: bullet.note.text };
  return {
    value: bullet.status,
    source: bullet.form === 'checkbox' ? 'box' : 'mark',
    text: bullet.mark,
  };
}

/** Rule D5: a row of a table of tasks, stories or epics. */
export function rowTask(row: TaskRow, table: TaskTable, around: Surroundings): Declaration {
  return {
    ...base(row, around),
    form: 'table-row',
    kind: row.kind,
    block: row.line,
    status: rowStatus(row, table, around.titles),
    references: referencesOfFields(row.fields),
    phases: phaseKeysOf(row.fields, around.phases),
  };
}

/** Rule S2: a row of a queue table without a Status column is pending, unless its table lists what is completed. */
function rowStatus(row: TaskRow, table: TaskTable, sections: readonly string[]): TaskStatus {
  if (row.status && row.status.value !== '') return statusOfValue(row.status, 'cell');
  const told = statusOfTask(row.fields, undefined, sections);
  return told.source === 'none' && !table.hasStatus
    ? { value: 'pending', source: 'default' }
    : told;
}

function base(
  line: Pick<Declaration, 'id' | 'title' | 'line' | 'fields'>,
  around: Surroundings,
): Pick<
  Declaration,
  'role' | 'id' | 'title' | 'line' | 'fields' | 'mark' | 'subTasks' | 'group' | 'boxes'
> {
  return {
    role: 'declaration',
    id: line.id,
    title: line.title,
    line: line.line,
    fields: line.fields,
    mark: undefined,
    subTasks: [],
    group: around.group,
    boxes: noBoxes,
  };
}
