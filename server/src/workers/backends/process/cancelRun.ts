/** Stopping a run for good: it counts as stopped only when its processes are proven gone. */
import { type CancelOutcome, hasEnded } from '../../backend';
import { type FoundRun, type ProcessWorld, observeRun } from './observeRun';
import { writeRecord } from '../recordFile';
import { runFile } from './runFolder';
import { graceMs } from './startRun';
import { signalProcess, stopGroup } from '../../node/stopProcess';

/** The runner asks, waits, kills and writes it down; this is longer than all of it. */
const stoppingMs = graceMs + 10_000;

/** Throws when the disk does. */
export async function cancelRun(
  world: ProcessWorld,
  uuid: string,
  signal: AbortSignal,
): Promise<CancelOutcome> {
  const seen = await observeRun(world, uuid);
  if (seen.kind === 'cannot-tell') return seen;
  if (seen.kind === 'absent') return { kind: 'nothing-to-cancel', run: undefined };
  if (hasEnded(seen.run)) return { kind: 'nothing-to-cancel', run: seen.run };
  const place = (name: string) => `${seen.folder}/${name}`;
  const at = world.clock.now();
  await writeRecord(world.files, place(runFile.cancel), { at });
  // Where no runner has come up yet, none will; one that has come up meanwhile finds the wish above, or is asked below.
  await writeRecord(world.files, place(runFile.runner), { isWithdrawn: true, at });
  const until = world.clock.now() + stoppingMs;
  for (let isAsked = false; ;) {
    const now = await observeRun(world, uuid);
    if (now.kind !== 'found') return now.kind === 'absent' ? nothingLeft : now;
    if (now.run.state === 'cancelled') return { kind: 'cancelled', run: now.run };
    if (hasEnded(now.run)) return { kind: 'nothing-to-cancel', run: now.run };
    if (!isAsked) isAsked = await ask(world, now);
    if (signal.aborted || world.clock.now() > until)
      return { kind: 'cannot-tell', why: 'The worker was asked to stop and has not ended yet.' };
    await world.clock.wait(50, signal);
  }
}

const nothingLeft: CancelOutcome = { kind: 'nothing-to-cancel', run: undefined };

/** True once somebody has been asked; false while there is nobody to ask yet. */
async function ask(
  world: ProcessWorld,
  { runner, agent, claim, folder }: FoundRun,
): Promise<boolean> {
  if (claim.host !== world.actor.host) return true;
  const isRunnerAlive =
    runner?.pid !== undefined && (await world.processes.isAlive(runner.pid, runner.startMark));
  // On Windows a signal would end the runner without a word.
  if (runner?.pid !== undefined && isRunnerAlive === true && process.platform !== 'win32') {
    // Before it knows its worker it does not listen yet, and would end as it is.
    if (agent === undefined) return false;
    return signalProcess(runner.pid);
  }
  if (agent === undefined) return false;
  if (await stopGroup(world, agent, graceMs)) {
    const exit = { how: 'cancelled', code: null, signal: null, at: world.clock.now() };
    await writeRecord(world.files, `${folder}/${runFile.exit}`, exit);
  }
  return true;
}
