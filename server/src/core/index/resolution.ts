/** What a reference turned out to mean (dialect 3.6, G4 and G5). */
import type { TaskKey } from '../model/taskKey';

/** A part of a reference that names no task, so that nobody can tell whether it is done. */
export interface Gap {
  /** `Phase 2`, or the end of a range as written. */
  readonly name: string;
  /**
   * No queue has it; it has no tasks and does not say that it is done; it holds only the task that waits for it; or what
   * lies between its ends cannot be told.
   */
  readonly why: 'missing' | 'empty' | 'own' | 'between';
}

export type Resolution =
  /** One task, and by which step of the ladder. */
  | {
      readonly kind: 'task';
      readonly how: 'exact' | 'prefix' | 'suffix' | 'infix';
      readonly target: TaskKey;
    }
  /** Several tasks match a short form. */
  | { readonly kind: 'ambiguous'; readonly targets: readonly TaskKey[] }
  /**
   * Phases, a group with id, or a range: met when every task there is done and it leaves no gap. `spared`: an alternative
   * that need not be waited for, since another one is finished; it has no targets.
   */
  | {
      readonly kind: 'group';
      readonly how: 'phase' | 'range' | 'group' | 'spared';
      readonly targets: readonly TaskKey[];
      /** Parts of it that nothing can be said of: while there are any, it is never met. */
      readonly gaps?: readonly Gap[];
    }
  /** Nothing of that name is declared; `nearest` is the closest known id as written, if one is close. */
  | { readonly kind: 'unresolved'; readonly nearest: string | undefined }
  /** Free text: nothing to resolve. */
  | { readonly kind: 'text' };
