import { at, constant, dividedBy, largest, min, plus, times } from '../formula/build.ts';
import type { MeasureSetting } from './measure-setting.ts';

const STRESS_MONTH = constant(60, 'months');
const STRESS_SHARE = constant('0.6', 'ratio');

/** What the bank and the investor read. */
export function addBankMeasures(measure: MeasureSetting): void {
  const { deal, keep } = measure;
  const { setting, valuation } = deal;
  const { plan } = deal.borrower;
  const { calculation } = setting;

  const ltv = deal.covenants.find((covenant) => covenant.id === 'loan-to-value');
  const ltc = deal.covenants.find((covenant) => covenant.id === 'loan-to-cost');
  const debtYield = deal.covenants.find((covenant) => covenant.id === 'debt-yield');
  if (ltv !== undefined) keep('ltv', ltv.value);
  if (ltc !== undefined) keep('ltc', ltc.value);
  if (debtYield !== undefined) keep('debt-yield', debtYield.value);
  keep(
    'bank-peak-exposure',
    calculation.once(
      'measure.bank-peak-exposure',
      'Exposition maximale de la banque (prêt et relais)',
      largest(
        calculation.monthly(
          'measure.bank-exposure',
          'Exposition de la banque',
          plus(plan.loan.closing, plan.bridgeBalance),
        ),
      ),
    ),
  );
  keep(
    'recovery-stress',
    calculation.once(
      'measure.recovery-stress',
      'Part du prêt recouvrée si le site est vendu 60 % de sa valeur en année 5',
      dividedBy(
        min(at(plan.loan.closing, STRESS_MONTH), times(at(valuation.value, STRESS_MONTH), STRESS_SHARE)),
        at(plan.loan.closing, STRESS_MONTH),
      ),
    ),
  );
}
