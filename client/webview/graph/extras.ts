/** What is seldom wanted, in a bundle of its own: exports, and the way to the layout engine. `loadExtras.ts` fetches it. */
export { exportContent } from './exportContent';
export { TidyWorker } from './tidyWorker';
