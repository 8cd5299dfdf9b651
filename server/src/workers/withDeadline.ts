/** Calls that must not keep anybody waiting for ever. */
import { reasonOf } from './backends/reasonOf';
import type { WorkerClock } from './workerPorts';

export type Timed<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'threw'; readonly why: string }
  /** It was aborted and has not come back; `rest` is there when it does. */
  | { readonly kind: 'late'; readonly rest: Promise<Timed<T>> };

/** After `limitMs` the signal is aborted; after another `graceMs` nobody waits any more. */
export async function withDeadline<T>(
  clock: WorkerClock,
  limitMs: number,
  graceMs: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<Timed<T>> {
  const abort = new AbortController();
  const timers = new AbortController();
  const answer = answered(call, abort.signal);
  const late = { kind: 'late' as const, rest: answer };
  const timer = (ms: number) => clock.wait(ms, timers.signal).then(() => late);
  let first: Timed<T> = await Promise.race([answer, timer(limitMs)]);
  if (first.kind === 'late') {
    abort.abort();
    if (graceMs > 0) first = await Promise.race([answer, timer(graceMs)]);
  }
  timers.abort();
  return first;
}

async function answered<T>(
  call: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<Timed<T>> {
  try {
    return { kind: 'answered', value: await call(signal) };
  } catch (error) {
    return { kind: 'threw', why: reasonOf(error) };
  }
}
