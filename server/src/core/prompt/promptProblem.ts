/** What a person should know of a prompt before it is sent. */

export interface PromptProblem {
  readonly kind: 'unknown-parameter' | 'left-out' | 'cut' | 'nothing-to-go-by';
  /** For people: what is wrong, then what would be right. */
  readonly text: string;
}

/** `left` says what kinds of things were taken for secrets; nothing when there were none. */
export function leftOutProblem(left: ReadonlySet<string>): readonly PromptProblem[] {
  if (left.size === 0) return [];
  const text = `Something that looks like a secret was left out (${[...left].join(', ')}). Keep secrets out of the queue; a worker gets them from its own environment.`;
  return [{ kind: 'left-out', text }];
}
