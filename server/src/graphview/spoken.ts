/** What a screen reader says of a node. */
import type { GraphTaskView } from '../protocol/graphSnapshot';
import { faceOf, statusFaces } from './statusFace';
import type { RollUp } from './visible';

/** "p2-1, in progress, waits for 2, blocks 5: Read the settings". What is 0 is not said. */
export function spokenTask(task: GraphTaskView): string {
  const facts = [
    task.id,
    task.isManager ? 'manager' : '',
    faceOf(task).text,
    task.worker === undefined || task.status !== 'in-progress' ? '' : `by ${task.worker}`,
    task.live === undefined ? '' : `worker ${task.live.word}`,
    task.waitsFor > 0 ? `waits for ${task.waitsFor}` : '',
    task.blocks > 0 ? `blocks ${task.blocks}` : '',
    task.isCritical ? 'on the critical path' : '',
    task.errors > 0 ? plural(task.errors, 'error') : '',
    task.warnings > 0 ? plural(task.warnings, 'warning') : '',
    task.drift === undefined ? '' : 'contradicted by its progress file',
    task.noLifeSign === undefined ? '' : 'no sign of life',
    task.isForeign ? 'from another queue' : '',
  ];
  const said = facts.filter((fact) => fact !== '').join(', ');
  return task.title === '' ? said : `${said}: ${task.title}`;
}

/** "Phase 2: Build, folded, 12 tasks, 7 done, 2 in progress, 1 ready". */
export function spokenFold(name: string, roll: RollUp): string {
  const counts = roll.counts
    .filter(({ status }) => status !== 'complete' && status !== 'validated')
    .map(({ status, count }) => `${count} ${statusFaces[status].text}`);
  const facts = [
    name,
    'folded',
    plural(roll.members.length, 'task'),
    `${roll.done} done`,
    ...counts,
    roll.ready > 0 ? `${roll.ready} ready` : '',
    roll.troubled > 0 ? `${roll.troubled} in trouble` : '',
    roll.matched === undefined ? '' : `${roll.matched} found`,
  ];
  return facts.filter((fact) => fact !== '').join(', ');
}

/** "1 error", "2 errors". */
function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
