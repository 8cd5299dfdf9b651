/** The page's way out: messages to the panel, and the state that the editor keeps for it. */
import type { FromGraphPage, GraphUiState } from '../../../server/src/protocol/graphMessages';

/** What VS Code gives to a webview, once. */
interface WebviewApi {
  postMessage(message: FromGraphPage): void;
  getState(): unknown;
  setState(state: GraphUiState): void;
}

declare function acquireVsCodeApi(): WebviewApi;

export interface Host {
  post(message: FromGraphPage): void;
  /** What the page before this one has kept. */
  readonly kept: unknown;
  /** Keeps the state over a reload, and for the next graph of the same queue; not at every frame. */
  keep(state: GraphUiState): void;
}

const pauseMs = 300;

/** Connects to the editor. To be called once: the editor refuses a second time. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  let timer: number | undefined;
  return {
    post: (message) => {
      api.postMessage(message);
    },
    kept: api.getState(),
    keep(state) {
      api.setState(state);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        api.postMessage({ kind: 'uiState', state });
      }, pauseMs);
    },
  };
}
