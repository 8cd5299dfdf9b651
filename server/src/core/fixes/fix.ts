/** The shape of a fix: made from the state as it is now, never from what a diagnostic carried around. */
import type { EditContext } from '../edits/editContext';
import type { EditResult, TextEdit } from '../edits/textEdit';
import type { QueueDocument } from '../model/queueDocument';
import type { Finding } from '../rules/finding';
import type { RuleCode } from '../rules/ruleCode';

/** A change that makes a finding go away. */
export interface Fix {
  readonly code: RuleCode;
  /** What it does, as an order: "Set `p2-1` to pending". */
  readonly title: string;
  /** The one that is nearly always right. */
  readonly isPreferred: boolean;
  readonly edits: readonly TextEdit[];
}

export interface FixScene {
  readonly context: EditContext;
  readonly document: QueueDocument;
  readonly finding: Finding;
}

/** A way out. What the edits refuse is not shown. */
export interface Offer {
  readonly title: string;
  readonly isPreferred?: boolean;
  make(context: EditContext): EditResult;
}

export interface FixProvider {
  readonly code: RuleCode;
  /** True where nothing has to be decided: such fixes may run over a whole file, also when it is saved. */
  readonly isMechanical?: boolean;
  /** True where whoever wants the preferred fix once may want it for all findings of the kind in a file. */
  readonly isForAll?: boolean;
  /** Best first; nothing when the finding is no longer there. */
  offers(scene: FixScene): Iterable<Offer>;
}

/** Identity with a type: a fix file reads `export const x = defineFix({ … })`. */
export function defineFix(fix: FixProvider): FixProvider {
  return fix;
}
