import type { Brownfield } from '../dossier/dossier.ts';
import type { Decimal } from '../formula/decimal.ts';
import type { DevelopmentBalance } from '../sites/balance/development-balance.ts';
import type { SiteCost } from '../sites/cost/site-cost.ts';
import type { Range } from '../sites/range.ts';

/** A field of the sheet: its value in French, or null when somebody has to fill it. */
export interface SheetField {
  /** Stable; for the identity of the site, the name of the CNIG standard. */
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  /** Where the value comes from, or who can fill it. */
  readonly note: string;
}

export interface SheetSection {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly SheetField[];
}

/** The data that a request to the Fonds vert, « recyclage foncier », asks for. Plain data. */
export interface FondsVertSheet {
  readonly title: string;
  readonly siteName: string;
  readonly sections: readonly SheetSection[];
  /** Labels of the fields to fill. */
  readonly missing: readonly string[];
  /** In French: what the request must not do. */
  readonly warnings: readonly string[];
  /** Dated rules, with how far they are trusted. */
  readonly rules: readonly string[];
}

/** The jobs of an enterprise, in full-time equivalents. */
export interface SheetEnterprise {
  readonly name: string;
  readonly jobsBefore: Decimal;
  readonly jobsAfter: Decimal;
  readonly insertionJobsAfter: Decimal;
}

export interface SheetTerms {
  readonly brownfield: Brownfield;
  readonly cost: SiteCost;
  /** With all the other aids in its grants, and no grant of the Fonds vert. */
  readonly balance: DevelopmentBalance;
  /** After the other aids, at the three readings of the cost. */
  readonly deficit: Range;
  readonly otherAids: Decimal;
  /** Null: not decided yet. */
  readonly asked: Decimal | null;
  /** Null outside a dossier. */
  readonly enterprise: SheetEnterprise | null;
}
