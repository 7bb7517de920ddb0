import { choose, isLess, MONTH, max, minus, NO_MONEY, sumOfTerms, total } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { Law, LawScope } from '../ledger/conservation-law.ts';
import type { TransferNature } from '../ledger/natures.ts';
import type { FundingPlan } from './funding-plan.ts';
import type { Source } from './funding-plan-rows.ts';
import { entersPlan } from './interest-subsidies.ts';
import type { PathSetting } from './setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

/** Transfers that pay for the project, whoever posted them. */
const USES: readonly TransferNature[] = [
  'land-purchase',
  'building-purchase',
  'land-lease-entry',
  'land-acquisition-costs',
  'building-acquisition-costs',
  'works',
  'works-fees',
  'contingencies',
  'equipment',
  'irrecoverable-vat',
  'start-up-costs',
  'financing-costs-during-works',
  'tenant-works',
  'tenant-irrecoverable-vat',
  'tenant-financing-costs',
];
/** What an operator puts in its property company and in its deposit: uses of its own plan, gone in that of the group. */
const OUTLAYS: readonly TransferNature[] = ['capital-subscription', 'associate-account-advance', 'deposit'];
/** Transfers that finance it for long; bridges never count. */
const SOURCES: readonly TransferNature[] = [
  'own-funds',
  'other-equity-received',
  'grant',
  'patronage-investment',
  'loan-drawdown',
  'instalment-credit',
  'financing-to-find',
  'capital-subscription',
  'associate-account-advance',
  'quasi-equity-received',
];

/**
 * Sources = uses, to the cent, re-added from the transfers themselves rather than from the plan; and the plan's two
 * totals are equal.
 */
export function writeFundingLaws(
  setting: PathSetting,
  scope: LawScope,
  company: string,
  plan: FundingPlan,
  sources: readonly Source[],
): Law[] {
  const { calculation, ledger } = setting;
  const sumOf = (natures: readonly TransferNature[], side: 'from' | 'to'): MonthlyMoney[] =>
    ledger.transfers
      .filter((transfer) => transfer[side] === company && natures.includes(transfer.nature))
      .map((transfer) => transfer.amount);
  const transferred = new Set(ledger.transfers.map((transfer) => transfer.id));
  const totals = (lines: readonly MonthlyMoney[]) => sumOfTerms(lines.map((line) => total(line)));
  // Of the taxe foncière, a plan only has what falls before entry into service.
  const carried = plan.uses.some(({ id }) => id === 'carrying-costs')
    ? sumOf(['taxe-fonciere'], 'from').map((line) =>
        calculation.monthly(
          `law.${scope.id}carrying`,
          'Taxe foncière avant la mise en service, relevée dans les virements',
          choose(isLess(MONTH, setting.opening), line, NO_MONEY),
        ),
      )
    : [];
  const leased = plan.uses.some(({ id }) => id === 'canon')
    ? sumOf(['land-lease-canon'], 'from').map((line) =>
        calculation.monthly(
          `law.${scope.id}canon`,
          'Canon avant la mise en service, relevé dans les virements',
          choose(isLess(MONTH, setting.opening), line, NO_MONEY),
        ),
      )
    : [];
  // A deposit paid after entry into service is paid from the cash of the enterprise, not by its plan.
  const outlays = OUTLAYS.filter(
    (nature) => nature !== 'deposit' || plan.uses.some(({ id }) => id === 'deposit'),
  );
  const used = calculation.once(
    `law.${scope.id}uses`,
    'Dépenses du projet relevées dans les virements',
    totals([...sumOf(USES, 'from'), ...sumOf(outlays, 'from'), ...carried, ...leased]),
  );
  const found = calculation.once(
    `law.${scope.id}sources`,
    'Ressources relevées dans les virements',
    totals([
      ...sumOf(SOURCES, 'to'),
      // Cash that was already there enters the plan without a transfer.
      ...sources
        .filter((source) => entersPlan(source) && !transferred.has(source.received.id))
        .map((source) => source.received),
    ]),
  );
  const law = (
    name: string,
    words: string,
    difference: Parameters<typeof calculation.once<'money', 'defined'>>[2],
  ): Law => {
    const id = `${scope.id}${name}`;
    const label = `${scope.label}${words}`;
    const line = calculation.once(`law.${id}.gap`, `${label} : écart`, difference);
    return { id, label, gap: calculation.once(`law.${id}`, label, max(line, minus(NO_MONEY, line))) };
  };
  return [
    law(
      'sources-uses',
      'Ressources = besoins, relevés dans les virements',
      minus(minus(found, used), plan.openingCash),
    ),
    law(
      'plan-totals',
      'Les deux totaux du plan de financement sont égaux',
      minus(plan.totalSources, plan.totalUses),
    ),
  ];
}
