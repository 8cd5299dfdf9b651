/** From a finding back to what it is about. Places are compared, since findings carry nothing else. */
import type { TaskTarget } from '../../edits/taskTarget';
import type { Declaration } from '../../model/declaration';
import type { Field } from '../../model/field';
import type { QueueDocument } from '../../model/queueDocument';
import { sameSpan, type Span } from '../../model/span';
import { taskKeyOf } from '../../model/taskKey';
import { declaredDependencies, type DeclaredDependency } from '../../rules/support/declaredTasks';
import type { FixScene } from '../fix';

export interface FoundDeclaration {
  readonly declaration: Declaration;
  readonly target: Required<TaskTarget>;
}

/** The declaration that `isMeant`; nothing when it is gone. */
export function declarationWhere(
  document: QueueDocument,
  isMeant: (declaration: Declaration) => boolean,
): FoundDeclaration | undefined {
  const at = document.declarations.findIndex(isMeant);
  const declaration = document.declarations[at];
  return (
    declaration && {
      declaration,
      target: { key: taskKeyOf(document.uri, declaration.id.value), declaration: at },
    }
  );
}

/** The declaration whose id the finding is shown at. */
export function declarationAtId({ document, finding }: FixScene): FoundDeclaration | undefined {
  return declarationWhere(document, (d) => sameSpan(d.id.span, finding.span));
}

/** The declaration with the field that holds the finding, and which field that is. */
export function fieldAt(
  { document, finding }: FixScene,
  isMeant: (field: Field) => boolean,
): (FoundDeclaration & { readonly index: number; readonly field: Field }) | undefined {
  const found = declarationWhere(document, (d) => d.fields.some(isMeant));
  const index = found?.declaration.fields.findIndex(
    (f) => isMeant(f) && f.line.start <= finding.span.start,
  );
  const field = found?.declaration.fields[index ?? -1];
  return found && field && index !== undefined ? { ...found, field, index } : undefined;
}

/** The dependency that the finding is shown at. */
export function dependencyAt(
  { context, document, finding }: FixScene,
  spanOf: (dependency: DeclaredDependency) => Span = (d) => d.reference.text.span,
): DeclaredDependency | undefined {
  return declaredDependencies(context.state, document).find((d) =>
    sameSpan(spanOf(d), finding.span),
  );
}

/** The same dependency as a target of edits. */
export function targetOf({ task, at, dependency }: DeclaredDependency): {
  readonly key: TaskTarget['key'];
  readonly declaration: number;
  readonly reference: number;
} {
  return { key: task.key, declaration: at, reference: dependency.reference };
}
