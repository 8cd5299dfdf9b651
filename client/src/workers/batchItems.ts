/** What could be started now, as items to tick. Pure. */
import type { BatchItemView, BatchView } from '../../../server/src/protocol/workerMessages';
import { plainLabel } from '../plainLabel';

export interface BatchItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** Nothing for one that was left out: it cannot be ticked. */
  readonly key: string | undefined;
}

/** From so many on, tasks that were left out for one reason share a row. */
const sharedFrom = 4;
/** How many of them it names. */
const namedInRow = 3;

/** Those that would be started first, then those that were left out, with why: a reason that many share is said once. */
export function batchItems({ chosen, skipped }: BatchView): {
  readonly chosen: readonly BatchItem[];
  readonly skipped: readonly BatchItem[];
} {
  const queues = new Set([...chosen, ...skipped].map(({ queue }) => queue));
  const description = ({ model, queue }: BatchItemView): string =>
    [...(model === undefined ? [] : [model]), ...(queues.size > 1 ? [queue] : [])].join(' · ');
  return {
    chosen: chosen.map((item) => ({
      label: `$(play) ${plainLabel(item.id)}`,
      description: plainLabel(description(item)),
      detail: plainLabel(item.title),
      key: item.key,
    })),
    skipped: [...new Set(skipped.map(({ why }) => why))].flatMap((why) => {
      const items = skipped.filter((item) => item.why === why);
      if (items.length < sharedFrom)
        return items.map((item) =>
          leftOut(
            item.id,
            why,
            [item.title, description(item)].filter((part) => part !== '').join(' · '),
          ),
        );
      const named = items.slice(0, namedInRow).map(({ id }) => id);
      return [leftOut(`${items.length} tasks: ${named.join(', ')}, …`, why, '')];
    }),
  };
}

function leftOut(names: string, why: string, description: string): BatchItem {
  return {
    label: `$(debug-step-over) ${plainLabel(names)}`,
    description: plainLabel(description),
    detail: plainLabel(why),
    key: undefined,
  };
}
