import type { Lens } from '../analysis/key-figure.ts';
import type { Verdict } from '../analysis/legality-rule.ts';
import type { FigureLink, NearestLawful } from './page.ts';
import type { Structure } from './structure.ts';

/**
 * What the comparison of the paths of a dossier shows, as plain data: made in a worker, written by views. Amounts are
 * already written in French.
 */
export interface ComparisonColumn {
  /** Id of the path. */
  readonly id: string;
  readonly label: string;
  /** « R1 », or the label cut short: for heads of narrow columns and legends. */
  readonly name: string;
  readonly isMain: boolean;
  readonly verdict: Verdict;
  /** Points that a person vouches for; the path is possible only so when none is left. */
  readonly confirmedPoints: number;
  /** The first rule of that verdict; undefined when nothing stands against the path. */
  readonly reason: { readonly text: string; readonly article: string } | undefined;
  /** Rules of that verdict besides the first. */
  readonly otherReasons: number;
  /** « 250 000,00 € » still to be found. */
  readonly gap: string | undefined;
  /** Nothing could be computed: an impossible path. */
  readonly empty: boolean;
  readonly nearestLawful: NearestLawful | undefined;
  readonly structure: Structure | undefined;
}

/** A figure in one column. */
export interface ComparisonCell extends Partial<FigureLink> {
  /** Undefined when it has no value, for the reason of that number. */
  readonly text: string | undefined;
  /** Rank of its reason in the notes of the table, from 1. */
  readonly note?: number;
  readonly mark?: 'best' | 'worst';
  readonly negative?: boolean;
}

export interface ComparisonRow {
  readonly id: string;
  readonly label: string;
  readonly kind: 'heading' | 'line' | 'total';
  /** One a column, in their order. */
  readonly cells: readonly ComparisonCell[];
}

/** The key figures of one lens. */
export interface ComparisonLens {
  readonly rows: readonly ComparisonRow[];
  /** Why figures have no value, in the order of their numbers. */
  readonly notes: readonly string[];
  /** Figures that no column has, by reason. */
  readonly missing: readonly { readonly reason: string; readonly labels: readonly string[] }[];
  /** What a reader would miss in the figures of some columns. */
  readonly remark?: string;
}

export interface ComparisonTable {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Heads of the columns after that of the labels. */
  readonly columns: readonly string[];
  readonly rows: readonly (ComparisonRow & {
    /** Path in which the figures of the row are explained; that of each column unless given. */
    readonly path?: string;
  })[];
}

/** What one party receives less what it pays in two paths. */
export interface ExchangeRow {
  readonly id: string;
  readonly label: string;
  readonly from: ComparisonCell;
  readonly to: ComparisonCell;
  /** Signed: « +12 000 € ». */
  readonly difference: string;
  readonly effect: 'gains' | 'loses' | 'same';
  /** « reçoit plus », « paie moins »… */
  readonly said: string;
}

/** Who gains and who pays when one path takes the place of another. */
export interface Exchange {
  /** Ids of the paths compared. */
  readonly from: string;
  readonly to: string;
  /** Why nothing is compared. */
  readonly problem: string | undefined;
  /** « 5,26 % ». */
  readonly rate: string;
  /** « 2046 »: until when. */
  readonly until: string;
  readonly parties: readonly ExchangeRow[];
  /** Parties for whom nothing changes. */
  readonly unchanged: readonly string[];
  readonly group: ExchangeRow | undefined;
  /** Zero: money only moves between parties. */
  readonly total: ExchangeRow | undefined;
  /** Not cash: what is kept at the horizon and what is owed then. */
  readonly kept: readonly ExchangeRow[];
  readonly notes: readonly string[];
}

/** One answer of a column to one question of its readers. */
export interface EssentialCell extends ComparisonCell {
  /** Said in small after the value: « juin 2028 », « +20 406 € ». */
  readonly detail?: string;
  /** Said where there is no value: « pas de SCI ». */
  readonly instead?: string;
}

export interface EssentialRow {
  readonly id: string;
  readonly label: string;
  /** One a column, in their order. */
  readonly cells: readonly EssentialCell[];
}

/** The questions of one reader of the three. */
export interface EssentialGroup {
  readonly who: string;
  readonly rows: readonly EssentialRow[];
}

export interface ComparisonAnswer {
  /** Which paths hold. */
  readonly lead: string;
  /** What parts two columns of one kind: a sentence a pair. */
  readonly differences: readonly string[];
  /** One a reader of the three; none when no path has figures. */
  readonly essential: readonly EssentialGroup[];
}

export interface ComparisonPage {
  readonly title: string;
  readonly summary: string;
  readonly operatorName: string;
  readonly siteName: string;
  /** Without site, nothing is said of premises. */
  readonly hasSite: boolean;
  readonly lawDate: string;
  readonly columns: readonly ComparisonColumn[];
  readonly answer: ComparisonAnswer;
  readonly lenses: Readonly<Record<Lens, ComparisonLens>>;
  readonly exchange: Exchange;
  /** Under the charts, by id of chart. */
  readonly tables: readonly ComparisonTable[];
}

/** As `src/web/column-names.ts` marks what is made from another column. */
const CODE =
  /^([A-Z]\d+(?: \+ [A-Z]\d+)*(?: (?:bis|ter|[2-9]|IS|IR|sans option|avec option))*)(?=\s*[–—:-]\s)/;
const LONGEST_NAME = 18;

/** Short names of columns, all different: the code that begins each label, else the label cut short. */
export function shortNames(labels: readonly string[]): string[] {
  const names = labels.map((label) => {
    const code = CODE.exec(label)?.[1];
    if (code !== undefined) return code;
    return label.length <= LONGEST_NAME ? label : `${label.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
  });
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name)
      ? name
      : `${name} (${names.slice(0, index + 1).filter((other) => other === name).length})`,
  );
}
