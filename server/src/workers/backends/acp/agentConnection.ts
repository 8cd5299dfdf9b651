/**
 * A conversation with an agent over its standard input and output, through the official library. The only file that
 * knows the library: it is a bundle of its own, loaded when the first agent is started.
 */
import {
  client,
  methods,
  ndJsonStream,
  PROTOCOL_VERSION,
  type NewSessionResponse,
  type PromptRequest,
  type RequestPermissionRequest,
  type SessionNotification,
} from '@agentclientprotocol/sdk';
import type { ChildProcessByStdio } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import type { PermissionOption } from './answerPermission';

export type AgentProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** What the agent tells and asks during a run. */
export interface AgentEvents {
  said(words: string, isWorker: boolean): void;
  usesTool(title: string): void;
  /** Resolves to the id of the chosen option, or to nothing. */
  asksPermission(asked: {
    readonly title: string;
    readonly kind: string | undefined;
    readonly paths: readonly string[];
    readonly options: readonly PermissionOption[];
  }): Promise<string | undefined>;
}

export interface AgentSession {
  readonly sessionId: string;
  /** Names of models that can be chosen; absent where the agent offers no choice. */
  readonly models: readonly string[] | undefined;
  chooseModel(name: string): Promise<void>;
  /** Resolves to the agent's reason for ending its turn, such as `end_turn`; rejects when the agent is gone. */
  prompt(words: string): Promise<string>;
  /** Asks the agent to end its turn. */
  cancel(): Promise<void>;
}

/** Greets the agent and opens a session in the folder. Rejects when the agent refuses or is gone. */
export async function openAgentSession(
  { stdin, stdout }: AgentProcess,
  cwd: string,
  events: AgentEvents,
): Promise<AgentSession> {
  const stream = ndJsonStream(
    Writable.toWeb(stdin) as WritableStream<Uint8Array>,
    Readable.toWeb(stdout) as ReadableStream<Uint8Array>,
  );
  const { agent } = client({ name: 'proactive-jobs' })
    .onNotification(methods.client.session.update, ({ params }) => tell(params, events))
    .onRequest(methods.client.session.requestPermission, async ({ params }) => {
      const optionId = await events.asksPermission(permissionOf(params));
      return {
        outcome:
          optionId === undefined ? { outcome: 'cancelled' } : { outcome: 'selected', optionId },
      };
    })
    .connect(stream);
  await agent.request(methods.agent.initialize, {
    protocolVersion: PROTOCOL_VERSION,
    // The agent uses its own hands: none of our files, none of our terminals.
    clientCapabilities: { fs: { readTextFile: false, writeTextFile: false }, terminal: false },
    clientInfo: { name: 'proactive-jobs', title: 'Proactive Jobs', version: '1' },
  });
  const opened = await agent.request(methods.agent.session.new, { cwd, mcpServers: [] });
  const { sessionId } = opened;
  const choice = modelChoice(opened);
  return {
    sessionId,
    models: choice?.names,
    async chooseModel(name) {
      if (choice === undefined) return;
      const change = { sessionId, configId: choice.id, value: name };
      await agent.request(methods.agent.session.setConfigOption, change);
    },
    async prompt(words) {
      const turn: PromptRequest = { sessionId, prompt: [{ type: 'text', text: words }] };
      return (await agent.request(methods.agent.session.prompt, turn)).stopReason;
    },
    cancel: () => agent.notify(methods.agent.session.cancel, { sessionId }),
  };
}

function tell({ update }: SessionNotification, events: AgentEvents): void {
  switch (update.sessionUpdate) {
    case 'agent_message_chunk':
      if (update.content.type === 'text') events.said(update.content.text, true);
      return;
    case 'tool_call':
      return events.usesTool(update.title);
    case 'notice':
    default:
      // Thoughts, plans and what later versions bring are not part of the transcript.
      return;
  }
}

function permissionOf({ toolCall, options }: RequestPermissionRequest): {
  readonly title: string;
  readonly kind: string | undefined;
  readonly paths: readonly string[];
  readonly options: readonly PermissionOption[];
} {
  const changed = (toolCall.content ?? []).flatMap((part) =>
    part.type === 'diff' ? [part.path] : [],
  );
  return {
    title: toolCall.title ?? 'something',
    kind: toolCall.kind ?? undefined,
    paths: [...(toolCall.locations ?? []).map(({ path }) => path), ...changed],
    options: options.map(({ optionId, kind }) => ({ id: optionId, kind })),
  };
}

function modelChoice({
  configOptions,
}: NewSessionResponse): { readonly id: string; readonly names: readonly string[] } | undefined {
  for (const option of configOptions ?? []) {
    if (option.category !== 'model' || option.type !== 'select') continue;
    const names = option.options.flatMap((one) =>
      'value' in one ? [one.value] : one.options.map(({ value }) => value),
    );
    return { id: option.id, names };
  }
  return undefined;
}
