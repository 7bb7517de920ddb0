import { choose, isEqual, MONTH, NO_MONEY, plus } from '../formula/build.ts';
import { field, hypothesis } from '../input/description.ts';
import { amount, kebabId, rate, wholeNumber } from '../input/fields.ts';
import { instrument } from './instrument.ts';
import { loanLines } from './loan-lines.ts';

/** Those who borrow in person: the owners or members of the enterprise. */
const FOUNDERS = 'owners';

/**
 * Prêt d'honneur (France Active, Initiative France, Réseau Entreprendre): lent to the founders in person, without
 * interest as a rule and without any surety, and brought by them to the enterprise as own funds: shares, parts sociales,
 * or an « apport associatif » in an association. The enterprise owes nothing; the founders repay it on their own money.
 */
export const PRET_D_HONNEUR = instrument(
  'pret-d-honneur',
  'Prêt d’honneur',
  {
    from: field(kebabId(), {
      label: 'Prêteur',
      help: 'Identifiant de la partie qui prête aux fondateurs, en leur nom.',
    }),
    amount: field(amount({ min: '0' }), {
      label: 'Montant du prêt d’honneur',
      help: 'Apporté en entier à l’entreprise : parts sociales, actions, ou apport associatif.',
      unit: 'money',
    }),
    callMonth: field(wholeNumber(0, 120), {
      label: 'Mois du versement',
      help: 'Mois après la signature, au plus tard à la mise en service.',
      unit: 'months',
      fallback: hypothesis(0, 'versé à la signature'),
    }),
    annualRate: field(rate(), {
      label: 'Taux d’intérêt annuel',
      help: 'Nul le plus souvent.',
      unit: 'ratio/years',
      fallback: hypothesis('0', 'sans intérêt, usage des réseaux'),
    }),
    deferralMonths: field(wholeNumber(0, 36), {
      label: 'Différé de remboursement',
      help: 'En mois après le versement.',
      unit: 'months',
      fallback: hypothesis(6, 'usage : jusqu’à 18 mois'),
    }),
    payments: field(wholeNumber(1, 120), {
      label: 'Nombre de mensualités',
      help: 'Payées par les fondateurs, sur leurs deniers.',
      unit: 'count',
      fallback: hypothesis(60, 'cinq ans ; usage : de un à sept ans'),
    }),
  },
  ({ calculation, ledger, borrower, id, assume }, terms) => {
    const lent = assume('amount', 'money');
    const callMonth = assume('callMonth', 'months');
    const annualRate = assume('annualRate', 'ratio/years');
    const received = calculation.monthly(
      `${id}.received`,
      terms.label,
      choose(isEqual(MONTH, callMonth), lent, NO_MONEY),
    );
    const lines = loanLines(calculation, id, {
      drawn: received,
      annualRate,
      rateConvention: 'proportional',
      endOfMobilisation: plus(callMonth, assume('deferralMonths', 'months')),
      payments: assume('payments', 'count'),
      paymentsPerYear: 12,
      repayment: 'level-payment',
      party: FOUNDERS,
    });
    ledger.transfer(FOUNDERS, borrower, 'own-funds', received);
    ledger.transfer(terms.from, FOUNDERS, 'honour-loan', received);
    ledger.transfer(FOUNDERS, terms.from, 'honour-loan-repayment', lines.principal);
    if (!terms.annualRate.isZero())
      ledger.transfer(FOUNDERS, terms.from, 'honour-loan-interest', lines.interestPaid);
    return {
      category: 'own-funds',
      contributor: FOUNDERS,
      received,
      total: calculation.once(`${id}.total`, terms.label, lent),
      claim: { lender: terms.from, closing: lines.closing, annualRate },
      personalDebt: {
        debtor: FOUNDERS,
        lender: terms.from,
        drawn: received,
        repaid: lines.principal,
        closing: lines.closing,
        payment: lines.payment,
      },
    };
  },
  (terms) => terms.callMonth + terms.deferralMonths + terms.payments,
);
