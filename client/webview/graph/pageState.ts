/** Everything that the page shows depends on this and on nothing else, the place of the camera aside. */
import type {
  GraphChangeView,
  GraphCommitView,
  GraphUiState,
} from '../../../server/src/protocol/graphMessages';
import type { GraphSnapshot } from '../../../server/src/protocol/graphSnapshot';

export type Tab = NonNullable<GraphUiState['tab']>;

export const tabs: readonly Tab[] = ['graph', 'table', 'waterfall', 'history'];

/** A task and how far to look from it: 2 up, 2 down. */
export interface Focus {
  readonly key: string;
  readonly up: number;
  readonly down: number;
}

/** What lies over the page; one thing at a time. */
export type Overlay =
  | { readonly kind: 'help' }
  | { readonly kind: 'menu'; readonly key: string; readonly x: number; readonly y: number }
  | { readonly kind: 'exports' }
  | {
      readonly kind: 'addDependency';
      readonly key: string;
      readonly filter: string;
      readonly at: number;
    }
  | { readonly kind: 'setStatus'; readonly key: string }
  | { readonly kind: 'moveToLane'; readonly key: string }
  | { readonly kind: 'addTask'; readonly key: string };

export interface PastView {
  readonly commit: string;
  readonly snapshot: GraphSnapshot;
  readonly change: GraphChangeView;
}

export interface PageState {
  readonly snapshot: GraphSnapshot | undefined;
  /** The server that drew it is gone. */
  readonly isStale: boolean;
  /** Nothing is started in Restricted Mode. */
  readonly isTrusted: boolean;
  readonly queues: readonly { readonly uri: string; readonly name: string }[];
  readonly tab: Tab;
  /** Undefined: as it is best to begin with. */
  readonly folded: ReadonlySet<string> | undefined;
  readonly query: string;
  /** The list of completions below the query, and which of them is marked. */
  readonly completion: { readonly isOpen: boolean; readonly chosen: number };
  readonly showsOthers: 'dim' | 'hide';
  readonly focus: Focus | undefined;
  readonly selected: string | undefined;
  readonly selectedEdge: string | undefined;
  readonly showsCriticalPath: boolean;
  readonly showsWaves: boolean;
  readonly sort: NonNullable<GraphUiState['sort']>;
  /** A refusal or a note, until it is dismissed. */
  readonly notice: string | undefined;
  readonly overlay: Overlay | undefined;
  readonly commits: readonly GraphCommitView[] | undefined;
  /** Why there are none, or not all. */
  readonly commitsNote: string | undefined;
  /** Which of the commits is looked at, and what it was when it has come. */
  readonly commit: string | undefined;
  readonly past: PastView | undefined;
  readonly tidy: 'off' | 'working' | 'on';
}

export const emptyPage: PageState = {
  snapshot: undefined,
  isStale: false,
  isTrusted: false,
  queues: [],
  tab: 'graph',
  folded: undefined,
  query: '',
  completion: { isOpen: false, chosen: 0 },
  showsOthers: 'dim',
  focus: undefined,
  selected: undefined,
  selectedEdge: undefined,
  showsCriticalPath: false,
  showsWaves: false,
  sort: { column: 'order', isDescending: false },
  notice: undefined,
  overlay: undefined,
  commits: undefined,
  commitsNote: undefined,
  commit: undefined,
  past: undefined,
  tidy: 'off',
};

/** What is kept over a reload. */
export function toKept(state: PageState, zoom: GraphUiState['zoom']): GraphUiState {
  const { snapshot, tab, folded, query, showsOthers, focus, selected, showsCriticalPath } = state;
  return {
    version: 1,
    ...(snapshot === undefined ? {} : { queueUri: snapshot.queueUri }),
    tab,
    ...(folded === undefined ? {} : { folded: [...folded] }),
    query,
    showsOthers,
    ...(focus === undefined ? {} : { focus: writeFocus(focus) }),
    ...(selected === undefined ? {} : { selected }),
    showsCriticalPath,
    ...(zoom === undefined ? {} : { zoom }),
    sort: state.sort,
  };
}

/** The page as it was kept. */
export function fromKept(state: PageState, kept: GraphUiState): PageState {
  return {
    ...state,
    tab: kept.tab ?? state.tab,
    folded: kept.folded === undefined ? state.folded : new Set(kept.folded),
    query: kept.query ?? state.query,
    showsOthers: kept.showsOthers ?? state.showsOthers,
    focus: kept.focus === undefined ? state.focus : readFocus(kept.focus),
    selected: kept.selected ?? state.selected,
    showsCriticalPath: kept.showsCriticalPath ?? state.showsCriticalPath,
    sort: kept.sort ?? state.sort,
  };
}

/** `2+key+1`: two up, one down. */
function writeFocus({ key, up, down }: Focus): string {
  return `${up}+${key}+${down}`;
}

function readFocus(text: string): Focus | undefined {
  const [, up, key, down] = /^(\d{1,4})\+(.*)\+(\d{1,4})$/s.exec(text) ?? [];
  return key === undefined ? undefined : { key, up: Number(up), down: Number(down) };
}
