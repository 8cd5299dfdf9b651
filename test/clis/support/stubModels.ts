/**
 * Stands in for the models behind Claude Code (Anthropic messages) and Codex (OpenAI responses), on loopback, streaming.
 * It does what a marker in the prompt says, and keeps a list of every request: what agents tell about themselves proves
 * nothing, but what was asked here was asked.
 *   [[finish]] answers, [[write:PATH]] has a file written first, [[fail]] refuses, [[hang]] never answers
 */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenOnLoopback } from '../../gateway/support/listenOnLoopback';
import { anthropicAnswer } from './anthropicAnswer';
import { openaiAnswer } from './openaiAnswer';

export interface ModelRequest {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface StubModels {
  readonly url: string;
  /** Every request that asked a model something, in order. */
  readonly requests: readonly ModelRequest[];
  /** How many ask and are left without an answer, and have not hung up. */
  waiting(): number;
  close(): Promise<void>;
}

export async function stubModels(): Promise<StubModels> {
  const requests: ModelRequest[] = [];
  const hanging = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void answer(request, response, requests, hanging);
  });
  const port = await listenOnLoopback(server);
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    waiting: () => hanging.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  requests: ModelRequest[],
  hanging: Set<ServerResponse>,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://stub');
  const body = objectIn(await text(request));
  const isAnthropic = pathname === '/v1/messages';
  const isOpenai = pathname === '/v1/responses';
  if (request.method !== 'POST' || !(isAnthropic || isOpenai)) {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: `not stubbed: ${pathname}` } }));
    return;
  }
  requests.push({ url: pathname, body });
  const words = JSON.stringify(body['messages'] ?? body['input'] ?? '');
  if (words.includes('[[hang]]')) {
    hanging.add(response);
    response.once('close', () => hanging.delete(response));
    return;
  }
  if (words.includes('[[fail]]')) {
    const error = { type: 'invalid_request_error', message: 'the stub refuses this' };
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ type: 'error', error }));
    return;
  }
  const file = /\[\[write:([^\]]+)\]\]/.exec(words)?.[1];
  const events = isAnthropic ? anthropicAnswer(body, file) : openaiAnswer(body);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of events)
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  response.end();
}

function objectIn(json: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(json) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
