/** The core as the session sees it: a few functions. Tests put a broken rule or a slow reader here. */
import type { QueueDocument } from '../core/model/queueDocument';
import type { CoreOptions } from '../core/options';
import type { Finding } from '../core/rules/finding';
import { deriveState, type QueueState, type StateInput } from '../core/state';
import { readQueue } from '../core/dialect/readQueue';
import { runFileRules, runRules, type RuleCrash, type SeverityOf } from '../core/rules/runRules';
import { readRunFile, type RunFile, type RunSource } from '../core/runs/runFile';

export interface Engine {
  readQueue(uri: string, text: string, options: CoreOptions, before?: QueueDocument): QueueDocument;
  readRunFile(source: RunSource, localOffsetMinutes: number | undefined): RunFile | undefined;
  deriveState(input: StateInput, previous?: QueueState): QueueState;
  runRules(
    state: QueueState,
    document: QueueDocument,
    severityOf: SeverityOf,
    onError: RuleCrash,
  ): readonly Finding[];
  runFileRules(
    state: QueueState,
    file: RunFile,
    severityOf: SeverityOf,
    onError: RuleCrash,
  ): readonly Finding[];
}

/** The real one. */
export const coreEngine: Engine = {
  readQueue,
  readRunFile,
  deriveState,
  runRules,
  runFileRules,
};
