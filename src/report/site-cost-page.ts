import type { FondsVertSheet } from './fonds-vert-sheet.ts';
import type { SiteTable } from './site-table.ts';

/** What a reader of the page of a site may ask: plain decimal texts; undefined, what the site says. */
export interface SiteAsked {
  /** €/m²/year. */
  readonly rent?: string | undefined;
  /** Fraction. */
  readonly requiredYield?: string | undefined;
  /** All the other aids, one amount. */
  readonly otherAids?: string | undefined;
  readonly authority?: string | undefined;
  /** Asked of the Fonds vert. */
  readonly grant?: string | undefined;
}

/** Three amounts of a headline, written in French. */
export interface HeadlineRange {
  readonly label: string;
  readonly low: string;
  readonly central: string;
  readonly high: string;
}

/** A bar of a drawing of ranges, as shares of the widest: 0 to 100. */
export interface RangeBar {
  readonly label: string;
  readonly low: number;
  readonly central: number;
  readonly high: number;
  /** « de 40 000 € à 100 000 € » */
  readonly text: string;
}

/** The cost, the calendar and the balances of a site, as plain data made in a worker. */
export interface SiteCostPage {
  readonly id: string;
  readonly name: string;
  readonly commune: string;
  readonly headline: readonly HeadlineRange[];
  /** What is missing, and what to do. */
  readonly unknowns: readonly { readonly label: string; readonly remedy: string }[];
  readonly bars: readonly RangeBar[];
  readonly cost: readonly SiteTable[];
  readonly calendar: readonly SiteTable[];
  readonly balance: readonly SiteTable[];
  /** In French. */
  readonly crossCheck: string;
  /** What was asked, after defaults, as plain decimals: the form shows it again. */
  readonly asked: {
    readonly rent: string;
    readonly requiredYield: string;
    readonly otherAids: string;
    readonly authority: string;
    readonly grant: string;
  };
  readonly sheet: FondsVertSheet;
  readonly lawDate: string;
}

/** Every table of the page. */
export function tablesOf({ cost, calendar, balance }: SiteCostPage): readonly SiteTable[] {
  return [...cost, ...calendar, ...balance];
}
