/** Tasks whose claims can be verified, as items to pick from. Pure: no editor. */
import type { TaskView } from '../../../server/src/protocol/snapshot';
import { plainLabel } from '../plainLabel';

export interface ClaimantItem {
  readonly label: string;
  readonly description: string;
  readonly key: string;
}

/** In the order of the tasks. */
export function claimantItems(tasks: readonly TaskView[]): readonly ClaimantItem[] {
  return tasks.map(({ id, title, status, key }) => ({
    label: plainLabel(id),
    description: plainLabel(`${status} · ${title}`),
    key,
  }));
}
