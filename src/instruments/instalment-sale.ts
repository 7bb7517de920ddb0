import { choose, isAtMost, isEqual, MONTH, NO_MONEY } from '../formula/build.ts';
import { field, hypothesis } from '../input/description.ts';
import { amount, kebabId, rate, wholeNumber } from '../input/fields.ts';
import { instrument } from './instrument.ts';
import { loanLines } from './loan-lines.ts';
import { paymentsPerYearField } from './payment-rhythm.ts';

/**
 * Vente à paiement échelonné: a seller, most often a local authority that has built or converted premises, is paid a part
 * of the price over the years, with interest. The sale is whole from the first day: the buyer owns and depreciates the
 * building, the seller keeps its lien. Posted as money that the seller gives back the day that it is paid its price, so
 * that price and credit stay apart; a location-vente, in which the building changes hands at the end only, is another
 * contract. Interest until entry into service is a use of the plan, as that of a loan.
 */
export const INSTALMENT_SALE = instrument(
  'instalment-sale',
  'Vente à paiement échelonné (crédit du vendeur)',
  {
    from: field(kebabId(), {
      label: 'Vendeur',
      help: 'Identifiant de la partie qui vend le site et attend son prix (land-owner, nommée dans les parties).',
    }),
    amount: field(amount({ min: '0' }), {
      label: 'Part du prix payée à terme',
      help: 'Au plus le prix du site : le reste est payé comptant.',
      unit: 'money',
    }),
    callMonth: field(wholeNumber(0, 120), {
      label: 'Mois de la vente',
      help: 'Mois après la signature : celui de l’achat du site.',
      unit: 'months',
      fallback: hypothesis(0, 'achat à la signature'),
    }),
    sellerCost: field(amount({ min: '0' }), {
      label: 'Ce que le site a coûté au vendeur',
      help: 'Achat et aménagement, hors taxes : montré dans ses flux et son budget au mois de la vente, jamais dans le plan de l’acquéreur.',
      unit: 'money',
      fallback: hypothesis('0.00', 'non renseigné : le coût public de l’aménagement n’est pas montré'),
    }),
    annualRate: field(rate(), {
      label: 'Intérêt annuel',
      help: 'Taux fixe demandé par le vendeur ; sous le taux de référence, l’écart est une aide.',
      unit: 'ratio/years',
      fallback: hypothesis('0.02', 'taux d’un vendeur public, à lire dans la délibération'),
    }),
    payments: field(wholeNumber(1, 120), {
      label: 'Nombre d’échéances',
      help: 'Échéances constantes, la première une période après la mise en service.',
      unit: 'count',
      fallback: hypothesis(15, 'quinze ans'),
    }),
    paymentsPerYear: paymentsPerYearField(hypothesis(1, 'une échéance par an')),
  },
  ({ calculation, ledger, borrower, id, assume, milestones, costNature }, terms) => {
    const { label } = terms;
    const about = { party: borrower };
    const deferred = assume('amount', 'money');
    const annualRate = assume('annualRate', 'ratio/years');
    const received = calculation.monthly(
      `${id}.received`,
      label,
      choose(isEqual(MONTH, assume('callMonth', 'months')), deferred, NO_MONEY),
      about,
    );
    const lines = loanLines(calculation, id, {
      drawn: received,
      annualRate,
      rateConvention: 'proportional',
      endOfMobilisation: milestones.opening,
      payments: assume('payments', 'count'),
      paymentsPerYear: terms.paymentsPerYear,
      repayment: 'level-payment',
      interestDuringMobilisation: 'paid',
      party: borrower,
    });
    const isBefore = isAtMost(MONTH, milestones.opening);
    const monthly = (name: string, words: string, line: typeof received, before: boolean) =>
      calculation.monthly(
        `${id}.${name}`,
        `${label} : ${words}`,
        before ? choose(isBefore, line, NO_MONEY) : choose(isBefore, NO_MONEY, line),
        about,
      );
    const duringWorks = monthly('interest-during-works', 'intérêts intercalaires', lines.interestPaid, true);
    const paidAfter = monthly('interest-after', 'intérêts payés', lines.interestPaid, false);
    const borne = monthly('interest-borne', 'intérêts, charge du mois', lines.interestBorne, false);
    if (terms.sellerCost.gt(0)) {
      ledger.transfer(
        terms.from,
        'builders',
        'turnkey-works',
        calculation.monthly(
          `${id}.seller-cost`,
          'Achat et aménagement du site par son vendeur',
          choose(isEqual(MONTH, assume('callMonth', 'months')), assume('sellerCost', 'money'), NO_MONEY),
        ),
      );
    }
    ledger.transfer(terms.from, borrower, 'instalment-credit', received);
    ledger.transfer(borrower, terms.from, 'instalment-payment', lines.principal);
    ledger.transfer(borrower, terms.from, costNature ?? 'financing-costs-during-works', duringWorks);
    ledger.accrue(borrower, 'accrued-interest', borne);
    ledger.transfer(borrower, terms.from, 'instalment-interest', paidAfter);
    ledger.debt({
      id,
      label,
      borrower,
      lender: terms.from,
      drawn: received,
      capitalised: lines.capitalised,
      repaid: lines.principal,
      closing: lines.closing,
    });
    return {
      category: 'debt',
      received,
      total: calculation.once(`${id}.total`, label, deferred),
      interestDuringWorks: duringWorks,
      service: { interest: paidAfter, principal: lines.principal },
      claim: { lender: terms.from, closing: lines.closing, annualRate },
    };
  },
  (terms, opening) => opening + (terms.payments * 12) / terms.paymentsPerYear,
);
