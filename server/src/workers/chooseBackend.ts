/** Which back end starts the worker, and why the ones before it do not. */
import type { BackendId, WorkerBackend } from './backend';
import { backendOf, type EngineContext } from './engineContext';
import type { Obstacle } from './workerEngine';
import { withDeadline } from './withDeadline';

export interface BackendChoice {
  readonly backend: WorkerBackend | undefined;
  /** One sentence for each back end that was asked. */
  readonly reasons: readonly string[];
  /** Names that it accepts as models, where it tells. */
  readonly models: readonly string[] | undefined;
  readonly obstacle: Obstacle | undefined;
}

const inOrder: readonly BackendId[] = ['openclaw', 'process', 'queue'];
const probeMs = 10_000;

/** Asks; starts nothing. Only for a trusted workspace. */
export async function chooseBackend(
  ctx: EngineContext,
  wanted: BackendId | 'auto',
): Promise<BackendChoice> {
  const ids = wanted === 'auto' ? inOrder : [wanted];
  const reasons: string[] = [];
  let last: { readonly why: string; readonly remedy: string } | undefined;
  for (const id of ids) {
    const backend = backendOf(ctx, id);
    if (!backend) {
      if (wanted !== 'auto')
        last = {
          why: `The back end ${id} is not set up.`,
          remedy: 'Choose another one in the setting workers.backend, or set this one up.',
        };
      continue;
    }
    const answer = await withDeadline(ctx.ports.clock, probeMs, 0, (signal) =>
      backend.probe(signal),
    );
    if (answer.kind === 'answered' && answer.value.kind === 'ready') {
      const { detail, models } = answer.value;
      reasons.push(`${id} is used: ${detail}`);
      return { backend, reasons, models, obstacle: undefined };
    }
    last = troubleOf(answer);
    reasons.push(`${id} is not used: ${last.why}`);
  }
  const { why, remedy } = last ?? {
    why: 'No back end is set up.',
    remedy: 'Set one up, or choose the file queue (setting workers.backend).',
  };
  const obstacle: Obstacle = { code: 'backend', why, remedy, canOverride: false };
  return { backend: undefined, reasons, models: undefined, obstacle };
}

function troubleOf(
  answer: Awaited<ReturnType<typeof withDeadline<Awaited<ReturnType<WorkerBackend['probe']>>>>>,
): { readonly why: string; readonly remedy: string } {
  if (answer.kind === 'answered' && answer.value.kind === 'not-ready') return answer.value;
  const why = answer.kind === 'threw' ? answer.why : 'it did not answer in time';
  return { why, remedy: 'Look whether it runs, then try again.' };
}
