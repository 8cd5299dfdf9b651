/** The actions of a page: what each changes of the state, or asks the panel for. */
import type { GraphEdit, GraphExportFormat } from '../../../server/src/protocol/graphMessages';
import type { ActionGround, Actions } from './actions';
import { nextNeedingYou } from './needsYou';
import type { Overlay, PageState, Tab } from './pageState';

/** How far *focus* looks to begin with. */
const firstFocus = { up: 2, down: 2 };

/** The actions of a page. */
export function createActions(page: ActionGround): Actions {
  const edit = (what: GraphEdit): void => {
    if (page.state.snapshot === undefined) return;
    page.change({ overlay: undefined, notice: undefined });
    page.post({ kind: 'edit', edit: what });
    page.focusScene();
  };
  const fold = (folded: ReadonlySet<string>): void => {
    page.change({ folded });
  };
  const act: Actions = {
    edit,
    goTo: (key: string) => {
      page.goTo(key);
    },
    goToRow: (key: string, top: number) => {
      page.goToRow(key, top);
    },
    showMenuAt: (key: string) => {
      page.showMenuAt(key);
    },
    zoom: (to: 'in' | 'out' | 'fit' | 'node') => {
      page.zoom(to);
    },
    tidy: () => {
      page.tidy();
    },
    exportAs: (format: GraphExportFormat) => {
      page.change({ overlay: undefined });
      page.exportAs(format);
    },
    leaveQuery: () => {
      page.focusScene();
    },
    find: () => {
      page.focusQuery();
    },
    setTab(tab: Tab) {
      page.change({ tab, overlay: undefined });
      // Every time: there may be new commits. Those that are known show until then.
      if (tab === 'history') page.post({ kind: 'askHistory' });
    },
    showQueue: (uri: string) => {
      page.post({ kind: 'showQueue', uri });
    },
    setQuery: (query: string, isOpen: boolean) => {
      page.change({ query, completion: { isOpen, chosen: 0 } });
    },
    choose: (chosen: number) => {
      page.change({ completion: { isOpen: true, chosen } });
    },
    closeCompletion: () => {
      const { completion } = page.state;
      if (completion.isOpen) page.change({ completion: { isOpen: false, chosen: 0 } });
    },
    setShowsOthers: (showsOthers: 'dim' | 'hide') => {
      page.change({ showsOthers });
    },
    clearQuery: () => {
      page.change({ query: '', notice: undefined, completion: { isOpen: false, chosen: 0 } });
    },
    select(key: string) {
      if (key === page.state.selected && page.state.selectedEdge === undefined) return;
      page.change({ selected: key, selectedEdge: undefined });
      page.post({ kind: 'selected', key });
    },
    selectEdge: (key: string | undefined) => {
      page.change({ selectedEdge: key });
    },
    open(key: string, toSide: boolean) {
      page.post({ kind: 'openTask', key, toSide });
    },
    toggleFold(key: string) {
      const folded = new Set(page.drawing?.folded);
      if (!folded.delete(key)) folded.add(key);
      fold(folded);
    },
    foldAll: () => {
      fold(new Set(page.state.snapshot?.lanes.map(({ key }) => key)));
      // A few phases seen from where two hundred tasks were are a stamp in a corner.
      page.zoom('fit');
    },
    unfoldAll: () => {
      fold(new Set());
    },
    toggleCriticalPath: () => {
      page.change({ showsCriticalPath: !page.state.showsCriticalPath });
    },
    toggleWaves: () => {
      page.change({ showsWaves: !page.state.showsWaves });
    },
    focusOn: (key: string) => {
      page.change({ focus: { key, ...firstFocus }, selected: key });
      page.zoom('fit');
    },
    changeFocus(up: number, down: number) {
      const { focus } = page.state;
      if (focus === undefined) return;
      page.change({ focus: { key: focus.key, up: Math.max(0, up), down: Math.max(0, down) } });
      page.zoom('fit');
    },
    clearFocus: () => {
      page.change({ focus: undefined, notice: undefined });
      page.zoom('fit');
    },
    uncover(key: string, patch: Partial<Pick<PageState, 'query' | 'focus'>>) {
      page.change(patch);
      page.goTo(key);
      page.focusScene();
    },
    nextNeedingYou() {
      const { snapshot, selected } = page.state;
      if (snapshot === undefined) return;
      const key = nextNeedingYou(snapshot, selected);
      if (key === undefined) page.change({ notice: 'Nothing needs you at the moment.' });
      else page.goTo(key);
    },
    show: (overlay: Overlay | undefined) => {
      page.change({ overlay });
      if (overlay === undefined) page.focusScene();
    },
    spawn(keys: readonly string[]) {
      page.change({ overlay: undefined });
      page.post({ kind: 'spawn', keys });
    },
    deselect() {
      page.change({ selected: undefined });
      page.focusScene();
    },
    dismiss: () => {
      page.change({ notice: undefined });
    },
    sortBy(column: string) {
      const { sort } = page.state;
      const isDescending = sort.column === column && !sort.isDescending;
      page.change({ sort: { column, isDescending } });
    },
    goToCommit(commit: string) {
      if (commit === page.state.commit) return;
      page.change({ commit });
      page.post({ kind: 'askPast', commit });
    },
    back() {
      const { overlay, selectedEdge, notice, query, focus } = page.state;
      if (overlay !== undefined) act.show(undefined);
      else if (notice !== undefined) act.dismiss();
      else if (selectedEdge !== undefined) act.selectEdge(undefined);
      else if (query !== '') act.clearQuery();
      else if (focus !== undefined) act.clearFocus();
    },
  };
  return act;
}
