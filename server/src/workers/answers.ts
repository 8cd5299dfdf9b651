/** What the world throws becomes an answer: a disk that is full, a file that is damaged. */
import type { TaskKey } from '../core/model/taskKey';
import type { EngineContext } from './engineContext';
import { isObstacle, planSpawn } from './planSpawn';
import type { ActionResult, SpawnOptions, SpawnPlan, SpawnResult } from './workerEngine';

const remedy = 'Mend that, then try again.';

/** Nothing when it cannot be planned; the log says why. */
export async function planned(
  ctx: EngineContext,
  key: TaskKey,
  options: SpawnOptions,
): Promise<SpawnPlan | undefined> {
  try {
    const scene = await planSpawn(ctx, key, options, { isRetry: false, isHandOff: false });
    return isObstacle(scene) ? undefined : scene.plan;
  } catch (error) {
    ctx.ports.logger.error('workers.notPlanned', { error });
    return undefined;
  }
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
    return { kind: 'failed', why: wordsOf(error), remedy };
  }
}

export async function acting(
  ctx: EngineContext,
  act: () => Promise<ActionResult>,
): Promise<ActionResult> {
  try {
    return await act();
  } catch (error) {
    ctx.ports.logger.error('workers.notDone', { error });
    return { kind: 'refused', why: wordsOf(error), remedy };
  }
}

/** The message of whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
