// Quick fixes in a real VS Code: the lightbulb at a finding, and the text after choosing one.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { savedText } from './support/savedText.mjs';
import { openView, waitForProblem } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench({ open: 'PROACTIVE-JOBS.md' });
});
after(() => workbench?.close());

test('an unknown id is replaced by the one that was meant, and nothing else changes', async () => {
  const file = path.join(workbench.workspace, 'PROACTIVE-JOBS.md');
  const text = fs.readFileSync(file, 'utf8');
  const line = text.split('\n').findIndex((l) => /p3-2-show-page\b(?!s)/.test(l)) + 1;
  await openView(workbench, 'problems');
  await waitForProblem(workbench, 'unresolved-dependency');
  await workbench.goToLine(line);
  const { page } = workbench;
  await page.keyboard.press('End');
  const action = page.locator('.action-widget .monaco-list-row', { hasText: 'p3-2-show-pages' });
  await openLightbulb(page, action.first());
  await workbench.screenshot('quick-fix');
  await action.first().click();
  await page.keyboard.press('Control+s');
  assert.equal(await savedText(file, text), text.replace(/p3-2-show-page(?!s)/, 'p3-2-show-pages'));
});

/** Asks for the fixes until `action` is among them: a menu that opened before the finding reached the editor lacks it. */
async function openLightbulb(page, action) {
  const end = Date.now() + 60_000;
  for (;;) {
    await page.keyboard.press('Control+.');
    if (await isShown(action, 5_000)) return;
    assert.ok(Date.now() < end, 'the fix was never offered');
    await page.keyboard.press('Escape');
  }
}

const isShown = (locator, timeout) =>
  locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
