import { Decimal } from '../formula/decimal.ts';
import { field, group, hypothesis, list, type RawDossier } from '../input/description.ts';
import { amount, choice, isoDate, rate, share, text } from '../input/fields.ts';
import { frenchDate } from './months.ts';
import { AFR_ZONES } from './state-aid-zones.ts';
import { countField, moneyField, shareField, truthField } from './wording.ts';

function operatorOf(dossier: RawDossier): RawDossier {
  return (dossier.operator ?? {}) as RawDossier;
}

function sumOf(values: readonly unknown[]): string {
  return values.reduce((sum: Decimal, value) => sum.plus(String(value ?? 0)), new Decimal(0)).toFixed(2);
}

/** Posts before the project, when the size of the enterprise is not typed. */
function postsBefore(dossier: RawDossier): string {
  const { jobs } = operatorOf(dossier);
  const posts = Array.isArray(jobs) ? (jobs as readonly RawDossier[]) : [];
  return sumOf(posts.map(({ before }) => before));
}

/** What the enterprise owns at signature. */
function assetsAtSignature(dossier: RawDossier): string {
  const { openingCash, fixedAssets, openingStocks, openingCustomers } = operatorOf(dossier);
  return sumOf([openingCash, fixedAssets, openingStocks, openingCustomers]);
}

const ALONE = 'exploitant seul, sans les entreprises liées et partenaires : à consolider';

const DE_MINIMIS_AID = group('Aide de minimis déjà reçue', {
  label: field(text(120), { label: 'Libellé (aide)', help: 'Financeur et objet.' }),
  date: field(isoDate(), { label: 'Date d’octroi', help: 'De la décision, non du versement.' }),
  amount: field(amount({ min: '0' }), {
    label: 'Équivalent-subvention brut',
    help: 'Tel que notifié par le financeur.',
    unit: 'money',
  }),
});

/** What must be known of the enterprise, of the place and of the project to say which public aid is lawful. */
export const STATE_AID = group('Aides publiques : taille, zone et aides reçues', {
  grantDate: field(isoDate(), {
    label: 'Date d’octroi des aides du projet',
    help: 'Fixe les taux et la période de trois ans des aides de minimis.',
    fallback: hypothesis((dossier: RawDossier) => dossier.signature, 'le jour de la signature'),
  }),
  afrZone: field(choice(AFR_ZONES), {
    label: 'Zone d’aide à finalité régionale (AFR)',
    help: 'De la commune du site, sur la carte 2022-2027. « À vérifier » : les plafonds hors zone, plus bas, sont retenus.',
    fallback: hypothesis('unknown', 'zone non recherchée : plafonds hors zone, plus bas'),
  }),
  initialInvestment: field(
    choice({
      unknown: 'à vérifier',
      'new-activity': 'oui, dans une activité nouvelle',
      'same-activity': 'oui, dans la même activité',
      no: 'non, remplacement',
    }),
    {
      label: 'Investissement initial',
      help: 'Création, extension ou diversification d’un établissement. En zone AFR seulement ; une grande entreprise doit y ouvrir une activité nouvelle.',
      fallback: hypothesis('unknown', 'non précisé : taux régionaux non retenus'),
    },
  ),
  employees: countField({
    label: 'Effectif de l’entreprise unique (ETP)',
    help: 'Derniers comptes approuvés, entreprises liées et partenaires comprises.',
    fallback: hypothesis(postsBefore, `postes d’avant le projet, ${ALONE}`),
  }),
  revenue: moneyField({
    label: 'Chiffre d’affaires de l’entreprise unique',
    help: 'Derniers comptes approuvés, entreprises liées et partenaires comprises.',
    fallback: hypothesis(
      (dossier: RawDossier) => operatorOf(dossier).revenueBefore,
      `chiffre d’affaires d’avant le projet, ${ALONE}`,
    ),
  }),
  balanceSheet: moneyField({
    label: 'Total du bilan de l’entreprise unique',
    help: 'Derniers comptes approuvés, entreprises liées et partenaires comprises.',
    fallback: hypothesis(assetsAtSignature, `actif à la signature, ${ALONE}`),
  }),
  sizeConsolidated: truthField({
    label: 'Taille consolidée et vérifiée',
    help: 'Oui quand effectif, chiffre d’affaires et bilan comptent les entreprises liées et partenaires.',
    fallback: hypothesis(false, 'non vérifiée'),
  }),
  publicShare: field(share().nullable(), {
    label: 'Part publique du capital de l’exploitant',
    help: 'Capital ou voix détenus par des organismes publics avant le projet ; dès 25,00 %, la qualité de PME est perdue. Vide : inconnue.',
    unit: 'ratio',
    fallback: hypothesis(null, 'inconnue : supposée nulle'),
  }),
  exemptPublicShare: shareField({
    label: 'Dont organismes publics dispensés',
    help: 'Collectivités de moins de 10 M€ de budget et de 5 000 habitants, universités, investisseurs institutionnels : jusqu’à 50 % sans perdre la qualité de PME.',
    fallback: hypothesis('0', 'aucun'),
  }),
  exemptInvestor: field(choice({ unknown: 'à vérifier', yes: 'oui', no: 'non' }), {
    label: 'Investisseur public du véhicule dispensé',
    help: 'Investisseur institutionnel ou fonds de développement régional : jusqu’à 50 % sans faire perdre la qualité de PME.',
    fallback: hypothesis('unknown', 'non établi : sa part compte'),
  }),
  rating: field(
    choice({
      unrated: 'sans notation',
      'AAA-A': 'AAA à A (forte)',
      BBB: 'BBB (bonne)',
      BB: 'BB (satisfaisante)',
      B: 'B (faible)',
      CCC: 'CCC (mauvaise)',
    }),
    {
      label: 'Notation de l’emprunteur',
      help: 'Fixe le taux de référence d’un prêt public.',
      fallback: hypothesis('unrated', 'sans notation : marge d’au moins 400 points de base'),
    },
  ),
  security: field(choice({ high: 'hautes', normal: 'normales', low: 'basses' }), {
    label: 'Sûretés des prêts publics',
    help: 'Fixent le taux de référence d’un emprunteur noté.',
    fallback: hypothesis('normal', 'sûretés usuelles'),
  }),
  baseRate: field(rate().nullable(), {
    label: 'Taux de base de l’Union pour la France',
    help: 'Publié au Journal officiel de l’Union, le jour de l’octroi ; taux de référence et d’actualisation en partent. Vide : estimation de Levier, page Méthode.',
    unit: 'ratio/years',
    fallback: hypothesis(null, 'taux de Levier à la date du droit, à recouper avec le taux publié'),
  }),
  privateShareOfRound: shareField({
    label: 'Investisseurs privés, part du tour de table',
    help: 'Indépendants de l’entreprise, aux mêmes conditions que l’argent public. Dès 30 %, celui-ci n’est pas une aide (pari passu). Calculé, et non lu ici, quand la voie décrit ses tours.',
    fallback: hypothesis('0', 'aucun investisseur privé indépendant aux mêmes conditions'),
  }),
  sgeiMandate: truthField({
    label: 'Mandat de service d’intérêt économique général (SIEG)',
    help: 'Acte qui confie le service : plafond de minimis de 750 000 € au lieu de 300 000 € (500 000 et 200 000 € avant 2024).',
    fallback: hypothesis(false, 'aucun mandat'),
  }),
  deMinimisComplete: truthField({
    label: 'Relevé des aides de minimis complet',
    help: 'Oui quand chaque entreprise liée a attesté ce qu’elle a reçu sur trois ans, même rien.',
    fallback: hypothesis(false, 'non demandé'),
  }),
  deMinimisAids: list('Aides de minimis des trois dernières années', DE_MINIMIS_AID, {
    longest: 60,
    fallback: hypothesis([], 'aucune saisie : à demander à chaque entreprise liée'),
  }),
  remediationCosts: moneyField({
    label: 'Dont dépollution, dans les travaux',
    help: 'Coûts de réhabilitation d’un site pollué (RGEC art. 45), à part des autres coûts.',
    fallback: hypothesis('0.00', 'aucune'),
  }),
  remediationLandGain: moneyField({
    label: 'Hausse de valeur du terrain après dépollution',
    help: 'Déduite des coûts de dépollution.',
    fallback: hypothesis('0.00', 'aucune'),
  }),
  sellerPurchasePrice: field(amount({ min: '0' }).nullable(), {
    label: 'Prix payé par la collectivité qui revend le site',
    help: 'Plancher de la valeur de référence si elle revend en l’état dans les trois ans.',
    unit: 'money',
    fallback: hypothesis(null, 'non renseigné'),
  }),
  sellerPurchaseDate: field(isoDate().nullable(), {
    label: 'Date de cet achat',
    help: 'Acte par lequel la collectivité a acquis le site.',
    fallback: hypothesis(null, 'non renseignée'),
  }),
});

type Report = (path: string, message: string) => void;

/** What no field can see alone. */
export function checkStateAid(
  aid: {
    readonly publicShare: Decimal | null;
    readonly exemptPublicShare: Decimal;
    readonly grantDate: string;
    readonly deMinimisAids: readonly { readonly label: string; readonly date: string }[];
  },
  refuse: Report,
  warn: Report,
): void {
  aid.deMinimisAids.forEach(({ label, date }, index) => {
    if (date <= aid.grantDate) return;
    warn(
      `stateAid.deMinimisAids[${index}].date`,
      `« ${label} » (${frenchDate(date)}) est postérieure à l’octroi des aides du projet (${frenchDate(aid.grantDate)}) : elle n’est pas comptée`,
    );
  });
  const publicShare = aid.publicShare ?? new Decimal(0);
  if (aid.exemptPublicShare.lte(publicShare)) return;
  refuse(
    'stateAid.exemptPublicShare',
    `les organismes dispensés ne peuvent pas détenir plus que la part publique ("${publicShare.toFixed()}") : corrigez l’une des deux`,
  );
}
