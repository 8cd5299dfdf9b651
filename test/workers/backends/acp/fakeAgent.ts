/**
 * An agent that speaks the protocol through the library's other side and does what its prompt says. It writes each
 * prompt that it got into the file named by FAKE_AGENT_LOG: the witness of how often a worker was started.
 */
import { appendFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import {
  agent,
  methods,
  ndJsonStream,
  PROTOCOL_VERSION,
  RequestError,
  type AgentContext,
  type PromptRequest,
  type StopReason,
} from '@agentclientprotocol/sdk';

const { FAKE_AGENT_LOG: log = '', FAKE_AGENT_TROUBLE: trouble } = process.env;
const cancelled = new AbortController();

if (trouble === 'silent') setInterval(() => undefined, 1_000);
else serve();

function serve(): void {
  agent({ name: 'fake' })
    .onRequest(methods.agent.initialize, () => ({
      protocolVersion: PROTOCOL_VERSION,
      agentCapabilities: {},
    }))
    .onRequest(methods.agent.session.new, () => {
      if (trouble === 'login') throw RequestError.authRequired();
      const options = ['small', 'large'].map((value) => ({ value, name: value }));
      const model = { id: 'model', name: 'Model', category: 'model', type: 'select' as const };
      return {
        sessionId: 'session-1',
        configOptions: [{ ...model, currentValue: 'small', options }],
      };
    })
    .onRequest(methods.agent.session.setConfigOption, ({ params }) => {
      appendFileSync(log, `${JSON.stringify({ chosen: 'value' in params && params.value })}\n`);
      return { configOptions: [] };
    })
    .onRequest(methods.agent.session.prompt, ({ params, client }) => work(params, client))
    .onNotification(methods.agent.session.cancel, () => cancelled.abort())
    .connect(
      ndJsonStream(
        Writable.toWeb(process.stdout) as WritableStream<Uint8Array>,
        Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>,
      ),
    );
}

async function work(
  { sessionId, prompt }: PromptRequest,
  client: AgentContext,
): Promise<{ stopReason: StopReason }> {
  const words = prompt.map((block) => (block.type === 'text' ? block.text : '')).join('');
  appendFileSync(log, `${JSON.stringify({ prompt: words })}\n`);
  const say = (text: string) =>
    client.notify(methods.client.session.update, {
      sessionId,
      update: { sessionUpdate: 'agent_message_chunk', content: { type: 'text', text } },
    });
  await say('I have read ');
  await say('the task.');
  if (words.includes('[[fail]]')) return { stopReason: 'refusal' };
  if (words.includes('[[die]]')) process.exit(3);
  if (words.includes('[[hang]]')) {
    await new Promise((resolve) => cancelled.signal.addEventListener('abort', resolve));
    return { stopReason: 'cancelled' };
  }
  if (words.includes('[[deaf]]')) {
    process.on('SIGTERM', () => undefined);
    setInterval(() => undefined, 1_000);
    await new Promise(() => undefined);
  }
  const wish = /\[\[ask (\S+) (\S+)\]\]/.exec(words);
  if (wish) {
    const [, kind, path = ''] = wish;
    const { outcome } = await client.request(methods.client.session.requestPermission, {
      sessionId,
      toolCall: {
        toolCallId: 'call-1',
        title: `${kind} ${path}`,
        kind: kind === 'edit' ? 'edit' : 'execute',
        locations: [{ path }],
      },
      options: [
        { optionId: 'always', name: 'Always', kind: 'allow_always' },
        { optionId: 'once', name: 'Once', kind: 'allow_once' },
        { optionId: 'no', name: 'No', kind: 'reject_once' },
      ],
    });
    await say(` Answer: ${outcome.outcome === 'selected' ? outcome.optionId : 'none'}.`);
  }
  return { stopReason: 'end_turn' };
}
