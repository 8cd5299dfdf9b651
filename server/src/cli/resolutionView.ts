/** What a reference means, as `inspect` prints it. */
import { idOf } from '../core/index/idOf';
import type { Resolution } from '../core/index/resolution';
import type { QueueState } from '../core/state';

/** One word: by which step an id was found, or what kind of thing was meant. */
export function howOf(resolution: Resolution): string {
  return 'how' in resolution ? resolution.how : resolution.kind;
}

/** The ids of the tasks that are meant, as written where they are declared. */
export function targetsOf(state: QueueState, resolution: Resolution): readonly string[] {
  switch (resolution.kind) {
    case 'task':
      return [idOf(state.index, resolution.target)];
    case 'ambiguous':
    case 'group':
      return resolution.targets.map((key) => idOf(state.index, key));
    case 'unresolved':
    case 'text':
      return [];
  }
}
