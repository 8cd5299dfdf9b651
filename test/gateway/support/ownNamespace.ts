/** One gateway for many tests that use the same names: each gets names of its own, and sees nothing of the others. */
import type { AttemptIdentity } from '../../../server/src/workers/attempt';
import type { Run, WorkerBackend } from '../../../server/src/workers/backend';
import { markOf } from './gatewayWorld';

/** The identity as the gateway gets to know it. */
export function renamed(identity: AttemptIdentity, salt: string): AttemptIdentity {
  const uuid = `${salt}${identity.uuid.slice(salt.length)}`;
  return { ...identity, uuid, attemptId: `${salt}-${identity.attemptId}` };
}

/** The back end with other names and the mark in each prompt; what comes back bears the names that were asked for. */
export function inOwnNamespace(backend: WorkerBackend, salt: string): WorkerBackend {
  const inner = (identity: AttemptIdentity) => renamed(identity, salt);
  const outer = (run: Run): Run => ({ ...run, attemptId: run.attemptId.slice(salt.length + 1) });
  return {
    ...backend,
    keyFor: (identity) => backend.keyFor(inner(identity)),
    async spawn(request, signal) {
      const identity = inner(request.identity);
      const prompt = `${request.prompt}\n${markOf(identity)}`;
      const outcome = await backend.spawn({ ...request, identity, prompt }, signal);
      return outcome.kind === 'started' ? { ...outcome, run: outer(outcome.run) } : outcome;
    },
    async find(identity, signal) {
      const outcome = await backend.find(inner(identity), signal);
      return outcome.kind === 'found' ? { ...outcome, run: outer(outcome.run) } : outcome;
    },
    async list(signal) {
      const runs = await backend.list(signal);
      return runs.filter(({ attemptId }) => attemptId.startsWith(`${salt}-`)).map(outer);
    },
    async cancel(identity, signal) {
      const outcome = await backend.cancel(inner(identity), signal);
      if (outcome.kind === 'cannot-tell' || outcome.run === undefined) return outcome;
      return { ...outcome, run: outer(outcome.run) };
    },
    transcript: (identity, limit, signal) => backend.transcript(inner(identity), limit, signal),
  };
}
