/** The id that a person at the command line may have meant by one that no queue declares. */
import type { QueueState } from '../core/state';

/** The task of a short form such as `p7-1`, in whichever queue, else the nearest id; nothing when none comes near. */
export function idMeant({ index, documents }: QueueState, id: string): string | undefined {
  const answers = [...documents.keys()].map((uri) => index.resolve(uri, id));
  for (const found of answers) if (found.kind === 'task') return index.tasks.get(found.target)?.id;
  for (const found of answers)
    if (found.kind === 'unresolved' && found.nearest !== undefined) return found.nearest;
  return undefined;
}
