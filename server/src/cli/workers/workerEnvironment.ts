/** What the commands about workers need from the world, beside what every command does. */
import type { Edits } from '../../core/edits/textEdit';
import type { Logger } from '../../workspace/ports';
import type { WorkerEngine } from '../../workers/workerEngine';
import type { QueueDesk } from '../../workers/workerPorts';
import type { WorkersConfig, WorkerSecrets } from '../../workers/workersConfig';
import type { Variables } from './userConfig';

export interface EngineOrder {
  /** Absolute path of the workspace's folder. */
  readonly folder: string;
  readonly desk: QueueDesk;
  readonly config: WorkersConfig;
  /** Folder of each project's repository, by its name. */
  readonly projects: Readonly<Record<string, string>>;
  readonly secrets: WorkerSecrets;
  readonly logger: Logger;
}

export interface WorkerEnvironment {
  readonly variables: Variables;
  /** The user's own folder. */
  readonly home: string;
  /** Somebody sits there who can be asked. */
  readonly isTerminal: boolean;
  /** Puts a question; false for anything but yes. */
  ask(question: string): Promise<boolean>;
  /** Changes queue files below the folder, all or none. */
  applyEdits(
    order: { readonly folder: string; readonly queueFolder: string },
    edits: Edits,
  ): ReturnType<QueueDesk['apply']>;
  openEngine(order: EngineOrder): Promise<WorkerEngine>;
}
