/** What the world throws becomes an answer: a disk that is full, a file that is damaged. */
import type { TaskKey } from '../core/model/taskKey';
import { reasonOf } from './backends/reasonOf';
import { blockedNumber } from './blockedNumber';
import type { EngineContext } from './engineContext';
import { isObstacle, type PlanScene, planSpawn } from './planSpawn';
import type { ActionResult, Obstacle, SpawnOptions, SpawnPlan, SpawnResult } from './workerEngine';

const remedy = 'Mend that, then try again.';

/** What is thrown stands in the way of a spawn, too; the log has the rest. */
export async function planned(
  ctx: EngineContext,
  key: TaskKey,
  options: SpawnOptions,
): Promise<SpawnPlan | Obstacle> {
  try {
    const scene = await planSpawn(ctx, key, options, { isRetry: false, isHandOff: false });
    return isObstacle(scene) ? scene : await withBlocked(ctx, scene);
  } catch (error) {
    ctx.ports.logger.error('workers.notPlanned', { error });
    return { code: 'ledger', why: reasonOf(error), remedy, canOverride: false };
  }
}

/** A number that is taken stands in the way of a spawn, although no attempt shows. */
async function withBlocked(ctx: EngineContext, { plan }: PlanScene): Promise<SpawnPlan> {
  const blocked = plan.held ? undefined : await blockedNumber(ctx, plan.identity);
  if (!blocked) return plan;
  const obstacle: Obstacle = { code: 'held', ...blocked, canOverride: false };
  return { ...plan, obstacles: [...plan.obstacles, obstacle] };
}

/** Only for what throws before anything is sent: afterwards `startAttempt` answers itself. */
export async function spawning(
  ctx: EngineContext,
  spawn: () => Promise<SpawnResult>,
): Promise<SpawnResult> {
  try {
    return await spawn();
  } catch (error) {
    ctx.ports.logger.error('workers.notSpawned', { error });
    return { kind: 'failed', why: reasonOf(error), remedy };
  }
}

/** The same for what acts on an attempt: refused with the words of what was thrown. */
export async function acting(
  ctx: EngineContext,
  act: () => Promise<ActionResult>,
): Promise<ActionResult> {
  try {
    return await act();
  } catch (error) {
    ctx.ports.logger.error('workers.notDone', { error });
    return { kind: 'refused', why: reasonOf(error), remedy };
  }
}
