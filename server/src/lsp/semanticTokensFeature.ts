/** Colours for ids, status words, models and the like: full, or as a difference to what the client has. */
import { SemanticTokensBuilder } from 'vscode-languageserver/node';
import {
  semanticTokens,
  semanticTokenModifiers,
  semanticTokenTypes,
} from '../core/features/semanticTokens';
import type { QueueDocument } from '../core/model/queueDocument';
import { rangeOf } from '../core/text/lineTable';
import type { Feature } from './feature';
import { guard } from './guard';

export const semanticTokensFeature: Feature = {
  capabilities: {
    semanticTokensProvider: {
      documentSelector: null,
      legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [...semanticTokenModifiers] },
      full: { delta: true },
    },
  },
  register(connection, { session, logger }) {
    const builders = new Map<string, SemanticTokensBuilder>();
    const builderOf = (uri: string): SemanticTokensBuilder => {
      for (const known of builders.keys()) {
        if (session.textOf(known)?.version === undefined) builders.delete(known);
      }
      const builder = builders.get(uri) ?? new SemanticTokensBuilder();
      builders.set(uri, builder);
      return builder;
    };
    connection.languages.semanticTokens.on(
      guard('semanticTokens', logger, ({ textDocument: { uri } }) => {
        const document = session.document(uri);
        if (document === undefined) return { data: [] };
        const builder = builderOf(uri);
        builder.previousResult('');
        push(builder, document);
        return builder.build();
      }),
    );
    connection.languages.semanticTokens.onDelta(
      guard('semanticTokensDelta', logger, ({ textDocument: { uri }, previousResultId }) => {
        const document = session.document(uri);
        if (document === undefined) return { data: [] };
        const builder = builderOf(uri);
        builder.previousResult(previousResultId);
        push(builder, document);
        return builder.buildEdits();
      }),
    );
  },
};

function push(builder: SemanticTokensBuilder, document: QueueDocument): void {
  for (const { span, type, modifiers } of semanticTokens(document)) {
    const { start, end } = rangeOf(document.lines, span);
    if (start.line !== end.line) continue; // The protocol has no tokens across lines.
    const bits = modifiers.reduce(
      (set, name) => set | (1 << semanticTokenModifiers.indexOf(name)),
      0,
    );
    builder.push(
      start.line,
      start.character,
      end.character - start.character,
      semanticTokenTypes.indexOf(type),
      bits,
    );
  }
}
