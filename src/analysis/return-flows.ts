import {
  choose,
  constant,
  definedOr,
  dividedBy,
  isAtLeast,
  isEqual,
  isLess,
  MONTH,
  minus,
  NO_MONEY,
  over,
  plus,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Measures } from './measure-setting.ts';
import { type MeasureSetting, type MonthlyMoney, TWELVE } from './measure-setting.ts';

/** The flows whose rates of return are looked for. */
export function addFlows(measure: MeasureSetting): Measures['flows'] {
  const { deal, toHorizon } = measure;
  const { setting, property, valuation, premises } = deal;
  const { plan, planId } = deal.borrower;
  const { calculation, opening, horizon } = setting;

  const commitment = plan.loan.commitmentFee ?? NO_MONEY;
  const lender = calculation.monthly(
    'measure.lender-flow',
    'Flux du prêteur (prêt, intérêts, frais)',
    minus(
      plus(
        plan.loan.principal,
        plan.loan.interestPaid,
        commitment,
        calculation.line(`${planId}.loan.arrangement-fee-paid`) as MonthlyMoney,
      ),
      plan.loan.drawn,
    ),
  );
  const lenderFlow = { id: 'lender-irr', label: 'TRI du prêteur (frais compris)', line: lender };
  if (
    deal.vehicle !== undefined ||
    property === undefined ||
    valuation === undefined ||
    premises === undefined
  )
    return [...deal.returns, lenderFlow];
  // Works marked « preneur » are those of the activity, not of the building: other columns leave them to the tenant.
  const lots = setting.dossier.values.project.works.map(({ byTenant }, index) => ({
    byTenant,
    amount: setting.assume(`project.works[${index}].amount`, 'money'),
  }));
  const ownersShare = lots.some(({ byTenant }) => byTenant)
    ? calculation.once(
        'measure.owners-works-share',
        'Part des travaux qui revient au propriétaire',
        definedOr(
          dividedBy(
            sumOfTerms(lots.filter(({ byTenant }) => !byTenant).map(({ amount }) => amount)),
            sumOfTerms(lots.map(({ amount }) => amount)),
          ),
          constant(0, 'ratio'),
        ),
      )
    : undefined;
  const propertyPaid = plus(
    property.purchase.pricePaid,
    property.purchase.acquisitionCostsPaid,
    ...[property.works.worksPaid, property.works.feesPaid, property.works.contingenciesPaid].map((line) =>
      ownersShare === undefined ? line : times(line, ownersShare),
    ),
    deal.borrower.vat.cost,
    ...(property.canonBeforeOpening === undefined ? [] : [property.canonBeforeOpening]),
  );
  const saved = choose(
    isAtLeast(MONTH, opening),
    choose(toHorizon, over(valuation.netMarketRent, TWELVE), NO_MONEY),
    NO_MONEY,
  );
  const projectFlow = calculation.monthly(
    'measure.project-flow',
    'Flux du projet immobilier : loyer de marché évité, coûts et valeur à l’horizon',
    minus(
      plus(saved, choose(isEqual(MONTH, horizon), premises.keptAtHorizon, NO_MONEY)),
      choose(isLess(horizon, MONTH), NO_MONEY, propertyPaid),
    ),
  );
  return [
    ...deal.returns,
    lenderFlow,
    { id: 'project-irr', label: 'TRI du projet immobilier, avant financement et impôt', line: projectFlow },
  ];
}
