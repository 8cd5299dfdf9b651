/** A model that answers at once and writes down every call: the witness of how often a worker really began. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { listenOnLoopback } from './listenOnLoopback';

export interface StubModel {
  readonly port: number;
  /** How many calls carried this mark in any message of a user. */
  calls(mark: string): number;
  close(): Promise<void>;
}

/** The model takes this long to answer a prompt that holds the words, in ms: what is killed must still be running. */
export const slowly = { words: '[[answer slowly]]', milliseconds: 600_000 };

/** The model refuses a prompt that holds these words. */
export const failing = { words: '[[fail]]' };

/** Speaks the chat completions of OpenAI on a free port of the loopback. */
export async function startStubModel(): Promise<StubModel> {
  const prompts: string[] = [];
  const server: Server = createServer((request, response) => {
    void answer(request, response, prompts);
  });
  const port = await listenOnLoopback(server);
  return {
    port,
    calls: (mark) => prompts.filter((prompt) => prompt.includes(mark)).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, prompts: string[]) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (request.method !== 'POST')
    return void response.end(JSON.stringify({ object: 'list', data: [] }));
  const asked = JSON.parse(Buffer.concat(chunks).toString()) as ChatRequest;
  // The gateway adds messages of its own, also as the user: the mark may be in any of them.
  const prompt = asked.messages.filter(isOfUser).map(textOf).join('\n');
  prompts.push(prompt);
  if (prompt.includes(slowly.words)) await untilClosed(response);
  if (prompt.includes(failing.words)) {
    const error = { message: 'the stub was told to fail', type: 'invalid_request_error' };
    return void response.writeHead(400).end(JSON.stringify({ error }));
  }
  const head = { id: 'stub', created: 1, model: asked.model };
  const usage = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };
  const message = { role: 'assistant', content: 'The stub has done it.' };
  if (asked.stream !== true) {
    const choices = [{ index: 0, finish_reason: 'stop', message }];
    return void response.end(
      JSON.stringify({ ...head, object: 'chat.completion', choices, usage }),
    );
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (part: object) =>
    response.write(
      `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', ...part })}\n\n`,
    );
  send({ choices: [{ index: 0, delta: message, finish_reason: null }] });
  send({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
  send({ choices: [], usage });
  response.end('data: [DONE]\n\n');
}

interface ChatMessage {
  readonly role: string;
  readonly content: string | readonly { readonly text?: string }[] | null;
}

interface ChatRequest {
  readonly model: string;
  readonly stream?: boolean;
  readonly messages: readonly ChatMessage[];
}

function isOfUser(message: ChatMessage): boolean {
  return message.role === 'user';
}

function textOf({ content }: ChatMessage): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => part.text ?? '').join('\n');
}

async function untilClosed(response: ServerResponse): Promise<void> {
  const closed = new AbortController();
  response.once('close', () => closed.abort());
  await wait(slowly.milliseconds, undefined, { signal: closed.signal }).catch(() => undefined);
}
