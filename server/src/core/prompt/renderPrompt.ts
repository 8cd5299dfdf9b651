/** Puts values into a template: no secrets, all the user's words quoted as data, never longer than a command line takes. */
import { cutNote, dataNote, nothingSaid, nothingWord } from './fixedWords';
import { fitTexts } from './fitTexts';
import {
  isTextParameter,
  promptParameters,
  type PromptParameter,
  type TextParameter,
  type WordParameter,
} from './promptParameter';
import { leftOutProblem, type PromptProblem } from './promptProblem';
import type { TemplatePart } from './promptTemplate';
import { freeMark, inlineText, quoted, visibleText } from './quotedText';
import { redactSecrets } from './redactSecrets';

export interface PromptValues {
  /** Empty: the task has none. */
  readonly words: Readonly<Record<WordParameter, string>>;
  readonly texts: Readonly<Record<TextParameter, string>>;
  readonly isFirst: boolean;
}

/**
 * In UTF-16 units. A prompt may travel as one argument of a program: 128 KiB is the limit for one on Linux, 32 Ki units
 * that of a whole command line on Windows.
 */
export const longestPrompt = 24_000;

/**
 * The finished prompt, at most `longestPrompt` units, and what somebody should know before it is sent: unknown
 * parameters, secrets left out, texts cut. It comes back whatever the problems are. Values that are empty are replaced
 * by fixed words, and an unknown parameter stays as it is written.
 */
export function renderPrompt(
  template: readonly TemplatePart[],
  { words, texts, isFirst }: PromptValues,
): { readonly prompt: string; readonly problems: readonly PromptProblem[] } {
  const used = template.flatMap((part) =>
    part.kind === 'parameter' && isTextParameter(part.name) ? [part.name] : [],
  );
  const left = new Set<string>();
  const clean = (text: string): string => {
    const redacted = redactSecrets(visibleText(text));
    for (const what of redacted.left) left.add(what);
    return redacted.text;
  };
  const wordOf = (name: WordParameter): string =>
    inlineText(clean(words[name]), 500) || nothingWord(name);
  // Secrets go before anything is cut: half of one would not be recognised.
  const full = used.map((name) => clean(texts[name]).trim());
  const mark = freeMark([
    ...full,
    ...Object.values(words),
    ...template.map((part) => (part.kind === 'words' ? part.text : '')),
  ]);
  const whole = template.some((part) => part.kind === 'parameter' && part.name === 'dataNote')
    ? template
    : withNote(template, full);
  const render = (values: readonly string[]): string => {
    let next = 0;
    return whole
      .map((part) => {
        if (part.kind === 'words') return clean(part.text);
        if (part.kind === 'unknown') return `\${${part.name}}`;
        if (part.name === 'dataNote') return dataNote(mark);
        if (!isTextParameter(part.name)) return wordOf(part.name);
        const value = values[next++] ?? '';
        return value === '' ? nothingSaid(part.name, isFirst) : quoted(value, mark);
      })
      .join('');
  };
  const frame = render(full.map((text) => (text === '' ? '' : '.'))).length;
  const fitted = fitTexts(full, longestPrompt - frame - full.length * cutNote(999_999).length);
  const cut = fitted.reduce((sum, text) => sum + text.cut, 0);
  const shown = fitted.map((text) =>
    text.cut > 0 ? `${text.text}\n${cutNote(text.cut)}` : text.text,
  );
  const { text, left: leftInWhole } = redactSecrets(render(shown));
  for (const what of leftInWhole) left.add(what);
  const problems: PromptProblem[] = [...unknownIn(template), ...leftOutProblem(left)];
  if (cut > 0)
    problems.push({
      kind: 'cut',
      text: `The task is too long for one prompt: ${cut} characters were cut, and the worker is told to read them in the queue.`,
    });
  if (text.length <= longestPrompt) return { prompt: text, problems };
  problems.push({
    kind: 'cut',
    text: `The template alone is longer than ${longestPrompt} characters, so its end was cut. Make it shorter.`,
  });
  return { prompt: text.slice(0, longestPrompt).replace(/[\ud800-\udbff]$/, ''), problems };
}

/** The note goes on top where a template quotes something and says nothing of it. */
function withNote(
  template: readonly TemplatePart[],
  full: readonly string[],
): readonly TemplatePart[] {
  if (full.every((text) => text === '')) return template;
  return [{ kind: 'parameter', name: 'dataNote' }, { kind: 'words', text: '\n\n' }, ...template];
}

function unknownIn(template: readonly TemplatePart[]): PromptProblem[] {
  const names = template.flatMap((part) => (part.kind === 'unknown' ? [part.name] : []));
  return [...new Set(names)].map((name) => ({
    kind: 'unknown-parameter',
    text: `The template asks for \${${inlineText(name, 60)}}, which does not exist${near(name)}. Use one of: ${promptParameters.join(', ')}. For these very characters write $\${${inlineText(name, 60)}}.`,
  }));
}

/** The name that differs in its writing only. */
function near(name: string): string {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  const found: PromptParameter | undefined = promptParameters.find(
    (known) => plain(known) === plain(name),
  );
  return found === undefined ? '' : ` (did you mean ${found}?)`;
}
