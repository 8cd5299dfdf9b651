// The panels and side bars of the workbench that the UI tests look at: our tree, Problems, Outline, Output.

const rows = '.monaco-list-row';

const views = {
  queue: {
    command: 'Proactive Jobs: Focus on Queue View',
    selector: '[id="workbench.view.extension.proactiveJobs"]',
  },
  problems: { command: 'Problems: Focus on Problems View', selector: '.markers-panel' },
  outline: { command: 'Explorer: Focus on Outline View', selector: '.outline-tree' },
  explorer: { command: 'View: Show Explorer', selector: '.explorer-folders-view' },
};

/** Shows a view (`queue`, `problems`, `outline`, `explorer`) and waits for its first row. */
export async function openView(workbench, name) {
  const { command, selector } = views[name];
  await workbench.runCommand(command);
  await workbench.page.locator(`${selector} ${rows}`).first().waitFor();
}

/** The rows of a view that are drawn, top to bottom: `{level, label, description, expanded}`. */
export async function treeItems(workbench, name = 'queue') {
  const read = (elements) =>
    elements
      .map((row) => ({
        top: row.getBoundingClientRect().top,
        level: Number(row.getAttribute('aria-level')),
        label: row.querySelector('.label-name')?.textContent ?? '',
        description: row.querySelector('.label-description')?.textContent ?? '',
        expanded: row.getAttribute('aria-expanded') ?? undefined,
      }))
      .sort((a, b) => a.top - b.top) // The list reuses its rows: their order in the page means nothing.
      .map(({ top: _top, ...item }) => item);
  return workbench.page.locator(`${views[name].selector} ${rows}[role=treeitem]`).evaluateAll(read);
}

/** A row of a view by (a part of) its text, to click or to wait for. */
export function treeItem(workbench, text, name = 'queue') {
  return workbench.page
    .locator(`${views[name].selector} ${rows}[role=treeitem]`, { hasText: text })
    .first();
}

/** The drawn rows of the Problems panel, as text; a file's row comes before its findings. */
export async function problems(workbench) {
  const items = await workbench.page.locator(`${views.problems.selector} ${rows}`).all();
  const texts = await Promise.all(items.map((item) => item.innerText()));
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** Waits until the Problems panel, which must be open, shows a row with that text. */
export async function waitForProblem(workbench, text) {
  await workbench.page
    .locator(`${views.problems.selector} ${rows}`, { hasText: text })
    .first()
    .waitFor();
}
