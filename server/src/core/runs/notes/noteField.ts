/** Fields of coordinator notes, `- **Session:** …`: what their names say of their values (workflow 1.3). */

export interface NoteField {
  readonly name: string;
  readonly value: string;
}

/**
 * - `task`: names the task the worker is for. `worker`: names the worker, its session or its label. `model`: its model.
 * - `status`: how it stands. `aim`: what is to be done; it tells nothing of the call.
 * - `elsewhere`: names other tasks. `other`: anything.
 */
export type FieldRole = 'task' | 'worker' | 'model' | 'status' | 'aim' | 'elsewhere' | 'other';

const written =
  /^[*_`]{0,3}((?:sub-agent|[a-z])[a-z ]{0,30}?)[*_`]{0,3}[ \t]?:[*_`]{0,3}[ \t]*(.*)$/i;

/** The field that a line is, or nothing. Names are words: `p1-1: …` is none. */
export function fieldIn(said: string): NoteField | undefined {
  const [, name, value] = written.exec(said) ?? [];
  return name === undefined || value === undefined ? undefined : { name: name.trim(), value };
}

/** A row of two cells is a field where the first is a name that tells of a worker: `| **Session** | … |`. */
export function fieldOfRow(cells: readonly string[]): NoteField | undefined {
  if (cells.length !== 2) return undefined;
  const field = fieldIn(`${(cells[0] ?? '').replace(/:?\**$/, '')}: ${cells[1] ?? ''}`);
  return field !== undefined && isTelling(roleOf(field.name)) ? field : undefined;
}

/** What a field of that name says of its value; `other` for a name that tells nothing. */
export function roleOf(name: string): FieldRole {
  return roles.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}

/** Such a field is said once of a worker: the second one is said of the next. */
export function isTelling(role: FieldRole): boolean {
  return role === 'task' || role === 'worker' || role === 'model';
}

/** True for a line that begins by naming other tasks, as a field or as a sentence: `Blocks p1-3`. */
export function isElsewhere(said: string): boolean {
  const name = fieldIn(said)?.name;
  return (
    /^[*_`]*(?:depend|block(?:s|ed)\b|unblock|requires?\b|prerequisite|wait|next\b(?! task)|after\b|before\b|until\b|once\b)/i.test(
      said,
    ) ||
    (name !== undefined && ['elsewhere', 'aim', 'model'].includes(roleOf(name)))
  );
}

const roles: readonly (readonly [FieldRole, RegExp])[] = [
  ['task', /^(?:(?:assigned|current) )?(?:task|bead|story)(?: id)?$/i],
  ['model', /^model(?: used)?$/i],
  ['status', /\bstatus$/i],
  ['aim', /^(?:goal|scope|focus|purpose|priority|description|deliverables?|objective|fix|work)\b/i],
  [
    'elsewhere',
    /^(?:depend|block|unblock|requires?|prerequisite|wait|next(?! task)|after|before|related|see|parent|project|phase|reason|rationale|why|context|note|impact|expected|evidence|commit|timeline|progress|coordinator|run|previous (?:batch|task))/i,
  ],
  ['worker', /^(?!spawned$).*\b(?:label|worker|agent|session|sessionkey)\b/i],
];
