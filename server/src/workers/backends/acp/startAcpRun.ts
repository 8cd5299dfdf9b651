/** Starting an agent once: the claim on the disk first, then its process and its session, and only then the prompt. */
import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SpawnOutcome, SpawnRequest } from '../../backend';
import { findProgram } from '../../node/findProgram';
import { reasonOf } from '../reasonOf';
import { AcpRun, endAgent } from './acpRun';
import { recordPath, writeAcpRecord } from './acpRecords';
import type { AcpSetup } from './acpSetup';
import type { AgentProcess, AgentSession } from './agentConnection';
import { observeAcpRun } from './observeAcpRun';

const defaultOpeningMs = 60_000;

export interface AcpStart {
  readonly outcome: SpawnOutcome;
  /** The run, when this call has started it. */
  readonly run?: AcpRun;
}

/** Throws when the disk does. */
export async function startAcpRun(
  setup: AcpSetup,
  request: SpawnRequest,
  signal: AbortSignal,
): Promise<AcpStart> {
  const { uuid } = request.identity;
  if ((await observeAcpRun(setup, uuid)).kind !== 'absent') return awaitOther(setup, uuid, signal);
  if (signal.aborted) return failed('It was called off before anything was started.');
  const program = await programOf(setup);
  if ('outcome' in program) return program;
  if (!(await isFolder(request.cwd))) {
    return failed(`There is no folder ${request.cwd}.`, "Correct the task's project directory.");
  }
  const { host, pid } = setup.actor;
  const owner = { pid, startMark: await setup.processes.startMark(pid) };
  const { attemptId } = request.identity;
  const at = setup.clock.now();
  const claim = { attemptId, model: request.model, at, host, owner };
  if (!(await writeAcpRecord(setup, uuid, 'claim', claim))) return awaitOther(setup, uuid, signal);
  return openAndBegin(setup, request, program, signal);
}

interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

async function programOf(setup: AcpSetup): Promise<Program | AcpStart> {
  const { command, args } = setup.config;
  if (command === undefined) return failed('No agent is set.', agentRemedy);
  const workspace = dirname(setup.files.absolute('x'));
  const found = await findProgram(command, { environment: setup.environment, workspace });
  if (found.kind === 'missing') return failed(`${found.why}.`, agentRemedy);
  return { command: found.command, args: [...found.before, ...args] };
}

export const agentRemedy =
  'Set the program of an agent that speaks the Agent Client Protocol, such as `gemini` with the argument `--acp`.';

async function openAndBegin(
  setup: AcpSetup,
  request: SpawnRequest,
  { command, args }: Program,
  signal: AbortSignal,
): Promise<AcpStart> {
  const { uuid } = request.identity;
  const child: AgentProcess = spawn(command, args, {
    cwd: request.cwd,
    env: setup.environment,
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own, so that all that it starts can be ended with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const errors = lastWordsOf(child);
  const run = new AcpRun(setup, request, child);
  let session: AgentSession;
  try {
    session = await openSession(setup, request, child, run, signal);
  } catch (error) {
    // No prompt has been sent: once the agent is gone, nothing was started.
    const isGone = await endAgent(setup, child);
    if (!isGone)
      return { outcome: { kind: 'unknown', why: `${reasonOf(error)}; it does not end` } };
    await setup.files.remove(recordPath(setup, uuid, 'claim'));
    return failed(`${command} opened no session: ${reasonOf(error)}${errors()}`, agentRemedy);
  }
  const pid = child.pid ?? 0;
  const agent = { pid, startMark: await setup.processes.startMark(pid) };
  const { sessionId } = session;
  await writeAcpRecord(setup, uuid, 'session', { sessionId, agent, at: setup.clock.now() });
  run.begin(session);
  const seen = await observeAcpRun(setup, uuid);
  if (seen.kind !== 'found') {
    const why = seen.kind === 'absent' ? 'its record is gone' : seen.why;
    return { outcome: { kind: 'unknown', why }, run };
  }
  return { outcome: { kind: 'started', run: seen.run }, run };
}

/** Rejects with the reason. */
async function openSession(
  setup: AcpSetup,
  request: SpawnRequest,
  child: AgentProcess,
  run: AcpRun,
  signal: AbortSignal,
): Promise<AgentSession> {
  const { openAgentSession } = await import('./agentConnection');
  const openingMs = setup.openingMs ?? defaultOpeningMs;
  const over = new AbortController();
  const gone = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('close', (code, by) => reject(new Error(`it ended (${by ?? `exit code ${code}`})`)));
    child.stdin.on('error', reject);
    const callOff = () => reject(new Error('it was called off'));
    signal.addEventListener('abort', callOff, { signal: over.signal });
    void setup.clock
      .wait(openingMs, over.signal)
      .then(() => reject(new Error(`it took longer than ${openingMs} ms`)));
  });
  const opening = openAgentSession(child, request.cwd, run.events).then(async (session) => {
    const { model } = request;
    if (model !== undefined && session.models !== undefined) {
      if (!session.models.includes(model)) {
        throw new Error(`it has no model ${model}, but ${session.models.join(', ')}`);
      }
      await session.chooseModel(model);
    }
    return session;
  });
  return Promise.race([opening, gone]).finally(() => over.abort());
}

/** Another window is starting it, or has: its outcome is ours. */
async function awaitOther(setup: AcpSetup, uuid: string, signal: AbortSignal): Promise<AcpStart> {
  const until = setup.clock.now() + (setup.openingMs ?? defaultOpeningMs);
  for (;;) {
    const seen = await observeAcpRun(setup, uuid);
    if (seen.kind === 'absent') return failed('Another window could not start it.', agentRemedy);
    if (seen.kind === 'cannot-tell') return { outcome: { kind: 'unknown', why: seen.why } };
    if (seen.run.state !== 'starting') return { outcome: { kind: 'started', run: seen.run } };
    if (signal.aborted || setup.clock.now() > until) {
      return { outcome: { kind: 'unknown', why: 'Another window is starting it.' } };
    }
    await setup.clock.wait(50, signal);
  }
}

/** The end of what the agent wrote to its standard error, as a clause. */
function lastWordsOf(child: AgentProcess): () => string {
  let kept = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    kept = (kept + text).slice(-300);
  });
  return () => (kept.trim() === '' ? '' : ` (${kept.trim().replaceAll(/\s+/g, ' ')})`);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function failed(why: string, remedy?: string): AcpStart {
  return { outcome: { kind: 'failed', why, remedy } };
}
