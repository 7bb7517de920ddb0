import { at, constant, dividedBy, largest, min, plus, sumOfTerms, times } from '../formula/build.ts';
import type { MeasureSetting } from './measure-setting.ts';

export const STRESS_MONTH = constant(60, 'months');
const STRESS_SHARE = constant('0.6', 'ratio');

/** What the bank reads: its exposure, its limits, what it gets back of a site sold too cheap. */
export function addBankMeasures(measure: MeasureSetting): void {
  const { deal, keep } = measure;
  const { setting, valuation } = deal;
  const { plan } = deal.borrower;
  const { calculation } = setting;

  for (const [covenant, figure] of [
    ['loan-to-value', 'ltv'],
    ['loan-to-cost', 'ltc'],
    ['debt-yield', 'debt-yield'],
    ['dscr-after-tax', 'dscr-min'],
    ['dscr-with-quasi', 'dscr-with-quasi'],
  ] as const) {
    const found = deal.covenants.find(({ id }) => id === covenant);
    if (found !== undefined) keep(figure, found.value);
  }
  keep('own-funds-share', deal.ownFundsShare);
  if (deal.vehicle !== undefined) keep('dscr-average', deal.cover.average);
  keep(
    'bank-peak-exposure',
    calculation.once(
      'measure.bank-peak-exposure',
      'Exposition maximale de la banque (prêts et relais)',
      largest(
        calculation.monthly(
          'measure.bank-exposure',
          'Exposition de la banque',
          sumOfTerms(
            deal.companies.map((company) => plus(company.plan.loan.closing, company.plan.bridgeBalance)),
          ),
        ),
      ),
    ),
  );
  if (deal.property === undefined || valuation === undefined) return;
  const soldFor = calculation.once(
    'measure.stressed-price',
    'Site vendu 60 % de sa valeur en année 5',
    times(at(valuation.value, STRESS_MONTH), STRESS_SHARE),
  );
  keep('rank.price', soldFor);
  const owed = keep(
    'rank.bank.owed',
    calculation.once('measure.rank.bank.owed', 'Prêt dû en année 5', at(plan.loan.closing, STRESS_MONTH)),
  );
  keep(
    'rank.bank.recovered',
    calculation.once('measure.rank.bank.recovered', 'Prêt recouvré', min(owed, soldFor)),
  );
  const recovery = keep(
    'recovery-stress',
    calculation.once(
      'measure.recovery-stress',
      'Part du prêt recouvrée si le site est vendu 60 % de sa valeur en année 5',
      dividedBy(min(owed, soldFor), owed),
    ),
  );
  keep('rank.bank.share', recovery);
}
