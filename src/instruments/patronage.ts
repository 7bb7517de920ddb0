import { choose, isEqual, MONTH, NO_MONEY, total } from '../formula/build.ts';
import { field, hypothesis } from '../input/description.ts';
import { amount, choice, kebabId, truth, wholeNumber } from '../input/fields.ts';
import { instrument } from './instrument.ts';
import { postPatronRelief, RELIEF_DELAY } from './patron-relief.ts';
import { isYearlyDate } from './yearly-dates.ts';

/**
 * Patronage in cash (« mécénat », CGI 238 bis): a gift of a company to a body of general interest, without anything in
 * return. Given for the investment it is a source of the plan, released like a grant; given for the operation it is an
 * income of its years, out of the EBE. The tax that the State gives up goes to the giver.
 */
export const PATRONAGE = instrument(
  'patronage',
  'Mécénat',
  {
    from: field(kebabId(), {
      label: 'Mécène',
      help: 'Identifiant de l’entreprise ou de la fondation qui donne.',
    }),
    purpose: field(choice({ investment: 'investissement', operating: 'fonctionnement' }), {
      label: 'Affectation du don',
      help: 'À l’investissement, traité comme une subvention ; ou au fonctionnement, produit de l’exercice.',
      fallback: hypothesis('investment', 'don affecté au projet'),
    }),
    amount: field(amount({ min: '0' }), {
      label: 'Montant du don',
      help: 'En une fois pour l’investissement ; de chaque année pour le fonctionnement.',
      unit: 'money',
    }),
    callMonth: field(wholeNumber(0, 240), {
      label: 'Mois du versement',
      help: 'Mois après la signature ; pour l’investissement, au plus tard à la mise en service.',
      unit: 'months',
      fallback: hypothesis(0, 'versé à la signature'),
    }),
    years: field(wholeNumber(1, 20), {
      label: 'Nombre d’années',
      help: 'Un versement par an. Pour le fonctionnement seulement.',
      unit: 'years',
      fallback: hypothesis(1, 'un seul versement'),
    }),
    taxRelief: field(truth(), {
      label: 'Réduction d’impôt du mécène',
      help: 'Le mécène est une entreprise imposée en France et l’organisme lui remet un reçu fiscal.',
      fallback: hypothesis(true, 'don d’une entreprise à un organisme d’intérêt général'),
    }),
  },
  (context, terms) => {
    const { calculation, ledger, borrower, id, assume } = context;
    const about = { party: borrower };
    const typed = assume('amount', 'money');
    const first = assume('callMonth', 'months');
    const isInvestment = terms.purpose === 'investment';
    const given = calculation.monthly(
      `${id}.received`,
      terms.label,
      choose(
        isInvestment ? isEqual(MONTH, first) : isYearlyDate(first, assume('years', 'years')),
        typed,
        NO_MONEY,
      ),
      about,
    );
    ledger.transfer(terms.from, borrower, isInvestment ? 'patronage-investment' : 'patronage', given);
    const giverRelief = terms.taxRelief
      ? postPatronRelief(context, terms.label, { giver: terms.from, given })
      : undefined;
    if (isInvestment) {
      return {
        category: 'grant',
        received: given,
        total: calculation.once(`${id}.total`, terms.label, typed, about),
        giverRelief,
      };
    }
    return {
      category: 'outside-plan',
      received: calculation.nothing(),
      total: calculation.once(
        `${id}.in-plan`,
        `${terms.label} : part du plan de financement`,
        NO_MONEY,
        about,
      ),
      besideThePlan: {
        label: `${terms.label}, produit d’exploitation`,
        line: calculation.once(`${id}.total`, `${terms.label}, en tout`, total(given), about),
        giver: terms.from,
      },
      giverRelief,
    };
  },
  (terms) => terms.callMonth + (terms.purpose === 'operating' ? (terms.years - 1) * 12 : 0) + RELIEF_DELAY,
);
