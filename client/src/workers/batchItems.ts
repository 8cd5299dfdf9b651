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

/** Those that would be started first, then those that were left out, with why. */
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
    skipped: skipped.map((item) => ({
      label: `$(debug-step-over) ${plainLabel(item.id)}`,
      description: plainLabel(description(item)),
      detail: plainLabel(item.why),
      key: undefined,
    })),
  };
}
