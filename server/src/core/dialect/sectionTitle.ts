/** What the heading of a section makes of it: whose tasks stand below it, and how far they are as a whole. */
import type { SectionKind } from '../model/queueDocument';
import type { Status } from '../model/status';
import { directFields } from './outline';
import type { HeadingFacts } from './headingLine';
import type { PartFacts } from './partFacts';
import { plainStatus, readStatus, statusOfWords } from './statusLexicon';

const project = /\bproject[ \t]*(?::|[–—]|-[ \t])/i;
/** Words that sort the work of one project: how far it is, when it is its turn, what kind of list this is. */
const stages = new Set(
  `a above active after all am and archive archived are at backlog batch batches before below blocked by cancelled closed
  complete completed critical current currently day deferred done est execution failed finished first focus for future high
  history immediate in items job jobs later list low main medium month new next now of on open optional order
  our overview parallel parked paused pending phase phases plan planned plans pm previous previously priorities priority
  proactive progress project projects queue queued ready recent recently released remaining review roadmap schedule
  scheduled sprint sprints stage stages status stories story summary task tasks the then this to today todo tomorrow
  tracker up upcoming urgent utc validation waiting wave waves week weeks work working yesterday`.split(
    /\s+/,
  ),
);

/** "Project: Lamps" is a project, "Task Queue (Next Up)" a stage of the work; a title of other words may be either. */
export function sectionKindOf(title: string): SectionKind {
  if (project.test(title)) return 'project';
  const words = title.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.every((word) => stages.has(word)) ? 'stage' : 'other';
}

/**
 * The Status below the heading; else what the heading says: words behind the phase or in the last parentheses, before a
 * mark. Nothing when none of them is known.
 */
export function statusOfSection(heading: HeadingFacts, facts: PartFacts): Status | undefined {
  const field = directFields(facts).find((f) => f.field.key === 'status')?.field.value.value;
  if (field !== undefined && field !== '') return readStatus(field).status;
  const title = heading.content.value;
  const behind =
    /\b(?:phase|wave|stage)s?[ \t]+[\w.-]+[*_`]*[ \t]*(?:[:–—-][ \t]*)?(.*)$/i.exec(title)?.[1] ??
    '';
  const note = /\(([^()]*)\)[^()]*$/.exec(title)?.[1] ?? '';
  return (
    [behind, note].map((words) => statusOfWords(plainStatus(words))).find((s) => s !== undefined) ??
    heading.mark?.claims ??
    heading.mark?.fallback
  );
}
