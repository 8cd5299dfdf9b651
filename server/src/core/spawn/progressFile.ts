/** The progress file of an attempt: where it lies, and what we write into it. Paths are relative to the workspace folder. */
import { stampOf } from '../fixes/support/stamp';
import { statedWords } from '../model/statedField';
import type { TaskKey } from '../model/taskKey';
import { knownTasksOf, slug } from '../runs/knownTasks';
import { isBareId, matchProgress } from '../runs/matchProgress';
import { progressStatus } from '../runs/progressStatus';
import { proseLinesOf } from '../runs/proseLines';
import type { QueueState } from '../state';
import { fieldWords, type TaskBlock, taskBlockOf } from './taskBlock';

/**
 * The file that counts for the task already, else the one that its Progress field names, else a new one that will be
 * matched with the task: a bare id such as `p3-2` needs a folder that vouches for it. Nothing for an unknown task.
 */
export function progressPathOf(
  state: QueueState,
  key: TaskKey,
  folderUri: string,
): string | undefined {
  const block = taskBlockOf(state, key);
  if (!block) return undefined;
  const known = (state.runs.progressOf.get(key) ?? []).find(
    (f) =>
      f.file.folder === folderUri && !f.isArchived && f.match.kind === 'task' && f.match.trusted,
  );
  return known?.file.path ?? namedPath(block) ?? newPath(state, key, block);
}

/** `scheduler/heartbeats/<id>.json`, beside the progress files. */
export function heartbeatPathOf(taskId: string): string {
  return `scheduler/heartbeats/${fileName(taskId)}.json`;
}

function namedPath({ declaration }: TaskBlock): string | undefined {
  const words = statedWords(declaration, 'progress') ?? '';
  const path = /(?:^|[\s`(])((?:\.\/)?scheduler\/progress\/[\w./-]+\.md)\b/.exec(words)?.[1];
  const clean = path?.replace(/^\.\//, '');
  return clean === undefined || clean.split('/').some((part) => part === '..' || part === '.')
    ? undefined
    : clean;
}

function newPath(state: QueueState, key: TaskKey, block: TaskBlock): string {
  const { id } = block.task;
  const plain = `scheduler/progress/${fileName(id)}.md`;
  if (!isBareId(id)) return plain;
  const known = knownTasksOf(state.documents.values());
  const parents = block.task.parents.flatMap((parent) => state.index.tasks.get(parent)?.id ?? []);
  const phase = /^phase (.+)$/.exec(block.declaration.phases[0] ?? '')?.[1];
  const folders = [
    ...parents,
    fieldWords(block, 'project'),
    phase === undefined ? undefined : `p${phase}`,
  ];
  for (const folder of folders) {
    const path = `scheduler/progress/${slug(folder ?? '')}/${fileName(id)}.md`;
    const match = matchProgress(known, path, [id]);
    if (match.kind === 'task' && match.trusted && match.key === key) return path;
  }
  return plain;
}

/** A name for every file system, whatever the id holds. */
function fileName(id: string): string {
  return id.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'task';
}

/**
 * The text of a new file. Its status stands below the attempt and not in the head, which would go on saying in-progress
 * whatever is added below it.
 */
export function newProgressText(state: QueueState, block: TaskBlock, attempt: number): string {
  const section = attemptSection(state, block, attempt);
  return `# Task: ${block.task.id}\n${section}\n## Work Log\n`;
}

/** What is added to a file that is there. Its task line makes the status below it the one that counts. */
export function attemptSection(state: QueueState, block: TaskBlock, attempt: number): string {
  return [
    '',
    `## Attempt ${attempt}`,
    '',
    `- **Task:** ${block.task.id}`,
    '- **Status:** in-progress',
    `- **Started:** ${stampOf(state, block.document)}`,
    '',
  ].join('\n');
}

/** What is added when nothing was started after all. */
export function notStartedSection(
  state: QueueState,
  block: TaskBlock,
  attempt: number,
  why: string,
): string {
  const at = stampOf(state, block.document);
  return backInQueue(block, `Attempt ${attempt} was not started (${at}): ${oneLine(why)}`);
}

/**
 * What is added when a worker was stopped, or its attempt put aside, and the task stands in the queue as before; the
 * status is that of the queue. Nothing when `text` says something else than in-progress by now: then those are the
 * worker's words, and they count.
 */
export function stoppedSection(
  state: QueueState,
  block: TaskBlock,
  attempt: number,
  text: string,
): string | undefined {
  if (progressStatus(proseLinesOf(text))?.value !== 'in-progress') return undefined;
  return backInQueue(block, `Attempt ${attempt} was stopped (${stampOf(state, block.document)}).`);
}

/** What happened, and the status that the task has in the queue: the last one written is the one that counts. */
function backInQueue({ task }: TaskBlock, sentence: string): string {
  return ['', sentence, '', `- **Task Status:** ${task.status}`, ''].join('\n');
}

/** What is added with a claim: the acceptance boxes of the task as they stand, and the worker's summary as data. */
export function claimSection(
  state: QueueState,
  block: TaskBlock,
  attempt: number | undefined,
  summary: string | undefined,
): string {
  const boxes = block.text.split('\n').flatMap((line) => {
    const box = /^[ \t]*[-*+][ \t]+\[([ xX])\][ \t]+(.+)$/.exec(line);
    return box ? [`- [${box[1] === ' ' ? ' ' : 'x'}] ${(box[2] as string).trim()}`] : [];
  });
  return [
    '',
    `## Claim${attempt === undefined ? '' : ` of attempt ${attempt}`}`,
    '',
    `- **Task:** ${block.task.id}`,
    '- **Status:** needs-validation',
    `- **Claimed Complete:** ${stampOf(state, block.document)}`,
    ...(summary === undefined || summary.trim() === '' ? [] : ['', `> ${oneLine(summary)}`]),
    ...(boxes.length === 0 ? [] : ['', '### Checklist', '', ...boxes]),
    '',
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}
