import fc from 'fast-check';
import { money, rate } from './any-sci.ts';
import { landDossier } from './land.ts';

/** A site carried by an EPF of any rules. */
const anyCarrying = fc.record({
  purchaseMonth: fc.constantFrom(0, 1, 6, 29, 30),
  acquisitionPrice: fc.oneof(fc.constant('0.00'), money(2_000_000)),
  acquisitionCostsRate: rate(0.1),
  taxeFonciereYear: money(50_000),
  managementYear: money(50_000),
  studies: money(80_000),
  works: fc.oneof(fc.constant('0.00'), money(900_000)),
  feeRate: rate(0.03),
  receiptsYear: fc.oneof(fc.constant('0.00'), money(90_000)),
  minorationAmount: fc.oneof(fc.constant('0.00'), money(1_500_000)),
  minorationOfWorks: rate(1),
  minorationOfLand: rate(1),
  minorationCap: fc.constantFrom(null, '0', '0.5', '1'),
});

/** Columns in which a company of the deal buys the site. */
export const BUYING_COLUMNS = ['bank-loan', 'guarantee', 'sci', 'esus-holding', 'fonciere'] as const;

/** A dossier of one buying column whose site is carried by an EPF. */
export const anyCarriedSite = fc
  .record({
    column: fc.constantFrom(...BUYING_COLUMNS),
    carrying: anyCarrying,
    marketValue: fc.constantFrom(null, '0.00', '900000.00'),
  })
  .map(({ column, carrying, marketValue }) =>
    landDossier(column, (dossier) => {
      Object.assign(dossier.site, { carrying, marketValue });
    }),
  );

/** A dossier of one buying column whose site is held by a lease of long duration. */
export const anyLeasedSite = fc
  .record({
    column: fc.constantFrom(...BUYING_COLUMNS),
    landLease: fc.record({
      kind: fc.constantFrom('emphyteutic', 'construction'),
      years: fc.constantFrom(30, 37, 60, 99),
      entryPayment: fc.oneof(fc.constant('0.00'), money(900_000)),
      canonYear: fc.oneof(fc.constant('0.00'), money(150_000)),
      marketCanonYear: fc.constantFrom(null, '0.00', '120000.00'),
      deedCosts: money(9_000),
    }),
    owner: fc.constantFrom('private', 'public-aid'),
    indexation: fc.constantFrom('0', '0.018', '0.037'),
    subjectToVat: fc.boolean(),
  })
  .map(({ column, landLease, owner, indexation, subjectToVat }) =>
    landDossier(column, (dossier) => {
      dossier.site.landLease = landLease;
      dossier.macro = { ...dossier.macro, annualRentIndexation: indexation };
      dossier.operator.subjectToVat = subjectToVat;
      dossier.stateAid = { ...dossier.stateAid, baseRate: '0.027' };
      dossier.parties.push({ id: 'land-owner', label: 'Ville', role: 'land-owner', side: owner });
    }),
  );
