/** The tab of a graph: its icon, what its page may load, and the page. */
import * as vscode from 'vscode';
import { randomBytes } from 'node:crypto';
import { graphHtml } from './graphHtml';

/** Fills the tab; from here on its page sends messages. */
export function fillGraphTab(panel: vscode.WebviewPanel, extensionUri: vscode.Uri): void {
  const { webview } = panel;
  const distribution = vscode.Uri.joinPath(extensionUri, 'dist');
  const place = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(distribution, file)).toString();
  const picture = (shade: string): vscode.Uri =>
    vscode.Uri.joinPath(extensionUri, 'media', `graph-${shade}.svg`);
  webview.options = { enableScripts: true, localResourceRoots: [distribution] };
  panel.iconPath = { light: picture('light'), dark: picture('dark') };
  webview.html = graphHtml({
    cspSource: webview.cspSource,
    script: place('graph.js'),
    style: place('graph.css'),
    elkWorker: place('elk-worker.js'),
    extras: place('graph-extras.js'),
    nonce: randomBytes(16).toString('base64url'),
  });
}
