import {
  at,
  choose,
  constant,
  definedOr,
  dividedBy,
  isAtLeast,
  MONTH,
  minus,
  over,
  plus,
  sumOfTerms,
  sumOfYear,
  times,
  total,
} from '../formula/build.ts';
import { type DiscountFactor, type MeasureSetting, type MonthlyMoney, TWELVE } from './measure-setting.ts';

/**
 * What the premises cost the enterprise, all paid and value kept counted: nothing in a deal without site.
 * @param factor discount of the founder
 */
export function addPremisesMeasures(measure: MeasureSetting, factor: DiscountFactor): void {
  const { deal, keep, toHorizon, presentValue, atCruise } = measure;
  const { setting, premises } = deal;
  if (premises === undefined) return;
  const { plan, planId, sources, balances } = deal.operator;
  const { calculation, assume, opening, horizon } = setting;

  const usesOfMonth = calculation.line(`${planId}.uses`) as MonthlyMoney;
  // A loan finances equipment and cash besides the premises: only their share of the plan counts here.
  const share = calculation.once(
    'measure.premises-share',
    'Part des locaux dans le plan de financement',
    definedOr(dividedBy(minus(plan.cost, total(premises.otherUses)), plan.totalUses), constant(0, 'ratio')),
  );
  const outside = sources.filter((source) => source.category !== 'own-funds');
  const funded = sumOfTerms([...outside.map((source) => source.received), plan.loan.drawn]);
  const service = outside.flatMap((source) =>
    source.service === undefined
      ? []
      : [
          source.service.principal,
          ...(source.service.interest === undefined ? [] : [source.service.interest]),
        ],
  );
  const financing = calculation.monthly(
    'measure.financing-net',
    'Remboursements et intérêts, moins ce que prêt, subventions et avances apportent',
    minus(plus(plan.loan.principal, plan.interestAfterOpening, ...service), funded),
  );
  const premisesPaid = calculation.monthly(
    'measure.premises-paid',
    'Payé pour les locaux, net de leur part du prêt, des subventions et des avances',
    plus(minus(usesOfMonth, premises.otherUses), times(financing, share), premises.running),
  );
  const paidForPremises = presentValue(
    'measure.premises-present-value',
    'Valeur présente de ce qui est payé pour les locaux',
    premisesPaid,
    factor,
  );
  const debtAtHorizon = calculation.once(
    'measure.debt-at-horizon',
    'Prêt restant dû à l’horizon',
    at(plan.loan.closing, horizon),
  );
  const kept = calculation.once(
    'measure.value-kept',
    'Valeur conservée à l’horizon, actualisée',
    times(minus(premises.keptAtHorizon, times(debtAtHorizon, share)), at(factor, horizon)),
  );
  const factorsOfUse = calculation.once(
    'measure.months-of-use',
    'Mois d’occupation jusqu’à l’horizon, actualisés',
    total(
      calculation.monthly(
        'measure.factor-of-use',
        'Facteur des mois d’occupation',
        choose(
          isAtLeast(MONTH, opening),
          choose(toHorizon, factor, constant(0, 'ratio')),
          constant(0, 'ratio'),
        ),
      ),
    ),
  );
  const occupancy = keep(
    'occupancy-cost-month',
    calculation.once(
      'measure.occupancy-cost-month',
      'Coût complet d’occupation avant impôt, par mois',
      dividedBy(minus(paidForPremises, kept), factorsOfUse),
    ),
  );
  keep(
    'occupancy-cost-m2',
    calculation.once(
      'measure.occupancy-cost-m2',
      'Coût complet d’occupation avant impôt, par m² et par an',
      dividedBy(times(occupancy, TWELVE), assume('site.floorAreaM2', 'area')),
    ),
  );
  keep(
    'current-rent-month',
    calculation.once(
      'measure.current-rent-month',
      'Loyer d’aujourd’hui, par mois',
      over(times(assume('operator.currentRentYear', 'money/years'), constant(1, 'years')), TWELVE),
    ),
  );
  // Machines and cash are in the same loan: the premises bear their share of its annuities, whoever owns them.
  const premisesOfYear = calculation.yearly(
    'measure.premises-of-year',
    'Payé pour les locaux dans l’année, part des annuités comprise',
    plus(
      premises.occupancyOfYear,
      times(plus(sumOfYear(plan.loanInterestAfter), sumOfYear(plan.loan.principal)), share),
    ),
  );
  const occupancyRatio = calculation.yearly(
    'measure.occupancy-ratio',
    'Taux d’effort (coût des locaux de l’année / chiffre d’affaires)',
    dividedBy(premisesOfYear, balances.production),
  );
  keep(
    'occupancy-ratio',
    atCruise('measure.occupancy-ratio-cruise', 'Taux d’effort en année de croisière', occupancyRatio),
  );
  keep(
    'premises-paid-month',
    atCruise(
      'measure.premises-paid-month',
      'Payé pour les locaux, par mois, en année de croisière',
      calculation.yearly(
        'measure.premises-paid-month.by-year',
        'Payé pour les locaux / 12',
        over(premisesOfYear, TWELVE),
      ),
    ),
  );
}
