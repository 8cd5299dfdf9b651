/** Which graph the page shows: the present one, or that of the commit that is looked at. */
import { Drawer, type Drawing, type GivenLayout } from './drawing';
import type { PageState } from './pageState';

export class PageDrawer {
  readonly #present = new Drawer();
  readonly #past = new Drawer();

  /** The drawing of the state, the same object while nothing that it depends on changes; nothing before there is a graph. */
  draw(state: PageState, given: GivenLayout | undefined): Drawing | undefined {
    const { snapshot, tab, past } = state;
    if (tab === 'history' && past !== undefined)
      return this.#past.draw({ ...state, snapshot: past.snapshot, query: '', focus: undefined });
    return snapshot && this.#present.draw({ ...state, snapshot }, given);
  }
}
