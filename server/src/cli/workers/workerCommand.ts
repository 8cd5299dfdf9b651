/** What the command line can be asked to do with workers. */
import type { ConfigPath } from './configFields';

export interface WorkerCommand {
  readonly kind: 'worker';
  readonly task: WorkerTask;
  /** Path of the queue that is meant where several have the id. */
  readonly queue: string | undefined;
  readonly json: boolean;
  /** What flags say of how workers are run. */
  readonly flags: ReadonlyMap<ConfigPath, unknown>;
  /** Path of a file with the words for the worker. */
  readonly template: string | undefined;
}

export type WorkerTask =
  | {
      readonly kind: 'spawn' | 'retry';
      readonly id: string;
      readonly yes: boolean;
      readonly dryRun: boolean;
      /** Start although the slots are full. */
      readonly overrideSlots: boolean;
    }
  | {
      readonly kind: 'batch';
      /** The first that can start, or as many as there are free slots. */
      readonly how: 'next' | 'all';
      readonly yes: boolean;
      readonly dryRun: boolean;
    }
  | { readonly kind: 'cancel'; readonly id: string }
  | {
      readonly kind: 'reset';
      readonly id: string;
      /** A person has looked where no back end can: nobody works on it. */
      readonly hasLooked: boolean;
    }
  | { readonly kind: 'adopt'; readonly id: string; readonly sessionKey: string }
  | { readonly kind: 'claim'; readonly id: string; readonly summary: string | undefined }
  | { readonly kind: 'complete'; readonly id: string; readonly reason: string | undefined }
  | {
      readonly kind: 'workers';
      /** Writes down what the back ends say, and lets requests start that wait in the file queue. */
      readonly reconcile: boolean;
    };

/** As they are typed. */
export const workerCommandNames = [
  'spawn',
  'retry',
  'claim',
  'complete',
  'cancel',
  'reset',
  'adopt',
  'workers',
] as const;
export type WorkerCommandName = (typeof workerCommandNames)[number];

/** Whether the first word of a command line is a command about workers, as it is typed. */
export function isWorkerCommandName(name: string): name is WorkerCommandName {
  return workerCommandNames.some((known) => known === name);
}
