/** What a document says, without places: what has to stay the same when something else is edited. */
import type { Declaration, Mirror } from '../model/declaration';
import type { Field, FieldKey } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import type { Reference } from '../model/reference';
import { holdsSpan, type Span } from '../model/span';
import { stripEmoji } from '../text/emoji';

/** The parts of a declaration that an edit may be meant to change. */
export type Part = 'status' | 'mark' | 'fields' | 'references' | 'place' | 'boxes';

/** Everything a declaration says, except the parts and fields that may differ; equal strings, equal meaning. */
export function declarationFacts(
  document: QueueDocument,
  declaration: Declaration,
  except: ReadonlySet<Part> = new Set(),
  exceptField?: (field: Field) => boolean,
): string {
  const { form, kind, id, title, status, mark, phases, boxes } = declaration;
  const fields = declaration.fields.filter((f) => !exceptField?.(f)).map(fieldFacts);
  return JSON.stringify([
    [
      form,
      kind,
      id.value,
      except.has('status') ? titleWithoutStatus(declaration) : title?.value,
      declaration.subTasks.map((s) => s.id.value),
    ],
    except.has('status') || [status.value, status.source, status.text?.value],
    except.has('mark') || mark?.claims,
    except.has('fields') || fields,
    except.has('references') || declaration.references.map(referenceFacts),
    except.has('place') || [groupTitles(document, declaration.group), phases],
    except.has('boxes') || boxes,
  ]);
}

/** Some titles hold what says the status: a mark, an emoji at the end of a bullet, a bold note behind a box. */
function titleWithoutStatus({ form, title, mark }: Declaration): string {
  const words = title?.value ?? '';
  if (title && mark && mark.span.start >= title.span.start)
    return words.slice(0, mark.span.start - title.span.start).trim();
  if (form !== 'checkbox' && form !== 'status-bullet') return words;
  return stripEmoji(words.replace(/\*\*[^*]+\*\*[ \t]*$/, ''));
}

/** What a declaration says besides whom it waits for: the words of a status may name some, too. */
export function factsBesideWaits(document: QueueDocument, declaration: Declaration): string {
  return declarationFacts(
    document,
    declaration,
    new Set(['references', 'status']),
    (f) => f.key === 'dependencies' || f.key === 'status',
  );
}

/** What a reference says and where it was named (`via`), not what it resolves to. */
export function referenceFacts(reference: Reference): string {
  return JSON.stringify([
    reference.kind,
    reference.text.value,
    reference.phases,
    reference.annotation,
    reference.via,
    reference.either,
  ]);
}

/** What a repeat says: its form, whose it is, and its status in the words it uses. */
export function mirrorFacts({ form, id, of, status }: Mirror): string {
  return JSON.stringify([form, id.value, of, status.value, status.text?.value]);
}

/** All that the queue says about slots, contradictions among them. */
export function slotFacts({ slots }: QueueDocument): string {
  return JSON.stringify([
    slots && [slots.source, slots.max, slots.occupied],
    slots?.claims.map((c) => c.id.value),
    slots?.secondary.map((s) => [s.source, s.max, s.occupied]),
  ]);
}

/** The sections, but for those that belong to some tasks. */
export function groupFacts({ groups }: QueueDocument, except: readonly Span[]): string {
  return JSON.stringify(
    groups
      .filter((g) => !except.some((block) => holdsSpan(block, g.line)))
      .map((g) => [g.title.value, g.level, groups[g.parent]?.title.value, g.id?.value]),
  );
}

/** How often the reader stumbled, by code. */
export function problemCounts({ problems }: QueueDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Fields whose items are told elsewhere: as references, and as mirrors. */
const itemsElsewhere: ReadonlySet<FieldKey> = new Set(['dependencies', 'sub-tasks']);

function fieldFacts({ key, name, value, items, direct }: Field): string {
  const below = itemsElsewhere.has(key) ? [] : items.map((i) => i.value);
  return JSON.stringify([key, name.value, value.value, below, direct]);
}

function groupTitles(document: QueueDocument, group: number): readonly string[] {
  const titles: string[] = [];
  for (let at = group; at >= 0; at = document.groups[at]?.parent ?? -1)
    titles.push(document.groups[at]?.title.value ?? '');
  return titles;
}
