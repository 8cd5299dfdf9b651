// Runs a test module inside the extension host of the bundled VS Code, by VS Code's own mechanism: the address carries
// `extensionTestsPath`, and the workbench calls `codeAutomationExit` in the page when the run is over.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { launchBrowser } from './browser.mjs';
import { hostDir } from './paths.mjs';
import { startServer } from './server.mjs';
import { leanBuiltins } from './settings.mjs';
import { createTestFiles } from './testFiles.mjs';
import { workbenchUrl } from './workbenchUrl.mjs';

/**
 * @typedef {object} TestRun
 * @property {string[]} extensionDevelopmentPath folders of the extensions under test
 * @property {string} extensionTestsPath module that exports `run`
 * @property {string} [workspace] folder or `.code-workspace` to open
 * @property {object} [settings]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [limitMs] after which a hung run counts as failed
 * @property {string} [logsDir] receives VS Code's log files
 * @property {(text: string) => void} [print] receives what the tests print
 */

/** Runs the tests; resolves to undefined when all passed, else to the reason. @param {TestRun} run */
export async function runExtensionTests(run) {
  const files = createTestFiles(run.extensionTestsPath);
  const server = await startServer({
    settings: run.settings,
    builtins: leanBuiltins,
    testHooks: true,
    env: { ...run.env, ...files.env },
    log: process.env.HOST_VERBOSE ? (text) => process.stderr.write(text) : undefined,
  });
  const stopFollowing = files.follow(run.print ?? (() => {}));
  let browser;
  try {
    browser = await launchBrowser();
    const reported = await exitCodeOf(browser, server, run);
    const mark = files.readMark();
    return verdict(reported, mark, mark === undefined ? await howItDied(server) : '');
  } catch (error) {
    return String(error?.message ?? error);
  } finally {
    await browser?.close();
    keepLogs(server, run.logsDir);
    await server.stop();
    stopFollowing();
    files.dispose();
  }
}

/** Opens the workbench and waits until VS Code says that the tests are over. */
async function exitCodeOf(browser, server, { limitMs = 600_000, ...run }) {
  const page = await (
    await browser.newContext({ viewport: { width: 1280, height: 900 } })
  ).newPage();
  let timer;
  const exit = new Promise((resolve, reject) => {
    const fail = (what) => () => reject(new Error(what));
    timer = setTimeout(fail(`The tests did not finish within ${limitMs / 1000} s.`), limitMs);
    page.on('crash', fail('The page of the workbench crashed during the tests.'));
    page.on('close', fail('The page of the workbench was closed during the tests.'));
    browser.on('disconnected', fail('The browser ended during the tests.'));
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
  exit.catch(() => {}); // Awaited below; a failure while the page still loads must not be "unhandled".
  try {
    // Both functions must be there before the page is: VS Code looks for them once.
    await page.exposeFunction('codeAutomationLog', (level, args) => {
      if (process.env.HOST_VERBOSE) console.error(`[workbench ${level}]`, ...args);
    });
    const tests = path.join(hostDir, 'runTests.cjs');
    await page.goto(workbenchUrl(server, { ...run, extensionTestsPath: tests }));
    return await exit;
  } finally {
    clearTimeout(timer);
  }
}

/** Success needs both: VS Code reports 0, and the mark says that the tests ran to their end. */
function verdict(reported, mark, death) {
  if (mark === undefined) return `The extension host ended before the tests did${death}.`;
  if (mark.error !== undefined) return mark.error;
  return reported === 0 ? undefined : `VS Code reported exit code ${reported}.`;
}

/** In words, or nothing where the server does not tell: its line may come after the window has noticed. */
async function howItDied(server) {
  const told = /Extension Host Process exited with code: (\S+), signal: (\S+?)\./;
  for (const end = Date.now() + 10_000; Date.now() < end; await delay(50)) {
    const [, code, signal] = told.exec(server.output()) ?? [];
    if (code !== undefined) return ` (exit code ${code}, signal ${signal})`;
  }
  return '';
}

function keepLogs(server, logsDir) {
  const logs = path.join(server.dataDir, 'data', 'logs');
  if (!logsDir || !fs.existsSync(logs)) return;
  fs.rmSync(logsDir, { recursive: true, force: true });
  fs.cpSync(logs, logsDir, { recursive: true });
}
