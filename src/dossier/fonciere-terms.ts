import { field, group, hypothesis, list, type RawDossier } from '../input/description.ts';
import { choice, departmentCode, kebabId, rate, share, text, wholeNumber } from '../input/fields.ts';
import { SHARE_INTEREST_CAP_2025 } from '../law/share-interest-cap.ts';
import {
  areaField,
  moneyField,
  monthsField,
  optionalShareField,
  rateField,
  shareField,
  truthField,
  yearsField,
} from './wording.ts';

/** What the parts sociales earn and how they are paid back. */
const SHARES = {
  shareInterestRate: rateField({
    label: 'Intérêt visé aux parts sociales',
    help: 'Par an ; versé dans la limite du plafond légal, du résultat distribuable et de la trésorerie.',
    fallback: hypothesis('0.01', 'de 0 à 2 % dans les foncières solidaires'),
  }),
  shareInterestRateCap: rateField({
    label: 'Plafond légal du taux d’intérêt aux parts',
    help: 'Moyenne des TMO de trois ans et 2 points (loi 47-1775 art. 14) ; à saisir chaque année.',
    fallback: hypothesis(
      SHARE_INTEREST_CAP_2025.value,
      'assemblées de 2025 ; celui de 2026 n’est pas établi ici',
    ),
  }),
  reserveShare: field(share(), {
    unit: 'ratio',
    label: 'Part du résultat mise en réserves impartageables',
    help: 'La loi en demande 57,5 % au moins à une SCIC ; au-delà, les statuts ou l’assemblée décident.',
    fallback: hypothesis('0.575', 'minimum légal d’une SCIC'),
  }),
  redemptionFromYear: yearsField(
    {
      label: 'Rachat des parts citoyennes à partir de l’année',
      help: 'Années après la signature ; l’avantage fiscal est repris avant la septième.',
      fallback: hypothesis(8, 'après le délai de sept ans de l’IR-PME'),
    },
    1,
    40,
  ),
  redemptionShareYear: field(share(), {
    unit: 'ratio',
    label: 'Part des parts citoyennes demandées en remboursement chaque année',
    help: 'Remboursée au nominal, moins les pertes, selon la trésorerie, jamais sous le quart du plus haut capital.',
    fallback: hypothesis('0.05', 'rotation lente d’un capital citoyen'),
  }),
};

/** The vehicle of a foncière solidaire: its form, what it shares between its sites, what it pays its members. */
export const FONCIERE = group('Foncière solidaire', {
  name: field(text(120), {
    label: 'Nom de la foncière',
    help: 'Dénomination.',
    fallback: hypothesis('Foncière solidaire', 'nom usuel'),
  }),
  form: field(choice({ SCIC: 'SCIC', 'SAS-ESS': 'SAS de l’ESS (ESUS)' }), {
    label: 'Forme de la foncière',
    help: 'Une SCIC peut accueillir des collectivités ; une SAS, non.',
    fallback: hypothesis('SCIC', 'seule forme ouverte au capital des collectivités'),
  }),
  reducedCorporateTaxRate: truthField({
    label: 'Taux réduit de 15 % pour la foncière',
    help: 'Capital détenu à 75 % par des personnes physiques : rarement le cas.',
    fallback: hypothesis(false, 'capital partagé avec des personnes morales'),
  }),
  minimumCash: moneyField({
    label: 'Trésorerie minimale de la foncière',
    help: 'Pour ce site : laissée à la mise en service, gardée avant tout intérêt ou rachat de parts.',
    fallback: hypothesis('0.00', 'aucune'),
  }),
  managementCostsYear: moneyField(
    {
      label: 'Charges communes de la foncière, par an',
      help: 'Équipe, comptabilité, assurances : partagées entre les sites selon leur surface.',
      fallback: hypothesis('20000.00', 'ordre de grandeur d’une petite structure'),
    },
    'money/years',
  ),
  vacancyFundRate: field(share(), {
    unit: 'ratio',
    label: 'Fonds de vacance mutualisé, part des loyers',
    help: 'Trésorerie mise de côté par tous les sites pour les mois sans locataire.',
    fallback: hypothesis('0.03', 'trois centièmes des loyers'),
  }),
  siteShareOfFunds: optionalShareField({
    label: 'Part des fonds communs affectée à ce site',
    help: 'Parts sociales et titres de toute la foncière ; si le champ est vide, selon la surface.',
    fallback: hypothesis(null, 'selon la surface, comme les charges communes'),
  }),
  ...SHARES,
});

/** A group of members of the vehicle, what it brings and how it votes. */
export const COLLEGE = group('Collège', {
  id: field(kebabId(), { label: 'Identifiant du collège', help: 'Unique dans la foncière.' }),
  label: field(text(120), { label: 'Nom du collège', help: 'Nom affiché.' }),
  category: field(
    choice({
      employees: 'salariés ou producteurs',
      beneficiaries: 'bénéficiaires (locataires)',
      authorities: 'collectivités',
      citizens: 'citoyens',
      partners: 'partenaires et financeurs',
    }),
    {
      label: 'Catégorie d’associés',
      help: 'Une SCIC en réunit trois au moins, dont salariés ou producteurs, et bénéficiaires.',
    },
  ),
  from: field(kebabId(), {
    label: 'Qui apporte',
    help: 'Identifiant d’une partie ; « operator » pour l’entreprise elle-même.',
  }),
  amount: moneyField({
    label: 'Parts sociales souscrites',
    help: 'Pour toute la foncière, versées à la signature ; celles de l’entreprise vont toutes à son site.',
  }),
  votes: field(share(), {
    unit: 'ratio',
    label: 'Part des voix du collège',
    help: 'Fixée par les statuts : de 10 à 50 % par collège dans une SCIC, sans lien avec le capital.',
  }),
  taxRelief: truthField({
    label: 'Réduction d’impôt des souscripteurs (IR-PME)',
    help: 'Personnes physiques, foncière agréée ESUS soumise à l’IS : payée par l’État l’année suivante.',
    fallback: hypothesis(false, 'aucune'),
  }),
});

/** Other sites of the vehicle, of one kind and one year. */
export const LOT = group('Lot de sites', {
  id: field(kebabId(), { label: 'Identifiant du lot', help: 'Unique dans la foncière.' }),
  label: field(text(120), { label: 'Nom du lot', help: 'Nom affiché.' }),
  count: field(wholeNumber(1, 200), {
    unit: 'count',
    label: 'Nombre de sites',
    help: 'Sites de même nature, achetés la même année.',
    fallback: hypothesis(1, 'un site'),
  }),
  areaM2: areaField({ label: 'Surface d’un site', help: 'Surface louée, en m².' }),
  purchaseMonth: monthsField({ label: 'Mois de l’achat', help: 'Mois après la signature.' }, 0, 240),
  worksMonths: monthsField(
    {
      label: 'Durée des travaux',
      help: 'En mois après l’achat ; la mise en service suit.',
      fallback: hypothesis(12, 'un an'),
    },
    1,
    60,
  ),
  department: field(departmentCode(), {
    label: 'Département du lot',
    help: 'Code à deux ou trois caractères : il fixe les droits de mutation.',
    fallback: hypothesis(
      (dossier: RawDossier) => (dossier.site as RawDossier | null)?.department ?? null,
      'celui du site du dossier',
    ),
  }),
  price: moneyField({ label: 'Prix d’achat d’un site', help: 'Hors droits et frais.' }),
  landShare: shareField({
    label: 'Part du terrain dans le prix',
    help: 'Le terrain ne s’amortit pas.',
    fallback: hypothesis('0.20', 'immeuble bâti'),
  }),
  works: moneyField({
    label: 'Travaux d’un site, hors taxes',
    help: 'Honoraires et aléas compris.',
  }),
  grantShare: shareField({
    label: 'Subventions, part des travaux',
    help: 'Reçues à la mise en service.',
    fallback: hypothesis('0', 'aucune'),
  }),
  loanShare: shareField({
    label: 'Prêts, part du coût',
    help: 'Prix, frais et travaux hors taxes ; tirés à mesure des dépenses, le reste vient des fonds communs.',
    fallback: hypothesis('0.60', 'ordre de grandeur des foncières solidaires'),
  }),
  loanAnnualRate: rateField({
    label: 'Taux annuel du prêt du lot',
    help: 'Taux fixe.',
    fallback: hypothesis('0.035', 'prêt long d’un financeur public ou coopératif'),
  }),
  loanYears: yearsField(
    {
      label: 'Durée du prêt du lot',
      help: 'En années, échéances mensuelles constantes après la mise en service.',
      fallback: hypothesis(25, 'prêt immobilier long'),
    },
    1,
    50,
  ),
  marketRentPerM2Year: moneyField(
    { label: 'Loyer de marché du lot', help: 'En €/m²/an hors taxes, à la mise en service du lot.' },
    'money/area/years',
  ),
  marketDiscount: shareField({
    label: 'Décote sur le loyer de marché',
    help: 'Part du loyer de marché à laquelle la foncière renonce.',
    fallback: hypothesis('0.30', 'bas de la fourchette de 30 à 70 % citée par une foncière solidaire'),
  }),
  vacancyRate: field(rate({ max: '0.5' }), {
    unit: 'ratio',
    label: 'Vacance',
    help: 'Part des loyers perdue chaque année sur le lot ; sur un seul site, elle est tout ou rien.',
    fallback: hypothesis('0.05', 'plusieurs locataires : vacance courante'),
  }),
  chargesPerM2Year: moneyField(
    {
      label: 'Charges et taxe foncière laissées à la foncière',
      help: 'En €/m²/an, non refacturées, aux prix de la signature.',
      fallback: hypothesis('8.00', 'charges non récupérables'),
    },
    'money/area/years',
  ),
  depreciationYears: yearsField(
    {
      label: 'Amortissement du bâtiment',
      help: 'En années, tous composants ensemble.',
      fallback: hypothesis(30, 'bâtiment et travaux'),
    },
    5,
    60,
  ),
});

export const COLLEGES = list('Collèges d’associés', COLLEGE, { longest: 10 });
export const LOTS = list('Autres sites de la foncière', LOT, {
  longest: 6,
  fallback: hypothesis([], 'ce site seul'),
});
