/** What stands in the way of a start, in words. Pure. */
import type { ObstacleView, SpawnPlanView } from '../../../server/src/protocol/workerMessages';

/** Each obstacle with its remedy, a paragraph each. */
export function obstacleDetail(obstacles: readonly ObstacleView[]): string {
  return obstacles.map(({ why, remedy }) => `${why}\n→ ${remedy}`).join('\n\n');
}

/** True when a person may start it all the same. */
export function canOverride(obstacles: readonly ObstacleView[]): boolean {
  return obstacles.length > 0 && obstacles.every((obstacle) => obstacle.canOverride);
}

/** What a person should know before they say yes. */
export function confirmDetail(plan: SpawnPlanView): string {
  const { backend, backendReasons, model, cwd, files } = plan;
  return [
    `Back end: ${backend ?? 'none'}`,
    ...backendReasons.slice(-1),
    `Model: ${model ?? 'the default of the back end'}`,
    `Works in: ${cwd}`,
    ...(files.length === 0
      ? []
      : [`Files: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}`]),
  ].join('\n');
}
