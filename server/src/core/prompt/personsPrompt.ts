/** The words that a person sends in place of the template's. */
import { leftOutProblem, type PromptProblem } from './promptProblem';
import { visibleText } from './quotedText';
import { redactSecrets } from './redactSecrets';
import { longestPrompt } from './renderPrompt';

/** As they are written, without secrets and never longer than a prompt may be. */
export function personsPrompt(text: string): {
  readonly prompt: string;
  readonly problems: readonly PromptProblem[];
} {
  const redacted = redactSecrets(visibleText(text));
  const problems = leftOutProblem(new Set(redacted.left));
  if (redacted.text.length <= longestPrompt) return { prompt: redacted.text, problems };
  const prompt = redacted.text.slice(0, longestPrompt).replace(/[\ud800-\udbff]$/, '');
  const why = `The prompt is longer than ${longestPrompt} characters, so its end was cut. Make it shorter.`;
  return { prompt, problems: [...problems, { kind: 'cut', text: why }] };
}
