import { field, group, hypothesis, type RawDossier, type ValueOf } from '../input/description.ts';
import { choice, rate, share, wholeNumber } from '../input/fields.ts';

/** The first year of a default that can be tested: it begins once the loan is wholly drawn. */
export function firstTestedYear(monthsToOpening: number): number {
  return Math.max(1, Math.ceil(monthsToOpening / 12) + 1);
}

/** The fifth year, or the first after entry into service when works last longer. */
function usualYear(dossier: RawDossier): number {
  const monthOf = (date: unknown) => Number(String(date).slice(0, 4)) * 12 + Number(String(date).slice(5, 7));
  const { project } = dossier as { readonly project?: { readonly opening?: unknown } };
  const months = monthOf(project?.opening) - monthOf(dossier.signature);
  return Number.isFinite(months) ? Math.max(5, Math.min(40, firstTestedYear(months))) : 5;
}

/** How a guaranteed loan may end badly: what a guarantor looks at, all of it hypotheses. */
export const BORROWER_RISK = group('Risque de défaut (prêt garanti)', {
  rating: field(
    choice({
      AAA: 'AAA à AA',
      A: 'A',
      BBB: 'BBB',
      BB: 'BB',
      B: 'B, ou jeune entreprise sans historique',
      'B-': 'B−',
    }),
    {
      label: 'Notation de l’emprunteur',
      help: 'Donne la prime refuge de l’Union, qui sert à l’équivalent-subvention ; aucune prime sous B−.',
      fallback: hypothesis(
        'B',
        'société nouvelle ou sans notation : à remplacer par la cotation de la banque',
      ),
    },
  ),
  annualDefaultProbability: field(rate(), {
    unit: 'ratio/years',
    label: 'Probabilité de défaut, par an',
    help: 'Sert à la perte attendue, moyenne tenue hors des flux, que personne ne verse.',
    fallback: hypothesis('0.02', 'ordre de grandeur d’une petite entreprise ; aucune série publiée retenue'),
  }),
  recoveredShare: field(share(), {
    unit: 'ratio',
    label: 'Part récupérée sur les sûretés',
    help: 'Du capital dû au défaut, frais déduits.',
    fallback: hypothesis('0.6', 'vente forcée d’un local d’activité'),
  }),
  recoveryMonths: field(wholeNumber(1, 120), {
    unit: 'months',
    label: 'Mois jusqu’à la vente des sûretés',
    help: 'Comptés à partir du défaut.',
    fallback: hypothesis(24, 'procédure collective puis vente'),
  }),
  stressedYear: field(wholeNumber(1, 40), {
    unit: 'years',
    label: 'Année du défaut testé',
    help: 'Comptée à partir de la signature : rien n’est plus payé dès le début de cette année.',
    fallback: hypothesis(usualYear, 'cinquième année, ou la première après la mise en service'),
  }),
});

export type BorrowerRisk = ValueOf<typeof BORROWER_RISK>;
