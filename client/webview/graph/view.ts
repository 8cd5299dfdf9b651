/** What every part of the page is drawn from. */
import type { Actions } from './actions';
import type { Drawing } from './drawing';
import type { PageState } from './pageState';

export interface View {
  readonly state: PageState;
  readonly drawing: Drawing;
  readonly act: Actions;
}
