/** What the parts of the engine share: ports, back ends, the ledger and what this engine alone knows. */
import type { Prompt, PromptInput } from '../core/prompt/promptFor';
import type { QueueState } from '../core/state';
import type { TaskKey } from '../core/model/taskKey';
import type { AttemptIdentity } from './attempt';
import type { BackendId, Run, WorkerBackend } from './backend';
import type { EnginePlaces } from './enginePlaces';
import type { Attempt } from './foldLedger';
import type { Ledger } from './ledger';
import type { EntryFields, LedgerActor, LedgerEvent } from './ledgerEntry';
import type { WorkerPorts } from './workerPorts';
import type { WorkersConfig } from './workersConfig';
import type { WorkspaceIdentity } from './workspaceIdentity';

export type PromptWriter = (
  state: QueueState,
  key: TaskKey,
  input: PromptInput,
) => Prompt | undefined;

export interface EngineOptions {
  /** Uri of the workspace folder, and its absolute path: where workers start unless a project lies elsewhere. */
  readonly folderUri: string;
  readonly folderPath: string;
  /** Read anew for every call, so that settings may change; only the folder of the queue stays as it was when opened. */
  config(): WorkersConfig;
  /** Folder of each project's repository, by name: absolute, or relative to the workspace folder. */
  projects(): Readonly<Record<string, string>>;
  /** Whether the absolute path is an existing folder. */
  isFolder(path: string): Promise<boolean>;
  /** Absent: the template of the product. */
  readonly writePrompt?: PromptWriter;
}

export interface EngineContext {
  readonly ports: WorkerPorts;
  readonly backends: readonly WorkerBackend[];
  readonly options: EngineOptions;
  readonly places: EnginePlaces;
  readonly ledger: Ledger;
  readonly self: LedgerActor;
  /** The one that is kept, or the one that would be: looking writes nothing. Throws when the kept one is damaged. */
  workspace(): Promise<WorkspaceIdentity>;
  /** Keeps it first. */
  keptWorkspace(): Promise<WorkspaceIdentity>;
  /** UUIDs of attempts that a call of this engine is busy with. */
  readonly busy: Set<string>;
  /** UUIDs of attempts that a person is having stopped through this engine. */
  readonly stopping: Set<string>;
  /** What the back ends last said, by UUID. */
  readonly runs: Map<string, Run>;
  /** Why the back end of an attempt could not tell, by UUID; gone once it can. */
  readonly doubts: Map<string, string>;
  /** Why a request that waits in the file queue is not run from here, by UUID; gone once it could be, or waits no more. */
  readonly refusals: Map<string, Refusal>;
  /** Calls to back ends that went past their deadline and may still come back, by UUID. */
  readonly late: Map<string, Promise<void>>;
}

/** Two parts of sentences about a request: it is left alone because …; the second one is whole. */
export interface Refusal {
  readonly why: string;
  readonly remedy: string;
}

/** Writes one line about an attempt, before whatever it announces is done. */
export async function write(
  ctx: EngineContext,
  event: LedgerEvent,
  of: { readonly identity: AttemptIdentity; readonly queue: string },
  fields: EntryFields = {},
): Promise<void> {
  const { identity, queue } = of;
  const at = ctx.ports.clock.now();
  await ctx.ledger.append({ event, at, by: ctx.self, identity, queue, ...fields });
  const { attemptId } = identity;
  ctx.ports.logger.info(`workers.${event}`, {
    attemptId,
    ...(fields.backend === undefined ? {} : { backend: fields.backend }),
  });
}

/** Nothing for one that is not set up, and for what was handed off. */
export function backendOf(
  ctx: EngineContext,
  id: BackendId | 'hand-off' | undefined,
): WorkerBackend | undefined {
  return ctx.backends.find((backend) => backend.id === id);
}

/**
 * Whether whoever has the attempt in hand is provably gone: a process of this machine that is no more, or an earlier
 * call of this very engine. Anybody else counts as alive, however silent.
 */
export async function isOwnerGone(ctx: EngineContext, attempt: Attempt): Promise<boolean> {
  const { owner, identity } = attempt;
  if (owner.instance === ctx.self.instance)
    return !ctx.busy.has(identity.uuid) && !ctx.late.has(identity.uuid);
  return isActorGone(ctx, owner);
}

/** Proven by this machine alone: processes of others always count as alive. */
export async function isActorGone(ctx: EngineContext, actor: LedgerActor): Promise<boolean> {
  if (actor.host !== ctx.self.host) return false;
  return (await ctx.ports.processes.isAlive(actor.pid, actor.mark)) === false;
}
