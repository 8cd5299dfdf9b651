/** Hover on any id, in queues and in the files around them. */
import { MarkupKind, type Hover } from 'vscode-languageserver/node';
import { lensKindsOf, lensTitle } from '../core/features/codeLenses';
import { hoverAt } from '../core/features/hover';
import { escapeMarkdown } from '../core/features/support/escapeMarkdown';
import type { TaskKey } from '../core/model/taskKey';
import type { QueueState } from '../core/state';
import { lineTableOf, offsetAt, rangeOf } from '../core/text/lineTable';
import { normalUri } from '../workspace/uris';
import type { Feature } from './feature';
import { guard } from './guard';
import { holderOf, lensCommands, lensOptions } from './workerLenses';
import type { WorkerFace } from './workersFeature';

export const hoverFeature: Feature = {
  capabilities: { hoverProvider: true },
  register(connection, { session, logger, workers }) {
    connection.onHover(
      guard('hover', logger, async ({ textDocument, position }, token): Promise<Hover | null> => {
        const picture = await session.current(() => token.isCancellationRequested);
        const current = session.textOf(textDocument.uri);
        if (picture === undefined || current === undefined) return null;
        const uri = normalUri(textDocument.uri);
        const lines = picture.state.documents.get(uri)?.lines ?? lineTableOf(current.text);
        const hover = hoverAt(picture.state, uri, current.text, offsetAt(lines, position), (key) =>
          holderOf(workers.latestOf(key)),
        );
        if (hover === undefined) return null;
        const { task } = hover;
        const links = task === undefined ? [] : actions(picture.state, task, workers);
        const why = task === undefined ? undefined : workers.latestOf(task)?.needsYou;
        const needs = why === undefined ? [] : [`Needs you: ${escapeMarkdown(why)}`];
        return {
          contents: {
            kind: MarkupKind.Markdown,
            value: [hover.markdown, ...needs, ...links].join('\n\n'),
          },
          range: rangeOf(lines, hover.span),
        };
      }),
    );
  },
};

/**
 * The commands of the task's lenses as links: fixed ids with the key as their argument. The client runs these ids only,
 * and all words of the queue are escaped.
 */
function actions(state: QueueState, key: TaskKey, workers: WorkerFace): readonly string[] {
  if (!workers.isOffered || !workers.isTrusted) return [];
  const options = {
    ...lensOptions(workers),
    spawn: true,
    watch: true,
    reason: false,
    graph: false,
  };
  const links = lensKindsOf(state, key, options).map((kind) => {
    // Icons are for lenses: here they would be words.
    const title = (lensTitle(state, { key, kind }, options) ?? '').replace(/^\$\([\w-]+\) /, '');
    return `[${escapeMarkdown(title)}](command:${lensCommands[kind]}?${linkArgument(key)})`;
  });
  return links.length === 0 ? [] : [links.join(' · ')];
}

/** The key as a command link carries it: nothing in it can end the link. */
function linkArgument(key: TaskKey): string {
  const hex = (c: string): string => `%${c.charCodeAt(0).toString(16)}`;
  return encodeURIComponent(JSON.stringify([key])).replace(/[()'!*~]/g, hex);
}
