/** What the `acp` back end is made from; whoever makes one vouches for it. */
import type { WorkerPorts } from '../../workerPorts';
import type { AcpConfig, ProcessConfig } from '../../workersConfig';

export interface AcpSetup extends Pick<
  WorkerPorts,
  'files' | 'clock' | 'processes' | 'actor' | 'logger'
> {
  /** Of the file queue, relative to the workspace's folder: what is known of the runs stands below it. */
  readonly folder: string;
  readonly config: AcpConfig;
  /** What a person lets workers do without being asked; see `answerPermission.ts`. */
  readonly permissionMode: ProcessConfig['permissionMode'];
  /** What agents inherit. */
  readonly environment: NodeJS.ProcessEnv;
  /** How long an agent may take to open a session, in ms; 60,000 unless told. */
  readonly openingMs?: number;
  /** How long an agent has to end its turn, and then itself, before it is killed, in ms; 5,000 unless told. */
  readonly graceMs?: number;
}

/** How long an agent has to end by itself, in ms. */
export function graceOf({ graceMs }: AcpSetup): number {
  return graceMs ?? 5_000;
}
