import { Decimal } from '../formula/decimal.ts';
import { field, group, hypothesis, type Json, type RawDossier } from '../input/description.ts';
import { choice, isoDate, kebabId, share, text } from '../input/fields.ts';
import { moneyField, shareField } from './wording.ts';

/** Who pays a revenue stream: what makes it lasting or not. */
export const CUSTOMER_LABELS = {
  'eco-organisme': 'éco-organisme',
  'reserved-contract': 'marché réservé',
  'public-buyer': 'acheteur public',
  'industrial-client': 'client industriel',
  company: 'entreprises',
  households: 'particuliers',
} as const;

/** One source of turnover: who pays, how much, from when to when. */
export const REVENUE_STREAM = group('Flux de recettes', {
  id: field(kebabId(), {
    label: 'Identifiant (recette)',
    help: 'Nom court en minuscules, tirets entre les mots.',
  }),
  label: field(text(120), { label: 'Libellé (recette)', help: 'Nom affiché.' }),
  customer: field(choice(CUSTOMER_LABELS), {
    label: 'Client',
    help: 'Éco-organisme, marché réservé, acheteur public, client industriel, entreprises ou particuliers.',
    fallback: hypothesis('company', 'clientèle d’entreprises'),
  }),
  annualBefore: moneyField(
    { label: 'Recette annuelle avant la mise en service', help: 'Hors taxes, aux prix de la signature.' },
    'money/years',
  ),
  annualAfter: moneyField(
    { label: 'Recette annuelle après la mise en service', help: 'Hors taxes, aux prix de la signature.' },
    'money/years',
  ),
  start: field(isoDate().nullable(), {
    label: 'Début du contrat',
    help: 'Premier mois facturé ; vide si la recette existe déjà.',
    fallback: hypothesis(null, 'recette déjà acquise à la signature'),
  }),
  end: field(isoDate().nullable(), {
    label: 'Fin du contrat',
    help: 'Dernier mois facturé ; vide si le contrat ne finit pas.',
    fallback: hypothesis(null, 'sans terme'),
  }),
  renewalProbability: shareField({
    label: 'Probabilité de renouvellement',
    help: 'Après la fin du contrat. Dans le cas central, la recette continue à partir de 50 %, s’arrête en dessous.',
    fallback: hypothesis('1', 'renouvelé'),
  }),
  purchasesShare: field(share().nullable(), {
    label: 'Achats propres à la recette, part de son montant',
    help: 'Vide : la part commune à toutes les recettes.',
    unit: 'ratio',
    fallback: hypothesis(null, 'part commune'),
  }),
});

function streamsOf(dossier: RawDossier): readonly RawDossier[] {
  const operator = dossier.operator;
  if (operator === null || typeof operator !== 'object' || Array.isArray(operator)) return [];
  const { revenues } = operator as RawDossier;
  return Array.isArray(revenues) ? (revenues as readonly RawDossier[]) : [];
}

/** The turnover that the streams make when it is not typed; undefined, hence a missing field, when there is no stream. */
export function sumOfStreams(key: 'annualBefore' | 'annualAfter') {
  return (dossier: RawDossier): Json | undefined => {
    const streams = streamsOf(dossier);
    if (streams.length === 0) return undefined;
    return streams.reduce((sum, stream) => sum.plus(String(stream[key])), new Decimal(0)).toFixed(2);
  };
}
