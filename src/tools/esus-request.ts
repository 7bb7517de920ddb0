import { z } from 'zod';
import { type Decimal, ZERO } from '../formula/decimal.ts';
import { amount, isoDate, rate, truth, wholeNumber } from '../input/fields.ts';
import type { Problem } from '../input/problem.ts';

const YEARS = 3;
/** From this age on, three fiscal years are closed, however long the first one was. */
const AGE_WITH_ALL_YEARS = 4;

const yearly = (bounds: Parameters<typeof amount>[0] = {}) => z.array(amount(bounds)).min(1).max(YEARS);

/** What the agreement ESUS is asked with: amounts of up to three fiscal years, pay of a year. */
export const esusRequest = z.strictObject({
  date: isoDate().meta({ title: 'Date de l’examen', description: 'Le SMIC est celui de ce jour.' }),
  ageYears: wholeNumber(0, 200).meta({
    title: 'Ancienneté de l’entreprise',
    description: 'En années révolues ; moins de trois : agrément de deux ans.',
  }),
  asOfRight: truth().meta({
    title: 'Agrément de plein droit',
    description: 'Entreprise d’insertion, entreprise adaptée, atelier ou chantier d’insertion.',
  }),
  listed: truth().meta({ title: 'Titres cotés', description: 'Admis sur un marché réglementé.' }),
  statutes: truth().meta({
    title: 'Statuts conformes',
    description: 'L’objectif d’utilité sociale et la politique de rémunération y sont inscrits.',
  }),
  charges: z
    .strictObject({
      socialUtility: yearly({ min: '0' }).meta({
        title: 'Charges liées à l’utilité sociale',
        description: 'Un montant par exercice clos, trois au plus.',
      }),
      operating: yearly({ min: '0' }).meta({
        title: 'Charges d’exploitation',
        description: 'Des mêmes exercices ; la part est lue sur leur total.',
      }),
    })
    .optional()
    .meta({ title: 'Charges des derniers exercices' }),
  financing: z
    .strictObject({
      pay: yearly({ min: '0' }).meta({
        title: 'Dividendes et rémunération des financements non bancaires',
        description: 'Un montant par exercice clos, trois au plus.',
      }),
      funds: yearly().meta({
        title: 'Capitaux propres et financements non bancaires',
        description: 'Des mêmes exercices ; le taux est lu sur leur total.',
      }),
      tmo: rate().meta({
        title: 'TMO de référence (annuel)',
        description: 'Taux moyen de rendement des obligations sur ces exercices.',
      }),
    })
    .optional()
    .meta({ title: 'Rémunération des financements' }),
  salaries: z
    .array(amount({ min: '0' }))
    .min(1)
    .max(5)
    .optional()
    .meta({
      title: 'Cinq plus hautes rémunérations',
      description: 'Brutes, par an, à temps complet, de une à cinq ; la moyenne est celle de la liste.',
    }),
});

/** Of several years, or of several persons. */
export function total(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, each) => sum.plus(each), ZERO);
}

export type EsusRequest = z.infer<typeof esusRequest>;

/** Years that do not go together, totals that divide nothing. */
export function esusInconsistencies({ ageYears, charges, financing }: EsusRequest): Problem[] {
  const problems: Problem[] = [];
  const check = (
    [part, parts]: readonly [string, readonly Decimal[]],
    [whole, wholes]: readonly [string, readonly Decimal[]],
  ) => {
    if (parts.length !== wholes.length) {
      problems.push({
        path: part,
        message: `exercices différents : autant de montants que dans l’autre liste ; écrivez-en ${wholes.length}`,
      });
    } else if (ageYears >= AGE_WITH_ALL_YEARS && wholes.length < YEARS) {
      problems.push({
        path: whole,
        message:
          'liste trop courte : une entreprise de quatre ans ou plus a clos trois exercices ; écrivez trois montants par liste',
      });
    }
    if (total(wholes).lte(0)) {
      problems.push({ path: whole, message: 'trop petit : le total des exercices doit dépasser 0' });
    }
  };
  if (charges !== undefined) {
    const { socialUtility, operating } = charges;
    check(['charges.socialUtility', socialUtility], ['charges.operating', operating]);
    if (total(socialUtility).gt(total(operating))) {
      problems.push({
        path: 'charges.socialUtility',
        message:
          'trop grand : ces charges sont une part des charges d’exploitation, elles ne les dépassent pas',
      });
    }
  }
  if (financing !== undefined) {
    check(['financing.pay', financing.pay], ['financing.funds', financing.funds]);
  }
  return problems;
}
