import type { PageCheck, PageTable } from './page.ts';

/** What the page of a foncière with all its sites shows, as plain data. */
export interface VehiclePage {
  readonly title: string;
  readonly name: string;
  readonly pathId: string;
  readonly pathLabel: string;
  readonly operatorName: string;
  readonly siteName: string;
  readonly lawDate: string;
  /** The answer in a few sentences: how many sites, what they cost, who owns, what is missing. */
  readonly summary: readonly string[];
  /** What does not hold, as sentences: cash below zero, funds to find, demands that wait too long. */
  readonly warnings: readonly string[];
  /** The tables of all the sites, then the accounts of the vehicle. */
  readonly tables: readonly PageTable[];
  readonly accounts: readonly PageTable[];
  readonly checks: readonly PageCheck[];
}
