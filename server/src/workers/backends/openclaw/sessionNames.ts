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

/** Whether a session is the attempt's, under whichever agent. Names are not enough: copies of a repository share them. */
export function isKeyOf(key: string, { uuid }: AttemptIdentity): boolean {
  return key.toLowerCase().endsWith(`:subagent:${uuid}`);
}

/** In UTF-16 units (workers.md 4.3). */
const longestLabel = 512;

/** The label where a copy of the workspace has taken the attempt's name: the gateway gives each one out once. */
export function secondLabelOf({ attemptId, uuid }: AttemptIdentity): string {
  const mark = ` (${uuid.slice(0, 8)})`;
  return attemptId.slice(0, longestLabel - mark.length) + mark;
}

/** The attempt that a label of the gateway names; nothing for labels that are none of ours. */
export function attemptOfLabel(label: string): string | undefined {
  return /^(.+\/.+#[1-9]\d*)(?: \([\da-f]{8}\))?$/s.exec(label)?.[1];
}
