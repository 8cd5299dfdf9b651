/** The rows of the table: the tasks that query and focus let through, in the order that was asked for. Pure. */
import type { GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import { faceOf } from '../../../server/src/graphview/statusFace';
import type { PageState } from './pageState';
import { planMeanings } from './planMeanings';

export interface Column {
  readonly id: string;
  readonly title: string;
  /** What the title means, where that is not plain. */
  readonly meaning?: string;
  readonly text: (task: GraphTaskView, lane: string) => string;
  /** What is compared; the text where nothing else is said. Undefined comes last. */
  readonly rank?: (task: GraphTaskView) => number | undefined;
}

const number = (value: number | undefined): string =>
  value === undefined || value === 0 ? '' : String(value);

export const columns: readonly Column[] = [
  { id: 'id', title: 'Task', text: ({ id }) => id },
  { id: 'title', title: 'Title', text: ({ title }) => title },
  { id: 'status', title: 'Status', text: (task) => faceOf(task).text },
  { id: 'phase', title: 'Phase', text: (_, lane) => lane },
  {
    id: 'waitsFor',
    title: 'Waits for',
    meaning: planMeanings.waitsFor,
    text: ({ waitsFor }) => number(waitsFor),
    rank: ({ waitsFor }) => waitsFor,
  },
  {
    id: 'blocks',
    title: 'Blocks',
    meaning: planMeanings.blocks,
    text: ({ blocks }) => number(blocks),
    rank: ({ blocks }) => blocks,
  },
  {
    id: 'wave',
    title: 'Wave',
    meaning: planMeanings.wave,
    text: ({ wave }) => (wave === 0 ? 'now' : number(wave)),
    rank: ({ wave }) => wave,
  },
  {
    id: 'slack',
    title: 'Slack',
    meaning: planMeanings.slack,
    text: ({ slack, isCritical }) =>
      isCritical ? 'critical' : slack === undefined ? '' : String(slack),
    rank: ({ slack }) => slack,
  },
  { id: 'model', title: 'Model', text: ({ model }) => model ?? '' },
  { id: 'priority', title: 'Priority', text: ({ priority }) => priority ?? '' },
  { id: 'worker', title: 'Worker', text: ({ worker }) => worker ?? '' },
  {
    id: 'problems',
    title: 'Problems',
    text: problemsOf,
    rank: ({ errors, warnings }) => errors * 1000 + warnings,
  },
];

function problemsOf({ errors, warnings, drift, noLifeSign }: GraphTaskView): string {
  const parts = [
    errors > 0 ? `${errors} error${errors === 1 ? '' : 's'}` : '',
    warnings > 0 ? `${warnings} warning${warnings === 1 ? '' : 's'}` : '',
    drift === undefined ? '' : 'drift',
    noLifeSign === undefined ? '' : 'no life sign',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** `undefined` lets everything through. File order is the order of equals, and of the column `order`. */
export function tableRows(
  tasks: readonly GraphTaskView[],
  lanes: ReadonlyMap<string, string>,
  keep: (key: string) => boolean,
  { column: id, isDescending }: PageState['sort'],
): readonly GraphTaskView[] {
  const rows = tasks.filter(({ key }) => keep(key));
  const column = columns.find((each) => each.id === id);
  if (column === undefined) return rows;
  const sign = isDescending ? -1 : 1;
  const { text, rank } = column;
  const compare = (a: GraphTaskView, b: GraphTaskView): number => {
    if (rank === undefined) {
      const [x, y] = [text(a, lanes.get(a.lane) ?? ''), text(b, lanes.get(b.lane) ?? '')];
      if ((x === '') !== (y === '')) return x === '' ? 1 : -1;
      return sign * collator.compare(x, y);
    }
    const [x, y] = [rank(a), rank(b)];
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined);
    return sign * (x - y);
  };
  return rows.sort(compare);
}

const collator = new Intl.Collator('en', { numeric: true });
