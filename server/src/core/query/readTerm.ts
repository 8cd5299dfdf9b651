/** One word of a query: a field with what it is to be, a selector, or words to look for. */
import { fieldNames, flags, isNameIn, numberFields, statusWords, textFields } from './fields';
import { remedy } from './nearName';
import { priorityRank } from './priorityRank';
import type { NumberRange, QueryTerm, TextMatch } from './queryNode';
import type { Token } from './tokens';

type Word = Extract<Token, { kind: 'word' }>;
type Read = { readonly term: QueryTerm } | { readonly problem: string };

/** The term; else what is wrong with the word and what would be right. */
export function readTerm(word: Word): Read {
  if (word.isUnclosed) return { problem: 'A quotation mark is not closed. Add a `"` at the end.' };
  if (!word.quoted) {
    const { colon, text } = word;
    if (colon > 0) return readField(text.slice(0, colon).toLowerCase(), text.slice(colon + 1));
    const selector = /^(?:(\d*)\+)?([^\s+]+?)(?:\+(\d*))?$/.exec(text);
    const [, up, id = '', down] = selector ?? [];
    if (up !== undefined || down !== undefined)
      return { term: { kind: 'selector', id, up: steps(up), down: steps(down) } };
  }
  return { term: { kind: 'words', text: word.text } };
}

/** No plus: no step; a plus without a number: as many as there are. */
function steps(text: string | undefined): number {
  return text === undefined ? 0 : text === '' ? Infinity : Number(text);
}

function readField(name: string, value: string): Read {
  const values = value.split(',').filter((each) => each !== '');
  if (!Object.hasOwn(fieldNames, name))
    return { problem: `Unknown field \`${name}\`.${remedy(name, Object.keys(fieldNames), 20)}` };
  if (values.length === 0) return { problem: `\`${name}:\` needs a value: ${fieldNames[name]}.` };
  if (name === 'status')
    return fromNames(name, values, statusWords, (any) => ({ kind: 'status', any }));
  if (name === 'is') return fromNames(name, values, flags, (any) => ({ kind: 'is', any }));
  if (isNameIn(name, textFields))
    return { term: { kind: 'text', field: name, any: values.map(textMatch) } };
  if (isNameIn(name, numberFields)) {
    const ranges = values.map((each) => numberRange(each, Number));
    const wrong = values.find((_, i) => ranges[i] === undefined);
    if (wrong !== undefined) return { problem: notANumber(name, wrong) };
    return { term: { kind: 'number', field: name, any: ranges.flatMap((range) => range ?? []) } };
  }
  const ranges = values.map((each) => numberRange(each, rankOf));
  const wrong = values.find((_, i) => ranges[i] === undefined);
  return wrong === undefined
    ? { term: { kind: 'priority', any: ranges.flatMap((range) => range ?? []) } }
    : {
        problem: `\`${wrong}\` is no priority. Write \`priority:P1\`, \`priority:high\` or \`priority:<=P1\`.`,
      };
}

function fromNames<T extends object>(
  field: string,
  values: readonly string[],
  known: T,
  termOf: (any: readonly (keyof T & string)[]) => QueryTerm,
): Read {
  const names: (keyof T & string)[] = [];
  for (const value of values) {
    const name = value.toLowerCase();
    if (!isNameIn(name, known))
      return {
        problem: `\`${field}:\` knows no \`${value}\`.${remedy(name, Object.keys(known), 20)}`,
      };
    names.push(name);
  }
  return { term: termOf(names) };
}

function textMatch(value: string): TextMatch {
  if (value.toLowerCase() === 'none') return { how: 'none' };
  if (value.startsWith('=')) return { how: 'equals', text: value.slice(1).toLowerCase() };
  const text = value.toLowerCase();
  return { how: text.includes('*') ? 'pattern' : 'contains', text };
}

function notANumber(field: string, value: string): string {
  return `\`${value}\` is no number. Write \`${field}:3\`, \`${field}:>3\`, \`${field}:<=3\` or \`${field}:1..3\`.`;
}

/** `3`, `=3`, `>3`, `>=3`, `<3`, `<=3`, `1..3`; whole numbers. Nothing for anything else. */
function numberRange(text: string, read: (text: string) => number): NumberRange | undefined {
  const numberOf = (part: string): number => (part === '' ? NaN : read(part));
  const [, low, high] = /^(.+?)\.\.(.+)$/.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return checked(numberOf(low), numberOf(high));
  const [, sign = '', rest = ''] = /^(>=|<=|>|<|=)?(.*)$/s.exec(text) ?? [];
  const number = numberOf(rest);
  switch (sign) {
    case '>':
      return checked(number + 1, Infinity);
    case '>=':
      return checked(number, Infinity);
    case '<':
      return checked(-Infinity, number - 1);
    case '<=':
      return checked(-Infinity, number);
    default:
      return checked(number, number);
  }
}

function checked(least: number, most: number): NumberRange | undefined {
  const isNumber = !Number.isNaN(least) && !Number.isNaN(most);
  const isWhole = [least, most].every((each) => !Number.isFinite(each) || Number.isInteger(each));
  return isNumber && isWhole ? { least, most } : undefined;
}

/** The rank of `P1` or `high`; not a number for words that are no priority. */
function rankOf(text: string): number {
  return /^p?\d$|^[a-z]+$/i.test(text) ? (priorityRank(text) ?? NaN) : NaN;
}
