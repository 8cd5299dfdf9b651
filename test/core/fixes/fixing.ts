/** Fixing in a test: the state of marked files, a fix applied, the state behind it. */
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import { editContextOf } from '../../../server/src/core/edits/editContext';
import { applyEdits, type TextEdit } from '../../../server/src/core/edits/textEdit';
import type { Fix } from '../../../server/src/core/fixes/fix';
import { fixAll, fixesFor } from '../../../server/src/core/fixes/fixesFor';
import type { Finding } from '../../../server/src/core/rules/finding';
import type { RuleCode } from '../../../server/src/core/rules/ruleCode';
import { deriveState, type QueueState } from '../../../server/src/core/state';
import { stateOfMarked } from '../../support/checkRules';
import { findingsOf } from '../../support/checkedQueue';
import { readMarked } from '../../support/marker';

export interface FoundFix {
  readonly uri: string;
  readonly finding: Finding;
  readonly fix: Fix;
}

export function stateOf(source: string): QueueState {
  return stateOfMarked(readMarked(source));
}

/** Every finding of a state with the file it is in. */
export function allFindings(state: QueueState): readonly { uri: string; finding: Finding }[] {
  return [...state.documents.values()].flatMap((document) =>
    findingsOf(state, document).map((finding) => ({ uri: document.uri, finding })),
  );
}

/** Every fix of every finding of a code. */
export function fixesOf(state: QueueState, code: RuleCode): readonly FoundFix[] {
  const context = editContextOf(state);
  return allFindings(state)
    .filter(({ finding }) => finding.code === code)
    .flatMap(({ uri, finding }) =>
      fixesFor(context, uri, finding).map((fix) => ({ uri, finding, fix })),
    );
}

/** The state behind some edits, read anew where they changed something. */
export function stateAfter(state: QueueState, edits: readonly TextEdit[]): QueueState {
  const documents = [...state.documents.values()].map((document) => {
    const applied = applyEdits(
      document.text,
      edits.filter((e) => e.uri === document.uri),
    );
    if (applied.kind === 'refused') throw new Error(applied.why);
    return readQueue(document.uri, applied.text, state.options, document);
  });
  return deriveState({ documents, now: state.now, options: state.options });
}

/** The first file after the fix with this title. */
export function fixedBy(source: string, code: RuleCode, title: string): string {
  const state = stateOf(source);
  const found = fixesOf(state, code).find(({ fix }) => fix.title === title);
  if (!found) {
    const titles = fixesOf(state, code).map(({ fix }) => fix.title);
    throw new Error(`No fix "${title}" among:\n${titles.join('\n')}`);
  }
  return textOf(stateAfter(state, found.fix.edits));
}

/** The first file after all preferred fixes of some codes. */
export function allFixed(source: string, ...codes: readonly RuleCode[]): string {
  const state = stateOf(source);
  const uri = [...state.documents.keys()][0] ?? '';
  return textOf(stateAfter(state, fixAll(editContextOf(state), uri, codes)));
}

function textOf(state: QueueState): string {
  return [...state.documents.values()][0]?.text ?? '';
}
