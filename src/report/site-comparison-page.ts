import type { Lens } from '../analysis/key-figure.ts';
import type { Verdict } from '../analysis/legality-rule.ts';
import type { FitItem, FitVerdict } from '../sites/suitability/fit.ts';

/**
 * What the comparison of the brownfields of a dossier shows, as plain data: made in a worker, written by views. Amounts
 * are already written in French.
 */
export interface SiteCard {
  readonly id: string;
  /** « A »: names the site in tables and charts. */
  readonly letter: string;
  readonly name: string;
  /** « Roanne (42) » */
  readonly place: string;
  /** Whether the dossier has settled there. */
  readonly isChosen: boolean;
  readonly cost: RangeText;
  readonly months: RangeText;
  /** « 71 % »; undefined when nothing is known. */
  readonly index: string | undefined;
  readonly potential: string | undefined;
  /** « 45 %, moyenne » */
  readonly reliability: string;
  readonly fit: FitVerdict;
  /** What does not fit, then what has to be checked. */
  readonly unfit: readonly FitItem[];
  /** Why nothing could be computed on it. */
  readonly problems: readonly string[];
}

/** A central value and what it may be: « 1,42 M€ », « de 1,05 M€ à 2,1 M€ ». */
export interface RangeText {
  readonly text: string;
  readonly range: string | undefined;
}

export interface SiteCell {
  /** Undefined when it has no value, for the reason of that number. */
  readonly text: string | undefined;
  readonly range?: string | undefined;
  readonly note?: number;
  readonly mark?: 'best' | 'worst';
  readonly negative?: boolean;
}

/** One criterion of the national grid on all the sites. */
export interface GridRow {
  readonly id: string;
  readonly label: string;
  readonly weight: string;
  /** One a site: what is known, the effect and its points; undefined where it is not known. */
  readonly cells: readonly (
    | { readonly value: string; readonly effect: string; readonly points: string }
    | undefined
  )[];
}

/** One path on one site. */
export interface SiteRow {
  readonly id: string;
  /** « A · P4 » */
  readonly name: string;
  readonly label: string;
  readonly verdict: Verdict;
  /** It is not ranked, for a reason said apart. */
  readonly isApart: boolean;
  /** « au coût haut de la friche, il manque 298 k€ » */
  readonly endFaults: readonly string[];
  /** Names of those that dominate it. */
  readonly dominatedBy: readonly string[];
  readonly missedLimits: readonly string[];
  readonly cells: readonly SiteCell[];
}

export interface SiteGroup {
  readonly letter: string;
  readonly name: string;
  readonly rows: readonly SiteRow[];
}

export interface SiteLens {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly groups: readonly SiteGroup[];
  readonly notes: readonly string[];
}

export interface RankedRow {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly best: string;
  readonly amongFirst: string;
  readonly confidence: string | undefined;
  /** One a criterion. */
  readonly weights: readonly (string | undefined)[];
  readonly dominatedBy: readonly string[];
  /** Dominated whatever the costs: no weights make it the best. */
  readonly isNeverBest: boolean;
}

export interface SiteRanking {
  readonly sentence: string;
  readonly criteria: readonly string[];
  readonly rows: readonly RankedRow[];
  readonly notes: readonly string[];
}

/** A box of the form that chooses what is compared. */
export interface SiteChoice {
  readonly id: string;
  readonly label: string;
  readonly isChecked: boolean;
}

/** The figures of a chart. */
export interface SiteChartTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly [string, string];
  readonly rows: readonly {
    readonly name: string;
    readonly label: string;
    readonly x: string;
    readonly y: string;
    readonly isOnFrontier: boolean;
  }[];
}

export interface SiteComparisonPage {
  readonly title: string;
  readonly operatorName: string;
  /** « 2 000 m² de locaux, accès des poids lourds » */
  readonly need: string;
  readonly cards: readonly SiteCard[];
  readonly grid: readonly GridRow[];
  readonly paths: readonly SiteChoice[];
  readonly criteria: readonly SiteChoice[];
  readonly answer: {
    /** For the local authority, then for the founder; both undefined when nothing stands. */
    readonly lead: string;
    readonly authority: string | undefined;
    readonly founder: string | undefined;
    readonly others: readonly string[];
  };
  readonly lenses: Readonly<Record<Lens, SiteLens>>;
  readonly apart: readonly {
    readonly name: string;
    readonly label: string;
    readonly reasons: readonly string[];
  }[];
  readonly ranking: SiteRanking | undefined;
  readonly tables: readonly SiteChartTable[];
  readonly lawDate: string;
}
