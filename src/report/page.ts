import type { Legality, Verdict } from '../analysis/legality-rule.ts';
import type { Problem } from '../input/problem.ts';
import type { PageFieldGroup } from './form-parts.ts';
import type { RentCheck } from './rent-sentences.ts';
import type { Structure } from './structure.ts';

/** The nearest lawful structure of a path that is refused. */
export interface NearestLawful {
  /** « la même SCI, avec … à la place de … » */
  readonly label: string;
  /** Whether a click computes it; otherwise it is only named. */
  readonly isBuilt: boolean;
}

/**
 * What the page of a path shows, as plain data: made in a worker, written by views, printed as it is.
 * Amounts are already written in French; numbers only draw charts.
 */
export interface FigureLink {
  /** Id of a line. */
  readonly figure: string;
  /** "2028-03", "2028" or "". */
  readonly period: string;
}

export interface PageCell extends Partial<FigureLink> {
  readonly text: string;
  readonly negative?: boolean;
}

export interface PageRow {
  readonly label: string;
  readonly kind: 'heading' | 'line' | 'subtotal' | 'total';
  readonly cells: readonly PageCell[];
}

export interface PageTable {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: readonly PageRow[];
  readonly notes: readonly string[];
  /** See Table. */
  readonly stacks?: true;
}

export interface PageKeyFigure extends Partial<FigureLink> {
  readonly id: string;
  readonly label: string;
  /** Written in French with its unit; undefined when it does not exist, for the reason. */
  readonly text: string | undefined;
  readonly reason: string | undefined;
}

export interface PageCheck extends FigureLink {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly holds: boolean;
}

export interface PageCovenant extends FigureLink {
  readonly id: string;
  readonly label: string;
  readonly limit: string;
  readonly value: string;
  readonly firstBreach: string;
  readonly met: boolean | null;
  readonly untested: boolean;
}

export interface Series {
  readonly label: string;
  /** Its lowest value is told from this date on: a property company is empty until it opens. */
  readonly lowestFrom?: string;
  readonly points: readonly { readonly date: string; readonly value: number }[];
}

export interface Bars {
  readonly label: string;
  readonly parts: readonly { readonly label: string; readonly value: number }[];
}

export interface PathPage {
  readonly title: string;
  readonly summary: string;
  readonly pathId: string;
  readonly pathLabel: string;
  /** All the paths of the dossier, in its order. */
  readonly paths: readonly { readonly id: string; readonly label: string }[];
  readonly operatorName: string;
  readonly siteName: string;
  readonly lawDate: string;
  readonly verdict: Verdict;
  readonly legality: readonly Legality[];
  /** Undefined when nothing refuses the path, or when no structure is near. */
  readonly nearestLawful: NearestLawful | undefined;
  /** « 250 000,00 € », when part of the financing is still to be found. */
  readonly gap: string | undefined;
  /** How each loan was sized and what binds: a sentence each. */
  readonly sizing: readonly string[];
  /** The rent of a property company: solved with its check, or typed, and beside the market. */
  readonly rent: RentCheck | undefined;
  readonly limits: readonly {
    readonly label: string;
    readonly largestLoan: string;
    readonly binds: boolean;
  }[];
  /** The five or six figures that answer the three users in ten seconds. */
  readonly headline: readonly PageKeyFigure[];
  readonly keyFigures: {
    readonly founder: readonly PageKeyFigure[];
    readonly investor: readonly PageKeyFigure[];
    readonly authority: readonly PageKeyFigure[];
  };
  readonly tables: readonly PageTable[];
  readonly checks: readonly PageCheck[];
  readonly covenants: readonly PageCovenant[];
  readonly warnings: readonly Problem[];
  readonly fields: readonly PageFieldGroup[];
  readonly charts: {
    /** Two bars: uses and sources. */
    readonly sourcesAndUses: readonly Bars[];
    /** One a company of the deal. */
    readonly cash: readonly Series[];
    readonly debt: readonly Series[];
    readonly cover: Series;
    readonly coverLimit: number | undefined;
    /** Net flows of each party, by year. */
    readonly flows: readonly Series[];
  };
  /** Who holds, lends, gives, sells and lets; undefined when nothing could be computed. */
  readonly structure: Structure | undefined;
  /** Whether the path has a vehicle of several sites, with a page of its own. */
  readonly hasVehiclePage: boolean;
  /** True when nothing could be computed (verdict impossible): only legality and fields are there. */
  readonly empty: boolean;
}
