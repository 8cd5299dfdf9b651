/** Workers that a coordinator note names only by the task they were spawned for (workflow 1.3). */
import { isHyphenPrefix } from '../../dialect/taskId';
import { roleOf } from './noteField';
import { type NoteItem, nearestHeading } from './noteItems';
import type { NoteOutline } from './noteOutline';
import { idInRow } from './rowTask';
import type { SessionRecord } from './sessionRecords';
import type { SpawnRecord } from './spawnRecord';
import { remarksOf } from './spawnRemarks';
import { spawnedTasksIn } from './spawnedTasks';

/**
 * One record for each task that a note says a worker was spawned for, unless one of `sessions` is that worker's. The
 * record of a former worker is none: somebody was spawned after it.
 */
export function taskRecordsOf(
  outline: NoteOutline,
  sessions: readonly SessionRecord[],
): readonly SpawnRecord[] {
  const keyed = sessions.filter(({ record }) => !record.isFormer);
  const named = new Set(keyed.map(({ record }) => record.taskId?.toLowerCase()));
  const records: SpawnRecord[] = [];
  for (const item of outline.items) {
    for (const { id, part, isWorkerName } of spawnedBy(item)) {
      const name = id.toLowerCase();
      if (named.has(name) || keyed.some((of) => isSameWorker(of, item, name, isWorkerName)))
        continue;
      named.add(name);
      const remarks = remarksOf(outline, { item, part, isOwn: true, chain: [item] });
      records.push({
        taskId: id,
        sessionKey: undefined,
        ...remarks,
        isFormer: false,
        line: item.line,
      });
    }
  }
  return records;
}

interface Spawned {
  readonly id: string;
  readonly part: string;
  readonly isWorkerName: boolean;
}

/** The tasks that an item says a worker was spawned for; a row says it by a column of workers. */
function spawnedBy(item: NoteItem): readonly Spawned[] {
  const { said, cells } = item;
  const worker = cells.find(({ name }) => roleOf(name) === 'worker');
  if (worker !== undefined && /^[*_`]*[0-9a-f]{6,12}[*_`]*$/i.test(worker.value)) {
    const id = idInRow(item);
    return id === undefined ? [] : [{ id, part: said, isWorkerName: false }];
  }
  const found = spawnedTasksIn(said);
  return found.map(({ id, start, isWorkerName }, n) => ({
    id,
    part: found.length > 1 ? said.slice(n === 0 ? 0 : start, found[n + 1]?.start) : said,
    isWorkerName,
  }));
}

/**
 * A task that is named without a session is that of a worker with one where it is its short form, or where it is its
 * long form and stands with it: `Spawned worker p1-1-login` below `p1-1`.
 */
function isSameWorker(
  { record, from, item: own }: SessionRecord,
  item: NoteItem,
  name: string,
  isWorkerName: boolean,
): boolean {
  const of = record.taskId?.toLowerCase();
  if (of === undefined) return false;
  if (isHyphenPrefix(name, of)) return true;
  const isBeside = from.has(item) || (isWorkerName && nearestHeading(own) === nearestHeading(item));
  return isBeside && isHyphenPrefix(of, name);
}
