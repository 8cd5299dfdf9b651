/** Writes what the graph page has drawn to a file of the user's choice. */
import * as vscode from 'vscode';
import type { GraphExportFormat } from '../../../server/src/protocol/graphMessages';
import { inform } from '../notices';

const kinds: Readonly<
  Record<GraphExportFormat, { readonly name: string; readonly ending: string }>
> = {
  svg: { name: 'SVG picture', ending: 'svg' },
  png: { name: 'PNG picture', ending: 'png' },
  mermaid: { name: 'Mermaid diagram', ending: 'mmd' },
  dot: { name: 'Graphviz', ending: 'dot' },
  json: { name: 'JSON', ending: 'json' },
  html: { name: 'Web page', ending: 'html' },
};

/** Asks where to, beside the queue at first; `content` is text, of a PNG its base64. Nothing is written when cancelled. */
export async function saveExport(
  queueUri: string,
  format: GraphExportFormat,
  content: string,
): Promise<void> {
  const { name, ending } = kinds[format];
  const queue = vscode.Uri.parse(queueUri);
  const base = queue.path.split('/').at(-1)?.replace(/\.md$/i, '') ?? 'queue';
  const defaultUri = vscode.Uri.joinPath(queue, '..', `${base}-graph.${ending}`);
  const filters = { [name]: [ending] };
  const target = await vscode.window.showSaveDialog({ defaultUri, filters, title: 'Export Graph' });
  if (target === undefined) return;
  const bytes =
    format === 'png' ? Buffer.from(content, 'base64') : new TextEncoder().encode(content);
  await vscode.workspace.fs.writeFile(target, bytes);
  const open = 'Open';
  const file = target.path.split('/').at(-1) ?? '';
  const chosen = await inform(`The graph is in ${file}.`, open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', target);
}
