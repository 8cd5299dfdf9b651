/** Gemini CLI without a terminal (version 0.61; its output format `stream-json`). */
import type { ProcessConfig } from '../../workersConfig';
import type { AgentEvent, AgentPreset } from './agentPreset';
import { fieldsOf, sumOf, wordOf } from '../fields';

export const gemini: AgentPreset = {
  id: 'gemini',
  program: 'gemini',
  remedy: 'Install the Gemini CLI (npm install -g @google/gemini-cli) and log in once.',
  takesSessionId: true,
  readsStdin: false,
  endsBy: 'event',
  output: 'json-lines',
  argumentsFor: ({ prompt, sessionId, model, permissionMode }) => [
    `--prompt=${prompt ?? ''}`,
    ...(model === undefined ? [] : [`--model=${model}`]),
    `--session-id=${sessionId}`,
    '--output-format=stream-json',
    `--approval-mode=${approvalOf(permissionMode)}`,
    // Our own confirmation has taken the place of its question.
    '--skip-trust',
  ],
  read(event) {
    switch (event['type']) {
      case 'init':
        return [
          { kind: 'session', id: wordOf(event['session_id']), model: wordOf(event['model']) },
        ];
      case 'message':
        return event['role'] === 'assistant' ? words('worker', event['content']) : [];
      case 'tool_use':
        return words('tool', event['tool_name']);
      case 'tool_result':
        return words('tool', event['output']);
      case 'error':
        return words('system', event['message']);
      case 'result': {
        const isGood = event['status'] === 'success';
        const text = wordOf(fieldsOf(event['error'])['message']);
        const tokens = sumOf(fieldsOf(event['stats'])['total_tokens']);
        return [{ kind: 'ended', isGood, text, tokens }];
      }
      default:
        return [];
    }
  },
};

function approvalOf(mode: ProcessConfig['permissionMode']): string {
  return mode === 'acceptEdits' ? 'auto_edit' : mode;
}

function words(role: 'worker' | 'tool' | 'system', value: unknown): readonly AgentEvent[] {
  const text = wordOf(value);
  return text === undefined ? [] : [{ kind: 'said', role, text }];
}
