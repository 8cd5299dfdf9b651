/** Dates and clocks of agents and of `date`, in the words that the queue's dialect has for them. */

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month = String.raw`\b(${monthNames.join('|')})[a-z]*\.?`;
const dayOfMonth = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
/** What a person or `date` writes for a date, each with the places of year, month and day; what is left is the clock. */
const otherDates: readonly (readonly [RegExp, order: (m: readonly string[]) => string])[] = [
  [/\b(\d{4})\/(\d{1,2})\/(\d{1,2})\b/, ([, y, m, d]) => `${y}-${m}-${d}`],
  // Thu Feb 19 16:12:00 EST 2026
  [
    new RegExp(String.raw`${month}[ ]+${dayOfMonth}[ ]+(\d{1,2}:\d{2}[^\n]*?)[ ]+(\d{4})\b`, 'i'),
    ([, m, d, clock, y]) => `${y}-${monthNumber(m)}-${d} ${clock}`,
  ],
  [
    new RegExp(String.raw`${month}[ ]+${dayOfMonth},?[ ]+(\d{4})\b`, 'i'),
    ([, m, d, y]) => `${y}-${monthNumber(m)}-${d}`,
  ],
  [
    new RegExp(String.raw`\b${dayOfMonth}[ ]+${month},?[ ]+(\d{4})\b`, 'i'),
    ([, d, m, y]) => `${y}-${monthNumber(m)}-${d}`,
  ],
];

/**
 * The same moment as the queue's dialect writes it. Hour 24 becomes hour 0, and `isNextDay` says that a day is to be
 * added. What is no such date stays as it is.
 */
export function inUsualWords(written: string): {
  readonly text: string;
  readonly isNextDay: boolean;
} {
  const isoDate = written.search(/\d{4}-\d{1,2}-\d{1,2}/);
  const other = isoDate < 0 ? otherDates.find(([pattern]) => pattern.test(written)) : undefined;
  const dated = other
    ? written.replace(other[0], (...found: string[]) => other[1](found))
    : written;
  const text = dated
    // 2026-02-19 (16:12), 2026-02-19 16.12 EST
    .replace(/(\d{4}-\d{1,2}-\d{1,2}) *\((?=\d{1,2}:\d{2})/, '$1 ')
    .replace(
      /(\d{4}-\d{1,2}-\d{1,2},? +\d{1,2})\.(\d{2})(?= *(?:[AP]M\b|[A-Z]{2,4}\b|$))/,
      '$1:$2',
    );
  const late = /^([^\d]*\d{4}-\d{1,2}-\d{1,2}[T \t]+)24(:\d{2})/.exec(text);
  return late ? { text: text.replace(/24:/, '00:'), isNextDay: true } : { text, isNextDay: false };
}

function monthNumber(name: string | undefined): number {
  return monthNames.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}
