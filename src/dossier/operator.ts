import { field, group, hypothesis, list } from '../input/description.ts';
import { choice, kebabId, text } from '../input/fields.ts';
import { OPENING_BALANCE_FIELDS, WORKING_CAPITAL_FIELDS } from './opening-balance.ts';
import { PROFIT_FIELDS } from './profit-sharing.ts';
import { REVENUE_STREAM, sumOfStreams } from './revenue-stream.ts';
import {
  countField,
  moneyField,
  monthsField,
  rateField,
  shareField,
  truthField,
  yearsField,
} from './wording.ts';

const JOB = group('Type de poste', {
  id: field(kebabId(), {
    label: 'Identifiant (poste)',
    help: 'Nom court en minuscules, tirets entre les mots.',
  }),
  label: field(text(120), { label: 'Libellé (poste)', help: 'Nom affiché.' }),
  insertion: truthField({
    label: 'Poste en insertion',
    help: 'Compte dans les emplois d’insertion.',
    fallback: hypothesis(false, 'poste permanent'),
  }),
  before: countField({ label: 'ETP avant la mise en service', help: 'Équivalents temps plein.' }),
  after: countField({ label: 'ETP après la mise en service', help: 'Équivalents temps plein.' }),
  annualCost: moneyField(
    { label: 'Coût annuel d’un ETP', help: 'Salaire et charges sociales, à la date de signature.' },
    'money/count/years',
  ),
  annualAid: moneyField(
    {
      label: 'Aide au poste annuelle par ETP',
      help: 'Versée par l’État ; nulle pour un poste permanent.',
      fallback: hypothesis('0.00', 'poste non aidé'),
    },
    'money/count/years',
  ),
});

/** The enterprise that will work on the site. */
export const OPERATOR = group('Exploitant', {
  name: field(text(160), { label: 'Nom de l’exploitant', help: 'Raison sociale.' }),
  form: field(
    choice({ association: 'association', SCOP: 'SCOP', SCIC: 'SCIC', 'SAS-ESS': 'SAS de l’ESS', SAS: 'SAS' }),
    {
      label: 'Forme juridique',
      help: 'Fixe ce que l’entreprise peut émettre et distribuer.',
    },
  ),
  subjectToCorporateTax: truthField({
    label: 'Soumis à l’impôt sur les sociétés',
    help: 'Une association sans activité lucrative ne l’est pas.',
  }),
  reducedCorporateTaxRate: truthField({
    label: 'Taux réduit de 15 %',
    help: 'Capital libéré et détenu à 75 % au moins par des personnes physiques (ou PME elles-mêmes détenues ainsi), chiffre d’affaires d’au plus 10 M€.',
    fallback: hypothesis(false, 'les filiales d’association ou de SCOP n’y ont en pratique pas droit'),
  }),
  subjectToVat: truthField({
    label: 'Assujetti à la TVA',
    help: 'Sinon la TVA payée est un coût : saisissez alors charges et achats toutes taxes comprises.',
    fallback: hypothesis(true, 'activité industrielle taxable'),
  }),
  openingCash: moneyField({ label: 'Trésorerie à la signature', help: 'Disponibilités de l’entreprise.' }),
  fixedAssets: moneyField({
    label: 'Immobilisations nettes à la signature',
    help: 'Valeur nette comptable.',
    fallback: hypothesis('0.00', 'non renseigné'),
  }),
  fixedAssetsYears: yearsField(
    {
      label: 'Durée restante de ces immobilisations',
      help: 'En années.',
      fallback: hypothesis(5, 'durée moyenne de matériel en service'),
    },
    1,
    40,
  ),
  existingDebt: moneyField({
    label: 'Emprunts en cours à la signature',
    help: 'Capital restant dû.',
    fallback: hypothesis('0.00', 'aucun'),
  }),
  existingDebtAnnualRate: rateField({
    label: 'Taux des emprunts en cours',
    help: 'Taux annuel.',
    fallback: hypothesis('0.03', 'ordre de grandeur'),
  }),
  existingDebtYears: yearsField(
    {
      label: 'Durée restante des emprunts en cours',
      help: 'En années.',
      fallback: hypothesis(5, 'ordre de grandeur'),
    },
    1,
    30,
  ),
  renewalYear: moneyField(
    {
      label: 'Investissement annuel de renouvellement',
      help: 'Hors taxes, aux prix de la signature, chaque décembre à partir d’un an après la mise en service.',
      fallback: hypothesis(
        '0.00',
        'aucun renouvellement saisi : à estimer, sinon la trésorerie future est flattée',
      ),
    },
    'money/years',
  ),
  renewalLifeYears: yearsField(
    {
      label: 'Durée d’amortissement du renouvellement',
      help: 'En années.',
      fallback: hypothesis(8, 'durée moyenne de matériel industriel'),
    },
    1,
    20,
  ),
  currentRentYear: moneyField(
    {
      label: 'Loyer annuel actuel',
      help: 'Des locaux quittés à la mise en service, hors taxes, charges comprises.',
      fallback: hypothesis('0.00', 'aucun loyer'),
    },
    'money/years',
  ),
  revenueBefore: moneyField(
    {
      label: 'Chiffre d’affaires annuel avant la mise en service',
      help: 'Hors taxes, à la date de signature ; vide si les recettes sont détaillées.',
      fallback: hypothesis(sumOfStreams('annualBefore'), 'somme des recettes détaillées'),
    },
    'money/years',
  ),
  revenueAfter: moneyField(
    {
      label: 'Chiffre d’affaires annuel après la mise en service',
      help: 'Hors taxes, aux prix de la date de signature ; vide si les recettes sont détaillées.',
      fallback: hypothesis(sumOfStreams('annualAfter'), 'somme des recettes détaillées'),
    },
    'money/years',
  ),
  revenues: list('Recettes', REVENUE_STREAM, {
    longest: 15,
    fallback: hypothesis([], 'chiffre d’affaires en un seul montant'),
  }),
  rampUpMonths: monthsField(
    {
      label: 'Montée en charge',
      help: 'Mois pour passer, par parts égales, du chiffre d’affaires et des emplois d’avant à ceux d’après la mise en service.',
      fallback: hypothesis(0, 'niveau d’après atteint dès la mise en service'),
    },
    0,
    60,
  ),
  annualRevenueGrowth: rateField({
    label: 'Croissance annuelle du chiffre d’affaires',
    help: 'Prix et volumes, en sus du changement à la mise en service.',
    fallback: hypothesis('0.018', 'même évolution que l’inflation'),
  }),
  purchasesShare: shareField({
    label: 'Achats, part du chiffre d’affaires',
    help: 'Matières et marchandises.',
  }),
  jobs: list('Postes', JOB, { longest: 20, fallback: hypothesis([], 'aucun poste') }),
  fixedCostsBefore: moneyField(
    {
      label: 'Charges fixes annuelles avant la mise en service',
      help: 'Hors loyer, hors personnel, hors taxes.',
    },
    'money/years',
  ),
  fixedCostsAfter: moneyField(
    {
      label: 'Charges fixes annuelles après la mise en service',
      help: 'Hors loyer, hors personnel, hors taxes.',
    },
    'money/years',
  ),
  ...WORKING_CAPITAL_FIELDS,
  ...OPENING_BALANCE_FIELDS,
  ...PROFIT_FIELDS,
});
