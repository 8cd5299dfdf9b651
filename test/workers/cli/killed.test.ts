import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { count, WorkersFolder } from './builtWorkers';

let folder: WorkersFolder;

beforeEach(() => {
  folder = new WorkersFolder();
  folder.writeQueue(['k-1', 'k-2'], 2);
});
afterEach(() => folder.dispose());

const own = 'scheduler/spawn-queue/.proactive-jobs';
const hasLine = (event: string) => () => folder.text(`${own}/ledger.jsonl`).includes(`"${event}"`);

/** What can be seen of a spawn on the disk, in its order. Whoever is too quick to be killed there has simply finished. */
const steps: readonly (readonly [string, () => boolean])[] = [
  ['the workspace has its id', () => folder.names(own).includes('workspace.json')],
  ['the lease is taken', () => folder.names(`${own}/leases`).length > 0],
  ['the attempt is reserved', hasLine('reserved')],
  ['the progress file is there', () => folder.names('scheduler/progress').length > 0],
  ['the request is announced', hasLine('requested')],
  ['the request is published', () => folder.requests().length > 0],
  ['the start is written down', hasLine('started')],
  ['the queue is locked', () => folder.names(own).includes('queue.lock')],
  ['the queue says so', () => folder.queueText().includes('in-progress')],
];

test.each(steps)(
  'killed once %s, it starts one worker in the end and the queue says so',
  async (_, isThere) => {
    const argv = ['spawn', 'k-1', '--backend', 'queue', '--yes', '--json'];
    const first = folder.start(...argv);
    let isOver = false;
    void first.ended.then(() => (isOver = true));
    while (!isOver && !isThere()) await nextTurn();
    first.child.kill('SIGKILL');
    await first.ended;

    // Whatever it was, the next one goes on from there: the same attempt, or the next one where nothing had left.
    const again = await folder.run(...argv);
    expect(again.status, again.err).toBe(0);
    await folder.run('workers', '--reconcile', '--backend', 'queue');
    const third = await folder.run(...argv);
    expect(JSON.parse(third.out)).toMatchObject({ result: 'exists' });

    const [request = '', ...others] = folder.requests();
    expect(others).toEqual([]);
    const text = folder.queueText();
    expect(count(text, '**Worker:**')).toBe(1);
    expect(text).toContain(`- **Worker:** ${request.replace('.json', '')}`);
    expect(count(text, '**Status:** in-progress')).toBe(1);
    expect(text).toContain('**Worker Slots:** 1/2');

    // A lock that was left behind is in nobody's way.
    const claim = await folder.run('claim', 'k-1');
    expect(claim).toMatchObject({ status: 0, err: '' });
    expect(folder.queueText()).toContain('**Status:** needs-validation');
    expect(folder.names(own)).not.toContain('queue.lock');
  },
);
