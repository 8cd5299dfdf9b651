// A thousand progress files beside a queue: a person types while they are read, and sees that they are.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openView, treeItem } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

const count = 1_000;
const queueText = Array.from(
  { length: 200 },
  (_, i) => `### step-${i}: Do it\n- **Status:** pending\n- **Model:** any\n`,
).join('\n');
const workLog = '- [x] a step of the work, told in a sentence of usual length\n'.repeat(240);

let base;
let workbench;
before(async () => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-many-'));
  const progress = path.join(base, 'scheduler', 'progress');
  fs.mkdirSync(progress, { recursive: true });
  fs.writeFileSync(path.join(base, 'PROACTIVE-JOBS.md'), queueText);
  for (let i = 0; i < count; i++) {
    const text = `# step-${i}\n\n**Status:** in-progress\n\n## Work Log\n\n${workLog}`;
    fs.writeFileSync(path.join(progress, `step-${i}.md`), text);
  }
  workbench = await openWorkbench({ workspace: base, open: 'PROACTIVE-JOBS.md' });
});
after(async () => {
  await workbench?.close();
  fs.rmSync(base, { recursive: true, force: true, maxRetries: 3 });
});

test('typing goes on while a thousand progress files are read, and the status bar says so', async () => {
  const { page } = workbench;
  await openView(workbench, 'queue');
  await treeItem(workbench, 'step-0').waitFor();
  await workbench.goToLine(1);
  await page.keyboard.press('Home');
  await page.evaluate(watchTheWindow);
  await workbench.runCommand('Proactive Jobs: Restart Server');
  await page.locator('.editor-instance .view-line').first().click();
  await page.keyboard.press('Home');
  const typed = 'typed while reading ';
  await page.keyboard.type(typed, { delay: 40 });
  await page.waitForFunction(() => globalThis.seen.progress.length > 0);
  await workbench.screenshot('reading-many');
  await page.locator('.editor-instance .view-line', { hasText: typed.trim() }).first().waitFor();
  const { progress, longest } = await page.evaluate(() => globalThis.seen);
  console.log(
    `progress shown: ${progress.length} texts, first "${progress[0]}"; ` +
      `longest block of the window ${Math.round(longest)} ms`,
  );
  assert.ok(progress.length > 0);
});

/** Notes what the status bar says, and how long the window was ever busy. Runs in the page. */
function watchTheWindow() {
  const seen = { progress: [], longest: 0 };
  globalThis.seen = seen;
  const look = () => {
    const text = document.querySelector('.part.statusbar')?.textContent ?? '';
    const found = /Reading the files beside the queues: \d+ of \d+/.exec(text)?.[0];
    if (found && seen.progress.at(-1) !== found) seen.progress.push(found);
  };
  new MutationObserver(look).observe(document.querySelector('.part.statusbar'), {
    subtree: true,
    childList: true,
    characterData: true,
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
  }).observe({ type: 'longtask' });
}
