/** What mouse and keys on the scene need of the page. */
import type { Actions } from './actions';
import type { Drawing } from './drawing';
import type { PageState } from './pageState';
import type { Scene } from './scene';

export interface SceneGround {
  readonly state: PageState;
  readonly drawing: Drawing | undefined;
  readonly act: Actions;
  readonly scene: Scene;
  /** A graph of the past cannot be changed. */
  readonly isReadOnly: boolean;
  say(words: string): void;
}
