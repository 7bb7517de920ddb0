import { choose, constant, isEqual, MONTH, NO_MONEY, plus } from '../formula/build.ts';
import { field, hypothesis } from '../input/description.ts';
import { amount, choiceOfNumbers, kebabId, wholeNumber } from '../input/fields.ts';
import { instrument } from './instrument.ts';
import { loanLines } from './loan-lines.ts';

const NO_RATE = constant(0, 'ratio/years');

/**
 * Avance remboursable: public money without interest, repaid in equal parts after a deferral that starts at entry
 * into service (CGCT L. 1511-2 and L. 1511-3 for regions and intercommunalités). Its gross grant equivalent is
 * read on its schedule by the register of aids. Counted among « autres fonds propres », as PCG account 167 is.
 */
export const AVANCE_REMBOURSABLE = instrument(
  'avance-remboursable',
  'Avance remboursable',
  {
    from: field(kebabId(), { label: 'Financeur', help: 'Identifiant de la collectivité qui avance.' }),
    amount: field(amount({ min: '0' }), {
      label: 'Montant de l’avance',
      help: 'Sans intérêt.',
      unit: 'money',
    }),
    callMonth: field(wholeNumber(0, 120), {
      label: 'Mois du versement',
      help: 'Mois après la signature, au plus tard à la mise en service.',
      unit: 'months',
      fallback: hypothesis(0, 'versée à la signature'),
    }),
    deferralMonths: field(wholeNumber(0, 120), {
      label: 'Différé de remboursement',
      help: 'En mois après la mise en service.',
      unit: 'months',
      fallback: hypothesis(24, 'deux ans, usage des collectivités'),
    }),
    repayments: field(wholeNumber(1, 240), {
      label: 'Nombre de remboursements',
      help: 'Parts égales, la dernière solde.',
      unit: 'count',
      fallback: hypothesis(20, 'cinq ans de trimestres'),
    }),
    paymentsPerYear: field(
      choiceOfNumbers([12, 4, 2, 1], { 12: 'mensuels', 4: 'trimestriels', 2: 'semestriels', 1: 'annuels' }),
      {
        label: 'Remboursements par an',
        help: '12, 4, 2 ou 1.',
        fallback: hypothesis(4, 'trimestriels'),
      },
    ),
  },
  ({ calculation, ledger, borrower, id, assume, milestones }, terms) => {
    const advanced = assume('amount', 'money');
    const received = calculation.monthly(
      `${id}.received`,
      terms.label,
      choose(isEqual(MONTH, assume('callMonth', 'months')), advanced, NO_MONEY),
    );
    const lines = loanLines(calculation, id, {
      drawn: received,
      annualRate: NO_RATE,
      rateConvention: 'proportional',
      endOfMobilisation: plus(milestones.opening, assume('deferralMonths', 'months')),
      payments: assume('repayments', 'count'),
      paymentsPerYear: terms.paymentsPerYear,
      repayment: 'level-principal',
      party: borrower,
    });
    ledger.transfer(terms.from, borrower, 'other-equity-received', received);
    ledger.transfer(borrower, terms.from, 'other-equity-repayment', lines.principal);
    ledger.debt({
      id,
      label: terms.label,
      borrower,
      lender: terms.from,
      drawn: received,
      capitalised: lines.capitalised,
      repaid: lines.principal,
      closing: lines.closing,
    });
    return {
      category: 'quasi-own-funds',
      received,
      total: calculation.once(`${id}.total`, terms.label, advanced),
      service: { principal: lines.principal },
      claim: { lender: terms.from, closing: lines.closing, annualRate: NO_RATE },
    };
  },
  (terms, opening) => opening + terms.deferralMonths + (terms.repayments * 12) / terms.paymentsPerYear,
);
