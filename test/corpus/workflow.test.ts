// The files beside the queues against the hand labels: what they say one by one, and what holds between them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { bundle } from '../support/bundle';
import { corpusTest, sayWhatDidNotRun, sharedPath } from '../support/sharedCorpus';

interface About {
  readonly line: number;
  readonly about: string;
}
interface Label {
  readonly noHeartbeat: readonly string[];
  readonly noProgressFile: readonly string[];
  readonly orphanHeartbeat: readonly About[];
  readonly heartbeatAge: readonly About[];
  readonly progressDrift: readonly About[];
  readonly progressDriftUncertain: readonly About[];
  readonly staleHours: readonly About[];
}
interface Finding {
  readonly code: string;
  readonly line: number;
  readonly message: string;
}
interface Times {
  readonly at: string;
  readonly files: Readonly<Record<string, string>>;
}

const labelled = ['70fbe57', '783024a', '1e208d0', '76ef413'] as const;
const workspace = (hash: string): string => sharedPath('corpus', 'workspaces', hash);
const timesOf = (hash: string): string => `${workspace(hash)}.times.json`;

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

function labelOf(hash: string): Label {
  return readJson<{ workspace: Label }>(sharedPath('corpus', 'jobs', `${hash}.json`)).workspace;
}

function runCli(...args: readonly string[]): string {
  const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  return spawnSync(process.execPath, [bundle('cli'), ...args], options).stdout;
}

/** Findings in the queue and beside it, by path below the workspace. */
function findingsOf(hash: string, times = timesOf(hash)): ReadonlyMap<string, readonly Finding[]> {
  const out = runCli('check', workspace(hash), '--times', times, '--format', 'json');
  const { files } = JSON.parse(out) as { files: { path: string; findings: Finding[] }[] };
  const from = (path: string): string => path.slice(path.indexOf(`/${hash}/`) + hash.length + 2);
  return new Map(files.map(({ path, findings }) => [from(path), findings]));
}

/** Lines of a code in the queue that the labels are about. */
function linesOf(found: ReadonlyMap<string, readonly Finding[]>, code: string): readonly number[] {
  return (found.get('PROACTIVE-JOBS.md') ?? []).filter((f) => f.code === code).map((f) => f.line);
}

const lines = (list: readonly About[]): readonly number[] => list.map(({ line }) => line);

corpusTest('every labelled progress file, heartbeat, note and response is read as labelled', () => {
  const tool = sharedPath('tools', 'score-workflow.mjs');
  const labels = ['--labels', sharedPath('corpus', 'workflow')];
  const args = [tool, ...labels, '--json', '--', process.execPath, bundle('cli'), 'inspect'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const verdict = JSON.parse(stdout.slice(0, stdout.lastIndexOf('}') + 1)) as {
    scores: Readonly<Record<string, number>>;
    faults: readonly string[];
  };
  expect(stderr).toBe('');
  expect(verdict.faults).toEqual([]);
  expect(Object.keys(verdict.scores).length).toBeGreaterThan(10);
  expect(Object.values(verdict.scores).every((score) => score === 1)).toBe(true);
  expect(status).toBe(0);
});

for (const hash of labelled) {
  corpusTest(`${hash}: what is labelled is found, what is called uncertain is not`, () => {
    const label = labelOf(hash);
    const found = findingsOf(hash);
    const drift = linesOf(found, 'progress-drift');
    // The label names the heading or the Status line.
    const isFound = (line: number): boolean => drift.some((at) => at >= line && at <= line + 2);
    expect(label.progressDrift.filter(({ line }) => !isFound(line))).toEqual([]);
    expect(label.progressDriftUncertain.filter(({ line }) => isFound(line))).toEqual([]);
    const stale = linesOf(found, 'stale-in-progress');
    expect(stale).toEqual(expect.arrayContaining([...lines(label.staleHours)]));
    const gone = ['running-without-worker', 'dead-at-birth'].flatMap((c) => linesOf(found, c));
    expect(gone).toEqual(expect.arrayContaining([...lines(label.heartbeatAge)]));
    const orphans = [...found].filter(([path]) => path.includes('/heartbeats/'));
    expect(orphans.length).toBe(label.orphanHeartbeat.length);
  });

  corpusTest(`${hash}: inspect tells the facts that are no findings`, () => {
    const label = labelOf(hash);
    const queue = join(workspace(hash), 'PROACTIVE-JOBS.md');
    const out = runCli('inspect', queue, '--times', timesOf(hash));
    const { workspace: facts } = JSON.parse(out) as {
      workspace: { noHeartbeat: string[]; noProgressFile: string[]; fileTimes: string };
    };
    expect([...facts.noHeartbeat].sort()).toEqual([...label.noHeartbeat].sort());
    expect([...facts.noProgressFile].sort()).toEqual([...label.noProgressFile].sort());
    // In 783024a a rename touched nearly every file in one commit.
    expect(facts.fileTimes).toBe(hash === '783024a' ? 'alike' : 'usable');
  });

  corpusTest(`${hash}: as after a clone, with all file times alike, nobody is called gone`, () => {
    const { at, files } = readJson<Times>(timesOf(hash));
    const folder = mkdtempSync(join(tmpdir(), 'pj-times-'));
    try {
      const same = join(folder, 'times.json');
      const early = '2026-02-01T00:00:00-05:00';
      const alike = Object.fromEntries(Object.keys(files).map((path) => [path, early]));
      writeFileSync(same, JSON.stringify({ at, files: alike }));
      const found = findingsOf(hash, same);
      const codes = [...found.values()].flat().map(({ code }) => code);
      const byTime = ['running-without-worker', 'dead-at-birth', 'implausible-clock'];
      expect(codes.filter((code) => byTime.includes(code))).toEqual([]);
      // What the texts say still counts.
      const drift = linesOf(findingsOf(hash), 'progress-drift');
      expect(linesOf(found, 'progress-drift')).toEqual(expect.arrayContaining([...drift]));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

sayWhatDidNotRun();
