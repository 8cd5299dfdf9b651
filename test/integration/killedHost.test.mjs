// VS Code reports success when the extension host dies in the middle of a test run. These tests kill it and ask each
// way of running the suite to report a failure all the same.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { judge, runOfficially, wantsDesktop } from '../../scripts/stages/extensionHostSuite.mjs';
import { runExtensionTests } from '../../tools/vscode-host/extensionTests.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const testsPath = path.join(import.meta.dirname, 'support', 'dyingSuite.cjs');

describe('a killed extension host', { concurrency: 2 }, () => {
  let folder;
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'killed-host-'));
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  let reports = 0;
  const reportFile = () => path.join(folder, `report-${reports++}.jsonl`);

  const officially = async (death) => {
    const report = reportFile();
    const failure = await runOfficially({
      testsPath,
      workspace: folder,
      report,
      env: { DEATH: death },
    });
    return { failure, tally: judge(failure, report), tallyByReport: judge(undefined, report) };
  };

  const byOurRunner = (death) =>
    runExtensionTests({
      extensionDevelopmentPath: [root],
      extensionTestsPath: testsPath,
      workspace: folder,
      env: { TEST_REPORT: reportFile(), DEATH: death },
    });

  test('that did not die is a success, by @vscode/test-electron', async () => {
    const { failure, tally } = await officially('none');
    assert.equal(failure, undefined);
    assert.deepEqual(tally, { passed: 1, failed: 0, skipped: [], notes: [] });
  });

  for (const [death, how] of [
    ['exit', /exit code 0/],
    ['kill', /signal SIGKILL/],
  ]) {
    test(`by ${death} is a failure, by @vscode/test-electron`, async () => {
      const { failure, tally, tallyByReport } = await officially(death);
      // Desktop VS Code has no adapter of ours before it, so there the report alone must tell.
      if (!wantsDesktop) assert.match(failure ?? 'success', /failed with code 1/);
      assert.equal(tally.failed, 1);
      assert.equal(tallyByReport.failed, 1);
      assert.match(tallyByReport.notes.join(), /ended before the tests did.*"the one before"/);
    });

    test(`by ${death} is a failure, by our runner`, { skip: wantsDesktop }, async () => {
      const failure = await byOurRunner(death);
      assert.match(failure ?? 'success', /The extension host ended before the tests did/);
      assert.match(failure, how);
    });
  }
});
