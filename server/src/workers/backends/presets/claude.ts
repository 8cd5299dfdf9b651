/** Claude Code without a terminal (`claude -p`, version 2.1; its output format `stream-json`). */
import type { AgentEvent, AgentPreset } from './agentPreset';
import { type Fields, fieldsOf, listOf, sumOf, wordOf } from '../fields';

export const claude: AgentPreset = {
  id: 'claude',
  program: 'claude',
  remedy: 'Install Claude Code (npm install -g @anthropic-ai/claude-code) and log in once.',
  takesSessionId: true,
  readsStdin: true,
  endsBy: 'event',
  output: 'json-lines',
  argumentsFor: ({ prompt, sessionId, label, model, permissionMode }) => [
    '--print',
    `--session-id=${sessionId}`,
    `--name=${label}`,
    ...(model === undefined ? [] : [`--model=${model}`]),
    '--output-format=stream-json',
    '--verbose',
    `--permission-mode=${permissionMode}`,
    '--permission-prompts=none',
    ...(prompt === undefined ? [] : ['--', prompt]),
  ],
  read(event) {
    switch (event['type']) {
      case 'system':
        return event['subtype'] === 'init' ? [session(event)] : [];
      case 'assistant':
        return said(fieldsOf(event['message']));
      case 'user':
        return listOf(fieldsOf(event['message'])['content']).flatMap(toolResult);
      case 'result':
        return [session(event), ended(event)];
      default:
        return [];
    }
  },
};

function session(event: Fields): AgentEvent {
  return { kind: 'session', id: wordOf(event['session_id']), model: wordOf(event['model']) };
}

function said(message: Fields): readonly AgentEvent[] {
  const words = listOf(message['content']).flatMap((part): readonly AgentEvent[] => {
    const text = wordOf(part['text']);
    if (part['type'] === 'text' && text !== undefined)
      return [{ kind: 'said', role: 'worker', text }];
    if (part['type'] !== 'tool_use') return [];
    const input = JSON.stringify(part['input'] ?? {});
    return [{ kind: 'said', role: 'tool', text: `${wordOf(part['name']) ?? 'a tool'} ${input}` }];
  });
  const count = tokens(message);
  const key = wordOf(message['id']);
  if (count === undefined || key === undefined) return words;
  return [...words, { kind: 'tokens', key, count }];
}

function toolResult(part: Fields): readonly AgentEvent[] {
  if (part['type'] !== 'tool_result') return [];
  const content = part['content'];
  const texts = typeof content === 'string' ? [content] : listOf(content).map((p) => p['text']);
  const text = texts.filter((each) => typeof each === 'string').join('\n');
  return text === '' ? [] : [{ kind: 'said', role: 'tool', text }];
}

function ended(event: Fields): AgentEvent {
  const isGood = event['is_error'] !== true && event['subtype'] === 'success';
  const text = wordOf(event['result']) ?? (isGood ? undefined : wordOf(event['subtype']));
  return { kind: 'ended', isGood, text, tokens: tokens(event) };
}

/** Cached words are words, too. */
function tokens(holder: Fields): number | undefined {
  const usage = fieldsOf(holder['usage']);
  return sumOf(
    usage['input_tokens'],
    usage['cache_creation_input_tokens'],
    usage['cache_read_input_tokens'],
    usage['output_tokens'],
  );
}
