import fc from 'fast-check';
import { anyLease, money, rate } from './any-sci.ts';
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

/** A dossier of R0 in one of its variants: premises let by a local authority, or occupied for a time. */
export const anyRentedVariant = fc
  .record({
    isTurnkey: fc.boolean(),
    rent: fc.constantFrom('0.00', '0.01', '20.00', '45.00', '120.00'),
    lease: anyLease,
    months: fc.constantFrom(1, 7, 30, 72),
    movingCosts: money(200_000),
    noticeMonths: fc.integer({ min: 0, max: 24 }),
    byTenant: fc.boolean(),
    owner: fc.constantFrom('private', 'public-aid'),
    carried: fc.boolean(),
    subjectToVat: fc.boolean(),
  })
  .map((drawn) =>
    landDossier('market-rent', (dossier) => {
      const { solve, rentPerM2Year, targetCover, managementFeeRate, repairsEndowmentYear, ...lease } =
        drawn.lease;
      const [path] = dossier.paths;
      path.lease = lease;
      if (drawn.isTurnkey) path.turnkey = { from: 'metropole', rentPerM2Year: drawn.rent };
      else {
        const { months, movingCosts, noticeMonths } = drawn;
        path.temporary = { months, movingCosts, noticeMonths, feePerM2Year: drawn.rent };
      }
      if (drawn.carried)
        dossier.site.carrying = { acquisitionPrice: '400000.00', minorationAmount: '50000.00' };
      dossier.project.works[1].byTenant = drawn.byTenant;
      dossier.operator.subjectToVat = drawn.subjectToVat;
      dossier.parties.push({ id: 'landlord', label: 'Propriétaire', role: 'landlord', side: drawn.owner });
    }),
  );

/** A dossier of one buying column whose seller waits for a part of its price. */
export const anyInstalmentSale = fc
  .record({
    column: fc.constantFrom(...BUYING_COLUMNS),
    terms: fc.record({
      amount: fc.oneof(fc.constantFrom('0.00', '1600000.00'), money(1_600_000)),
      annualRate: rate(0.08),
      payments: fc.integer({ min: 1, max: 30 }),
      paymentsPerYear: fc.constantFrom(12, 4, 2, 1),
      sellerCost: fc.oneof(fc.constant('0.00'), money(3_000_000)),
    }),
    owner: fc.constantFrom('private', 'public-market', 'public-aid'),
  })
  .map(({ column, terms, owner }) =>
    landDossier(column, (dossier) => {
      dossier.paths[0].sources.push({ kind: 'instalment-sale', from: 'land-owner', callMonth: 30, ...terms });
      dossier.parties.push({ id: 'land-owner', label: 'Vendeur', role: 'land-owner', side: owner });
    }),
  );
