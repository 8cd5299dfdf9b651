/**
 * Any agent that speaks the Agent Client Protocol as a worker: a child of this window, which ends with it. Other windows
 * learn from its records what became of it.
 */
import { dirname } from 'node:path';
import type { AttemptIdentity } from '../../attempt';
import {
  type CancelOutcome,
  type FindOutcome,
  hasEnded,
  type ProbeOutcome,
  type Run,
  type WorkerBackend,
} from '../../backend';
import { findProgram } from '../../node/findProgram';
import { reasonOf } from '../reasonOf';
import { stopGroup } from '../../node/stopProcess';
import type { AcpRun } from './acpRun';
import { runsFolder, writeAcpRecord } from './acpRecords';
import { graceOf, type AcpSetup } from './acpSetup';
import { observeAcpRun } from './observeAcpRun';
import { agentRemedy, startAcpRun } from './startAcpRun';

/** Starts nothing before it is asked. */
export function openAcpBackend(setup: AcpSetup): WorkerBackend {
  const running = new Map<string, AcpRun>();
  /** With what only this window knows. */
  const fresh = (uuid: string, run: Run): Run => {
    const own = running.get(uuid);
    if (own === undefined || run.endedAt !== undefined) return run;
    return { ...run, lastLine: own.lastLine, lastSignAt: own.lastSignAt ?? run.lastSignAt };
  };
  const find = async ({ uuid }: AttemptIdentity): Promise<FindOutcome> => {
    const seen = await observeAcpRun(setup, uuid);
    return seen.kind === 'found' ? { kind: 'found', run: fresh(uuid, seen.run) } : seen;
  };
  return {
    id: 'acp',
    probe: () => probe(setup),
    keyFor: ({ uuid }) => uuid,
    async spawn(request, signal) {
      try {
        const { outcome, run } = await startAcpRun(setup, request, signal);
        if (run !== undefined) running.set(request.identity.uuid, run);
        return outcome;
      } catch (error) {
        return { kind: 'unknown', why: reasonOf(error) };
      }
    },
    find: (identity) =>
      find(identity).catch((error: unknown) => ({ kind: 'cannot-tell', why: reasonOf(error) })),
    async list() {
      const names = await setup.files.list(runsFolder(setup)).catch(() => []);
      const seen = await Promise.all(
        names.map((uuid) => observeAcpRun(setup, uuid).catch(() => undefined)),
      );
      return seen
        .flatMap((one, i) => (one?.kind === 'found' ? [{ ...one, uuid: names[i] ?? '' }] : []))
        .sort((a, b) => b.claim.at - a.claim.at)
        .map(({ uuid, run }) => fresh(uuid, run));
    },
    cancel: (identity, signal) =>
      cancel(setup, running.get(identity.uuid), identity, signal).catch((error: unknown) => ({
        kind: 'cannot-tell',
        why: reasonOf(error),
      })),
    transcript: ({ uuid }, limit) => Promise.resolve(running.get(uuid)?.transcript(limit)),
    async dispose() {
      await Promise.all([...running.values()].map((run) => run.stop('lost')));
    },
  };
}

async function probe(setup: AcpSetup): Promise<ProbeOutcome> {
  const { command, args } = setup.config;
  if (command === undefined) {
    return { kind: 'not-ready', why: 'No agent is set.', remedy: agentRemedy };
  }
  const workspace = dirname(setup.files.absolute('x'));
  const found = await findProgram(command, { environment: setup.environment, workspace });
  if (found.kind === 'missing') {
    return { kind: 'not-ready', why: `${found.why}.`, remedy: agentRemedy };
  }
  // An agent takes seconds to come up, and some ask for a login then: a session is opened when there is work.
  return { kind: 'ready', detail: [found.command, ...args].join(' '), models: undefined };
}

async function cancel(
  setup: AcpSetup,
  own: AcpRun | undefined,
  { uuid }: AttemptIdentity,
  signal: AbortSignal,
): Promise<CancelOutcome> {
  const before = await observeAcpRun(setup, uuid);
  if (before.kind === 'absent') return { kind: 'nothing-to-cancel', run: undefined };
  if (before.kind === 'cannot-tell') return before;
  if (hasEnded(before.run)) return { kind: 'nothing-to-cancel', run: before.run };
  await writeAcpRecord(setup, uuid, 'cancel', { at: setup.clock.now() });
  if (own !== undefined) await own.stop('cancelled');
  else if (before.session !== undefined && before.claim.host === setup.actor.host) {
    // The window that runs it sees its agent go, and writes down why.
    await stopGroup(setup, before.session.agent, graceOf(setup));
  }
  const until = setup.clock.now() + 2 * graceOf(setup) + 10_000;
  for (;;) {
    const seen = await observeAcpRun(setup, uuid);
    if (seen.kind === 'absent') return { kind: 'nothing-to-cancel', run: undefined };
    if (seen.kind === 'cannot-tell') return seen;
    if (seen.run.state === 'cancelled') return { kind: 'cancelled', run: seen.run };
    if (hasEnded(seen.run)) return { kind: 'nothing-to-cancel', run: seen.run };
    if (signal.aborted || setup.clock.now() > until) {
      return { kind: 'cannot-tell', why: 'The agent was asked to stop and has not ended yet.' };
    }
    await setup.clock.wait(50, signal);
  }
}
