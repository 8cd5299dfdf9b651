/** Hover on any id, in queues and in the files around them. */
import { MarkupKind, type Hover } from 'vscode-languageserver/node';
import { hoverAt } from '../core/features/hover';
import { lineTableOf, offsetAt, rangeOf } from '../core/text/lineTable';
import { normalUri } from '../workspace/uris';
import type { Feature } from './feature';
import { guard } from './guard';

export const hoverFeature: Feature = {
  capabilities: { hoverProvider: true },
  register(connection, { session, logger }) {
    connection.onHover(
      guard('hover', logger, async ({ textDocument, position }, token): Promise<Hover | null> => {
        const picture = await session.current(() => token.isCancellationRequested);
        const current = session.textOf(textDocument.uri);
        if (picture === undefined || current === undefined) return null;
        const uri = normalUri(textDocument.uri);
        const lines = picture.state.documents.get(uri)?.lines ?? lineTableOf(current.text);
        const hover = hoverAt(picture.state, uri, current.text, offsetAt(lines, position));
        if (hover === undefined) return null;
        return {
          contents: { kind: MarkupKind.Markdown, value: hover.markdown },
          range: rangeOf(lines, hover.span),
        };
      }),
    );
  },
};
