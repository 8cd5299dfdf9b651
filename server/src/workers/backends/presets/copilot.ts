/**
 * Copilot CLI without a terminal (version 1.0). What its lines say is documented nowhere, so its exit code decides and
 * only texts under the usual names are shown.
 */
import type { AgentEvent, AgentPreset } from './agentPreset';
import { fieldsOf, wordOf } from '../fields';

export const copilot: AgentPreset = {
  id: 'copilot',
  program: 'copilot',
  remedy: 'Install the Copilot CLI (npm install -g @github/copilot) and log in once.',
  takesSessionId: true,
  readsStdin: false,
  endsBy: 'exit',
  output: 'json-lines',
  argumentsFor: ({ prompt, sessionId, model, permissionMode }) => [
    `--prompt=${prompt ?? ''}`,
    ...(model === undefined ? [] : [`--model=${model}`]),
    `--session-id=${sessionId}`,
    '--output-format=json',
    // Writing files only: `--allow-all-tools` would let it run any command unasked.
    ...(permissionMode === 'acceptEdits' ? ['--allow-tool=write'] : []),
    '--no-ask-user',
  ],
  read(event): readonly AgentEvent[] {
    const data = fieldsOf(event['data']);
    const text = wordOf(data['content']) ?? wordOf(event['content']) ?? wordOf(event['text']);
    const isUser = wordOf(event['type'])?.startsWith('user') === true;
    return text === undefined || isUser ? [] : [{ kind: 'said', role: 'worker', text }];
  },
};
