import { field, group, hypothesis, nullable, type RawDossier } from '../input/description.ts';
import { amount, departmentCode, isoDate, kebabId, rate, text } from '../input/fields.ts';
import { CARRYING } from './site-carrying.ts';
import { LAND_LEASE } from './site-land-lease.ts';
import { areaField, moneyField, shareField, truthField } from './wording.ts';

/** The place: what is bought, what it costs to hold, what its market rent is. */
export const SITE = group('Site', {
  name: field(text(160), { label: 'Nom du site', help: 'Nom usuel.' }),
  commune: field(text(120), { label: 'Commune', help: 'Nom de la commune.' }),
  department: field(departmentCode(), {
    label: 'Département',
    help: 'Code à deux ou trois caractères (42, 2A, 974) : il fixe les droits de mutation.',
  }),
  landAreaM2: areaField({ label: 'Surface du terrain', help: 'En mètres carrés.' }),
  floorAreaM2: areaField({ label: 'Surface utile des bâtiments', help: 'En mètres carrés, base du loyer.' }),
  purchaseDate: field(isoDate(), {
    label: 'Date d’achat',
    help: 'Mois de l’acte authentique.',
    fallback: hypothesis((dossier: RawDossier) => dossier.signature ?? null, 'achat à la signature'),
  }),
  brownfield: truthField({
    label: 'Friche',
    help: 'Site abandonné ou sous-utilisé, remis en usage par le projet.',
    fallback: hypothesis(false, 'site en usage sauf mention contraire'),
  }),
  chosenBrownfield: field(kebabId().nullable(), {
    label: 'Friche retenue',
    help: 'Identifiant de la friche comparée d’où viennent coûts et calendrier de ce site.',
    fallback: hypothesis(null, 'site saisi à la main'),
  }),
  price: moneyField({ label: 'Prix d’achat', help: 'Hors droits et hors frais.' }),
  marketValue: field(amount({ min: '0' }).nullable(), {
    label: 'Valeur vénale du site',
    help: 'Avis du Domaine ou expertise, hors droits ; sert à mesurer un rabais quand le vendeur est public.',
    unit: 'money',
    fallback: hypothesis(null, 'non renseignée : aucun rabais mesuré'),
  }),
  landShare: shareField({
    label: 'Part du terrain dans le prix',
    help: 'Le terrain ne s’amortit pas.',
    fallback: hypothesis('0.20', 'répartition usuelle d’un site industriel ancien'),
  }),
  newBuilding: truthField({
    label: 'Bâtiment neuf (moins de 5 ans, vendu avec TVA)',
    help: 'Change les droits de mutation et ajoute la TVA au prix.',
    fallback: hypothesis(false, 'bâtiment ancien'),
  }),
  commitmentToBuild: truthField({
    label: 'Engagement de construire dans les quatre ans',
    help: 'Droit fixe de 125 € au lieu des droits proportionnels (acquéreur assujetti à la TVA).',
    fallback: hypothesis(false, 'pas d’engagement de construire'),
  }),
  disbursements: moneyField({
    label: 'Débours du notaire',
    help: 'Pièces, publicité foncière, géomètre.',
    fallback: hypothesis('1500.00', 'ordre de grandeur de 1 000 à 1 500 €'),
  }),
  marketRentPerM2Year: moneyField(
    {
      label: 'Loyer de marché',
      help: 'En €/m²/an hors taxes et hors charges, à la date de signature.',
    },
    'money/area/years',
  ),
  exitYield: field(rate({ aboveMin: true }), {
    unit: 'ratio/years',
    label: 'Taux de capitalisation',
    help: 'Loyer net de l’année / valeur du bâtiment, droits exclus : sert à estimer la valeur.',
    fallback: hypothesis('0.085', 'locaux d’activité hors grandes métropoles : de 8 à 11 %'),
  }),
  ownerChargesShare: shareField({
    label: 'Charges qu’un bail de marché laisse au propriétaire',
    help: 'Part des charges annuelles de l’immeuble déduite du loyer de marché pour estimer la valeur.',
    fallback: hypothesis('0', 'bail usuel d’un local d’activité : le locataire rembourse les charges'),
  }),
  ownerPaysTaxeFonciere: truthField({
    label: 'Taxe foncière laissée au propriétaire par un bail de marché',
    help: 'Alors déduite du loyer de marché pour estimer la valeur.',
    fallback: hypothesis(false, 'bail usuel d’un local d’activité : le locataire rembourse la taxe foncière'),
  }),
  marketManagementRate: shareField({
    label: 'Frais de gestion du propriétaire, part du loyer de marché',
    help: 'Déduits du loyer de marché pour estimer la valeur.',
    fallback: hypothesis('0', 'un seul locataire : gestion négligée'),
  }),
  taxeFonciereYear: moneyField(
    { label: 'Taxe foncière annuelle', help: 'Aux conditions de la date de signature.' },
    'money/years',
  ),
  propertyChargesYear: moneyField(
    {
      label: 'Charges annuelles de l’immeuble',
      help: 'Assurance, entretien, maintenance, hors taxes.',
    },
    'money/years',
  ),
  carrying: nullable('Portage par un EPF', CARRYING),
  landLease: nullable('Bail de longue durée', LAND_LEASE),
});
