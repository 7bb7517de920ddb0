import { dividedBy, minus, plus, smallest, sumOfYear } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Holding } from '../property/holding.ts';
import type { LandlordCosts } from '../property/landlord-costs.ts';
import type { Lease } from '../property/lease.ts';
import { testedAnnuities } from './annuity-cover.ts';
import type { CompanyFunding } from './company.ts';
import type { PathSetting } from './setting.ts';

/** What rents leave to pay the lenders of the property company, before and after its tax. */
export interface NetRents {
  /** Rents and charges received, less charges, taxe foncière, fees and endowment, before tax. */
  readonly beforeTax: Line<'money', 'yearly', 'defined'>;
  readonly annuities: Line<'money', 'yearly', 'defined'>;
  readonly tested: Line<'money', 'yearly', 'defined'>;
  readonly cover: Line<'ratio', 'yearly', 'undefinable'>;
  readonly smallestCover: Line<'ratio', 'once', 'undefinable'>;
}

/**
 * Net rents received of a fiscal year over the interest and scheduled principal of senior lenders (DSCR), HT: without
 * VAT, drawings, bridge, grants, equity, quasi-equity, disposals, opening cash (DOMAIN § 1.10).
 */
export function writeNetRents(
  setting: PathSetting,
  funding: CompanyFunding,
  parts: {
    readonly lease: Lease;
    readonly holding: Holding;
    readonly costs: LandlordCosts;
    /** What the rent solved must hold. */
    readonly targetCover?: Formula<'ratio', 'once', 'defined'> | undefined;
    /** Whether an investor leaves and a loan is taken to pay it: covers leave that loan out, and say so. */
    readonly hasExit: boolean;
  },
): NetRents {
  const { calculation } = setting;
  const { plan, planId: id } = funding;
  const { lease, holding, costs } = parts;
  const about = { party: id };
  const withoutExit = parts.hasExit ? ', hors refinancement de la sortie' : '';
  const beforeTax = calculation.yearly(
    `${id}.net-rents`,
    'Loyers nets encaissés, avant impôt',
    minus(
      plus(sumOfYear(lease.rentDue), sumOfYear(lease.recharged)),
      plus(
        sumOfYear(holding.charges),
        sumOfYear(holding.taxeFonciere),
        ...(holding.canon === undefined ? [] : [sumOfYear(holding.canon)]),
        sumOfYear(costs.fees),
        calculation.yearly(
          `${id}.vat-borne-of-year`,
          'TVA non récupérée sur les charges',
          sumOfYear(costs.vatBorne),
          about,
        ),
        costs.repairsEndowment,
      ),
    ),
    about,
  );
  const annuities = calculation.yearly(
    `${id}.annuities`,
    `Annuités du prêt (intérêts et capital)${withoutExit}`,
    plus(sumOfYear(plan.loanInterestAfter), sumOfYear(plan.loan.principal)),
    about,
  );
  const tested = testedAnnuities(setting, funding, annuities);
  const cover = calculation.yearly(
    `${id}.dscr`,
    `Loyers nets / annuités (DSCR), avant impôt${withoutExit}`,
    dividedBy(beforeTax, tested),
    about,
  );
  const smallestCover = calculation.once(
    `${id}.dscr.smallest`,
    'Loyers nets / annuités (DSCR) avant impôt, au plus bas',
    smallest(cover),
    about,
  );
  if (parts.targetCover !== undefined) {
    calculation.once(
      `${id}.dscr.target-slack`,
      'DSCR au plus bas, au-dessus de la couverture visée par le loyer',
      minus(smallestCover, parts.targetCover),
      about,
    );
  }
  return {
    beforeTax,
    annuities,
    tested,
    cover,
    smallestCover,
  };
}
