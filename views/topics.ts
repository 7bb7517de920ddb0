import type { Chart } from '../src/report/chart-drawing.ts';
import type { PathPage } from '../src/report/page.ts';

/** A chapter of the page of a path. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** Ids of tables, in the order of the page: open ones, then folded ones. */
  readonly open: readonly string[];
  readonly folded: readonly string[];
  readonly charts: readonly Chart['id'][];
}

/** Public contributions under their ceiling: what a local authority reads before it decides. */
const AIDS: Topic = {
  id: 'aides',
  title: 'Registre des aides',
  open: ['budget-public', 'retours-publics', 'registre-aides', 'aides-a-verifier'],
  folded: [],
  charts: [],
};

const PARTIES: Topic = {
  id: 'parties',
  title: 'Qui paie, qui reçoit',
  open: [],
  folded: ['flux'],
  charts: ['flows'],
};
/** Of a loan that somebody guarantees. */
const GUARANTEE: Topic = {
  id: 'garantie',
  title: 'Garantie',
  open: ['garantie', 'garantie-ratios'],
  folded: ['garantie-defaut', 'garantie-par-exercice', 'etat-dette-garantie', 'ratio-dette-garantie'],
  charts: [],
};
const STATEMENTS: readonly Topic[] = [
  {
    id: 'exploitation',
    title: 'Compte de résultat et soldes de gestion',
    open: [],
    folded: ['compte-de-resultat', 'soldes', 'recettes', 'affectation'],
    charts: [],
  },
  {
    id: 'tresorerie',
    title: 'Trésorerie et bilan comptable',
    open: [],
    folded: ['tresorerie-12-mois', 'tresorerie', 'bilan', 'ratios'],
    charts: ['cash'],
  },
];

/** The chapters of the note of an enterprise that buys or rents by itself. A table that none names closes the page. */
const TOPICS: readonly Topic[] = [
  {
    id: 'financement',
    title: 'Plan de financement',
    open: ['plan-initial'],
    folded: ['plan-annuel', 'plan-operation'],
    charts: ['sources-and-uses'],
  },
  {
    id: 'pret',
    title: 'Prêt et capacité de remboursement',
    open: [],
    folded: ['couverture', 'echeancier-annuel', 'echeancier-mensuel', 'rangs', 'rendements'],
    charts: ['debt', 'cover'],
  },
  ...STATEMENTS,
  AIDS,
  PARTIES,
];

/** Those of a property company: the operation, its loans and rent, its own accounts, its investor, the operator. */
const TOPICS_OF_VEHICLE: readonly Topic[] = [
  {
    id: 'financement',
    title: 'Plan de financement',
    open: ['plan-operation'],
    folded: ['sci-plan-initial', 'plan-initial', 'plan-annuel'],
    charts: ['sources-and-uses'],
  },
  {
    id: 'pret',
    title: 'Prêts, loyer et capacité de remboursement',
    open: [],
    folded: [
      'couverture',
      'echeancier-annuel',
      'echeancier-mensuel',
      'echeancier-annuel-exploitant',
      'echeancier-mensuel-exploitant',
      'echeancier-annuel-refinancement',
      'echeancier-mensuel-refinancement',
    ],
    charts: ['debt', 'cover'],
  },
  {
    id: 'societe-immobiliere',
    title: 'Société immobilière',
    open: ['vue-sci'],
    folded: [
      'sci-plan-annuel',
      'sci-affectation',
      'sci-compte-de-resultat',
      'sci-soldes',
      'sci-tresorerie',
      'sci-bilan',
    ],
    charts: [],
  },
  {
    id: 'sortie-investisseur',
    title: 'Sortie et rendements de l’investisseur',
    open: ['sortie', 'sorties'],
    folded: ['rendements', 'flux-investisseur', 'rangs'],
    charts: [],
  },
  ...STATEMENTS,
  AIDS,
  PARTIES,
];

/** Those of a foncière solidaire: no exit, members and what they are paid. */
const TOPICS_OF_FONCIERE: readonly Topic[] = TOPICS_OF_VEHICLE.map((topic) =>
  topic.id === 'societe-immobiliere'
    ? {
        ...topic,
        title: 'Foncière solidaire : loyer, associés, vie du site',
        open: ['loyer-solidaire', 'colleges', 'vie-fonciere'],
        folded: ['vue-sci', ...topic.folded],
      }
    : topic.id === 'sortie-investisseur'
      ? {
          ...topic,
          id: 'rendements-financeurs',
          title: 'Rendements des financeurs',
          open: ['rendements'],
          folded: ['flux-investisseur', 'rangs'],
        }
      : topic,
);

/** Those of a contrat à impact: the contract first, then who buys or stays where it is. */
const TOPICS_OF_IMPACT: readonly Topic[] = [
  {
    id: 'contrat-impact',
    title: 'Contrat à impact',
    open: ['impact-resultats', 'impact-cascade', 'impact-trois-parts'],
    folded: [
      'impact-parties',
      'impact-indicateurs',
      'impact-plan',
      'impact-tranches',
      'rendements',
      'flux-investisseur',
      'impact-budget',
      'impact-vehicule',
    ],
    charts: [],
  },
  ...TOPICS.map((topic) =>
    topic.id === 'pret'
      ? { ...topic, folded: topic.folded.filter((id) => id !== 'rendements') }
      : topic.id === 'financement'
        ? // The plan of the column has the programme; that of the enterprise may be empty.
          { ...topic, open: ['plan-operation'], folded: ['plan-initial', 'plan-annuel'] }
        : topic,
  ),
];

/** Who holds the shares, what goes up level by level, the group read as one. */
const CAPITAL: Topic = {
  id: 'capital',
  title: 'Capital, dividendes et groupe',
  open: ['capital-et-voix'],
  folded: ['dividendes', 'flux-consolides', 'flux-consolides-filiales'],
  charts: [],
};
const SHAREHOLDER_EXIT: Topic = {
  id: 'sortie-investisseur',
  title: 'Sortie et rendements des investisseurs',
  open: ['sortie', 'sorties'],
  folded: ['capacite-de-rachat', 'rendements', 'flux-investisseur', 'rangs'],
  charts: [],
};

/** Those of a group: the capital that opens, the holding when there is one, its other subsidiaries. */
function topicsOfGroup({ tables }: PathPage, topics: readonly Topic[]): readonly Topic[] {
  const subsidiaries: Topic = {
    id: 'filiales',
    title: 'Autres filiales',
    open: [],
    folded: tables.map(({ id }) => id).filter((id) => id.startsWith('filiale-')),
    charts: [],
  };
  const others = topics
    .filter(({ id }) => id !== SHAREHOLDER_EXIT.id)
    .map((topic) => (topic.id === 'societe-immobiliere' ? { ...topic, title: 'Holding' } : topic));
  return others.flatMap((topic) => {
    if (topic.id === 'pret') return [topic, CAPITAL, SHAREHOLDER_EXIT];
    if (topic.id === 'tresorerie' && subsidiaries.folded.length > 0) return [topic, subsidiaries];
    return [topic];
  });
}

/** The chapters of a page: a table of the property company says that there is one, one of the guarantee that there is one. */
export function topicsOf(page: PathPage): readonly Topic[] {
  const has = (id: string) => page.tables.some((table) => table.id === id);
  if (has('impact-resultats')) {
    const hasDebt = has('echeancier-annuel') || has('couverture');
    return hasDebt ? TOPICS_OF_IMPACT : TOPICS_OF_IMPACT.filter(({ id }) => id !== 'pret');
  }
  const found = has('vie-fonciere') ? TOPICS_OF_FONCIERE : has('vue-sci') ? TOPICS_OF_VEHICLE : TOPICS;
  const topics = has('capital-et-voix') ? topicsOfGroup(page, found) : found;
  if (!has('garantie')) return topics;
  return topics.flatMap((topic) => (topic.id === 'pret' ? [topic, GUARANTEE] : [topic]));
}
