/** From what is written down of a run, and which of its processes live, to how it is. Pure. */
import type { RunState } from '../../backend';
import type { AgentPreset } from '../presets/agentPreset';
import type { OutputFacts } from '../presets/readOutput';
import type { AgentRecord, ExitRecord, RunnerRecord } from './runFolder';

/** An agent that has said its last word but does not end counts as ended after this silence. */
const silenceMs = 30_000;

export interface RunSigns {
  readonly preset: AgentPreset;
  readonly runner: RunnerRecord | undefined;
  readonly agent: AgentRecord | undefined;
  readonly exit: ExitRecord | undefined;
  readonly output: OutputFacts;
  /** Undefined where nobody can tell, here and for the agent. */
  readonly isRunnerAlive: boolean | undefined;
  readonly isAgentAlive: boolean | undefined;
  readonly isCancelled: boolean;
  /** Since the last output, in ms; 0 as long as there is none. */
  readonly silentMs: number;
}

/** The state that the signs add up to; nothing where they cannot tell. */
export function stateOfRun(signs: RunSigns): RunState | undefined {
  const { preset, runner, agent, exit, output, isRunnerAlive, isAgentAlive, silentMs } = signs;
  const { isCancelled } = signs;
  if (exit !== undefined) {
    if (exit.how === 'cancelled' || exit.how === 'timed-out') return exit.how;
    if (exit.how === 'not-started') return isCancelled ? 'cancelled' : 'failed';
    return endState(preset, exit, output);
  }
  if (runner === undefined) return 'starting';
  if (runner.isWithdrawn === true) return 'cancelled';
  if (output.ended !== undefined && (isAgentAlive === false || silentMs > silenceMs))
    return output.ended.isGood ? 'succeeded' : 'failed';
  if (agent === undefined) return isRunnerAlive === false ? undefined : 'starting';
  if (isAgentAlive !== false || isRunnerAlive !== false) return 'running';
  // Killed together with the process that would have written its end down.
  return isCancelled ? 'cancelled' : 'lost';
}

function endState(preset: AgentPreset, exit: ExitRecord, output: OutputFacts): RunState {
  if (output.ended !== undefined) return output.ended.isGood ? 'succeeded' : 'failed';
  if (exit.signal !== null) return 'lost';
  if (exit.code !== 0) return 'failed';
  return preset.endsBy === 'exit' ? 'succeeded' : 'lost';
}
