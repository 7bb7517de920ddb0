import type { PathDescription } from '../dossier/dossier.ts';
import type { KeyFigureUnit, Lens } from './key-figure.ts';

/** A figure of a lens: the same ids in every column. */
export interface Definition {
  readonly id: string;
  readonly label: string;
  readonly unit: KeyFigureUnit;
  /** Why it has no value in a path of this kind. */
  readonly missing?: Partial<Record<PathDescription['kind'], string>>;
  /** Why no line was written for it, where its path might have one. */
  readonly absent?: string;
  /** Why its line has no value, where « what it is divided by » says too little. */
  readonly whenUndefined?: string;
}

/** No contrat à impact. */
const NO_PROGRAMME = 'voie sans programme payé aux résultats';
export const NO_SITE = 'pas de site';
/** What is read on premises: nothing of it in a deal without site. */
export const NEEDS_SITE: ReadonlySet<string> = new Set([
  'current-rent-month',
  'occupancy-cost-month',
  'occupancy-cost-m2',
  'premises-paid-month',
  'occupancy-ratio',
  'capital-kept',
  'votes-kept',
  'project-irr',
  'project-irr-after-tax',
  'equity-irr',
  'ltv',
  'ltc',
  'announced-cost-gap',
  'dscr-min',
  'dscr-average',
  'dscr-with-quasi',
  'debt-yield',
  'recovery-stress',
  'investor-recovery-stress',
  'aid-headroom',
  'brownfield-m2',
  'leverage',
]);
const NO_INVESTOR = {
  'market-rent': 'location : ni véhicule, ni investisseur',
  'bank-loan': 'l’exploitant achète lui-même : ni véhicule, ni investisseur',
  guarantee: 'l’exploitant achète lui-même : ni véhicule, ni investisseur',
} as const;
/** The investors of a contrat à impact hold no share of anything. */
const NO_SHARES = {
  'impact-bond': 'les investisseurs sont payés aux résultats : ni parts, ni rachat',
} as const;
const NO_EXIT = {
  ...NO_INVESTOR,
  ...NO_SHARES,
  fonciere: 'la foncière ne revend pas : ni sortie, ni prix de rachat',
} as const;
const NO_GAIN = {
  ...NO_INVESTOR,
  ...NO_SHARES,
  fonciere: 'une part sociale se rembourse au nominal : jamais de plus-value',
} as const;
const NO_PURCHASE = { 'market-rent': 'location : pas d’achat à financer' } as const;
const NO_RENT_OF_VEHICLE = {
  'market-rent': 'pas de société immobilière : lire le rapport de l’EBE aux annuités',
  'bank-loan': 'pas de loyer dans cette voie : lire le rapport de l’EBE aux annuités',
  guarantee: 'pas de loyer dans cette voie : lire le rapport de l’EBE aux annuités',
  'impact-bond': 'pas de loyer dans cette voie : lire le rapport de l’EBE aux annuités',
} as const;
const NO_TAX_OF_PROJECT = {
  'market-rent': 'location : pas d’achat à financer',
  'bank-loan': 'l’impôt de l’exploitant ne se partage pas entre ses murs et son activité',
  guarantee: 'l’impôt de l’exploitant ne se partage pas entre ses murs et son activité',
  'impact-bond': 'l’impôt de l’exploitant ne se partage pas entre ses murs et son activité',
} as const;

export const DEFINITIONS: Readonly<Record<Lens, readonly Definition[]>> = {
  founder: [
    { id: 'current-rent-month', label: 'Loyer d’aujourd’hui', unit: 'EUR/month' },
    {
      id: 'occupancy-cost-month',
      label: 'Coût complet d’occupation avant impôt, valeur conservée déduite',
      unit: 'EUR/month',
    },
    { id: 'occupancy-cost-m2', label: 'Coût complet d’occupation avant impôt, par m²', unit: 'EUR/m2/year' },
    {
      id: 'premises-paid-month',
      label: 'Payé pour les locaux, par mois (année de croisière)',
      unit: 'EUR/month',
    },
    { id: 'own-funds-needed', label: 'Fonds propres à apporter', unit: 'EUR' },
    { id: 'lowest-cash', label: 'Trésorerie la plus basse', unit: 'EUR' },
    { id: 'lowest-cash-month', label: 'Mois de la trésorerie la plus basse', unit: 'date' },
    {
      id: 'smallest-cover',
      label: '(EBE − impôt et participation payés − renouvellement) / annuités, au plus bas',
      unit: 'ratio',
    },
    { id: 'occupancy-ratio', label: 'Taux d’effort en année de croisière', unit: 'ratio' },
    {
      id: 'capital-kept',
      label: 'Part détenue dans les murs par l’entreprise ou ses associés d’origine',
      unit: 'ratio',
      missing: { 'market-rent': 'location : les murs sont à un tiers' },
    },
    {
      id: 'votes-kept',
      label: 'Voix chez le propriétaire des murs',
      unit: 'ratio',
      missing: { 'market-rent': 'location : les murs sont à un tiers' },
    },
    {
      id: 'enterprise-capital-kept',
      label: 'Capital de l’entreprise gardé par ses associés d’origine, conversions comprises',
      unit: 'ratio',
    },
    {
      id: 'enterprise-votes-kept',
      label: 'Voix de l’entreprise gardées par ses associés d’origine',
      unit: 'ratio',
    },
    {
      id: 'programme-left',
      label: 'Laissé à l’entreprise par le programme',
      unit: 'EUR',
      absent: NO_PROGRAMME,
    },
    { id: 'net-worth-at-horizon', label: 'Patrimoine net à l’horizon', unit: 'EUR' },
    { id: 'personal-surety', label: 'Caution personnelle', unit: 'text' },
    {
      id: 'personal-debt',
      label: 'Prêts d’honneur, dette personnelle des fondateurs (intérêts compris)',
      unit: 'EUR',
      absent: 'aucun prêt d’honneur dans cette voie',
    },
    {
      id: 'personal-debt-month',
      label: 'Prêts d’honneur, mensualité personnelle la plus forte',
      unit: 'EUR/month',
      absent: 'aucun prêt d’honneur dans cette voie',
    },
    {
      id: 'buy-out-price',
      label: 'Prix de sortie de tous les investisseurs',
      unit: 'EUR',
      missing: NO_EXIT,
    },
    { id: 'buy-out-unfunded', label: 'Rachat non financé', unit: 'EUR', missing: NO_EXIT },
    { id: 'months-to-opening', label: 'Délai avant la mise en service', unit: 'months' },
    {
      id: 'financial-autonomy',
      label: 'Autonomie financière (année de croisière, société des murs comprise)',
      unit: 'ratio',
    },
    {
      id: 'repayment-capacity',
      label: 'Capacité de remboursement (dettes / CAF, société des murs comprise)',
      unit: 'years',
    },
    {
      id: 'risk-sharing',
      label: 'Partage des risques (dettes / fonds propres, société des murs comprise)',
      unit: 'ratio',
    },
    {
      id: 'debt-cost',
      label: 'Coût de la dette (intérêts / EBE, société des murs comprise)',
      unit: 'ratio',
    },
    {
      id: 'financial-autonomy-restated',
      label: 'Autonomie financière, quasi-fonds propres compris',
      unit: 'ratio',
    },
    {
      id: 'risk-sharing-restated',
      label: 'Partage des risques, quasi-fonds propres compris',
      unit: 'ratio',
    },
    { id: 'debt-cost-restated', label: 'Coût de la dette, hors quasi-fonds propres', unit: 'ratio' },
  ],
  investor: [
    {
      id: 'project-irr',
      label:
        'TRI du projet immobilier, avant financement et impôt (loyer encaissé, ou loyer de marché évité)',
      unit: 'ratio',
      missing: NO_PURCHASE,
    },
    {
      id: 'project-irr-after-tax',
      label: 'TRI du projet après impôt',
      unit: 'ratio',
      missing: NO_TAX_OF_PROJECT,
    },
    {
      id: 'equity-irr',
      label: 'TRI des fonds propres de la société immobilière',
      unit: 'ratio',
      missing: { ...NO_INVESTOR, 'impact-bond': 'l’exploitant achète lui-même : pas de société immobilière' },
    },
    { id: 'lender-irr', label: 'TRI du prêteur (frais compris)', unit: 'ratio' },
    { id: 'ticket', label: 'Ticket de l’investisseur', unit: 'EUR', missing: NO_INVESTOR },
    {
      id: 'investor-irr',
      label: 'TRI de l’investisseur, tous instruments',
      unit: 'ratio',
      missing: NO_INVESTOR,
    },
    {
      id: 'investor-irr.capital',
      label: 'TRI de l’investisseur : capital',
      unit: 'ratio',
      missing: { ...NO_INVESTOR, ...NO_SHARES, fonciere: 'plusieurs collèges : lire le TRI de chacun' },
    },
    {
      id: 'investor-irr.quasi',
      label: 'TRI de l’investisseur : quasi-fonds propres, obligations',
      unit: 'ratio',
      missing: {
        ...NO_INVESTOR,
        fonciere: 'plusieurs titres : lire le TRI de chacun',
        'impact-bond': 'tout est tranche du contrat : lire le TRI tous instruments',
      },
      absent: 'ni obligation, ni quasi-fonds propres remboursés, ou obligation convertie',
    },
    { id: 'moic', label: 'Multiple (reçu / versé)', unit: 'ratio', missing: NO_INVESTOR },
    {
      id: 'cash-yield',
      label: 'Rendement courant du ticket (année de croisière)',
      unit: 'ratio',
      missing: {
        ...NO_INVESTOR,
        'impact-bond': 'payés aux seules mesures de résultats : pas de rendement courant',
      },
    },
    { id: 'payback', label: 'Délai de récupération', unit: 'years', missing: NO_INVESTOR },
    {
      id: 'investor-peak-exposure',
      label: 'Exposition maximale de l’investisseur',
      unit: 'EUR',
      missing: NO_INVESTOR,
    },
    { id: 'bank-peak-exposure', label: 'Exposition maximale de la banque', unit: 'EUR' },
    { id: 'ltv', label: 'Prêt / valeur du site (LTV)', unit: 'ratio', missing: NO_PURCHASE },
    {
      id: 'ltc',
      label: 'Prêt / coût de revient du propriétaire des murs (LTC)',
      unit: 'ratio',
      missing: NO_PURCHASE,
    },
    {
      id: 'own-funds-share',
      label: 'Fonds propres, quasi-fonds propres et subventions / besoins',
      unit: 'ratio',
    },
    {
      id: 'total-cost',
      label: 'Coût de revient de toute l’opération (programme à impact compris)',
      unit: 'EUR',
    },
    {
      id: 'announced-cost-gap',
      label: 'Écart au coût annoncé (hors programme à impact)',
      unit: 'ratio',
      missing: { 'market-rent': 'location : seul ce que paie le locataire est compté, pas le bâtiment' },
      absent: 'aucun coût annoncé',
    },
    {
      id: 'dscr-min',
      label: 'DSCR après impôt payé, au plus bas',
      unit: 'ratio',
      missing: NO_RENT_OF_VEHICLE,
    },
    {
      id: 'dscr-average',
      label: 'DSCR après impôt payé, en moyenne',
      unit: 'ratio',
      missing: NO_RENT_OF_VEHICLE,
    },
    {
      id: 'dscr-with-quasi',
      label: 'DSCR, quasi-fonds propres compris, au plus bas',
      unit: 'ratio',
      missing: NO_RENT_OF_VEHICLE,
    },
    {
      id: 'smallest-cover',
      label: '(EBE − impôt et participation payés − renouvellement) / annuités, au plus bas',
      unit: 'ratio',
    },
    {
      id: 'average-cover',
      label: '(EBE − impôt et participation payés − renouvellement) / annuités, en moyenne',
      unit: 'ratio',
    },
    { id: 'covenants-breach', label: 'Premier exercice hors d’une limite', unit: 'text' },
    { id: 'debt-yield', label: 'Loyer net de marché / prêt', unit: 'ratio', missing: NO_PURCHASE },
    {
      id: 'recovery-stress',
      label: 'Banque : prêt recouvré si le site est vendu 60 % de sa valeur en année 5',
      unit: 'ratio',
      missing: NO_PURCHASE,
    },
    {
      id: 'investor-recovery-stress',
      label: 'Investisseur : quasi-fonds propres recouvrés dans ce cas, après la banque',
      unit: 'ratio',
      missing: {
        ...NO_INVESTOR,
        'impact-bond': 'les tranches ne sont pas garanties par le site : elles suivent les résultats',
      },
    },
    {
      id: 'yield-effort',
      label:
        'Effort de rendement (valeur des flux de l’investisseur au rendement de marché ; négatif : ce à quoi il renonce)',
      unit: 'EUR',
      missing: NO_INVESTOR,
    },
    {
      id: 'yield-effort-per-job',
      label: 'Effort de rendement par emploi créé',
      unit: 'EUR/job',
      missing: NO_INVESTOR,
    },
    {
      id: 'exit-share',
      label: 'Part du gain de l’investisseur venant du prix des parts',
      unit: 'ratio',
      missing: NO_GAIN,
    },
    {
      id: 'failure-written-off',
      label: 'Capital perdu par les investisseurs en cas d’échec',
      unit: 'EUR',
      absent: NO_PROGRAMME,
    },
    {
      id: 'capital-written-off',
      label: 'Capital abandonné par les investisseurs, faute de résultats',
      unit: 'EUR',
      absent: NO_PROGRAMME,
    },
  ],
  authority: [
    {
      id: 'public-budget',
      label: 'Aides versées (subventions, bonifications, réductions d’impôt, paiements), en tout',
      unit: 'EUR',
    },
    {
      id: 'tax-relief',
      label: 'Dont réductions d’impôt des souscripteurs (IR-PME) et des mécènes',
      unit: 'EUR',
      absent: 'ni part citoyenne ni mécénat ouvrant droit à réduction d’impôt',
    },
    {
      id: 'result-payments',
      label: 'Dont paiements aux résultats',
      unit: 'EUR',
      absent: NO_PROGRAMME,
    },
    {
      id: 'public-present-cost',
      label: 'Aides versées (subventions, bonifications, réductions d’impôt, paiements), en valeur présente',
      unit: 'EUR',
    },
    {
      id: 'public-peak-exposure',
      label:
        'Argent public versé et non revenu, au plus haut (subventions, avances, capital, tranches), hors investisseurs publics aux conditions du marché',
      unit: 'EUR',
    },
    {
      id: 'guaranteed-amount',
      label: 'Montant garanti à la signature',
      unit: 'EUR',
      absent: 'aucune garantie dans cette voie',
    },
    {
      id: 'galland-coverage',
      label: 'Quotité la plus forte que les ratios de la collectivité permettent',
      unit: 'ratio',
      absent: 'aucune garantie d’une collectivité dont les recettes soient saisies',
    },
    {
      id: 'expected-loss',
      label: 'Perte attendue des garants (actuarielle, hors flux)',
      unit: 'EUR',
      absent: 'aucune garantie dans cette voie',
    },
    { id: 'grant-equivalent', label: 'Équivalent-subvention brut des aides', unit: 'EUR' },
    {
      id: 'aid-headroom',
      label: 'Marge sous le plafond d’aides (lecture prudente)',
      unit: 'EUR',
      absent: 'aucun coût d’immobilier à aider dans cette voie',
    },
    {
      id: 'rest-to-finance',
      label: 'Reste à charge (besoins, trésorerie de départ comprise, moins subventions)',
      unit: 'EUR',
    },
    { id: 'leverage', label: 'Effet levier (besoins / subventions et paiements)', unit: 'ratio' },
    { id: 'jobs-created', label: 'Emplois créés', unit: 'count' },
    { id: 'cost-per-job', label: 'Aides versées par emploi créé', unit: 'EUR/job' },
    {
      id: 'cost-per-insertion-job',
      label: 'Aides versées par emploi d’insertion créé',
      unit: 'EUR/job',
    },
    { id: 'results-measured', label: 'Résultats attendus', unit: 'count', absent: NO_PROGRAMME },
    {
      id: 'public-cost-per-result',
      label: 'Coût public par résultat (non actualisé)',
      unit: 'EUR',
      absent: NO_PROGRAMME,
    },
    {
      id: 'attributable-avoided-cost',
      label: 'Coût public évité attribuable, par résultat et pour une année',
      unit: 'EUR',
      absent: NO_PROGRAMME,
    },
    {
      id: 'grant-cost-per-result',
      label: 'Coût par résultat d’une subvention de même objet (non actualisé)',
      unit: 'EUR',
      absent: NO_PROGRAMME,
    },
    {
      id: 'public-returns',
      label: 'Retours aux collectivités et à l’État jusqu’à l’horizon (impôts nés du projet, argent rendu)',
      unit: 'EUR',
      absent: 'ni impôt né du projet, ni argent rendu à un financeur public',
    },
    {
      id: 'public-payback',
      label: 'Retour de l’argent public : mois où il est revenu',
      unit: 'date',
      absent: 'aucune aide publique versée',
      whenUndefined: 'aucune aide publique versée, ou pas encore revenue à l’horizon',
    },
    {
      id: 'brownfield-m2',
      label: 'Friche remise en usage',
      unit: 'm2',
      absent: 'le site n’est pas une friche',
    },
  ],
};
