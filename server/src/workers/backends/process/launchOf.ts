/** The program and the arguments for one attempt. Nothing of it goes through a shell. */
import type { SpawnRequest } from '../../backend';
import type { ProcessConfig } from '../../workersConfig';
import type { AgentOrder, AgentPreset } from '../presets/agentPreset';

/** The system takes no argument of 128 KiB (Linux), no command line of 32 Ki units (Windows). */
const longestArgument = process.platform === 'win32' ? 24_000 : 120_000;

export type LaunchWords =
  | { readonly kind: 'words'; readonly args: readonly string[]; readonly promptOnStdin: boolean }
  | { readonly kind: 'impossible'; readonly why: string; readonly remedy: string };

/** Impossible, with a remedy, for words that the system would not take. Looks at no disk. */
export function launchWords(
  preset: AgentPreset,
  config: ProcessConfig,
  request: SpawnRequest,
): LaunchWords {
  const { identity, prompt, cwd, model } = request;
  if (prompt.includes('\0'))
    return impossible('The prompt holds a NUL character.', 'Take it out of the task.');
  const takesWords = config.args === undefined || config.args.some((arg) => hasPrompt.test(arg));
  const isLong = Buffer.byteLength(prompt, 'utf8') > longestArgument;
  if (isLong && takesWords && (config.args !== undefined || !preset.readsStdin))
    return impossible(
      `The prompt is longer than the ${longestArgument} bytes that an argument may have.`,
      'Shorten the prompt, or choose a back end that does not pass it as an argument.',
    );
  const promptOnStdin = !takesWords || isLong;
  const order: AgentOrder = {
    prompt: promptOnStdin ? undefined : prompt,
    sessionId: identity.uuid,
    label: identity.attemptId,
    cwd,
    model,
    permissionMode: config.permissionMode,
  };
  const args = config.args?.map((arg) => filled(arg, order)) ?? preset.argumentsFor(order);
  return { kind: 'words', args, promptOnStdin };
}

const hasPrompt = /\$\{prompt\}/;

/** One pass, so that a placeholder inside of a value stays as it is. */
function filled(arg: string, order: AgentOrder): string {
  return arg.replace(
    /\$\{(prompt|model|label|sessionId|cwd)\}/g,
    (_all, name: 'prompt' | 'model' | 'label' | 'sessionId' | 'cwd') => order[name] ?? '',
  );
}

function impossible(why: string, remedy: string): LaunchWords {
  return { kind: 'impossible', why, remedy };
}
