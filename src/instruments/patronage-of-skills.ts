import { choose, constant, NO_MONEY, over, roundedToCents, times, total } from '../formula/build.ts';
import { field, hypothesis } from '../input/description.ts';
import { amount, kebabId, text, truth, wholeNumber } from '../input/fields.ts';
import { instrument } from './instrument.ts';
import { postPatronRelief, RELIEF_DELAY } from './patron-relief.ts';
import { isYearlyDate } from './yearly-dates.ts';

const ONE_COUNT = constant(1, 'count');

/**
 * Patronage of skills (« mécénat de compétences »): hours of a company's staff, lent for nothing to a body of general
 * interest. No cash and no source of the plan: an equal income and charge in kind (ANC 2018-06, comptes 86 et 87), at
 * what the hours cost to who gives them. What they spare is told, never counted.
 */
export const PATRONAGE_OF_SKILLS = instrument(
  'patronage-of-skills',
  'Mécénat de compétences',
  {
    from: field(kebabId(), { label: 'Mécène', help: 'Identifiant de l’entreprise qui prête ses salariés.' }),
    hoursYear: field(amount({ min: '0' }), {
      label: 'Heures par an',
      help: 'Heures de travail données chaque année.',
      unit: 'count',
    }),
    hourlyCost: field(amount({ min: '0' }), {
      label: 'Coût d’une heure pour le mécène',
      help: 'Salaire et charges : la valeur du don.',
      unit: 'money',
    }),
    callMonth: field(wholeNumber(0, 240), {
      label: 'Mois de départ',
      help: 'Mois après la signature ; les heures d’une année sont comptées à ce mois, puis à ses anniversaires.',
      unit: 'months',
      fallback: hypothesis(0, 'dès la signature'),
    }),
    years: field(wholeNumber(1, 20), {
      label: 'Nombre d’années',
      help: 'Durée de la convention.',
      unit: 'years',
      fallback: hypothesis(1, 'une année'),
    }),
    replaces: field(text(200), {
      label: 'Ce que ces heures épargnent',
      help: 'Pour mémoire : étude, maîtrise d’ouvrage, comptabilité…',
      fallback: hypothesis('', 'non précisé'),
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
    const ofYear = calculation.once(
      `${id}.value-of-year`,
      `${terms.label} : valeur des heures d’une année`,
      roundedToCents(times(assume('hourlyCost', 'money'), over(assume('hoursYear', 'count'), ONE_COUNT))),
      about,
    );
    const given = calculation.monthly(
      `${id}.given`,
      terms.label,
      choose(isYearlyDate(assume('callMonth', 'months'), assume('years', 'years')), ofYear, NO_MONEY),
      about,
    );
    ledger.accrue(borrower, 'donated-skills', given);
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
        label: terms.replaces === '' ? terms.label : `${terms.label} (épargne : ${terms.replaces})`,
        line: calculation.once(`${id}.total`, `${terms.label}, en tout`, total(given), about),
        giver: terms.from,
      },
      giverRelief: terms.taxRelief
        ? postPatronRelief(context, terms.label, { giver: terms.from, given })
        : undefined,
    };
  },
  (terms) => terms.callMonth + (terms.years - 1) * 12 + RELIEF_DELAY,
);
