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

/** What a person should know before they say yes; `title` is that of the task, empty where it has none. */
export function confirmDetail(plan: SpawnPlanView, title: string): string {
  const { backend, model, cwd, files } = plan;
  return [
    ...(title === '' ? [] : [title, '']),
    `Back end: ${backend ?? 'none'}${backendRemark(plan)}`,
    `Model: ${model ?? 'the default of the back end'}`,
    `Works in: ${cwd}`,
    ...(files.length === 0
      ? []
      : [`Files: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}`]),
  ].join('\n');
}

/** Why it is this back end. The reason names it once more, unless another one was wanted. */
function backendRemark({ backend, backendReasons }: SpawnPlanView): string {
  const why = backendReasons.at(-1);
  if (why === undefined) return '';
  const named = `${backend ?? ''} is used: `;
  return why.startsWith(named) ? ` (${why.slice(named.length)})` : `\n${why}`;
}
