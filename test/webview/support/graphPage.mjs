// The built page alone, in Chromium, with an editor that only listens: the page object of the webview tests.
import { build } from 'esbuild';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { root } from '../../../scripts/processes.mjs';
import { launchBrowser } from '../../../tools/vscode-host/browser.mjs';

const shotsDir = path.join(root, 'dist-test', 'shots');
const themesFile = new URL('./themes.json', import.meta.url);
const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** The four themes: their variables as VS Code hands them to a webview, and the class of the body. */
export const themes = JSON.parse(fs.readFileSync(themesFile, 'utf8'));

/**
 * Starts the browser and a server that has the built files and nothing else. Close it in `after`.
 * @returns {Promise<{open: (options?: object) => Promise<GraphPage>, close: () => Promise<void>}>}
 */
export async function startGraphPages() {
  const html = await pageHtml();
  const server = http.createServer((request, response) => {
    const name = path.basename(new URL(request.url, 'http://x').pathname);
    const file = path.join(root, 'dist', name);
    if (name === 'page.html') send(response, '.html', html(`http://${request.headers.host}`));
    else if (/^(graph(-extras)?\.(js|css)|elk-worker\.js)$/.test(name))
      send(response, path.extname(name), fs.readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  const browser = await launchBrowser();
  return {
    async open({
      theme = 'dark',
      kept,
      viewport = { width: 1280, height: 800 },
      motion = 'reduce',
      forcedColors = null,
    } = {}) {
      const context = await browser.newContext({ viewport, reducedMotion: motion, forcedColors });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      await page.addInitScript(editorStandIn, { ...themes[theme], kept });
      await page.goto(`${address}/page.html`);
      await page.waitForFunction(() => window.sent.some(({ kind }) => kind === 'ready'));
      return new GraphPage(page);
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The page as a test sees it. */
class GraphPage {
  constructor(page) {
    this.page = page;
    this.scene = page.locator('.scene');
  }

  /** Sends a message as the panel would, and waits until it has been drawn. */
  async post(message) {
    await this.page.evaluate(async (data) => {
      window.dispatchEvent(new MessageEvent('message', { data }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }, message);
  }

  /** Shows a graph. */
  show(snapshot, { isStale = false, isTrusted = true } = {}) {
    return this.post({ kind: 'snapshot', snapshot, isStale, isTrusted });
  }

  /** What the page has sent, of one kind. */
  sent(kind) {
    return this.page.evaluate(
      (wanted) => window.sent.filter((message) => message.kind === wanted),
      kind,
    );
  }

  /** What the browser refused because of the content security policy. */
  violations() {
    return this.page.evaluate(() => window.violations);
  }

  /** What went wrong in the page. */
  errors() {
    return this.page.evaluate(() => window.errors);
  }

  node(id) {
    return this.page.locator(`.scene [data-key="t:${id}"]`);
  }

  /** The spoken label of the node that the keyboard is on. */
  async active() {
    const id = await this.scene.getAttribute('aria-activedescendant');
    return id ? this.page.locator(`[id="${id}"]`).getAttribute('aria-label') : undefined;
  }

  async screenshot(name) {
    fs.mkdirSync(shotsDir, { recursive: true });
    await this.page.screenshot({ path: path.join(shotsDir, `${name}.png`) });
  }

  close() {
    return this.page.context().close();
  }
}

/** Runs in the page before anything else: the editor's API, its theme, and a record of what went wrong. */
function editorStandIn({ variables, bodyClass, kept }) {
  window.sent = [];
  window.violations = [];
  window.errors = [];
  window.kept = kept;
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.sent.push(structuredClone(message)),
    getState: () => window.kept,
    setState: (state) => {
      window.kept = structuredClone(state);
    },
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.violations.push(`${violatedDirective} ${blockedURI}`),
  );
  window.addEventListener('error', ({ message }) => window.errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => window.errors.push(String(reason)));
  document.addEventListener('DOMContentLoaded', () => {
    for (const [name, value] of Object.entries(variables))
      document.documentElement.style.setProperty(name, value);
    document.body.className = bodyClass;
  });
}

/** The very HTML that the panel makes, for a server's address. */
async function pageHtml() {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'client/src/graph/graphHtml.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
  });
  const { graphHtml } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  return (address) =>
    graphHtml({
      cspSource: address,
      script: `${address}/graph.js`,
      style: `${address}/graph.css`,
      elkWorker: `${address}/elk-worker.js`,
      extras: `${address}/graph-extras.js`,
      nonce: 'for-this-page-only',
    });
}

function send(response, ending, content) {
  response.writeHead(200, { 'content-type': types[ending] }).end(content);
}
