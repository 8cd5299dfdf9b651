/** What a life-cycle says of a change of status. A skipped state is worth a hint, never an error. */
import type { Status } from '../model/status';
import type { KnownStatus, Lifecycle, Role } from './lifecycle';

export type TransitionJudgement =
  | { readonly kind: 'allowed' }
  /** Nothing changes, or one of the two says nothing we can read. */
  | { readonly kind: 'none' }
  /** The step exists, for others. */
  | { readonly kind: 'not-yours'; readonly by: readonly Role[] }
  /** The way there leads over these. */
  | { readonly kind: 'skips'; readonly over: readonly KnownStatus[] }
  /** No way leads there. */
  | { readonly kind: 'no-way' };

/** `role` sets a task from `from` to `to`. */
export function judgeTransition(
  from: Status,
  to: Status,
  role: Role,
  { transitions }: Lifecycle,
): TransitionJudgement {
  if (from === 'unknown' || to === 'unknown' || from === to) return { kind: 'none' };
  const steps = transitions.filter((step) => step.from === from && step.to === to);
  if (steps.some((step) => step.by.includes(role))) return { kind: 'allowed' };
  if (steps.length > 0)
    return { kind: 'not-yours', by: [...new Set(steps.flatMap((step) => step.by))] };
  const way = shortestWay(from, to, transitions);
  return way === undefined ? { kind: 'no-way' } : { kind: 'skips', over: way };
}

/** The states between, on a shortest way. */
function shortestWay(
  from: KnownStatus,
  to: KnownStatus,
  transitions: Lifecycle['transitions'],
): readonly KnownStatus[] | undefined {
  const cameFrom = new Map<KnownStatus, KnownStatus>();
  const queue: KnownStatus[] = [from];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    for (const step of transitions) {
      if (step.from !== state || step.to === from || cameFrom.has(step.to)) continue;
      cameFrom.set(step.to, state);
      queue.push(step.to);
    }
  }
  if (!cameFrom.has(to)) return undefined;
  const over: KnownStatus[] = [];
  for (let at = cameFrom.get(to); at !== undefined && at !== from; at = cameFrom.get(at)) {
    over.unshift(at);
  }
  return over;
}
