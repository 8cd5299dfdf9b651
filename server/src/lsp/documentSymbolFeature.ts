/** The outline: phases and tasks with their status. */
import { SymbolKind, SymbolTag, type DocumentSymbol } from 'vscode-languageserver/node';
import { documentSymbols, type SymbolNode } from '../core/features/documentSymbols';
import { rangeOf, type LineTable } from '../core/text/lineTable';
import type { Feature } from './feature';
import { guard } from './guard';

export const documentSymbolFeature: Feature = {
  capabilities: { documentSymbolProvider: { label: 'Proactive Jobs' } },
  register(connection, { session, logger }) {
    connection.onDocumentSymbol(
      guard('documentSymbol', logger, ({ textDocument }) => {
        const document = session.document(textDocument.uri);
        if (document === undefined) return null;
        return documentSymbols(document).map((node) => toSymbol(node, document.lines));
      }),
    );
  },
};

function toSymbol(node: SymbolNode, lines: LineTable): DocumentSymbol {
  return {
    name: node.name,
    detail: node.detail,
    kind: node.kind === 'group' ? SymbolKind.Namespace : SymbolKind.Event,
    ...(node.status === 'cancelled' ? { tags: [SymbolTag.Deprecated] } : {}),
    range: rangeOf(lines, node.span),
    selectionRange: rangeOf(lines, node.selectionSpan),
    children: node.children.map((child) => toSymbol(child, lines)),
  };
}
