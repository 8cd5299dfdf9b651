/** What has to be known of an agent's command line: its arguments and the words of its output. One file each. */
import type { ProcessConfig, ProcessPreset } from '../../workersConfig';
import type { TranscriptEntry } from '../../backend';

/** What an agent is started with. The texts are data: each ends up in one argument and cannot become an option. */
export interface AgentOrder {
  /** Absent when the words come through standard input. */
  readonly prompt: string | undefined;
  readonly sessionId: string;
  readonly label: string;
  readonly cwd: string;
  readonly model: string | undefined;
  readonly permissionMode: ProcessConfig['permissionMode'];
}

/** What a line of output says. */
export type AgentEvent =
  | {
      readonly kind: 'session';
      readonly id: string | undefined;
      readonly model: string | undefined;
    }
  | { readonly kind: 'said'; readonly role: TranscriptEntry['role']; readonly text: string }
  /** So far, for the message of that key: a later count of the same message takes its place. */
  | { readonly kind: 'tokens'; readonly key: string; readonly count: number }
  /** The agent's own word that it is done; `tokens` counts the whole run. */
  | {
      readonly kind: 'ended';
      readonly isGood: boolean;
      readonly text: string | undefined;
      readonly tokens: number | undefined;
    };

export interface AgentPreset {
  readonly id: ProcessPreset;
  /** The program's name on PATH; absent where only a setting can name it. */
  readonly program: string | undefined;
  /** How to get it, as a sentence. */
  readonly remedy: string;
  /** Whether it takes the session's id from us; otherwise its output names one. */
  readonly takesSessionId: boolean;
  /** Whether it reads its words from standard input when there are too many for an argument. */
  readonly readsStdin: boolean;
  /** `event`: an end without the agent's own word for it is none. `exit`: the exit code decides. */
  readonly endsBy: 'event' | 'exit';
  readonly output: 'json-lines' | 'plain';
  argumentsFor(order: AgentOrder): readonly string[];
  /** For agents that speak JSON lines: what an object of theirs says; nothing for what means nothing to us. */
  read(event: Readonly<Record<string, unknown>>): readonly AgentEvent[];
}
