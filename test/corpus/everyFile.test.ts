// Every queue of the corpus is read, checked and outlined without a throw and with sound ranges; what is found is counted.
import { expect } from 'vitest';
import { defaultOptions } from '../../server/src/core/options';
import { ruleCodes } from '../../server/src/core/rules/ruleCode';
import { checkQueue } from '../support/checkedQueue';
import { allCorpusQueues, corpusTest, sayWhatDidNotRun } from '../support/sharedCorpus';
import { expectSound } from '../support/soundness';

corpusTest('every file is read and checked, and every range in it is sound', () => {
  const counts = new Map<string, { findings: number; files: number }>();
  const queues = allCorpusQueues();
  let tasks = 0;
  for (const { text, now } of queues) {
    const checked = checkQueue(text, now, { ...defaultOptions, localOffsetMinutes: -300 });
    expectSound(checked);
    tasks += checked.state.index.tasks.size;
    for (const code of new Set(checked.findings.map((f) => f.code))) {
      const count = counts.get(code) ?? { findings: 0, files: 0 };
      const here = checked.findings.filter((f) => f.code === code).length;
      counts.set(code, { findings: count.findings + here, files: count.files + 1 });
    }
  }
  const rows = ruleCodes.map((code) => {
    const { findings, files } = counts.get(code) ?? { findings: 0, files: 0 };
    return `${code.padEnd(24)} ${String(findings).padStart(6)} in ${String(files).padStart(4)} files`;
  });
  console.log([`${queues.length} files, ${tasks} tasks`, ...rows].join('\n'));
  expect(queues.length).toBeGreaterThanOrEqual(99);
  expect(tasks).toBeGreaterThan(1_000);
});

sayWhatDidNotRun();
