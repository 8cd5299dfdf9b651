/** Spawn records of a note in one line each, for comparing. */
import { readNote } from '../../server/src/core/runs/notes/readNote';

/** Two sessions, told apart by their last letters. */
export const KEY = 'agent:main:subagent:1f0c9a52-77e1-4c1b-9d3a-5a0e6b7c0aaa';
export const OTHER = 'agent:main:subagent:2e1d8b63-66f2-4d2c-8e4b-4b1f7c8d0bbb';
/** The first one without the words before it. */
export const BARE = KEY.slice(KEY.lastIndexOf(':') + 1);

/** `task session model`, a hyphen for what is not said, then `timeout` and `former` where they are true. */
export function spawnsIn(text: string): readonly string[] {
  return readNote(text).spawns.map((spawn) =>
    [
      spawn.taskId ?? '-',
      spawn.sessionKey?.slice(-3) ?? '-',
      spawn.model ?? '-',
      ...(spawn.gatewayTimeout ? ['timeout'] : []),
      ...(spawn.isFormer ? ['former'] : []),
    ].join(' '),
  );
}
