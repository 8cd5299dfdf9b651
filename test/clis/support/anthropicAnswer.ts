/** One streamed answer in the format of Anthropic's messages. */
import type { StreamEvent } from './streamEvent';

/** Asks for `file` to be written first, where that was not done yet. */
export function anthropicAnswer(
  body: Readonly<Record<string, unknown>>,
  file: string | undefined,
): readonly StreamEvent[] {
  const tools = JSON.stringify(body['tools'] ?? []);
  const isWritten = JSON.stringify(body['messages'] ?? []).includes('tool_result');
  const writes = file !== undefined && !isWritten && tools.includes('"Write"');
  const input = JSON.stringify({ file_path: file, content: 'written by the worker\n' });
  const block = writes
    ? { type: 'tool_use', id: 'toolu_1', name: 'Write', input: {} }
    : { type: 'text', text: '' };
  const delta = writes
    ? { type: 'input_json_delta', partial_json: input }
    : { type: 'text_delta', text: 'The stub has answered.' };
  return [
    {
      type: 'message_start',
      message: {
        ...{ id: `msg_${writes ? 'write' : 'end'}`, type: 'message', role: 'assistant' },
        ...{ model: body['model'], content: [], stop_reason: null, stop_sequence: null },
        usage: { input_tokens: 11, output_tokens: 1 },
      },
    },
    { type: 'content_block_start', index: 0, content_block: block },
    { type: 'content_block_delta', index: 0, delta },
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: writes ? 'tool_use' : 'end_turn', stop_sequence: null },
      usage: { output_tokens: 7 },
    },
    { type: 'message_stop' },
  ];
}
