import { field, fromLaw, group, hypothesis, list, type RawDossier } from '../input/description.ts';
import { amount, isoDate, kebabId, text } from '../input/fields.ts';
import { moneyField, monthsField, shareField, truthField, yearsField } from './wording.ts';

const name = (what: string) => ({
  id: field(kebabId(), {
    label: `Identifiant (${what})`,
    help: 'Nom court en minuscules, tirets entre les mots.',
  }),
  label: field(text(120), { label: `Libellé (${what})`, help: 'Nom affiché.' }),
});

/** The first day of the month `months` after that of an ISO date. */
function monthsAfter(date: unknown, months: number): string {
  const [year = 0, month = 1] = String(date).split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

function ofProject(dossier: RawDossier, key: string): unknown {
  const project = dossier.project;
  return project !== null && typeof project === 'object' && !Array.isArray(project)
    ? (project as RawDossier)[key]
    : undefined;
}

/** What is done with the site: works, equipment, opening. */
export const PROJECT = group('Projet', {
  worksStart: field(isoDate(), {
    label: 'Début des travaux',
    help: 'Mois de la première facture.',
    fallback: hypothesis(
      (dossier: RawDossier) => monthsAfter(dossier.signature, 2),
      'deux mois après la signature',
    ),
  }),
  worksEnd: field(isoDate(), {
    label: 'Fin des travaux',
    help: 'Mois de la dernière facture.',
    fallback: hypothesis(
      (dossier: RawDossier) =>
        monthsAfter(ofProject(dossier, 'worksStart') ?? monthsAfter(dossier.signature, 2), 11),
      'douze mois de travaux',
    ),
  }),
  opening: field(isoDate(), {
    label: 'Mise en service',
    help: 'Mois où l’activité s’installe : l’amortissement commence.',
    fallback: hypothesis(
      (dossier: RawDossier) =>
        monthsAfter(
          ofProject(dossier, 'worksEnd') ??
            monthsAfter(ofProject(dossier, 'worksStart') ?? monthsAfter(dossier.signature, 2), 11),
          1,
        ),
      'le mois suivant la fin des travaux',
    ),
  }),
  works: list(
    'Travaux',
    group('Lot de travaux', {
      ...name('lot'),
      amount: moneyField({ label: 'Montant des travaux', help: 'Hors taxes, hors aléas et honoraires.' }),
      byTenant: truthField({
        label: 'Travaux du preneur',
        help: 'Aménagements propres à l’activité : l’exploitant les paie, même quand il est locataire.',
        fallback: hypothesis(false, 'travaux du propriétaire'),
      }),
    }),
    { longest: 40, fallback: hypothesis([], 'aucuns travaux') },
  ),
  contingencyRate: shareField({
    label: 'Aléas, part des travaux',
    help: 'Dépensés dans le cas central, au rythme des travaux.',
    fallback: hypothesis('0.10', '10 % en bâtiment courant, 15 à 20 % sur une friche'),
  }),
  feesRate: shareField({
    label: 'Honoraires, part des travaux',
    help: 'Maîtrise d’œuvre, études, contrôle, assurance dommages-ouvrage.',
    fallback: hypothesis('0.11', 'maîtrise d’œuvre et études : 10 à 12 %'),
  }),
  components: list(
    'Composants amortis',
    group('Composant', {
      ...name('composant'),
      share: shareField({ label: 'Part du coût bâti', help: 'Les parts font 1 au total.' }),
      years: yearsField({ label: 'Durée d’amortissement', help: 'En années.' }, 1, 60),
    }),
    {
      longest: 12,
      fallback: hypothesis(
        [
          { id: 'structure', label: 'Gros œuvre', share: '0.50', years: 35 },
          { id: 'envelope', label: 'Façade, couverture, étanchéité', share: '0.20', years: 22 },
          { id: 'technical', label: 'Installations techniques', share: '0.20', years: 17 },
          { id: 'fittings', label: 'Agencements', share: '0.10', years: 12 },
        ],
        'clé de place 50/20/20/10 et durées moyennes de place',
      ),
    },
  ),
  equipment: list(
    'Matériel et outillage',
    group('Équipement', {
      ...name('équipement'),
      amount: moneyField({
        label: 'Montant de l’équipement',
        help: 'Hors taxes, payé le mois de la mise en service.',
      }),
      years: yearsField({ label: 'Durée d’amortissement', help: 'En années.' }, 1, 40),
    }),
    { longest: 30, fallback: hypothesis([], 'aucun équipement') },
  ),
  tenantWorksYears: yearsField(
    {
      label: 'Durée d’amortissement des travaux du preneur',
      help: 'En années ; la même si l’entreprise est propriétaire : ces agencements durent moins que les murs.',
      fallback: hypothesis(12, 'agencements : de 10 à 15 ans'),
    },
    1,
    40,
  ),
  startUpCosts: moneyField({
    label: 'Déménagement et démarrage',
    help: 'Hors taxes, en charges le mois de la mise en service.',
    fallback: hypothesis('0.00', 'aucun'),
  }),
  openingCash: moneyField({
    label: 'Trésorerie de départ à financer',
    help: 'Laissée à l’entreprise à la mise en service.',
    fallback: hypothesis('0.00', 'aucune'),
  }),
  announcedCost: field(amount({ min: '0' }).nullable(), {
    label: 'Coût annoncé du projet',
    help: 'Montant publié ou annoncé : il ne sert qu’à mesurer l’écart du coût de revient.',
    unit: 'money',
    fallback: hypothesis(null, 'aucun montant publié'),
  }),
  startUpWorkingCapital: moneyField({
    label: 'BFR de démarrage',
    help: 'Besoin en fonds de roulement que le projet crée, financé avec lui : stocks et créances clients de la nouvelle activité.',
    fallback: hypothesis('0.00', 'aucun : à estimer si l’activité augmente'),
  }),
  vatRate: shareField({
    label: 'Taux de TVA',
    help: 'Taux normal.',
    fallback: fromLaw('0.20', 'CGI art. 278, depuis le 01/01/2014'),
  }),
  vatRefundLagMonths: monthsField(
    {
      label: 'Délai de remboursement de la TVA',
      help: 'En mois après la facture.',
      fallback: hypothesis(3, 'délai usuel d’un remboursement de crédit'),
    },
    0,
    24,
  ),
});
