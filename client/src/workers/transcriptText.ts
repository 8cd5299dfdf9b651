/** What a worker says, as a document to follow. Pure. */
import type { TranscriptResult, WorkerView } from '../../../server/src/protocol/workerMessages';
import { workerDetails } from './workerWords';

const who = { user: 'task', worker: 'worker', tool: 'tool', system: 'system' } as const;

/** `showTime` writes a time as the reader is used to. */
export function transcriptText(
  worker: WorkerView | undefined,
  transcript: TranscriptResult | undefined,
  now: number,
  showTime: (time: number) => string,
): string {
  if (worker === undefined) return 'No worker has been started for this task.\n';
  const head = workerDetails(worker, now);
  const body =
    transcript === undefined
      ? [nothingYet(worker)]
      : transcript.length === 0
        ? ['It has said nothing yet.']
        : transcript.map(
            ({ role, text, at }) =>
              `${at === undefined ? '' : `${showTime(at)} `}${who[role]}: ${text.trimEnd()}`,
          );
  return `${[...head, '', ...body].join('\n')}\n`;
}

function nothingYet({ backend, run }: WorkerView): string {
  if (backend === 'hand-off') return 'It was handed off: what becomes of it is not known here.';
  if (run === 'queued') return 'It waits in the queue: nobody has begun yet.';
  return 'This back end keeps no transcript.';
}
