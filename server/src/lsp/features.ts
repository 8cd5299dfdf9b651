/** Everything the server answers. A new feature is one file and one row. */
import { codeActionFeature } from './codeActionFeature';
import { codeLensFeature } from './codeLensFeature';
import { documentSymbolFeature } from './documentSymbolFeature';
import type { Feature } from './feature';
import { graphFeature } from './graphFeature';
import { hoverFeature } from './hoverFeature';
import { queryFeature } from './queryFeature';
import { reconcileFeature } from './reconcileFeature';
import { semanticTokensFeature } from './semanticTokensFeature';

export const features: readonly Feature[] = [
  hoverFeature,
  documentSymbolFeature,
  semanticTokensFeature,
  codeActionFeature,
  codeLensFeature,
  reconcileFeature,
  graphFeature,
  queryFeature,
];
