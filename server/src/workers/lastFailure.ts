/** Why the attempt before failed, for the next worker to know. */
import { redactSecrets } from '../core/prompt/redactSecrets';
import type { EngineContext } from './engineContext';
import type { LedgerReading } from './foldLedger';
import { attemptsOf, type TaskSite } from './taskSite';

/** Nothing when there was none, or when it went well. */
export function lastFailureOf(
  ctx: EngineContext,
  site: TaskSite,
  reading: LedgerReading,
): string | undefined {
  const last = attemptsOf(site, reading).at(-1);
  const answer = site.state.runs.validations.get(site.key)?.answers[0];
  const sentences: string[] = [];
  if (answer && answer.verdict !== 'pass')
    sentences.push(`The validator's verdict was ${answer.verdict}: see ${answer.file.path}.`);
  if (last && last.run !== undefined && last.run !== 'succeeded') {
    const words = ctx.runs.get(last.identity.uuid)?.lastLine ?? last.why;
    sentences.push(
      `Attempt ${last.identity.number} ended as ${last.run}${words === undefined ? '.' : `: ${words}`}`,
    );
  } else if (last?.why !== undefined && last.state === 'closed')
    sentences.push(`Attempt ${last.identity.number} was put aside: ${last.why}`);
  return sentences.length === 0 ? undefined : redactSecrets(sentences.join('\n')).text;
}
