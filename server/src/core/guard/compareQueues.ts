/** What became of the last good content of a queue in its new content: pure facts, no judgement. */
import type { QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { maskText } from '../parse/mask';
import { conflictMarkersOf } from './conflictMarkers';
import { guardedTasksOf, missingTasks, type GuardedTask } from './guardedTasks';
import { renamedTasks, tasksElsewhere } from './renamedTasks';

export interface QueueComparison {
  /** Tasks that stand nowhere any more, under no other name either; in the order of the old content. */
  readonly vanished: readonly GuardedTask[];
  /** Lines of the new content that stand for left-out content and were not there before. */
  readonly elisions: readonly Span[];
  /** Conflict markers of the new content, when there were fewer before. */
  readonly markers: readonly Span[];
  /** New length by old length; 1 when there was nothing. */
  readonly sizeRatio: number;
  /** There were headings, and none is left. */
  readonly headingsGone: boolean;
  readonly tasksBefore: number;
}

/** Compares by task. `others` are the other queues as they are now: a task may have moved there. */
export function compareQueues(
  before: QueueDocument,
  after: QueueDocument,
  others: readonly QueueDocument[] = [],
): QueueComparison {
  const old = guardedTasksOf(before);
  const now = guardedTasksOf(after);
  const missing = missingTasks(before, after);
  const gone = [...old.values()].filter(({ key }) => missing.has(key));
  const fresh = [...now.values()].filter(({ key }) => !old.has(key));
  const goneTexts = gone.map((task) => ({ task, document: before }));
  const renamed = new Set([
    ...renamedTasks(
      goneTexts,
      fresh.map((task) => ({ task, document: after })),
    ),
    ...tasksElsewhere(goneTexts, gone.length === 0 ? [] : others.flatMap(textsOf)),
  ]);
  const markers = conflictMarkersOf(after);
  return {
    vanished: gone.filter(({ key }) => !renamed.has(key)),
    elisions: newElisions(before, after),
    markers: markers.length > conflictMarkersOf(before).length ? markers : [],
    sizeRatio: before.text.length === 0 ? 1 : after.text.length / before.text.length,
    headingsGone: hasHeadings(before) && !hasHeadings(after),
    tasksBefore: old.size,
  };
}

function textsOf(
  document: QueueDocument,
): readonly { task: GuardedTask; document: QueueDocument }[] {
  return [...guardedTasksOf(document).values()].map((task) => ({ task, document }));
}

function newElisions(before: QueueDocument, after: QueueDocument): readonly Span[] {
  const known = elisionsOf(before).map(({ words }) => words);
  return elisionsOf(after).flatMap(({ span, words }) => {
    const at = known.indexOf(words);
    if (at >= 0) known.splice(at, 1);
    return at >= 0 ? [] : [span];
  });
}

function elisionsOf({ problems, text }: QueueDocument): readonly { span: Span; words: string }[] {
  return problems
    .filter(({ code }) => code === 'elided-content')
    .map(({ span }) => ({ span, words: text.slice(span.start, span.end).trim() }));
}

/** The title counts, though it is no group; what stands in a code sample does not. */
function hasHeadings({ text }: QueueDocument): boolean {
  const heading = /^ {0,3}#{1,6}[ \t]/m;
  return heading.test(text) && heading.test(maskText(text).masked);
}
