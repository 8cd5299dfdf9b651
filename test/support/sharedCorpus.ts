/**
 * The real queues in `../shared/corpus`: somebody's redacted text, read from there and never copied here. Where the folder is
 * absent the tests that need it do not run and say so; with PROACTIVE_JOBS_REQUIRE_SHARED=1 they fail instead.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { longPatience } from './properties';

const shared = resolve(import.meta.dirname, '../../../shared');
const isThere = existsSync(join(shared, 'corpus', 'versions.json'));
const isRequired = process.env.PROACTIVE_JOBS_REQUIRE_SHARED === '1';
let notRun = 0;

/** A queue of the corpus with its commit's time as the clock. */
export interface CorpusQueue {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly now: number;
}

interface Version {
  readonly hash: string;
  readonly committedAt: string;
}

/** Path of something in `../shared`. */
export function sharedPath(...parts: readonly string[]): string {
  return join(shared, ...parts);
}

/** A test that needs the corpus; it may take as long as ten thousand inputs take on a busy machine. */
export function corpusTest(name: string, run: () => void | Promise<void>): void {
  if (isThere) test(name, longPatience, run);
  else if (isRequired) test(name, () => expect.fail(`${shared} is not there`));
  else {
    notRun++;
    test.skip(name, run);
  }
}

/** Last in every file of corpus tests: says how many of them did not run. */
export function sayWhatDidNotRun(): void {
  test('tests that did not run for want of ../shared are counted', () => {
    if (notRun > 0) console.log(`${notRun} tests did not run: there is no ${shared}`);
    expect(notRun === 0 || !isRequired).toBe(true);
  });
}

/** The queue of one version; its file lies in `jobs/` or `jobs-cited/`. */
export function corpusQueue(name: string): CorpusQueue {
  const path = ['jobs', 'jobs-cited']
    .map((folder) => sharedPath('corpus', folder, `${name}.md`))
    .find(existsSync);
  if (path === undefined) throw new Error(`The corpus has no ${name}.md`);
  return { name, path, text: readFileSync(path, 'utf8'), now: clockOf(name) };
}

/** Every queue file of the corpus: the labelled versions, the cited ones, and those of whole workspaces. */
export function allCorpusQueues(): readonly CorpusQueue[] {
  const versions = ['jobs', 'jobs-cited'].flatMap((folder) =>
    readdirSync(sharedPath('corpus', folder))
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => corpusQueue(file.slice(0, -3))),
  );
  return [...versions, ...workspaceQueues()];
}

function workspaceQueues(): readonly CorpusQueue[] {
  const folder = sharedPath('corpus', 'workspaces');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])PROACTIVE-JOBS[^\\/]*\.md$/.test(file))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      const times = join(folder, `${file.split(/[\\/]/)[0] ?? ''}.times.json`);
      const { at } = JSON.parse(readFileSync(times, 'utf8')) as { at: string };
      return { name: file, path, text: readFileSync(path, 'utf8'), now: Date.parse(at) };
    });
}

let versions: readonly Version[] | undefined;

function clockOf(name: string): number {
  versions ??= JSON.parse(readFileSync(sharedPath('corpus', 'versions.json'), 'utf8')) as Version[];
  // The other queue file stands at the last commit.
  const version = versions.find((v) => v.hash === name) ?? versions.at(-1);
  return Date.parse(version?.committedAt ?? '');
}
