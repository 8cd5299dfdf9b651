/** `scheduler/coordinator/JOBS.md`, the portfolio: prose with phase counts and statuses of tasks in it (workflow 1.3). */
import { hasDigit, idsInText } from '../dialect/taskId';
import { phasesOfTitle } from '../dialect/phaseList';
import type { Status } from '../model/status';
import { proseLinesOf } from './proseLines';
import { proseStatus } from './proseStatus';

export interface Portfolio {
  /** `Phase 3 … 5/8`: key of the phase, the two numbers, 0-based line. */
  readonly phaseCounts: readonly {
    readonly phase: string;
    readonly done: number;
    readonly total: number;
    readonly line: number;
  }[];
  /** Ids with the status that their line claims, if it claims one. */
  readonly mentions: readonly {
    readonly id: string;
    readonly status: Status | undefined;
    readonly line: number;
  }[];
}

/** In the order of lines. Only ids with a digit count: in prose, any hyphenated word would be one. */
export function readPortfolio(text: string): Portfolio {
  const lines = proseLinesOf(text);
  return {
    phaseCounts: lines.flatMap((line) => {
      const phase = phasesOfTitle(line.text)[0];
      const count = /(?<![\d/])(\d{1,4})\/(\d{1,4})(?![\d/])/.exec(line.text);
      return phase === undefined || !count
        ? []
        : [{ phase, done: Number(count[1]), total: Number(count[2]), line: line.line }];
    }),
    mentions: lines.flatMap((line) =>
      idsInText(line.text)
        .filter(({ id }) => hasDigit(id))
        .map(({ id, start }) => ({
          id,
          status: proseStatus(line.text.slice(start + id.length, start + id.length + 80)),
          line: line.line,
        })),
    ),
  };
}
