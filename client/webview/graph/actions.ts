/** What people can do to the page: views and keys call these. */
import type {
  FromGraphPage,
  GraphEdit,
  GraphExportFormat,
} from '../../../server/src/protocol/graphMessages';
import type { Overlay, PageState, Tab } from './pageState';
import type { Drawing } from './drawing';

/** What actions stand on: the page, as far as they need it. */
export interface ActionGround {
  readonly state: PageState;
  readonly drawing: Drawing | undefined;
  change(patch: Partial<PageState>): void;
  post(message: FromGraphPage): void;
  /** Selects a task and brings it into view, unfolding what hides it; says so when filter or focus hide it. */
  goTo(key: string): void;
  /** Selects a row of the table and gives it the focus; `top` is its place in pixels. */
  goToRow(key: string, top: number): void;
  /** The context menu of the table's active row. */
  showMenuAt(key: string): void;
  zoom(to: 'in' | 'out' | 'fit' | 'node'): void;
  tidy(): void;
  exportAs(format: GraphExportFormat): void;
  focusScene(): void;
  focusQuery(): void;
}

export interface Actions {
  readonly edit: (edit: GraphEdit) => void;
  readonly goTo: (key: string) => void;
  readonly goToRow: (key: string, top: number) => void;
  readonly showMenuAt: (key: string) => void;
  readonly zoom: (to: 'in' | 'out' | 'fit' | 'node') => void;
  readonly tidy: () => void;
  readonly exportAs: (format: GraphExportFormat) => void;
  readonly find: () => void;
  readonly leaveQuery: () => void;
  readonly setTab: (tab: Tab) => void;
  readonly showQueue: (uri: string) => void;
  readonly setQuery: (query: string, isOpen: boolean) => void;
  readonly choose: (chosen: number) => void;
  readonly closeCompletion: () => void;
  readonly setShowsOthers: (showsOthers: 'dim' | 'hide') => void;
  readonly clearQuery: () => void;
  readonly select: (key: string) => void;
  readonly deselect: () => void;
  readonly selectEdge: (key: string | undefined) => void;
  readonly open: (key: string, toSide: boolean) => void;
  readonly toggleFold: (key: string) => void;
  readonly foldAll: () => void;
  readonly unfoldAll: () => void;
  readonly toggleCriticalPath: () => void;
  readonly toggleWaves: () => void;
  readonly focusOn: (key: string) => void;
  readonly changeFocus: (up: number, down: number) => void;
  readonly clearFocus: () => void;
  /** Takes away what keeps a task from being seen, and goes to it. */
  readonly uncover: (key: string, patch: Partial<Pick<PageState, 'query' | 'focus'>>) => void;
  readonly nextNeedingYou: () => void;
  readonly show: (overlay: Overlay | undefined) => void;
  readonly spawn: (keys: readonly string[]) => void;
  readonly dismiss: () => void;
  readonly sortBy: (column: string) => void;
  readonly goToCommit: (commit: string) => void;
  /** One level back: what lies over the page, a selected line, the query, the focus. */
  readonly back: () => void;
}
