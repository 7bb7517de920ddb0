import fc from 'fast-check';
import { readDeal } from '../../src/analysis/computation.ts';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { resolveDossier } from '../../src/dossier/resolution.ts';
import type { Json } from '../../src/input/description.ts';
import { sizePath } from '../../src/paths/sizing.ts';
import { anyLease, money, rate } from './any-sci.ts';
import { anyDossier } from './dossiers.ts';

const anyShare = fc.oneof(fc.constantFrom('0', '0.5', '1'), rate(1));
const HOLDERS = ['owners', 'scop', 'bdt', 'lita', 'fund'] as const;

const anyRound = fc.record({
  month: fc.integer({ min: 0, max: 30 }),
  premium: fc.constantFrom('0', '0', '0.25', '2.33'),
  subscriptions: fc.array(
    fc.record({
      from: fc.constantFrom(...HOLDERS),
      amount: fc.oneof(fc.constantFrom('0.00', '0.01', '100.00'), money(600_000)),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

const anyBond = fc.record({
  from: fc.constantFrom(...HOLDERS),
  amount: fc.oneof(fc.constantFrom('0.00', '0.01'), money(500_000)),
  callMonth: fc.integer({ min: 0, max: 30 }),
  annualRate: rate(0.1),
  payments: fc.integer({ min: 1, max: 12 }),
  paymentsPerYear: fc.constantFrom(1, 2, 4, 12),
  repayment: fc.constantFrom('bullet', 'level-payment', 'level-principal'),
  interest: fc.constantFrom('paid', 'capitalised'),
  nonConversionPremiumRate: rate(0.1),
  converts: fc.boolean(),
  conversionPrice: fc.constantFrom('0.50', '1.00', '3.17'),
});

const anySubsidiary = fc.record({
  form: fc.constantFrom('SAS-ESS', 'SAS'),
  share: fc.oneof(fc.constantFrom('0', '0.03', '0.05', '1'), rate(1)),
  revenueYear: money(3_000_000),
  annualGrowth: rate(0.1),
  operatingMargin: fc.constantFrom('0', '0.03', '0.12', '0.4'),
  openingCash: money(200_000),
  fixedAssets: money(500_000),
  existingDebt: money(500_000),
  existingDebtYears: fc.integer({ min: 1, max: 12 }),
  renewalYear: money(80_000),
  depreciationYears: fc.integer({ min: 1, max: 12 }),
  capital: fc.oneof(fc.constant('0.00'), money(300_000)),
  funding: fc.oneof(fc.constant('0.00'), money(200_000)),
  minimumCash: fc.constantFrom('0.00', '50000.00'),
  distributionShare: anyShare,
});

const anyFounder = fc.record({
  from: fc.constantFrom('owners', 'scop', 'lita'),
  amount: fc.oneof(fc.constantFrom('0.00', '1.00'), money(1_500_000)),
  inKind: fc.boolean(),
});

/**
 * Groups of all shapes: investors in a holding or in the enterprise itself, which buys its walls, rents them or has no
 * site; rounds at a premium, bonds converted or not, limits of return, a clause of the bank, subsidiaries held in part.
 */
export const anyGroup: fc.Arbitrary<Json> = fc
  .record({
    base: anyDossier,
    shape: fc.constantFrom('holding', 'holding', 'holding', 'owned', 'rented', 'no-site'),
    form: fc.constantFrom('SAS-ESS', 'SAS'),
    enterpriseForm: fc.constantFrom('SAS-ESS', 'SAS'),
    vehicle: fc.record({
      nominal: fc.constantFrom('0.01', '1.00', '15.25'),
      minimumCash: fc.constantFrom('0.00', '60000.00'),
      managementCostsYear: fc.constantFrom('0.00', '45000.00'),
      issueCosts: fc.constantFrom('0.00', '31000.01'),
      distributionShare: anyShare,
      lockUpCover: fc.constantFrom(null, '1', '1.3', '5'),
    }),
    founders: fc.uniqueArray(anyFounder, { selector: ({ from }) => from, maxLength: 3 }),
    rounds: fc.array(anyRound, { maxLength: 3 }),
    bonds: fc.array(anyBond, { maxLength: 2 }),
    subsidiaries: fc.array(anySubsidiary, { maxLength: 3 }),
    lease: anyLease,
    enterprise: fc.record({
      share: anyShare,
      funding: fc.oneof(fc.constant('0.00'), money(300_000)),
      minimumCash: fc.constantFrom('0.00', '100000.00'),
      distributionShare: anyShare,
    }),
    exit: fc.record({
      year: fc.integer({ min: 2, max: 12 }),
      multiple: fc.constantFrom('0.5', '4', '7.5'),
      discount: fc.constantFrom('0', '0.2', '1'),
      limits: fc.constantFrom(
        [null, null],
        [null, '0.06'],
        ['0.02', null],
        ['0', '0'],
        ['0.03', '0.05'],
        [null, '0.25'],
      ),
      buyer: fc.constantFrom('owners', 'scop', 'fund', 'third'),
      buyerCash: money(300_000),
      buyerCashFlowYear: money(200_000),
      buyerAnnualRate: rate(0.08),
    }),
    terms: fc.record({
      annualRate: rate(0.08),
      payments: fc.integer({ min: 12, max: 200 }),
      limited: fc.boolean(),
    }),
    advance: fc.boolean(),
    loan: fc.boolean(),
  })
  .map((deal) => {
    // biome-ignore lint/suspicious/noExplicitAny: the parts of a dossier are changed freely
    const dossier = structuredClone(deal.base) as any;
    const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
    const isHolding = deal.shape === 'holding';
    if (deal.shape === 'no-site') {
      dossier.site = null;
      dossier.project.works = [];
    }
    const opening = count(dossier.project.opening) - count(dossier.signature);
    const year = Math.max(deal.exit.year, Math.floor(opening / 12) + 1);
    dossier.horizonYears = Math.max(dossier.horizonYears, year);
    dossier.parties.push(
      { id: 'scop', label: 'SCOP mère', role: 'owners', side: 'private' },
      { id: 'bdt', label: 'Banque des Territoires', role: 'investor', side: 'public-market' },
      { id: 'lita', label: 'Citoyens', role: 'citizens', side: 'private' },
      { id: 'fund', label: 'Fonds', role: 'investor', side: 'private' },
      { id: 'third', label: 'Acquéreur', role: 'investor', side: 'private' },
    );
    const nominal = Number(deal.vehicle.nominal);
    const rounds = deal.rounds
      .map(({ premium, month, subscriptions }, index) => ({
        label: `Tour ${index + 1}`,
        month: Math.min(month, opening),
        sharePrice: (nominal * (1 + Number(premium))).toFixed(2),
        subscriptions,
      }))
      .map((round) => ({
        ...round,
        sharePrice: Number(round.sharePrice) < nominal ? deal.vehicle.nominal : round.sharePrice,
      }))
      .toSorted((one, other) => one.month - other.month);
    const founders = deal.founders.map(({ from, amount, inKind }, index) => ({
      from,
      amount: !isHolding && inKind && index === 0 ? dossier.operator.openingCapital : amount,
      brought: isHolding ? (inKind ? 'in-kind' : 'cash') : inKind && index === 0 ? 'existing' : 'cash',
    }));
    if (founders.every(({ amount }) => Number(amount) === 0)) {
      const others = founders.filter(({ from }) => from !== 'owners');
      founders.splice(0, Infinity, ...others, { from: 'owners', amount: '100000.00', brought: 'cash' });
    }
    const [floorAnnualRate, capAnnualRate] = deal.exit.limits;
    const { limits: _, ...exit } = deal.exit;
    const limit = deal.terms.limited ? '0.7' : null;
    dossier.paths = [
      {
        kind: 'esus-holding',
        entry: isHolding ? 'holding' : 'direct',
        walls: deal.shape === 'rented' ? 'rented' : 'owned',
        enterpriseForm: deal.enterpriseForm,
        vehicle: { name: 'Groupe', form: deal.form, ...deal.vehicle },
        founders,
        rounds,
        bonds: deal.bonds.map(({ converts, payments, ...bond }, index) => {
          const long = Math.max(payments, year);
          return {
            ...bond,
            id: `oc-${index}`,
            callMonth: Math.min(bond.callMonth, opening),
            ...(converts
              ? { conversion: 'at-exit', repayment: 'bullet', payments: long, paymentsPerYear: 1 }
              : { payments }),
          };
        }),
        subsidiaries: isHolding
          ? deal.subsidiaries.map((terms, index) => ({
              ...terms,
              id: `f-${index}`,
              name: `Filiale ${index}`,
            }))
          : [],
        lease: withoutUndefined({ ...deal.lease, solve: isHolding ? deal.lease.solve : 'none' }),
        enterprise: deal.enterprise,
        sources: deal.loan
          ? [
              {
                kind: 'subordinated-loan',
                id: 'pret',
                from: 'bdt',
                amount: '90000.00',
                annualRate: '0.04',
                payments: 8,
              },
              { kind: 'grant', id: 'region', from: 'region', amount: '40000.00', status: 'awarded' },
            ]
          : [],
        operatorSources:
          isHolding && deal.advance
            ? [
                {
                  kind: 'associate-account',
                  id: 'avance',
                  from: 'esus-holding',
                  amount: '30000.00',
                  annualRate: '0.02',
                  payments: 6,
                  interest: 'paid',
                },
              ]
            : [],
        terms: {
          annualRate: deal.terms.annualRate,
          payments: deal.terms.payments,
          maximumLoanToValue: limit,
          maximumLoanToCost: limit,
          minimumCover: limit && '1.1',
        },
        operatorTerms: {},
        exit: { ...exit, year, floorAnnualRate, capAnnualRate },
      },
    ];
    dossier.mainPath = 'esus-holding';
    return dossier as Json;
  });

function withoutUndefined<T extends object>(object: T): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/**
 * The figures of a group whatever the law says of it: engines hold for all.
 * @throws with the problems when the dossier is refused
 */
export function computedGroup(dossier: unknown): ComputedDeal {
  const resolved = resolveDossier(dossier);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems, null, 1));
  return readDeal(sizePath(resolved.value, 0, resolved.value.values.site as never));
}
