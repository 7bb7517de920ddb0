import { OUTCOME_WORDS, OUTCOMES } from '../dossier/programme-terms.ts';
import { definedOr, dividedBy, minus, ONE_RATIO, times, total } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { Impact } from '../paths/impact.ts';
import type { DiscountFactor, MeasureSetting, MonthlyMoney } from './measure-setting.ts';

/**
 * What a contract costs its payer in each outcome beside a plain grant, both in present value at the public rate: a
 * payment for results comes years after what it pays for, a grant comes with it. The grant follows the expenses of the
 * programme. Also the chance of failure at which both cost the same, of failure and expected alone.
 */
export function addImpactPresentCosts(
  { deal, keep }: MeasureSetting,
  { outcomes, costs }: Impact,
  grant: Line<'money', 'once', 'defined'>,
): void {
  const { calculation } = deal.setting;
  const factor = calculation.line('measure.public-factor') as DiscountFactor;
  const worth = (id: string, label: string, flow: MonthlyMoney) =>
    calculation.once(
      id,
      label,
      total(calculation.monthly(`${id}.discounted`, `${label} : flux actualisés`, times(flow, factor))),
    );
  const expenses = worth(
    'measure.impact.expenses-present',
    'Dépenses du programme, en valeur présente',
    costs.expensesPaid,
  );
  const kept = keep(
    'impact.grant-present',
    calculation.once(
      'measure.impact.grant-present',
      'Subvention de même objet, versée au rythme des dépenses, en valeur présente',
      times(grant, definedOr(dividedBy(expenses, total(costs.expensesPaid)), ONE_RATIO)),
    ),
  );
  const differences = OUTCOMES.map((outcome) => {
    const words = OUTCOME_WORDS[outcome];
    const payments = keep(
      `impact.${outcome}.payments-present`,
      worth(
        `measure.impact.${outcome}.payments-present`,
        `Paiements aux résultats, en valeur présente (${words})`,
        outcomes[outcome].paid,
      ),
    );
    return keep(
      `impact.${outcome}.beside-grant`,
      calculation.once(
        `measure.impact.${outcome}.beside-grant`,
        `Paiements moins subvention de même objet, en valeur présente (${words})`,
        minus(payments, kept),
      ),
    );
  });
  const [failure, expected] = differences;
  if (failure === undefined || expected === undefined) return;
  keep(
    'impact.even-failure-share',
    calculation.once(
      'measure.impact.even-failure-share',
      'Chances d’échec pour lesquelles contrat et subvention coûtent autant',
      dividedBy(expected, minus(expected, failure)),
    ),
  );
}
