/** Several changes as one: each is made for what the one before leaves, all of them or none. */
import { composeEdits } from './composeEdits';
import { contextAfter, type EditContext } from './editContext';
import type { EditResult, TextEdit } from './textEdit';

export type EditStep = (context: EditContext) => EditResult;

/** The steps as one result; the first refusal refuses everything. */
export function inSequence(
  context: EditContext,
  description: string,
  steps: readonly EditStep[],
): EditResult {
  let current = context;
  const rounds = new Map<string, (readonly TextEdit[])[]>();
  for (const step of steps) {
    const result = step(current);
    if (result.kind === 'refused') return result;
    for (const uri of new Set(result.edits.map((e) => e.uri))) {
      const own = result.edits.filter((e) => e.uri === uri);
      const next = contextAfter(current, uri, own);
      if ('kind' in next) return next;
      current = next;
      const known = rounds.get(uri);
      if (known) known.push(own);
      else rounds.set(uri, [own]);
    }
  }
  const edits = [...rounds].flatMap(([uri, all]) =>
    composeEdits(uri, context.state.documents.get(uri)?.text ?? '', all),
  );
  return { kind: 'edits', description, edits };
}
