// A real VS Code with the packed extension in it, driven as a person would: the page object of the UI tests.
// Selectors are internals of VS Code (checked on 1.139.1) and stand in this folder only.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { vsixFile } from '../../../scripts/packageExtension.mjs';
import { root } from '../../../scripts/processes.mjs';
import { createSampleWorkspace } from '../../../scripts/sampleWorkspace.mjs';
import { launchBrowser } from '../../../tools/vscode-host/browser.mjs';
import { startServer } from '../../../tools/vscode-host/server.mjs';
import { leanBuiltins } from '../../../tools/vscode-host/settings.mjs';
import { workbenchUrl } from '../../../tools/vscode-host/workbenchUrl.mjs';
import { chooseInPick } from './chooseInPick.mjs';
import { middleOfText } from './middleOfText.mjs';
import { serverProcess } from './serverProcess.mjs';

const shotsDir = path.join(root, 'dist-test', 'shots');
const logsDir = path.join(root, 'dist-test', 'logs', 'ui');
const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'contrast-dark': 'Dark High Contrast',
  'contrast-light': 'Light High Contrast',
};
/** What the setting calls those that it does not call by their names. */
const themeIds = {
  'contrast-dark': 'Default High Contrast',
  'contrast-light': 'Default High Contrast Light',
};
/** How VS Code's own style sheets call the kinds of themes. */
const shades = {
  dark: 'vs-dark',
  light: 'vs',
  'contrast-dark': 'hc-black',
  'contrast-light': 'hc-light',
};

const restrictedMode = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** One wait is enough for a busy machine; none of them is a fixed sleep. */
const waitLimitMs = 60_000;

/**
 * Starts VS Code and opens it on `workspace`, by default a copy of the sample. Open it once for each test file, since
 * that takes seconds, and close it in `after`.
 * @param {{workspace?: string, open?: string, theme?: keyof typeof themes, settings?: object, machineSettings?: object, restricted?: boolean,
 *   viewport?: {width: number, height: number}}} [options] `open` is relative to the workspace, which may be a
 *   `.code-workspace` file; `restricted` opens it untrusted, in Restricted Mode
 */
export async function openWorkbench(options = {}) {
  const { open, theme = 'dark', settings = {}, viewport = { width: 1280, height: 860 } } = options;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-ui-'));
  const workspace = options.workspace ?? path.join(folder, 'harbor-lights');
  // Moved to now, or every running task would look stale a day after the sample was written.
  if (!options.workspace) createSampleWorkspace(workspace, { now: new Date() });
  const server = await startServer({
    builtins: leanBuiltins,
    vsix: vsixFile,
    workspaceTrust: options.restricted === true,
    machineSettings: options.machineSettings,
    settings: {
      ...(options.restricted ? restrictedMode : {}),
      ...settings,
      'workbench.colorTheme': themeIds[theme] ?? themes[theme],
    },
  });
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  context.setDefaultTimeout(waitLimitMs);
  const page = await context.newPage();
  await page.goto(workbenchUrl(server, { workspace, open: open && path.join(workspace, open) }));
  await page.waitForFunction(
    () => performance.getEntriesByName('code/didStartWorkbench').length > 0,
  );
  await page.locator('.monaco-workbench .activitybar').waitFor();
  return new Workbench({ page, browser, server, workspace, folder });
}

/** The window, by what a person does in it. Views have their own functions in views.mjs. */
class Workbench {
  #browser;
  #server;
  #folder;

  constructor({ page, browser, server, workspace, folder }) {
    this.page = page;
    this.workspace = workspace;
    this.#browser = browser;
    this.#server = server;
    this.#folder = folder;
  }

  /**
   * Runs a command by its title in the command palette, category included: `Proactive Jobs: Restart Server`. Waits
   * until the palette is closed, unless the command opens another pick in its place.
   */
  async runCommand(title, { opensPick = false } = {}) {
    await chooseInPick(this.page, { key: 'F1', query: `>${title}`, label: title, opensPick });
  }

  /** Opens a file of the workspace by its relative path and waits until its text shows. */
  async openFile(relativePath) {
    const name = path.basename(relativePath);
    await chooseInPick(this.page, { key: 'Control+p', query: relativePath, label: name });
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Puts the cursor on a line (from 1) of the active editor, brings it into view and resolves once keys go there. */
  async goToLine(line) {
    await this.page.keyboard.press('Control+g');
    await this.page.locator('.quick-input-widget input.input').fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    // The line is marked while its number is still being typed: only then the keys go to the editor.
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page
      .locator('.line-numbers.active-line-number', { hasText: String(line) })
      .waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Points at a text in the visible lines and resolves to the words of the hover that appears. */
  async hoverOn(text) {
    await this.page.mouse.move(0, 0);
    const { x, y } = await middleOfText(this.page, text);
    await this.page.mouse.move(x, y, { steps: 5 });
    const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-contents:not(.loading)');
    await hover.first().waitFor();
    await hover.first().evaluate(hasFadedIn);
    return (await hover.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
  }

  /** The lenses above the visible lines, top to bottom, those of a task apart. */
  async lenses() {
    const all = await this.page.locator('.editor-instance .codelens-decoration').allInnerTexts();
    return all.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Clicks a lens by (a part of) its words, the nth of them from above. */
  async clickLens(text, nth = 0) {
    const lens = this.page.locator('.editor-instance .codelens-decoration a', { hasText: text });
    await lens.nth(nth).click();
  }

  /** Waits for the question in the middle of the window, and answers it; resolves to its words. */
  async answer(button) {
    const dialog = this.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    const words = await dialog.innerText();
    await dialog.locator('.monaco-button', { hasText: button }).first().click();
    await dialog.waitFor({ state: 'hidden' });
    return words;
  }

  /** Processes of the language server and of the extension host that started it; nothing while there is none. */
  serverProcess() {
    return serverProcess(this.#server.dataDir);
  }

  /** Loads the window again, as a person does when the editor is broken. */
  async reload() {
    await this.page.reload();
    await this.page.locator('.monaco-workbench .activitybar').waitFor();
  }

  /** Names of the editor's tabs, the active one included. */
  async tabs() {
    return this.page
      .locator('.tabs-container .tab')
      .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-resource-name')));
  }

  /** Texts of the notifications that show at the moment. */
  async notifications() {
    return this.page
      .locator('.notifications-toasts .notification-list-item-message')
      .allInnerTexts();
  }

  /** Changes the colour theme while the window is open. A changed settings file is not always noticed. */
  async setTheme(theme) {
    await this.runCommand('Preferences: Color Theme', { opensPick: true });
    await chooseInPick(this.page, { query: themes[theme], label: themes[theme] });
    await this.page.locator(`.monaco-workbench.${shades[theme]}`).waitFor();
  }

  /** Saves a picture of the window as dist-test/shots/NAME.png, and resolves to its path. */
  async screenshot(name, options = {}) {
    const file = path.join(shotsDir, `${name}.png`);
    fs.mkdirSync(shotsDir, { recursive: true });
    await this.page.screenshot({ path: file, ...options });
    return file;
  }

  /** Ends all of it. The picture and VS Code's logs stay, in case a test failed. */
  async close() {
    await this.screenshot('last').catch(() => {}); // The page may be what broke.
    await this.#browser.close();
    fs.rmSync(logsDir, { recursive: true, force: true });
    fs.cpSync(path.join(this.#server.dataDir, 'data', 'logs'), logsDir, { recursive: true });
    await this.#server.stop();
    fs.rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** In the page: waits until an element and all around it have come into view, so that a picture shows it as it stays. */
async function hasFadedIn(element) {
  const around = document.getAnimations().filter(({ effect }) => effect.target.contains(element));
  await Promise.allSettled(around.map(({ finished }) => finished));
}
