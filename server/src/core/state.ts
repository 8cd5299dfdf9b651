/** The derived state of all queues: built from documents, with a revision. Nothing in it is ever changed. */
import type { VerifiedFile } from './claims/claim';
import { dependencyGraphOf } from './graph/dependencyGraph';
import type { DependencyGraph } from './graph/graphModel';
import type { GuardAlarm } from './guard/guardVerdict';
import { type OutlineFacts, outlineFactsOf } from './index/outlineFacts';
import { type QueueIndex, queueIndexOf } from './index/queueIndex';
import type { QueueDocument } from './model/queueDocument';
import type { CoreOptions } from './options';
import type { RunFile } from './runs/runFile';
import { type RunState, runStateOf } from './runs/runState';
import { scheduleOf } from './schedule/schedule';
import type { Schedule } from './schedule/scheduleModel';

export interface QueueState {
  readonly revision: number;
  /** The clock, in ms since the epoch; the only time anything in here knows. */
  readonly now: number;
  readonly options: CoreOptions;
  /** By uri, in the order of their uris. */
  readonly documents: ReadonlyMap<string, QueueDocument>;
  readonly index: QueueIndex;
  readonly graph: DependencyGraph;
  readonly schedule: Schedule;
  /** The files beside the queues, matched with the tasks. */
  readonly runs: RunState;
  readonly runFiles: readonly RunFile[];
  /** When each queue file last changed, in ms since the epoch, by uri. */
  readonly queueTimes: ReadonlyMap<string, number>;
  /** Queues that an editor shows although their files are no longer on the disk, by uri: nothing can be recorded there. */
  readonly goneFiles: ReadonlySet<string>;
  /** Queues whose content was lost from outside and that nobody has accepted, by uri. */
  readonly alarms: ReadonlyMap<string, GuardAlarm>;
  /** What looking for the claims of a progress file gave, by uri; only where somebody has looked. */
  readonly verifications: ReadonlyMap<string, VerifiedFile>;
}

/** What a rebuild starts from. */
export interface StateInput {
  readonly documents: readonly QueueDocument[];
  /** Files beside the queues; none by default. The same array as before means that none has changed. */
  readonly runFiles?: readonly RunFile[];
  /** When each queue file last changed, in ms since the epoch, by uri; files that are missing here count as just changed. */
  readonly queueTimes?: ReadonlyMap<string, number>;
  /** Queues that are open while their files are gone, by uri; none by default. */
  readonly goneFiles?: ReadonlySet<string>;
  /** Open alarms of the queue guard, by uri; none by default. */
  readonly alarms?: ReadonlyMap<string, GuardAlarm>;
  /** Verified claims, by uri of the progress file; none by default. */
  readonly verifications?: ReadonlyMap<string, VerifiedFile>;
  /** In ms since the epoch. */
  readonly now: number;
  readonly options: CoreOptions;
}

const noFiles: readonly RunFile[] = [];
const noTimes: ReadonlyMap<string, number> = new Map();
const noVerifications: ReadonlyMap<string, VerifiedFile> = new Map();
const noneGone: ReadonlySet<string> = new Set();
const noAlarms: ReadonlyMap<string, GuardAlarm> = new Map();

/** Builds the state. What did not change since `previous` is the same object as there (invariants I6, I7). */
export function deriveState(input: StateInput, previous?: QueueState): QueueState {
  const { now, options } = input;
  const documents = new Map(
    [...input.documents]
      .sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0))
      .map((d) => [d.uri, d]),
  );
  const outlines = outlinesOf(documents, previous);
  const sameOutlines = previous !== undefined && sameItems(outlines, previous.index.outlines);
  const index = sameOutlines ? previous.index : queueIndexOf(outlines);
  const sameGraph =
    sameOutlines &&
    previous.options.softDoneMeetsDependency === options.softDoneMeetsDependency &&
    sameItems(previous.options.lifecycle.done, options.lifecycle.done) &&
    sameItems(previous.options.lifecycle.soft, options.lifecycle.soft);
  const graph = sameGraph ? previous.graph : dependencyGraphOf(index, options);
  const sameSchedule = sameGraph && previous.options.defaultSlots === options.defaultSlots;
  const schedule = sameSchedule ? previous.schedule : scheduleOf(index, graph, options);
  const files = input.runFiles ?? noFiles;
  const sameRuns =
    sameOutlines &&
    previous.runFiles === files &&
    sameItems([...documents.values()], [...previous.documents.values()]);
  const runs = sameRuns ? previous.runs : runStateOf(files, documents, index);
  return {
    revision: (previous?.revision ?? 0) + 1,
    now,
    options,
    documents,
    index,
    graph,
    schedule,
    runs,
    runFiles: files,
    queueTimes: input.queueTimes ?? noTimes,
    goneFiles: input.goneFiles ?? noneGone,
    alarms: input.alarms ?? noAlarms,
    verifications: input.verifications ?? noVerifications,
  };
}

function outlinesOf(
  documents: ReadonlyMap<string, QueueDocument>,
  previous: QueueState | undefined,
): readonly OutlineFacts[] {
  return [...documents.values()].map((document) => {
    const before = previous?.index.outlines.find((o) => o.uri === document.uri);
    if (before && previous?.documents.get(document.uri) === document) return before;
    return outlineFactsOf(document, before);
  });
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
