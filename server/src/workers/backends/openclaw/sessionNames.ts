/** The names of an attempt at the gateway; everybody who knows the attempt comes to the same ones. */
import type { AttemptIdentity } from '../../attempt';

/**
 * The shape matters: after a crash the gateway ends runs of `subagent` keys as failed, while it resumes others
 * (workers.md, finding 8).
 */
export function sessionKeyOf(agentId: string, identity: AttemptIdentity): string {
  return `agent:${agentId}:subagent:${identity.uuid}`;
}

/** Under which the prompt is admitted; the user's row of the transcript keeps it as `<key>:user`. */
export function idempotencyKeyOf(identity: AttemptIdentity): string {
  return `pj:${identity.uuid}`;
}

/** Whether the gateway's label is one that we give: `<project>/<taskId>#<number>`. */
export function isAttemptLabel(label: string): boolean {
  return /^.+\/.+#[1-9]\d*$/s.test(label);
}
