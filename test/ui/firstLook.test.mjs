// What a newcomer sees on the sample workspace in a real VS Code: tree, problems, outline, hover, colours, in a dark
// and in a light theme. The pictures in dist-test/shots are to be looked at.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openView, problems, treeItem, treeItems, waitForProblem } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

const task = 'p3-1-schedule-grid';

let workbench;
before(async () => {
  workbench = await openWorkbench({ theme: 'dark' });
});
after(() => workbench?.close());

test('the tree shows queues, phases and tasks without any configuration', async () => {
  await openView(workbench, 'queue');
  await treeItem(workbench, task).waitFor();
  const items = await treeItems(workbench);
  await workbench.screenshot('tree-dark');
  assert.deepEqual(
    items.filter(({ level }) => level === 1).map(({ label }) => label),
    ['PROACTIVE-JOBS.md', 'PROACTIVE-JOBS-STUDIO.md'],
  );
  const phase = items.find(({ label }) => label.startsWith('Phase 2: Listening'));
  assert.equal(phase.level, 2);
  assert.match(phase.description, /^\d+\/\d+/);
  const row = items.find(({ label }) => label === task);
  assert.equal(row.level, 3);
  assert.match(row.description, /^in-progress\b/);
});

test('a click on a task goes to its line', async () => {
  await treeItem(workbench, 'p2-3-media-session').click();
  await workbench.page
    .locator('.editor-instance .view-line', { hasText: 'p2-3-media-session: Lock screen controls' })
    .waitFor();
  assert.deepEqual(await workbench.tabs(), ['PROACTIVE-JOBS.md']);
});

test('the Problems panel lists the findings of all queues, open or not', async () => {
  await openView(workbench, 'problems');
  await waitForProblem(workbench, 'dependency-cycle');
  const rows = await problems(workbench);
  await workbench.screenshot('problems-dark');
  assert.ok(rows.some((row) => row.startsWith('PROACTIVE-JOBS-STUDIO.md')));
  assert.ok(rows.some((row) => row.includes('Did you mean `p3-2-show-pages`?')));
});

test('a hover tells what is known of a task', async () => {
  await workbench.openFile('PROACTIVE-JOBS.md');
  await workbench.goToLine(1);
  const text = await workbench.hoverOn('p4-1-rota-model');
  await workbench.screenshot('hover-dark');
  assert.match(text, /p4-1-rota-model/);
  assert.match(text, /Shifts and roles/);
});

test('the outline shows phases and tasks', async () => {
  await openView(workbench, 'outline');
  const labels = (await treeItems(workbench, 'outline')).map(({ label }) => label);
  await workbench.screenshot('outline-dark');
  assert.ok(
    labels.some((label) => label.startsWith('Phase 1: Foundations')),
    labels.join(),
  );
});

test('words of the dialect have colours of their own, in both themes', async () => {
  await workbench.goToLine(30);
  const colours = await coloursOf(['Status:', 'complete', 'sonnet']);
  assert.equal(new Set(colours).size, colours.length, colours.join());
  await workbench.screenshot('colours-dark');
  await workbench.setTheme('light');
  const inLight = await coloursOf(['Status:', 'complete', 'sonnet']);
  assert.equal(new Set(inLight).size, inLight.length, inLight.join());
  await openView(workbench, 'queue');
  await workbench.screenshot('colours-light');
  assert.notDeepEqual(inLight, colours);
});

/** The colours in which words are drawn, each taken from the first element that holds the word alone. */
function coloursOf(words) {
  return workbench.page.evaluate(
    (wanted) =>
      wanted.map((word) => {
        const spans = [...document.querySelectorAll('.editor-instance .view-line span span')];
        const span = spans.find((s) => s.textContent.replaceAll('\u00a0', ' ').trim() === word);
        return span ? getComputedStyle(span).color : `${word} has no element of its own`;
      }),
    words,
  );
}
