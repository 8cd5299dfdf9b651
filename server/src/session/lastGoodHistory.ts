/** Earlier contents of a queue, kept ones and committed ones, and the tasks that vanished from them unfinished. */
import { compareQueues } from '../core/guard/compareQueues';
import {
  type GuardedTask,
  guardedTasksOf,
  isSection,
  isUnfinished,
} from '../core/guard/guardedTasks';
import type { QueueDocument } from '../core/model/queueDocument';
import type { CoreOptions } from '../core/options';
import type { CommittedText, GitHistory } from '../workspace/gitHistory';
import type { KeptVersion } from '../workspace/lastGoodStore';
import type { Clock } from '../workspace/ports';
import type { Engine } from './engine';

/** An earlier content, wherever it comes from. */
export interface EarlierText {
  readonly name: string;
  /** ISO 8601, with a zone. */
  readonly at: string;
  readonly commit?: string;
  readonly text: string;
}

export interface EarlierTexts {
  /** The newest first. */
  readonly texts: readonly EarlierText[];
  /** What is missing and why, in sentences. */
  readonly notes: readonly string[];
}

/** Both sources in the order of their times. */
export async function earlierTexts(
  uri: string,
  kept: readonly KeptVersion[],
  git: GitHistory | undefined,
): Promise<EarlierTexts> {
  const own = kept.map(({ name, keptAt, text }) => {
    return { name: `kept:${name}`, at: new Date(keptAt).toISOString(), text };
  });
  if (git === undefined) {
    return { texts: own, notes: ['Git was not asked, because this workspace is not trusted.'] };
  }
  const history = await git.read(uri);
  if (history.kind === 'none') {
    return { texts: own, notes: [`There is no history from git: ${history.reason}.`] };
  }
  const notes = history.isComplete ? [] : ['The history is longer than what was read.'];
  const texts = [...own, ...history.versions.map(toEarlier)];
  return { texts: texts.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)), notes };
}

function toEarlier({ commit, committedAt, text }: CommittedText): EarlierText {
  return { name: `git:${commit}`, at: committedAt, commit: commit.slice(0, 7), text };
}

/** A task as it stood last. */
export interface HistoricTask {
  readonly task: GuardedTask;
  readonly from: EarlierText;
}

export interface HistoryTools {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly options: CoreOptions;
}

const longest = 10_000;
const slice = 10;

/**
 * Tasks that are in no content from some time on, and were unfinished the last time they were seen. Renamed ones are not
 * among them. `isComplete` is false when time ran out.
 */
export async function vanishedTasks(
  now: QueueDocument,
  texts: readonly EarlierText[],
  { engine, clock, options }: HistoryTools,
): Promise<{ readonly tasks: readonly HistoricTask[]; readonly isComplete: boolean }> {
  const known = new Set<string>();
  const tasks: HistoricTask[] = [];
  const startedAt = clock.now();
  let sliceEnd = startedAt + slice;
  let document: QueueDocument | undefined;
  for (const from of texts) {
    if (clock.now() > startedAt + longest) return { tasks, isComplete: false };
    if (clock.now() >= sliceEnd) {
      await clock.pause();
      sliceEnd = clock.now() + slice;
    }
    if (from.text === document?.text) continue;
    const read = (document = engine.readQueue(now.uri, from.text, options, document ?? now));
    const fresh = [...guardedTasksOf(read).values()].filter((task) => !known.has(nameOf(task)));
    for (const task of fresh) known.add(nameOf(task)).add(lineNameOf(task));
    if (!fresh.some(isUnfinished)) continue;
    const vanished = new Set(compareQueues(read, now).vanished.map(({ key }) => key));
    tasks.push(
      ...fresh
        .filter((task) => isUnfinished(task) && vanished.has(task.key))
        .map((task) => ({ task, from })),
    );
  }
  return { tasks, isComplete: true };
}

/** A task that is left as a row of some overview is still to be looked for as a section. */
function nameOf(task: GuardedTask): string {
  return task.declarations.some(isSection) ? task.key : lineNameOf(task);
}

function lineNameOf({ key }: GuardedTask): string {
  return `${key} as a line`;
}
