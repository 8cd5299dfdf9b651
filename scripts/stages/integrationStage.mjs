// The stage of `npm test` that runs test/integration: the suite inside the extension host of a real VS Code, then the
// proof that a dying extension host is noticed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIntegrationTests } from '../buildIntegrationTests.mjs';
import { root } from '../processes.mjs';
import { createSampleWorkspace } from '../sampleWorkspace.mjs';
import { judge, runOfficially } from './extensionHostSuite.mjs';
import { runNodeTests } from './nodeTestStage.mjs';
import { freshReportFile } from './reportFiles.mjs';
import { addTallies } from './tally.mjs';

/** Runs all of it against the extension that stands built in dist/. */
export async function runIntegration() {
  const testsPath = await buildIntegrationTests();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-integration-'));
  try {
    const workspace = path.join(folder, 'harbor-lights');
    // Moved to now, or every running task would look stale a day after the sample was written.
    createSampleWorkspace(workspace, { now: new Date() });
    const report = freshReportFile('integration.jsonl');
    const failure = await runOfficially({
      testsPath,
      workspace,
      report,
      env: { HOST_LOGS_DIR: path.join(root, 'dist-test', 'logs', 'integration') },
    });
    return addTallies([judge(failure, report), await runNodeTests('test/integration')]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
