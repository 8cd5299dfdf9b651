/** Codex without a terminal (`codex exec --json`, version 0.169). Its session's id comes from its first line. */
import type { ProcessConfig } from '../../workersConfig';
import type { AgentEvent, AgentPreset } from './agentPreset';
import { type Fields, fieldsOf, sumOf, wordOf } from '../fields';

export const codex: AgentPreset = {
  id: 'codex',
  program: 'codex',
  remedy: 'Install Codex (npm install -g @openai/codex) and log in once.',
  takesSessionId: false,
  readsStdin: true,
  endsBy: 'event',
  output: 'json-lines',
  argumentsFor: ({ prompt, cwd, model, permissionMode }) => [
    'exec',
    '--json',
    ...(model === undefined ? [] : [`--model=${model}`]),
    `--sandbox=${sandboxOf(permissionMode)}`,
    `--cd=${cwd}`,
    '--skip-git-repo-check',
    '--',
    prompt ?? '-',
  ],
  read(event) {
    switch (event['type']) {
      case 'thread.started':
        return [{ kind: 'session', id: wordOf(event['thread_id']), model: undefined }];
      case 'item.completed':
        return said(fieldsOf(event['item']));
      case 'error':
        return words('system', event['message']);
      case 'turn.completed':
        return [{ kind: 'ended', isGood: true, text: undefined, tokens: tokens(event) }];
      case 'turn.failed': {
        const text = wordOf(fieldsOf(event['error'])['message']);
        return [{ kind: 'ended', isGood: false, text, tokens: undefined }];
      }
      default:
        return [];
    }
  },
};

function sandboxOf(mode: ProcessConfig['permissionMode']): string {
  return mode === 'acceptEdits' ? 'workspace-write' : 'read-only';
}

function said(item: Fields): readonly AgentEvent[] {
  switch (item['type']) {
    case 'agent_message':
      return words('worker', item['text']);
    case 'command_execution':
      return words('tool', item['command']);
    case 'file_change':
      return words('tool', `file change ${JSON.stringify(item['changes'] ?? [])}`);
    case 'error':
      return words('system', item['message']);
    default:
      return [];
  }
}

function words(role: 'worker' | 'tool' | 'system', value: unknown): readonly AgentEvent[] {
  const text = wordOf(value);
  return text === undefined ? [] : [{ kind: 'said', role, text }];
}

/** Cached words are counted in `input_tokens` already. */
function tokens(event: Fields): number | undefined {
  const usage = fieldsOf(event['usage']);
  return sumOf(usage['input_tokens'], usage['output_tokens']);
}
