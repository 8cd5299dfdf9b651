/** One agent at work, from the opening of its session to its end. */
import type { SpawnRequest, TranscriptEntry } from '../../backend';
import { stopGroup } from '../../node/stopProcess';
import type { AgentEvents, AgentProcess, AgentSession } from './agentConnection';
import { graceOf, type AcpSetup } from './acpSetup';
import { readAcpRecord, writeAcpRecord, type EndRecord } from './acpRecords';
import { answerPermission } from './answerPermission';
import { realPath } from './realPath';
import { Transcript } from './transcript';

/** Lives from the start of its process until its end is on record. */
export class AcpRun {
  readonly #setup: AcpSetup;
  readonly #request: SpawnRequest;
  readonly #child: AgentProcess;
  readonly #transcript = new Transcript();
  readonly #isOver = new AbortController();
  #session: AgentSession | undefined;
  #wanted: 'cancelled' | 'timed-out' | 'lost' | undefined;
  #ending: Promise<void> | undefined;

  constructor(setup: AcpSetup, request: SpawnRequest, child: AgentProcess) {
    this.#setup = setup;
    this.#request = request;
    this.#child = child;
  }

  /** What the agent may tell and ask. */
  readonly events: AgentEvents = {
    said: (words) => this.#note('worker', words),
    usesTool: (title) => this.#note('tool', title),
    asksPermission: async ({ title, kind, paths, options }) => {
      const { cwd } = this.#request;
      const folder = await realPath('.', cwd);
      const real = await Promise.all(paths.map((path) => realPath(path, cwd)));
      const { permissionMode } = this.#setup;
      const optionId = answerPermission({ kind, paths: real, options }, folder, permissionMode);
      const chosen = options.find(({ id }) => id === optionId)?.kind ?? 'turned down';
      this.#note('system', `Asked for permission: ${title}. Answer: ${chosen}.`);
      return optionId;
    },
  };

  /** Sends the prompt; what becomes of it is written down when it ends. */
  begin(session: AgentSession): void {
    this.#session = session;
    const { prompt, runTimeoutMs } = this.#request;
    this.#note('user', prompt);
    const turn = session.prompt(prompt).then(
      (stopReason) => this.#end(endOf(stopReason, this.#transcript.lastLine)),
      (error: unknown) => this.#end({ state: 'lost', lastLine: messageOf(error) }),
    );
    const gone = new Promise<void>((resolve) => this.#child.once('close', () => resolve()));
    // The answer may still be on its way through the pipe when the process has gone.
    void gone
      .then(() => this.#setup.clock.wait(1_000, this.#isOver.signal))
      .then(() =>
        this.#end({ state: 'lost', lastLine: 'The agent ended in the middle of its turn.' }),
      );
    void turn;
    if (runTimeoutMs !== undefined) {
      void this.#setup.clock
        .wait(runTimeoutMs, this.#isOver.signal)
        .then(() => this.stop('timed-out'));
    }
  }

  get isOver(): boolean {
    return this.#isOver.signal.aborted;
  }

  /** Asks the agent to end its turn, then ends it. Resolves when its process is gone, or cannot be ended. */
  async stop(as: 'cancelled' | 'timed-out' | 'lost'): Promise<void> {
    if (this.isOver) return this.#ending;
    this.#wanted ??= as;
    await this.#session?.cancel().catch(() => undefined);
    await this.#setup.clock.wait(graceOf(this.#setup), this.#isOver.signal);
    await this.#end({ state: 'lost', lastLine: undefined });
  }

  transcript(limit: number): readonly TranscriptEntry[] {
    return this.#transcript.last(limit);
  }

  get lastLine(): string | undefined {
    return this.#transcript.lastLine;
  }

  get lastSignAt(): number | undefined {
    return this.#transcript.lastAt;
  }

  #note(role: TranscriptEntry['role'], text: string): void {
    this.#transcript.add(role, text, this.#setup.clock.now());
  }

  #end(end: Omit<EndRecord, 'at'>): Promise<void> {
    this.#ending ??= this.#finish(end);
    return this.#ending;
  }

  async #finish({ state, lastLine }: Omit<EndRecord, 'at'>): Promise<void> {
    const { uuid } = this.#request.identity;
    const setup = this.#setup;
    this.#isOver.abort();
    await endAgent(setup, this.#child);
    const isUnwanted = (await readAcpRecord(setup, uuid, 'cancel')).kind !== 'none';
    // What was finished before the wish to stop arrived stays finished.
    const wanted = this.#wanted ?? (isUnwanted ? 'cancelled' : undefined);
    const told = state === 'succeeded' || state === 'failed' ? state : (wanted ?? state);
    const at = setup.clock.now();
    const words = lastLine ?? this.lastLine;
    await writeAcpRecord(setup, uuid, 'end', { state: told, lastLine: words, at });
  }
}

/** Ends the agent's process with all that it started: first its input ends, then it is asked, then killed. */
export async function endAgent(setup: AcpSetup, child: AgentProcess): Promise<boolean> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return true;
  const startMark = await setup.processes.startMark(pid);
  child.stdin.end();
  return stopGroup(setup, { pid, startMark }, graceOf(setup));
}

function endOf(stopReason: string, lastLine: string | undefined): Omit<EndRecord, 'at'> {
  switch (stopReason) {
    case 'end_turn':
      return { state: 'succeeded', lastLine };
    case 'cancelled':
      return { state: 'cancelled', lastLine };
    default:
      return {
        state: 'failed',
        lastLine: `The agent stopped: ${stopReason}. ${lastLine ?? ''}`.trim(),
      };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 500) : 'The agent is gone.';
}
