// The quick pick of VS Code, asked as a person would.

/**
 * Opens a quick pick with a key, or takes the one that is open, and takes the first row with that label. On a busy
 * machine the pick goes when something else takes the focus, takes its first words back, or was opened before what it
 * looks for was there: as a person would, it is asked again.
 */
export async function chooseInPick(page, { key, query, label, opensPick = false }) {
  const input = page.locator('.quick-input-widget input.input');
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
  const take = async (attempt) => {
    if (key && !(await input.isVisible())) await page.keyboard.press(key);
    if (attempt > 1) await input.fill('', { timeout: 5_000 });
    await input.fill(query, { timeout: 5_000 });
    await row.click({ timeout: 5_000 });
  };
  for (let attempt = 1; ; attempt++) {
    try {
      await take(attempt);
      break;
    } catch (error) {
      if (attempt === 12) throw error;
    }
  }
  if (opensPick) await row.waitFor({ state: 'detached' });
  else await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
