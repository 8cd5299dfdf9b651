/** What a part of a queue says about worker slots (dialect 3.7, P4 and P5, C3, C6, C7). */
import type { Field } from '../model/field';
import type { SlotClaim, SlotStatement } from '../model/queueDocument';
import type { Part, PartLine, PartTable } from '../parse/parts';
import { leadingEmojiLength } from '../text/emoji';
import { readSlotTable } from './taskTables';
import { idsInText } from './taskId';

export interface SlotFacts {
  readonly statements: readonly SlotStatement[];
  /** Labelled `n/m` repeats in lists, for finding contradictions only. */
  readonly mentions: readonly SlotStatement[];
  readonly claims: readonly SlotClaim[];
}

const labelled = /^(?:worker slots|worker capacity|current(?: usage)?|slots)$/i;
const fraction =
  /(\d{1,4})[ \t]*\/[ \t]*(\d{1,4})(?:[ \t]+(?:worker |task |leaf )?(?:slots?[ \t]+)?(occupied|active|used|in use|available|free)?)?/i;
const mention =
  /^[*_`]*(?:worker slots|worker capacity|slots)[*_`]*:[*_`]*[ \t]*(\d{1,4})[ \t]*\/[ \t]*(\d{1,4})(?:[ \t]+(?:slots?[ \t]+)?(available|free)?)?/i;
const rules = [
  /\bmax(?:imum)?(?:[ \t]+of)?[ \t]+(\d{1,4})[ \t]+(?:(?!(?:per|for|a|each|every)\b)[\w-]+[ \t]+){0,3}?(?:tasks?|slots?|workers?)\b/i,
  /\brun[ \t]+(\d{1,4})[ \t]+tasks?[ \t]+at[ \t]+a[ \t]+time\b/i,
  /\bonly[ \t]+(\d{1,4})[ \t]+(?:[\w`-]+[ \t]+){0,3}?tasks?\b.*\bat[ \t]+a[ \t]+time\b/i,
  /\bat[ \t]+most[ \t]+(\d{1,4})[ \t]+(?:[\w-]+[ \t]+){0,2}?tasks?\b/i,
];

/** Empty lists where nothing is said; `fields` are those of the part. */
export function slotFactsOf(text: string, part: Part, fields: readonly Field[]): SlotFacts {
  const statements: SlotStatement[] = [];
  const mentions: SlotStatement[] = [];
  const claims: SlotClaim[] = [];
  if (part.heading) statements.push(...headingStatements(text, part.heading));
  for (const field of fields) {
    const statement = labelledStatement(field) ?? maximum(field);
    if (!statement) continue;
    statements.push(statement);
    // "0/5 occupied (p2-1 done)" tells why the slots are free; nobody is said to hold one.
    if (statement.source === 'line' && statement.occupied !== 0)
      claims.push(...claimsInParentheses(field));
  }
  statements.push(...capacity(fields));
  if (statements.length > 0)
    claims.push(
      ...fields
        .filter((f) => /^(?:running|in progress)$/i.test(f.name.value))
        .flatMap(claimsInValue),
    );
  for (const table of part.tables) {
    const said = tableFacts(text, table);
    if (!said) continue;
    statements.push(said.statement);
    claims.push(...said.claims);
  }
  const stated = new Set(statements.map((s) => s.line.start));
  for (const line of part.lines) {
    const rule =
      line.kind === 'quote' ? ruleMaximum(text.slice(line.contentStart, line.end)) : undefined;
    if (rule !== undefined)
      statements.push({
        source: 'rule',
        max: rule,
        occupied: undefined,
        line: { start: line.start, end: line.end },
      });
    else if (line.kind === 'text' && !stated.has(line.start))
      mentions.push(...mentionsIn(text, line));
  }
  return { statements, mentions, claims };
}

/** What a table with a row for each slot or worker says; nothing of other tables and of empty ones. */
function tableFacts(
  text: string,
  table: PartTable,
): { readonly statement: SlotStatement; readonly claims: readonly SlotClaim[] } | undefined {
  const slots = readSlotTable(text, table);
  if (!slots || slots.rows.length === 0) return undefined;
  const filled = slots.rows.filter((row) => row.filled);
  return {
    statement: {
      source: slots.counts === 'slots' ? 'table' : 'worker-table',
      max: slots.rows.length,
      occupied: filled.length,
      line: slots.line,
    },
    claims: filled.flatMap(({ id, line }) => (id ? [{ id, line }] : [])),
  };
}

function headingStatements(text: string, heading: NonNullable<Part['heading']>): SlotStatement[] {
  const title = text.slice(heading.content.start, heading.content.end);
  const max = /\b(?:slots?|workers?|tasks?)\b.*\(max\.?[ \t]+(\d{1,4})\)/i.exec(title)?.[1];
  if (max !== undefined)
    return [{ source: 'heading', max: Number(max), occupied: undefined, line: heading.line }];
  const rule = ruleMaximum(title);
  return rule === undefined
    ? []
    : [{ source: 'rule', max: rule, occupied: undefined, line: heading.line }];
}

function labelledStatement(field: Field): SlotStatement | undefined {
  if (!labelled.test(field.name.value)) return undefined;
  const match = fraction.exec(field.value.value);
  if (!match || match.index > 4) return undefined;
  return {
    source: 'line',
    ...count(Number(match[1]), Number(match[2]), match[3]),
    line: field.line,
  };
}

function count(
  n: number,
  max: number,
  word: string | undefined,
): { max: number; occupied: number } {
  return { max, occupied: /available|free/i.test(word ?? '') ? Math.max(0, max - n) : n };
}

function maximum(field: Field): SlotStatement | undefined {
  const max = /^max(?:imum)? (?:worker )?slots$/i.test(field.name.value)
    ? /^\d{1,4}\b/.exec(field.value.value)
    : null;
  return max
    ? { source: 'max', max: Number(max[0]), occupied: undefined, line: field.line }
    : undefined;
}

/** `Current Capacity: 2 slots` together with `Active Workers: 1`. */
function capacity(fields: readonly Field[]): SlotStatement[] {
  const max = fields.find((f) => /^current capacity$/i.test(f.name.value));
  const active = fields.find((f) => /^active workers$/i.test(f.name.value));
  const m = /^\d{1,4}\b/.exec(max?.value.value ?? '');
  if (!max || !m) return [];
  const n = /^\d{1,4}\b/.exec(active?.value.value ?? '');
  return [
    {
      source: 'capacity',
      max: Number(m[0]),
      occupied: n ? Number(n[0]) : undefined,
      line: max.line,
    },
  ];
}

function claimsInParentheses(field: Field): SlotClaim[] {
  return [...field.value.value.matchAll(/\(([^()]*)\)/g)].flatMap((m) =>
    claimsAt(m[1] as string, field.value.span.start + m.index + 1, field),
  );
}

function claimsInValue(field: Field): SlotClaim[] {
  return [field.value, ...field.items].flatMap(({ value, span }) =>
    claimsAt(value, span.start, field),
  );
}

function claimsAt(text: string, start: number, field: Field): SlotClaim[] {
  return idsInText(text).map(({ id, start: at }) => ({
    id: { value: id, span: { start: start + at, end: start + at + id.length } },
    line: field.line,
  }));
}

function ruleMaximum(text: string): number | undefined {
  for (const rule of rules) {
    const match = rule.exec(text);
    if (match) return Number(match[1]);
  }
  return undefined;
}

/** A note with a date or an arrow tells what was; it contradicts nothing. */
function mentionsIn(text: string, line: PartLine): SlotStatement[] {
  const content = text.slice(line.contentStart, line.end);
  const match = mention.exec(content.slice(leadingEmojiLength(content)));
  if (!match || /\d{4}-\d\d-\d\d|\b\d?\d:\d\d\b|→|->|\b(?:before|after|was)\b/i.test(content))
    return [];
  const [, n, max, word] = match;
  return [
    {
      source: 'line',
      ...count(Number(n), Number(max), word),
      line: { start: line.start, end: line.end },
    },
  ];
}
