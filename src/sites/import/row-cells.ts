import type { Geometry } from '../place/geometry.ts';
import type { HeaderPlan } from '../standard/headers.ts';
import { isMissing } from '../standard/plain-text.ts';
import { type RowProblem, shown } from './row-problem.ts';

/** A row of a file: its cells in the order of the headers. */
export interface Row {
  /** Rank in the data: 1 for the first record after the header, lines without any letter aside. */
  readonly number: number;
  readonly headers: HeaderPlan;
  readonly texts: readonly string[];
  /** Of a GeoJSON feature; undefined for a CSV row, 'unreadable' when it is none that a site may have. */
  readonly geometry?: Geometry | 'empty' | 'unreadable' | undefined;
}

/** The cells of a row by field of the standard, and what is said of them. */
export interface RowCells {
  /** '' when the column is absent or says nothing. */
  readonly text: (field: string) => string;
  readonly has: (field: string) => boolean;
  readonly warn: (field: string, value: string, problem: string, remedy: string) => void;
  readonly problems: readonly RowProblem[];
}

/** Past this many, a row has something else wrong than its cells. */
const MOST_PROBLEMS = 60;

export function cellsOf({ headers, texts }: Row): RowCells {
  const problems: RowProblem[] = [];
  return {
    text: (field) => {
      const rank = headers.rankOf.get(field);
      const text = rank === undefined ? '' : (texts[rank] ?? '');
      return isMissing(text) ? '' : text.trim();
    },
    has: (field) => headers.rankOf.has(field),
    warn: (field, value, problem, remedy) => {
      if (problems.length < MOST_PROBLEMS) problems.push({ field, value: shown(value), problem, remedy });
    },
    problems,
  };
}
