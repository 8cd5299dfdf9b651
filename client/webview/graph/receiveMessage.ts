/** What a message of the panel makes of the page's state. Pure. */
import type { GraphUiState, ToGraphPage } from '../../../server/src/protocol/graphMessages';
import { fromKept, type PageState } from './pageState';

/** What to do when the state is as it will be. */
export type Consequence =
  /** Data that somebody waits for: drawn before anything else happens. */
  | { readonly kind: 'drawNow' }
  | { readonly kind: 'say'; readonly words: string }
  | { readonly kind: 'goTo'; readonly key: string; readonly isQuiet: boolean }
  /** The history shows, and nobody has asked for its commits. */
  | { readonly kind: 'askHistory' }
  /** A commit whose graph is not here yet. */
  | { readonly kind: 'askPast'; readonly commit: string }
  /** The camera goes where it was. */
  | { readonly kind: 'restoreZoom'; readonly zoom: GraphUiState['zoom'] };

export interface Received {
  readonly state: PageState;
  readonly then: readonly Consequence[];
}

/** What else decides on it. */
export interface MessageGround {
  /** The folds of the picture that is shown; undefined when there is none. */
  readonly folded: ReadonlySet<string> | undefined;
  /** Whether this very page has kept a state: it is newer than what another one of the same queue left. */
  readonly hasKept: boolean;
}

/** The same state, and nothing to do, for what comes too late. */
export function receiveMessage(
  state: PageState,
  message: ToGraphPage,
  { folded, hasKept }: MessageGround,
): Received {
  switch (message.kind) {
    case 'snapshot': {
      const { snapshot, isStale, isTrusted } = message;
      const known = state.snapshot;
      const isOther = known?.queueUri !== snapshot.queueUri;
      // Another server counts from the beginning: an older revision is dropped only while the old one answers.
      const isOlder = !isOther && snapshot.revision < known.revision && !state.isStale;
      if (isOlder) return { state, then: [] };
      const folds = state.folded ?? (known === undefined ? undefined : folded);
      const shown = { ...state, snapshot, isStale, isTrusted, folded: folds };
      // A page that was hidden is made anew, at the tab that it was left at.
      const asks = known === undefined && state.tab === 'history' && state.commits === undefined;
      const ask: readonly Consequence[] = asks ? [{ kind: 'askHistory' }] : [];
      return { state: shown, then: [{ kind: 'drawNow' }, ...ask] };
    }
    case 'state': {
      if (hasKept) return { state, then: [{ kind: 'drawNow' }] };
      const { zoom } = message.state;
      return {
        state: fromKept(state, message.state),
        then: [{ kind: 'restoreZoom', zoom }, { kind: 'drawNow' }],
      };
    }
    case 'reveal':
      return { state, then: [{ kind: 'goTo', key: message.key, isQuiet: !message.isWanted }] };
    case 'queues':
      return { state: { ...state, queues: message.queues }, then: [] };
    case 'refused':
      return {
        state: { ...state, notice: message.why },
        then: [{ kind: 'say', words: message.why }],
      };
    case 'history': {
      const { commits, note } = message;
      const told = { ...state, commits, commitsNote: note ?? undefined };
      const last = commits.at(-1)?.commit;
      if (last === undefined || state.commit !== undefined) return { state: told, then: [] };
      return { state: { ...told, commit: last }, then: [{ kind: 'askPast', commit: last }] };
    }
    case 'past': {
      const { commit, snapshot, change } = message;
      const isWanted = commit === state.commit;
      return {
        state: isWanted ? { ...state, past: { commit, snapshot, change } } : state,
        then: [],
      };
    }
  }
}
