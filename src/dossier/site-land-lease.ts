import { field, group, hypothesis, type ValueOf } from '../input/description.ts';
import { amount, choice } from '../input/fields.ts';
import { moneyField, yearsField } from './wording.ts';

/** The site held by a lease of long duration, from its owner, instead of being bought. */
export const LAND_LEASE = group('Bail de longue durée', {
  kind: field(
    choice({
      emphyteutic: 'bail emphytéotique',
      construction: 'bail à construction',
      brsa: 'bail réel solidaire d’activité (BRSA)',
    }),
    {
      label: 'Nature du bail',
      help: 'Le propriétaire garde le site et reprend les constructions à la fin ; le preneur tient un droit réel, qu’il peut hypothéquer.',
      fallback: hypothesis('emphyteutic', 'forme la plus courante pour un bâtiment à réhabiliter'),
    },
  ),
  years: yearsField(
    {
      label: 'Durée du bail',
      help: 'En années, depuis la date d’achat du site : plus de 18 pour une emphytéose, 18 au moins pour un bail à construction, 99 au plus.',
      fallback: hypothesis(40, 'plus long qu’un prêt immobilier et que l’amortissement d’une réhabilitation'),
    },
    1,
    150,
  ),
  entryPayment: moneyField({
    label: 'Droit d’entrée',
    help: 'Payé une fois à la signature du bail, hors taxes.',
    fallback: hypothesis('0.00', 'aucun droit d’entrée'),
  }),
  canonYear: moneyField(
    {
      label: 'Canon annuel',
      help: 'Redevance de la première année, payée d’avance à chaque anniversaire, indexée comme les loyers.',
    },
    'money/years',
  ),
  marketCanonYear: field(amount({ min: '0' }).nullable(), {
    label: 'Canon de marché, par an',
    help: 'Avis du Domaine ou expertise, pour le même droit d’entrée : mesure l’aide quand le propriétaire est public.',
    unit: 'money/years',
    fallback: hypothesis(null, 'non renseigné : aucune aide mesurée'),
  }),
  deedCosts: moneyField({
    label: 'Frais d’acte du bail',
    help: 'Notaire et publication, hors taxes ; la taxe de publicité foncière est calculée.',
    fallback: hypothesis('3000.00', 'ordre de grandeur non établi : demandez un devis au notaire'),
  }),
});

export type LandLeaseTerms = ValueOf<typeof LAND_LEASE>;
