/**
 * What of a queue matters to index, graph and schedule: ids, statuses, references, structure - and no positions.
 * While it stays equal, everything built from it stays the same object, so editing prose costs neither (invariant I7).
 */
import type { Declaration, TaskKind } from '../model/declaration';
import type { QueueDocument, SectionKind } from '../model/queueDocument';
import type { Either, ReferenceKind } from '../model/reference';
import { statedWords } from '../model/statedField';
import type { Status } from '../model/status';

export interface OutlineReference {
  readonly kind: ReferenceKind;
  readonly text: string;
  readonly first?: string;
  readonly last?: string;
  /** For phases: their keys. */
  readonly phases?: readonly string[];
  readonly either?: Either;
}

export interface OutlineDeclaration {
  readonly id: string;
  readonly kind: TaskKind;
  readonly status: Status;
  readonly saysManager: boolean;
  readonly hasWorker: boolean;
  /** As the Parent field is written. */
  readonly parent: string | undefined;
  /** The own phase first. */
  readonly phases: readonly string[];
  /** Lower case, without markup. */
  readonly project: string | undefined;
  /** Index into `groups`; -1 for a task above the first section. */
  readonly group: number;
  readonly references: readonly OutlineReference[];
  readonly subTasks: readonly string[];
}

export interface OutlineGroup {
  /** Index of the enclosing group; -1 for none. */
  readonly parent: number;
  readonly level: number;
  readonly phases: readonly string[];
  /** What the heading or its Status says of the whole. */
  readonly says: Status | undefined;
  readonly section: SectionKind;
  readonly id: string | undefined;
}

export interface OutlineFacts {
  readonly uri: string;
  readonly declarations: readonly OutlineDeclaration[];
  readonly groups: readonly OutlineGroup[];
  /** `null`: the queue declares no slots. */
  readonly maxSlots: number | null;
}

/** The facts of a document; `previous` itself when nothing that matters changed. */
export function outlineFactsOf(document: QueueDocument, previous?: OutlineFacts): OutlineFacts {
  const facts: OutlineFacts = {
    uri: document.uri,
    declarations: document.declarations.map(declarationFacts),
    groups: document.groups.map(({ parent, level, phases, says, section, id }) => ({
      parent,
      level,
      phases,
      // A mark decides of a phase without tasks only; elsewhere it changes nothing.
      says: phases.length > 0 ? says : undefined,
      section,
      id: id?.value,
    })),
    maxSlots: document.slots?.max ?? null,
  };
  return previous && JSON.stringify(previous) === JSON.stringify(facts) ? previous : facts;
}

function declarationFacts(declaration: Declaration): OutlineDeclaration {
  return {
    id: declaration.id.value,
    kind: declaration.kind,
    status: declaration.status.value,
    saysManager: /\bmanager\b/.test(declaration.status.qualifier ?? ''),
    hasWorker: statedWords(declaration, 'worker') !== undefined,
    parent: statedWords(declaration, 'parent'),
    phases: declaration.phases,
    project:
      statedWords(declaration, 'project')?.replace(/[*_`]/g, '').trim().toLowerCase() || undefined,
    group: declaration.group,
    references: declaration.references.map((r) => ({
      kind: r.kind,
      text: r.text.value,
      ...(r.range ?? {}),
      ...(r.phases ? { phases: r.phases } : {}),
      ...(r.either ? { either: r.either } : {}),
    })),
    subTasks: declaration.subTasks.map((s) => s.id.value),
  };
}
