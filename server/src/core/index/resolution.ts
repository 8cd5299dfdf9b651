/** What a reference turned out to mean (dialect 3.6, G4 and G5). */
import type { TaskKey } from '../model/taskKey';

export type Resolution =
  /** One task, and by which step of the ladder. */
  | {
      readonly kind: 'task';
      readonly how: 'exact' | 'prefix' | 'suffix' | 'infix';
      readonly target: TaskKey;
    }
  /** Several tasks match a short form. */
  | { readonly kind: 'ambiguous'; readonly targets: readonly TaskKey[] }
  /** A phase, a group with id, or a range: met when every task there is done. */
  | {
      readonly kind: 'group';
      readonly how: 'phase' | 'range' | 'group';
      readonly targets: readonly TaskKey[];
    }
  /** Nothing of that name is declared; `nearest` is the closest known id as written, if one is close. */
  | { readonly kind: 'unresolved'; readonly nearest: string | undefined }
  /** Free text: nothing to resolve. */
  | { readonly kind: 'text' };
