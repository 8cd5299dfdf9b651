/** One real gateway with its stub model, shared by all tests of the stage: starting it takes longer than using it. */
import { randomUUID } from 'node:crypto';
import type { AttemptIdentity } from '../../../server/src/workers/attempt';
import type { SpawnRequest, WorkerBackend } from '../../../server/src/workers/backend';
import { openOpenclawBackend } from '../../../server/src/workers/backends/openclaw/openclawBackend';
import type { OpenclawSetup } from '../../../server/src/workers/backends/openclaw/openclawSetup';
import { systemWorkerClock } from '../../../server/src/workers/node/systemWorkerClock';
import { RecordingLogger } from '../../support/recordingLogger';
import { eventually } from '../../workers/support/eventually';
import { prepareGateway, type RealGateway } from './realGateway';
import { startStubModel, type StubModel } from './stubModel';

/** Long enough for a gateway that stalls on a busy machine. */
const requestTimeoutMs = 30_000;

export class GatewayWorld {
  readonly #backends: WorkerBackend[] = [];

  private constructor(
    readonly gateway: RealGateway,
    readonly model: StubModel,
  ) {}

  static async open(): Promise<GatewayWorld> {
    const model = await startStubModel();
    const gateway = await prepareGateway(model.port);
    await gateway.start();
    return new GatewayWorld(gateway, model);
  }

  /** A back end as another window would have it. */
  backend(setup: Partial<OpenclawSetup> = {}): WorkerBackend {
    const backend = openOpenclawBackend({
      url: `ws://127.0.0.1:${this.gateway.port}`,
      agentId: 'main',
      requestTimeoutMs,
      greetingTimeoutMs: requestTimeoutMs,
      token: () => Promise.resolve(this.gateway.token),
      clock: systemWorkerClock,
      logger: new RecordingLogger(),
      ...setup,
    });
    this.#backends.push(backend);
    return backend;
  }

  /** How often the model was called for the attempt. */
  calls(identity: AttemptIdentity): number {
    return this.model.calls(markOf(identity));
  }

  /** The same, once the model of a run that is under way was called. */
  async settledCalls(identity: AttemptIdentity): Promise<number> {
    return eventually(async () => {
      const found = await this.backend().find(identity, new AbortController().signal);
      const isRunning = found.kind === 'found' && found.run.state === 'running';
      if (isRunning && this.calls(identity) === 0) throw new Error('The model was not called yet.');
      return this.calls(identity);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#backends.map((backend) => backend.dispose()));
    await this.gateway.dispose();
    await this.model.close();
  }
}

/** A request that no other test makes, with the mark by which the model's calls are counted. */
export function freshRequest(words = 'Say that you are done.'): SpawnRequest {
  const uuid = randomUUID();
  const taskId = `task-${uuid.slice(0, 8)}`;
  const identity = {
    attemptId: `harbour/${taskId}#1`,
    project: 'harbour',
    taskId,
    number: 1,
    uuid,
  };
  return {
    identity,
    prompt: `${words}\n${markOf(identity)}`,
    cwd: '/tmp',
    model: 'haiku',
    runTimeoutMs: undefined,
    requestedAt: Date.now(),
  };
}

export function markOf({ uuid }: AttemptIdentity): string {
  return `[attempt ${uuid}]`;
}
