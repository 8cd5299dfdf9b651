// The command line against the hand labels, scored by the tool that came with them.
//
// The label 882217f names the task `haos-v2-task-breakdown-impl-00` on line 219, but whoever redacted the corpus took a
// part of that id for a secret: the text there reads `haos-v2-taREDACTED`. No reader can know the id. So the corpus is
// scored twice: as it is, with that one fault and no other, and in a copy in which the heading has its id back.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { bundle } from '../support/bundle';
import { corpusTest, sayWhatDidNotRun, sharedPath } from '../support/sharedCorpus';

interface Verdict {
  readonly scores: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
  /** Findings that the label does not mention, for a person to judge. */
  readonly unlisted: readonly string[];
}

const labels = () => sharedPath('corpus', 'jobs');

function score(files: string): Verdict {
  const tool = sharedPath('tools', 'score-queues.mjs');
  const command = ['--', process.execPath, bundle('cli'), 'inspect'];
  const args = [tool, '--labels', labels(), '--files', files, '--json', ...command];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (stdout === '') throw new Error(`The scorer said nothing: ${stderr}`);
  // Behind the JSON stands the line for people.
  return JSON.parse(stdout.slice(0, stdout.lastIndexOf('}') + 1)) as Verdict;
}

function tell(what: string, { scores, faults, unlisted }: Verdict): void {
  const figures = Object.entries(scores).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  console.log([`${what}: ${figures.join('  ')}`, ...faults, ...unlisted].join('\n'));
}

corpusTest('every score is 1.000 where the redacted id is restored', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proactive-jobs-corpus-'));
  try {
    cpSync(labels(), folder, { recursive: true });
    const file = join(folder, '882217f.md');
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines[218]).toMatch(/^### haos-v2-taREDACTED: /);
    lines[218] = (lines[218] ?? '').replace('taREDACTED', 'task-breakdown-impl-00');
    writeFileSync(file, lines.join('\n'));
    const verdict = score(folder);
    tell('scores, one id restored', verdict);
    expect(verdict.faults).toEqual([]);
    for (const value of Object.values(verdict.scores)) expect(value).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

corpusTest('the untouched corpus has that one fault and no other', () => {
  const verdict = score(labels());
  tell('scores, corpus as it is', verdict);
  expect(verdict.faults).toEqual([
    '882217f: task haos-v2-task-breakdown-impl-00@219 is missing',
    '882217f: task haos-v2-taredacted@219 is not one',
  ]);
  const { taskRecall, taskPrecision, ...others } = verdict.scores;
  expect(taskRecall).toBeCloseTo(200 / 201, 2);
  expect(taskPrecision).toBeCloseTo(200 / 201, 2);
  for (const value of Object.values(others)) expect(value).toBe(1);
});

sayWhatDidNotRun();
