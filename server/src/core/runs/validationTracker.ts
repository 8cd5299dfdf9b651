/**
 * Who asked for a validation of which task, and what was answered: requests and results from the inboxes and verdict
 * files, joined by task. Times are those of the files, which no agent makes up.
 */
import { groupBy } from '../groupBy';
import type { QueueIndex } from '../index/queueIndex';
import type { TaskKey } from '../model/taskKey';
import type { Span } from '../model/span';
import { type KnownTask, slug } from './knownTasks';
import { isBareId, speaksFor } from './matchProgress';
import type { RunFile } from './runFile';
import type { VerdictWord } from './verdictWords';

export interface ValidationRequest {
  readonly file: RunFile;
  /** When the file last changed, in ms since the epoch. */
  readonly at: number;
  /** It lies in an archive: somebody has dealt with it, or given up. */
  readonly isArchived: boolean;
}

export interface ValidationAnswer {
  readonly file: RunFile;
  /** When the file last changed, in ms since the epoch. */
  readonly at: number;
  readonly verdict: Exclude<VerdictWord, 'unknown'>;
  /** The words of the verdict, where they stand in a text. */
  readonly span: Span;
}

export interface Validation {
  /** Newest first. */
  readonly requests: readonly ValidationRequest[];
  /** Newest first. */
  readonly answers: readonly ValidationAnswer[];
}

/** What was asked and answered of each task that is surely meant. */
export function validationsOf(
  files: readonly RunFile[],
  known: readonly KnownTask[],
  index: QueueIndex,
): ReadonlyMap<TaskKey, Validation> {
  const byTask = new Map<TaskKey, { requests: ValidationRequest[]; answers: ValidationAnswer[] }>();
  const find = taskFinder(known, index);
  for (const file of files) {
    for (const key of find(subjectOf(file), file.uri)) {
      const of = byTask.get(key) ?? { requests: [], answers: [] };
      byTask.set(key, of);
      const request = requestIn(file);
      const answer = answerIn(file);
      if (request) of.requests.push(request);
      if (answer) of.answers.push(answer);
    }
  }
  for (const { requests, answers } of byTask.values()) {
    requests.sort((a, b) => b.at - a.at);
    answers.sort((a, b) => b.at - a.at);
  }
  return byTask;
}

interface Subject {
  readonly ids: readonly string[];
  readonly project: string | undefined;
}

function subjectOf({ content }: RunFile): Subject {
  if (content.kind === 'message' && content.message.type !== 'other')
    return { ids: content.message.taskIds, project: content.message.project };
  if (content.kind === 'verdict' && content.verdict.taskId !== undefined)
    return { ids: [content.verdict.taskId], project: undefined };
  return { ids: [], project: undefined };
}

/** Exact ids of one task only. Every project has its own `p3-2`: such an id counts where the project is named as well. */
function taskFinder(
  known: readonly KnownTask[],
  index: QueueIndex,
): (subject: Subject, uri: string) => readonly TaskKey[] {
  const byKey = groupBy(known, ({ key }) => key);
  return ({ ids, project }, uri) => [
    ...new Set(
      ids.flatMap((id) => {
        const found = index.resolve(uri, id);
        if (found.kind !== 'task' || found.how !== 'exact') return [];
        const tasks = byKey.get(found.target) ?? [];
        const isVouched =
          project !== undefined && tasks.some((task) => speaksFor(task, [slug(project)]));
        return isBareId(id) && !isVouched ? [] : [found.target];
      }),
    ),
  ];
}

function requestIn(file: RunFile): ValidationRequest | undefined {
  const { content, modifiedAt } = file;
  return content.kind === 'message' && content.message.type === 'validation-request'
    ? { file, at: modifiedAt, isArchived: content.message.isArchived }
    : undefined;
}

function answerIn(file: RunFile): ValidationAnswer | undefined {
  const { content, modifiedAt: at } = file;
  if (content.kind === 'message' && content.message.type === 'validation-result') {
    const { verdict } = content.message;
    if (verdict === undefined || verdict === 'unknown') return undefined;
    return { file, at, verdict, span: { start: 0, end: 0 } };
  }
  if (content.kind !== 'verdict' || content.verdict.verdict === 'unknown') return undefined;
  const { verdict, span = { start: 0, end: 0 } } = content.verdict;
  return { file, at, verdict, span };
}
