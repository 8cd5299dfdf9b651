/** Going to a task: selects it, brings it into view and says what it is, or why it cannot be seen. */
import type { FromGraphPage } from '../../../server/src/protocol/graphMessages';
import type { Drawing } from './drawing';
import type { PageState } from './pageState';
import { revealed } from './revealed';
import type { Scene } from './scene';

/** What it needs of the page. */
interface GoToGround {
  readonly state: PageState;
  readonly drawing: Drawing | undefined;
  readonly scene: Scene;
  /** Changes the state and draws it at once. */
  changeNow(patch: Partial<PageState>): void;
  post(message: FromGraphPage): void;
  say(words: string): void;
}

/** Unfolds what hides it; `isQuiet` when the cursor in the text leads: then nothing is unfolded or said. */
export function goToTask(page: GoToGround, key: string, isQuiet: boolean): void {
  const { drawing } = page;
  if (drawing === undefined) return;
  const { patch, shown, words } = revealed(drawing, page.state, key, isQuiet);
  page.changeNow(patch);
  const drawn = shown === undefined ? undefined : page.drawing?.nodes.get(shown);
  if (drawn === undefined) {
    if (words !== undefined) page.say(words);
    return;
  }
  page.scene.camera.include(drawn.box);
  if (isQuiet) return;
  page.say(drawn.node.spoken);
  const { selected } = page.state;
  if (selected !== undefined) page.post({ kind: 'selected', key: selected });
}
