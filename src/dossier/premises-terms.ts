import { field, group, hypothesis, type ValueOf } from '../input/description.ts';
import { kebabId } from '../input/fields.ts';
import { moneyField, monthsField } from './wording.ts';

/** Premises that a local authority buys, builds or converts, and lets to the enterprise: « atelier-relais ». */
export const TURNKEY = group('Locaux clés en main loués par une collectivité', {
  from: field(kebabId(), {
    label: 'Collectivité qui achète, aménage et loue',
    help: 'Identifiant de la partie : elle paie le site et les travaux du propriétaire, et encaisse le loyer du bail.',
  }),
  rentPerM2Year: moneyField(
    {
      label: 'Loyer de la première année',
      help: 'En €/m²/an hors taxes et hors charges, à la mise en service ; l’écart au loyer de marché est une aide.',
    },
    'money/area/years',
  ),
});

/** A temporary occupation before the lease at the market: cheap, and without any right to stay. */
export const TEMPORARY = group('Occupation temporaire', {
  months: monthsField(
    {
      label: 'Durée de l’occupation',
      help: 'En mois depuis la mise en service ; l’entreprise déménage ensuite dans des locaux loués au marché.',
    },
    1,
    72,
  ),
  feePerM2Year: moneyField(
    {
      label: 'Redevance',
      help: 'En €/m²/an, charges et taxe foncière comprises, payée chaque mois, sans indexation ni TVA.',
    },
    'money/area/years',
  ),
  noticeMonths: monthsField(
    {
      label: 'Préavis',
      help: 'En mois : le propriétaire peut reprendre les lieux avec ce préavis, sans indemnité.',
      fallback: hypothesis(3, 'usage des conventions d’occupation, à lire dans la vôtre'),
    },
    0,
    24,
  ),
  movingCosts: moneyField({
    label: 'Coût du déménagement au terme',
    help: 'Transfert et remontage des machines, remise en état, aménagement des nouveaux locaux, hors taxes.',
    fallback: hypothesis(
      '0.00',
      'non chiffré : demandez un devis, un second déménagement coûte souvent le premier',
    ),
  }),
});

export type TemporaryTerms = ValueOf<typeof TEMPORARY>;
