/** Tasks that a sentence says a worker was spawned for: `Spawned p1-1 and p1-2`, `p1-1 (respawned)`. */
import { hasDigit, idAtStart, isHyphenPrefix } from '../../dialect/taskId';
import { idsIn, isPlainName, leadingId } from './noteIds';

export interface SpawnedTask {
  readonly id: string;
  /** UTF-16 offset of the id. */
  readonly start: number;
  /** It stands as the name of the worker, which need not be that of its task: `spawned worker p1-1-retry`. */
  readonly isWorkerName: boolean;
}

const verb =
  /\b(?:(?:attempted(?:[ \t]+to)?|spawn)[ \t]+)?(?:re-?)?spawn(?:ed|ing)\b|\battempted(?:[ \t]+to)?[ \t]+(?:re-?)?spawn\b|\bspawn[ \t]+attempted\b|\battempted(?=[ \t]+[*_`]*[a-z][\w.]*-)|\(attempted\)/gi;

/** What is planned, waited for or denied was not done. */
const unreal =
  /\b(?:await\w*|consider\w*|will|would|should|can|cannot|could|may|might|must|ready|next(?![ \t]+(?:\w+[ \t]+)?task)|not|never|no|once|when|if|unless|until|before|without|needs?|plan\w*|to be|pending|prepare\w*|recommend\w*|begin|continue|failed)\b|n't\b/i;

/** The ids nearest to the verb, all of a list; empty where nothing is said to have been spawned. */
export function spawnedTasksIn(text: string): readonly SpawnedTask[] {
  return [...text.matchAll(verb)].slice(0, mostVerbs).flatMap((found) => {
    const end = found.index + found[0].length;
    const clauseStart = clauseBefore(text, found.index);
    const clause = text.slice(clauseStart, found.index);
    if (unreal.test(clause) || /\b(?:both|all|the|current|any|these|of)[ \t]+$/i.test(clause))
      return [];
    const after = listAfter(text, end);
    const title = titleOf(text);
    if (after.length > 0) return after.map((task) => (isLabelOf(task.id, title) ? title : task));
    const last = idsIn(clause).at(-1) ?? spanIn(clause);
    if (last === undefined) return title === undefined ? [] : [title];
    return [{ id: last.id, start: clauseStart + last.start, isWorkerName: false }];
  });
}

/** The id that a text has before its first colon: `**p1-1:** worker spawned`. */
function titleOf(text: string): SpawnedTask | undefined {
  const id = leadingId(text);
  const start = id === undefined ? -1 : text.indexOf(id);
  const isTitle = id !== undefined && /^[*_`]*:/.test(text.slice(start + id.length));
  return isTitle ? { id, start, isWorkerName: false } : undefined;
}

/** `p1-1-retry` is a worker for `p1-1`; `p1-1-b` is a task of its own. */
function isLabelOf(id: string, title: SpawnedTask | undefined): title is SpawnedTask {
  return (
    title !== undefined &&
    isHyphenPrefix(title.id.toLowerCase(), id.toLowerCase()) &&
    /^-\w{3,}/.test(id.slice(title.id.length))
  );
}

/** No sentence tells of more; a line of nothing but verbs is not worth the time. */
const mostVerbs = 8;
/** In UTF-16 units: further from the verb an id has nothing to do with it. */
const reach = 160;

/** Where the words before the verb begin that go with it. An arrow right before it leads from the task to what became of it. */
function clauseBefore(text: string, end: number): number {
  const from = Math.max(0, end - reach);
  const last = [...text.slice(from, end).matchAll(/(?:[,;.][ \t]|→)(?=.*[A-Za-z])/g)].at(-1);
  return last === undefined ? from : from + last.index + last[0].length;
}

function listAfter(text: string, end: number): readonly SpawnedTask[] {
  const rest = text.slice(end, end + reach);
  const lead = /^[ \t*_`"':]*\(?/.exec(rest)?.[0] ?? '';
  const stop =
    /[.][ \t]|[;,()→|—]|\b(?:after|since|because|when|while|once|until|before|by|from|depends)\b/i;
  const body = rest.slice(lead.length);
  const first = namedAt(body, lead) ?? idsIn(body)[0];
  if (first === undefined) return [];
  const skipped = body.slice(0, first.start);
  // `Spawned a new worker (p1-1-retry)`: what stands right in the brackets is its name.
  const isInBrackets = /^[^()]*\([ \t*_`]*$/.test(skipped);
  if (stop.test(isInBrackets ? skipped.replace('(', ' ') : skipped)) return [];
  const words = lead + body.slice(0, first.start);
  const isWorkerName =
    /\b(?:worker|agent|session)s?\b[ \t*_`"':(]*$/i.test(words) && !/\bfor\b/i.test(words);
  const ids = [first];
  for (;;) {
    const last = ids.at(-1) as { id: string; start: number };
    const next = /^[*_`]*(?:[ \t]*\([^()]*\))?[ \t]*(?:,?[ \t]*(?:and|&|\+)|,)[ \t]*[*_`]*/.exec(
      body.slice(last.start + last.id.length),
    )?.[0];
    const start = last.start + last.id.length + (next?.length ?? 0);
    const found = next === undefined ? undefined : idsIn(body.slice(start))[0];
    if (found?.start !== 0) break;
    ids.push({ id: found.id, start });
  }
  return ids.map(({ id, start }) => ({ id, start: end + lead.length + start, isWorkerName }));
}

/** An id without a digit right behind the verb, or behind "worker": in a code span, or of three words. */
function namedAt(body: string, lead: string): { id: string; start: number } | undefined {
  const words = /^(?:new |next |fresh )*(?:worker|task)?(?: for)?[ \t*_`:]*/i.exec(body)?.[0] ?? '';
  const id = idAtStart(body.slice(words.length));
  if (id === undefined || hasDigit(id) || !isPlainName(id)) return undefined;
  const isMarked =
    /[*_`]$/.test(lead + words) && /^[*_`]/.test(body.slice(words.length + id.length));
  return isMarked || id.split('-').length > 2 ? { id, start: words.length } : undefined;
}

/** An id without a digit before the verb: all of a bold or code span. */
function spanIn(clause: string): { id: string; start: number } | undefined {
  const span = [...clause.matchAll(/(?<=\*\*|`)[a-z][\w.-]*-[\w.-]*(?=:?(?:\*\*|`))/g)].at(-1);
  return span !== undefined && idAtStart(span[0]) === span[0] && isPlainName(span[0])
    ? { id: span[0], start: span.index }
    : undefined;
}
