/** The two ends of a task's work: the worker's claim, and its acceptance. */
import { judgeTransition } from '../core/lifecycle/judgeTransition';
import type { TaskKey } from '../core/model/taskKey';
import { claimSection, progressPathOf } from '../core/spawn/progressFile';
import { recordClaim, recordCompletion } from '../core/spawn/recordSpawn';
import { done, type InHand, type Refused, refuse, takeInHand } from './attemptInHand';
import { changeTask } from './changeTask';
import { type EngineContext, write } from './engineContext';
import { ask } from './lookAfter';
import { identityAt } from './taskSite';
import { withdrawRequest, withdrawnWords } from './withdrawRequest';
import type { ActionResult } from './workerEngine';

/** Needs-validation, with the checklist in the progress file. The heartbeat goes: whoever claims has stopped working. */
export async function claimTask(
  ctx: EngineContext,
  key: TaskKey,
  summary: string | undefined,
): Promise<ActionResult> {
  const hand = await takeInHand(ctx, key);
  if (hand.kind === 'refused') return hand;
  const { site, last } = hand;
  const { task, declaration } = site.block;
  const hint = stepHint(hand, 'needs-validation', 'worker');
  if (typeof hint !== 'string') return hint;
  const path = progressPathOf(site.state, key, ctx.options.folderUri);
  const why = await changeTask(
    ctx,
    () => key,
    (context, _, block) =>
      block.task.status === 'needs-validation' ? undefined : recordClaim(context, key),
  );
  if (why !== undefined)
    return refuse(`${task.id} could not be set to needs-validation: ${why}`, 'Do it by hand.');
  if (path !== undefined)
    await ctx.ports.files.append(
      path,
      claimSection(site.state, site.block, last?.identity.number, summary),
    );
  await ctx.ports.files.remove(site.state.runs.heartbeatOf.get(key)?.file.path ?? noFile);
  await log(ctx, hand, 'claimed', undefined);
  const taken = await takenBack(ctx, hand);
  const { total, ticked } = declaration.boxes;
  const open =
    total > ticked ? ` ${total - ticked} of its ${total} acceptance boxes are open.` : '';
  return done(
    ctx,
    last?.identity.uuid,
    `${task.id} waits for its validation.${open}${taken}${hint}`,
  );
}

const noFile = 'scheduler/heartbeats/.none';

/** Complete: with a verdict, or with a reason that goes on record. */
export async function completeTask(
  ctx: EngineContext,
  key: TaskKey,
  reason: string | undefined,
): Promise<ActionResult> {
  const hand = await takeInHand(ctx, key);
  if (hand.kind === 'refused') return hand;
  const { site, last } = hand;
  const { id } = site.block.task;
  const why = reason?.replace(/\s+/g, ' ').trim().slice(0, 500) ?? '';
  const hint = stepHint(hand, 'complete', 'coordinator');
  if (typeof hint !== 'string') return hint;
  if (why === '') {
    const missing = missingVerdict(hand);
    if (missing !== undefined)
      return refuse(missing, 'Have it validated, or give a reason for completing it without.');
  }
  const trouble = await changeTask(
    ctx,
    () => key,
    (context, _, block) =>
      block.task.status === 'complete' ? undefined : recordCompletion(context, key),
  );
  if (trouble !== undefined)
    return refuse(`${id} could not be set to complete: ${trouble}`, 'Do it by hand.');
  await log(ctx, hand, 'completed', why === '' ? undefined : why);
  if (why !== '') ctx.ports.logger.warn('workers.completedWithoutVerdict', { task: id });
  const taken = await takenBack(ctx, hand);
  return done(ctx, last?.identity.uuid, `${id} is complete.${taken}${hint}`);
}

/** Nobody is to start a worker for it any more. */
async function takenBack(ctx: EngineContext, { held }: InHand): Promise<string> {
  return held && (await withdrawRequest(ctx, held)) ? ` ${withdrawnWords}` : '';
}

/** Why the verdict does not do; nothing when it is a PASS that is newer than the last request. */
function missingVerdict({ site }: InHand): string | undefined {
  const { id } = site.block.task;
  const validation = site.state.runs.validations.get(site.key);
  const answer = validation?.answers[0];
  if (!answer) return `Nobody has given a verdict on ${id}.`;
  if (answer.verdict !== 'pass') return `The last verdict on ${id} is ${answer.verdict}.`;
  const asked = validation.requests[0]?.at ?? -Infinity;
  return answer.at < asked
    ? `The verdict on ${id} is older than the last request for one.`
    : undefined;
}

/** A word about skipped states, which are nobody's mistake; a refusal where the task stands at its end already. */
function stepHint(
  { site }: InHand,
  to: 'needs-validation' | 'complete',
  role: 'worker' | 'coordinator',
): string | Refused {
  const { task } = site.block;
  const beyond = to === 'complete' ? ['complete'] : [to, 'self-validated', 'validated', 'complete'];
  if ([...beyond, 'cancelled'].includes(task.status))
    return refuse(
      `${task.id} is ${task.status} already.`,
      'Set it to another status first, if that is wrong.',
    );
  const judgement = judgeTransition(task.status, to, role, site.state.options.lifecycle);
  return judgement.kind === 'skips' && judgement.over.length > 0
    ? ` (It was ${task.status}; the usual way leads over ${judgement.over.join(', ')}.)`
    : '';
}

/** On record with the attempt; one that cannot be asked for ends with it. */
async function log(
  ctx: EngineContext,
  { site, held, last }: InHand,
  event: 'claimed' | 'completed',
  why: string | undefined,
): Promise<void> {
  await ctx.keptWorkspace();
  const of = last ?? { identity: identityAt(site, 1), queue: site.queue };
  const fields = why === undefined ? {} : { why };
  if (last) await write(ctx, event, of, fields);
  else
    await write(ctx, 'closed', of, {
      why: `${event} without a worker of ours${why === undefined ? '' : `: ${why}`}`,
    });
  const isOutOfSight = held?.isAdopted === true && (await ask(ctx, held)).kind !== 'found';
  if (held && (held.backend === 'hand-off' || isOutOfSight))
    await write(ctx, 'ended', held, { run: 'succeeded' });
}
