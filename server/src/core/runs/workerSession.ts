/** Which of the sessions that a progress file names did the work (workflow 1.1). */
import type { ProseLine } from './proseLines';
import { sessionKeysIn } from './sessionKey';

/** How far before a key its label may begin, in UTF-16 units. */
const reach = 200;
const worker = /(?:^|\|)[\s>*_`+-]*(?:worker|(?:sub-?)?agent|session)\b[^|]*$/i;
const starter =
  /\b(?:parent|manager|coordinator|orchestrator|requester|(?:spawned|started) by)\b[^.;|]*$/i;

/**
 * The key behind Worker, Agent or Session, else the first one; nothing when there is none but those of a parent, a manager
 * or whoever started the work.
 */
export function workerSessionIn(lines: readonly ProseLine[]): string | undefined {
  const keys = lines.flatMap((line) =>
    sessionKeysIn(line.text).map(({ value, span: { start } }) => ({
      key: value,
      before: line.text.slice(Math.max(0, start - reach), start),
    })),
  );
  const isWorkers = keys.find(({ before }) => worker.test(before));
  return (isWorkers ?? keys.find(({ before }) => !starter.test(before)))?.key;
}
