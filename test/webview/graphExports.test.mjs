// What `proactive-jobs graph` writes, read by who it is for: a browser without a network, and Mermaid's own parser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchBrowser } from '../../tools/vscode-host/browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = path.join(root, 'samples', 'workspace', 'PROACTIVE-JOBS.md');
const mermaid = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');

/** Titles that try to be something else. */
const titles = [
  'Say "hello" \\" and \\n',
  '</script><script>window.hit = 1</script>',
  ']]> --> <img src=x onerror="window.hit = 1">',
  'n1 --> n2; click n1 href "javascript:window.hit=1"',
  'A title that goes on for much longer than any box would ever be wide, and then some more of it',
  'emoji 👩‍👩‍👧 ✅ and \u202eright to left\u202c',
  'שלום עולם — مرحبا بالعالم',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  '任务的标题很长任务的标题很长任务的标题很长任务的标题很长',
];

let browser;
let folder;
let hostile;
before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-exports-'));
  hostile = path.join(folder, 'PROACTIVE-JOBS.md');
  const tasks = titles.map((title, at) => {
    const needs = at === 0 ? '' : `- **Depends On:** h-${at}\n`;
    return `### h-${at + 1}: ${title}\n- **Status:** pending\n${needs}`;
  });
  fs.writeFileSync(hostile, `# Queue\n\n## Phase 1: "]<script>\n\n${tasks.join('\n')}`);
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Writes an export of a queue and names the file. */
function exported(queue, format, ...options) {
  const file = path.join(
    folder,
    `${path.basename(path.dirname(queue))}${options.join('')}.${format}`,
  );
  const argv = [path.join(root, 'dist', 'cli.js'), 'graph', queue, '--format', format, '-o', file];
  execFileSync(process.execPath, [...argv, ...options], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return file;
}

/** Opens a file with the network gone; fails on whatever it asks for, and on every complaint. */
async function openOffline(t, file) {
  const context = await browser.newContext({
    offline: true,
    viewport: { width: 1600, height: 1000 },
  });
  t.after(() => context.close());
  const page = await context.newPage();
  const asked = [];
  const complaints = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  const url = pathToFileURL(file).href;
  await page.goto(url);
  assert.deepEqual(asked, [url]);
  assert.deepEqual(complaints, []);
  return page;
}

/** Texts that reach out of their box, or into each other; in the page's own font. */
function crampedTexts(page) {
  return page.evaluate(() => {
    const bad = [];
    for (const group of document.querySelectorAll('g[transform]')) {
      const texts = [...group.children].filter((child) => child.tagName === 'text');
      const box = [...group.children].find((child) => child.tagName === 'rect');
      if (texts.length === 0 || !box || group.querySelector('g > g > text')) continue;
      const outer = box.getBoundingClientRect();
      const inner = texts.map((text) => ({
        text: text.textContent,
        box: text.getBoundingClientRect(),
      }));
      for (const { text, box: own } of inner) {
        if (own.left < outer.left - 0.5 || own.right > outer.right + 0.5) bad.push(`out: ${text}`);
      }
      for (const [at, one] of inner.entries()) {
        for (const other of inner.slice(at + 1)) {
          if (one.text === '' || other.text === '') continue;
          const isBeside = one.box.right <= other.box.left || other.box.right <= one.box.left;
          // Lines of text touch with their descenders; on the same line their middles are alike.
          const isBelow = Math.abs(one.box.top - other.box.top) > 8;
          if (!isBeside && !isBelow) bad.push(`${one.text} on ${other.text}`);
        }
      }
    }
    return bad;
  });
}

for (const theme of ['light', 'dark']) {
  test(`the HTML opens offline, ${theme}: picture and table, nothing fetched, nothing run`, async (t) => {
    const page = await openOffline(t, exported(sample, 'html', '--theme', theme));
    assert.equal(await page.locator('tbody tr').count(), await page.locator('td.id').count());
    const ids = await page.locator('td.id').allTextContents();
    assert.ok(ids.length > 20);
    const texts = new Set(await page.locator('svg text').allTextContents());
    assert.deepEqual(
      ids.filter((id) => !texts.has(id)),
      [],
    );
    assert.notEqual(
      await page.evaluate(() => getComputedStyle(document.querySelector('th')).backgroundColor),
      'rgba(0, 0, 0, 0)',
      'the policy has let the style in',
    );
    assert.deepEqual(await crampedTexts(page), []);
  });
}

test('hostile titles are text in the HTML', async (t) => {
  const page = await openOffline(t, exported(hostile, 'html'));
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator('script, img, a').count(), 0);
  const shown = await page.locator('tbody tr td:nth-child(2)').allTextContents();
  assert.equal(shown.length, titles.length);
  assert.ok(shown[1].includes('<script>window.hit = 1</script>'), shown[1]);
  assert.deepEqual(await crampedTexts(page), []);
});

test('the SVG opens by itself, with every id', async (t) => {
  for (const queue of [sample, hostile]) {
    const page = await openOffline(t, exported(queue, 'svg'));
    assert.equal(await page.evaluate(() => document.documentElement.tagName), 'svg');
    const { tasks } = JSON.parse(fs.readFileSync(exported(queue, 'json'), 'utf8'));
    const texts = new Set(await page.locator('text').allTextContents());
    assert.deepEqual(
      tasks.map(({ id }) => id).filter((id) => !texts.has(id)),
      [],
    );
  }
});

test('Mermaid parses and draws the flowchart, each title as text', async (t) => {
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.setContent('<body></body>');
  await page.addScriptTag({ path: mermaid });
  for (const queue of [sample, hostile]) {
    const text = fs.readFileSync(exported(queue, 'mermaid'), 'utf8');
    const { tasks } = JSON.parse(fs.readFileSync(exported(queue, 'json'), 'utf8'));
    const drawn = await page.evaluate(async (source) => {
      globalThis.mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
      const { diagramType } = await globalThis.mermaid.parse(source);
      const { svg } = await globalThis.mermaid.render('picture', source);
      const holder = document.createElement('div');
      holder.innerHTML = svg;
      document.body.replaceChildren(holder);
      const labels = [...holder.querySelectorAll('.nodeLabel')].map((label) => label.textContent);
      return { diagramType, labels };
    }, text);
    assert.match(drawn.diagramType, /^flowchart/);
    assert.deepEqual(
      tasks.map(({ id }) => id).filter((id) => !drawn.labels.some((l) => l.startsWith(`${id} (`))),
      [],
    );
    if (queue === hostile) {
      assert.ok(drawn.labels.some((label) => label.includes('<script>window.hit = 1</script>')));
    }
  }
  assert.equal(await page.evaluate(() => window.hit), undefined);
});
