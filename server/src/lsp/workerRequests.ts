/** The requests about workers, each handed to the engine of the task's folder. */
import type { Connection } from 'vscode-languageserver/node';
import type { TaskKey } from '../core/model/taskKey';
import { defaultPromptTemplate } from '../core/prompt/promptTemplate';
import {
  batchRequest,
  defaultTemplateRequest,
  planRequest,
  retryRequest,
  spawnRequest,
  transcriptRequest,
  workerActionRequest,
  type BatchParams,
  type BatchView,
  type PlanResult,
  type SpawnParams,
  type SpawnResultView,
  type TranscriptParams,
  type TranscriptResult,
  type WorkerAction,
  type WorkerActionParams,
  type WorkerActionResult,
} from '../protocol/workerMessages';
import type { Logger } from '../workspace/ports';
import type { ActionResult, SpawnOptions, WorkerEngine } from '../workers/workerEngine';
import { guard } from './guard';
import { toActionView, toPlanView, toSpawnResultView, toTranscriptView } from './workerViews';

export interface WorkerRequestPorts {
  readonly engineOf: (key: string) => Promise<WorkerEngine | undefined>;
  /** Something may have been started, stopped or put aside. */
  readonly changed: () => Promise<void>;
  /** A dry run over all folders; nothing when the queues cannot be read. */
  readonly batch: (params: BatchParams) => Promise<BatchView | undefined>;
  readonly logger: Logger;
}

/** Entries of a transcript that are handed out at once, at most. */
const longestTranscript = 1_000;

/** Answers from now on. */
export function answerWorkerRequests(
  connection: Connection,
  { engineOf, changed, batch, logger }: WorkerRequestPorts,
): void {
  const start =
    (how: 'spawn' | 'retry') =>
    async (params: SpawnParams): Promise<SpawnResultView> => {
      const engine = await engineOf(params.key);
      if (engine === undefined) return { kind: 'refused', obstacles: [nowhere] };
      try {
        return toSpawnResultView(await engine[how](params.key as TaskKey, optionsOf(params)));
      } finally {
        void changed();
      }
    };
  connection.onRequest(
    planRequest,
    guard<SpawnParams, PlanResult>('workers.plan', logger, async (params) => {
      const engine = await engineOf(params.key);
      if (engine === undefined) return nowhere;
      return toPlanView(await engine.plan(params.key as TaskKey, optionsOf(params)));
    }),
  );
  connection.onRequest(spawnRequest, guard('workers.spawn', logger, start('spawn')));
  connection.onRequest(retryRequest, guard('workers.retry', logger, start('retry')));
  connection.onRequest(
    workerActionRequest,
    guard<WorkerActionParams, WorkerActionResult>(
      'workers.action',
      logger,
      async ({ key, action }) => {
        const engine = await engineOf(key);
        if (engine === undefined)
          return { kind: 'refused', why: nowhere.why, remedy: nowhere.remedy };
        try {
          return toActionView(await act(engine, key as TaskKey, action));
        } finally {
          void changed();
        }
      },
    ),
  );
  connection.onRequest(
    batchRequest,
    guard<BatchParams, BatchView>(
      'workers.batch',
      logger,
      async (params) => (await batch(params)) ?? null,
    ),
  );
  connection.onRequest(defaultTemplateRequest, () => defaultPromptTemplate);
  connection.onRequest(
    transcriptRequest,
    guard<TranscriptParams, TranscriptResult>(
      'workers.transcript',
      logger,
      async ({ key, limit }) => {
        const engine = await engineOf(key);
        const most = Math.min(Math.max(1, Math.floor(limit)), longestTranscript);
        const entries = await engine?.transcript(key as TaskKey, most);
        return entries === undefined ? null : toTranscriptView(entries);
      },
    ),
  );
}

/** Why nothing can be done for a queue that lies in no open folder, or that has gone. */
const nowhere = {
  code: 'folder',
  why: 'The queue lies in no folder that is open here.',
  remedy: 'Open the folder that holds it: workers and their ledger belong to a folder.',
  canOverride: false,
} as const;

function optionsOf({ backend, prompt, overrideSlots }: SpawnParams): SpawnOptions {
  return {
    ...(backend === undefined ? {} : { backend }),
    ...(prompt === undefined ? {} : { prompt }),
    ...(overrideSlots === true ? { overrideSlots } : {}),
  };
}

function act(engine: WorkerEngine, key: TaskKey, action: WorkerAction): Promise<ActionResult> {
  switch (action.kind) {
    case 'cancel':
      return engine.cancel(key);
    case 'reset':
      return engine.reset(key, { hasLooked: action.hasLooked === true });
    case 'adopt':
      return engine.adopt(key, action.sessionKey);
    case 'handOff':
      return engine.handOff(key, action.to);
    case 'claim':
      return engine.claim(key, action.summary === undefined ? {} : { summary: action.summary });
    case 'complete':
      return engine.complete(key, action.reason === undefined ? {} : { reason: action.reason });
  }
}
