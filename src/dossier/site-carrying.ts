import { field, group, hypothesis, type RawDossier, type ValueOf } from '../input/description.ts';
import { kebabId, text } from '../input/fields.ts';
import { moneyField, monthsField, optionalShareField, rateField, shareField } from './wording.ts';

function taxeFonciereOfSite(dossier: RawDossier): string | undefined {
  const site = dossier.site as RawDossier | null | undefined;
  return typeof site?.taxeFonciereYear === 'string' ? site.taxeFonciereYear : undefined;
}

/**
 * A site carried by an établissement public foncier before it is sold to the buyer of the path. Each EPF has its own
 * rules: what is a rule of one is typed here as a dated hypothesis, never as a national figure.
 */
export const CARRYING = group('Portage par un EPF', {
  name: field(text(120), {
    label: 'Nom de l’EPF',
    help: 'Établissement public foncier qui achète, porte et revend le site.',
    fallback: hypothesis('Établissement public foncier', 'EPF non nommé'),
  }),
  purchaseMonth: monthsField(
    {
      label: 'Mois de l’achat par l’EPF',
      help: 'Mois après la signature ; la revente a lieu à la date d’achat du site. Un achat antérieur à la signature se saisit au mois 0, avec ses coûts déjà dépensés.',
      fallback: hypothesis(0, 'achat par l’EPF à la signature'),
    },
    0,
    240,
  ),
  acquisitionPrice: moneyField({
    label: 'Prix payé par l’EPF au propriétaire',
    help: 'Hors frais : remplace le prix d’achat du site, que l’acquéreur ne paie pas au propriétaire.',
  }),
  acquisitionCostsRate: shareField({
    label: 'Frais d’acquisition de l’EPF, part du prix',
    help: 'Notaire, publicité foncière, négociation.',
    fallback: hypothesis('0.025', 'frais d’un acte sans droits proportionnels ; à demander à l’EPF'),
  }),
  taxeFonciereYear: moneyField(
    {
      label: 'Taxe foncière pendant le portage, par an',
      help: 'Payée par l’EPF, comprise dans le prix de revient, au prorata des mois.',
      fallback: hypothesis(taxeFonciereOfSite, 'celle du site'),
    },
    'money/years',
  ),
  managementYear: moneyField(
    {
      label: 'Gestion pendant le portage, par an',
      help: 'Gardiennage, assurance, entretien, hors taxes, au prorata des mois.',
      fallback: hypothesis('0.00', 'non chiffrée : à demander à l’EPF'),
    },
    'money/years',
  ),
  studies: moneyField({
    label: 'Études de l’EPF',
    help: 'Diagnostics, pré-programmation, hors taxes, restant à la charge de l’opération.',
    fallback: hypothesis('0.00', 'aucune étude refacturée'),
  }),
  works: moneyField({
    label: 'Travaux de proto-aménagement',
    help: 'Démolition, désamiantage, dépollution faits par l’EPF, hors taxes. Ne les comptez pas aussi dans les travaux du projet.',
    fallback: hypothesis('0.00', 'aucuns travaux par l’EPF'),
  }),
  feeRate: rateField({
    label: 'Frais de portage, par an',
    help: 'Part du prix et des frais d’acquisition, par an, au prorata des mois : revient à l’EPF.',
    fallback: hypothesis('0.01', 'de 0 à 2 % selon l’EPF, valeur non établie (relevé de 2026)'),
  }),
  receiptsYear: moneyField(
    {
      label: 'Loyers temporaires encaissés par l’EPF, par an',
      help: 'Occupations précaires pendant le portage, au prorata des mois ; déduits du prix de revient.',
      fallback: hypothesis('0.00', 'site inoccupé pendant le portage'),
    },
    'money/years',
  ),
  minorationAmount: moneyField({
    label: 'Minoration, en montant',
    help: 'Ce que l’EPF laisse à sa charge ; s’ajoute aux parts ci-dessous, dans la limite du plafond.',
    fallback: hypothesis('0.00', 'aucune minoration acquise'),
  }),
  minorationOfWorks: shareField({
    label: 'Minoration, part des études et travaux',
    help: 'Part des études et des travaux de proto-aménagement que l’EPF garde à sa charge.',
    fallback: hypothesis(
      '0',
      'aucune ; jusqu’à 80 % des travaux dans un EPF (Hauts-de-France, fiche lue en 2026)',
    ),
  }),
  minorationOfLand: shareField({
    label: 'Minoration, part de l’acquisition et de la gestion',
    help: 'Part du prix, des frais, des impôts et de la gestion que l’EPF garde à sa charge.',
    fallback: hypothesis('0', 'aucune'),
  }),
  minorationCap: optionalShareField({
    label: 'Plafond de la minoration, part du prix de revient',
    help: 'Règle de l’EPF ; aucune limite autre que le prix de revient si le champ est vide.',
    fallback: hypothesis(
      '0.50',
      'chaque EPF a sa règle : 50 % relevés en 2026, à vérifier dans son programme',
    ),
  }),
  buyer: field(kebabId().nullable(), {
    label: 'Collectivité qui s’engage à racheter',
    help: 'Identifiant de la partie qui rachète le site à l’EPF au terme du portage ou en cas d’abandon ; vide si non connue.',
    fallback: hypothesis(null, 'convention non renseignée'),
  }),
});

export type CarryingTerms = ValueOf<typeof CARRYING>;
