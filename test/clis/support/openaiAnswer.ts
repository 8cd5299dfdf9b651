/** One streamed answer in the format of OpenAI's responses. */
import type { StreamEvent } from './streamEvent';

export function openaiAnswer(body: Readonly<Record<string, unknown>>): readonly StreamEvent[] {
  const text = 'The stub has answered.';
  const item = {
    ...{ id: 'msg_1', type: 'message', role: 'assistant', status: 'completed' },
    content: [{ type: 'output_text', text, annotations: [] }],
  };
  const usage = {
    ...{ input_tokens: 11, output_tokens: 7, total_tokens: 18 },
    input_tokens_details: { cached_tokens: 0 },
    output_tokens_details: { reasoning_tokens: 0 },
  };
  const response = { id: 'resp_1', object: 'response', created_at: 1, model: body['model'] };
  const part = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const events = [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    {
      type: 'response.output_item.added',
      ...{ output_index: 0, item: { ...item, content: [], status: 'in_progress' } },
    },
    { type: 'response.output_text.delta', ...part, delta: text },
    { type: 'response.output_item.done', output_index: 0, item },
    {
      type: 'response.completed',
      response: { ...response, status: 'completed', output: [item], usage },
    },
  ];
  return events.map((event, index) => ({ ...event, sequence_number: index }));
}
