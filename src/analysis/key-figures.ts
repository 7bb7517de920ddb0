import type { PathDescription } from '../dossier/dossier.ts';
import type { Decimal } from '../formula/decimal.ts';
import { monthEnd } from '../formula/timeline.ts';
import type { ComputedDeal } from './computed.ts';
import type { KeyFigure, KeyFigures, KeyFigureUnit, Lens } from './key-figure.ts';

interface Definition {
  readonly id: string;
  readonly label: string;
  readonly unit: KeyFigureUnit;
  /** Why it has no value in a path of this kind. */
  readonly missing?: Partial<Record<PathDescription['kind'], string>>;
  /** It needs a part of Levier that is not built yet, whatever the path. */
  readonly notYet?: true;
  /** Why no line was written for it, where its path might have one. */
  readonly absent?: string;
}

const NOT_YET = 'pas encore calculé dans cette version';
const NO_INVESTOR = {
  'market-rent': 'location : ni véhicule, ni investisseur',
  'bank-loan': "l'exploitant achète lui-même : ni véhicule, ni investisseur",
} as const;
const NO_PURCHASE = { 'market-rent': 'location : pas d’achat à financer' } as const;
const NO_RENT_OF_VEHICLE = {
  'market-rent': "pas de société immobilière : lire le rapport de l'EBE aux annuités",
  'bank-loan': "pas de loyer dans cette voie : lire le rapport de l'EBE aux annuités",
} as const;
const NO_TAX_OF_PROJECT = {
  'market-rent': 'location : pas d’achat à financer',
  'bank-loan': "l'impôt de l'exploitant ne se partage pas entre ses murs et son activité",
} as const;

const DEFINITIONS: Readonly<Record<Lens, readonly Definition[]>> = {
  founder: [
    { id: 'current-rent-month', label: "Loyer d'aujourd'hui", unit: 'EUR/month' },
    {
      id: 'occupancy-cost-month',
      label: "Coût complet d'occupation, valeur conservée déduite",
      unit: 'EUR/month',
    },
    { id: 'occupancy-cost-m2', label: "Coût complet d'occupation par m²", unit: 'EUR/m2/year' },
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
      label: '(EBE − impôt payé − renouvellement) / annuités, au plus bas',
      unit: 'ratio',
    },
    { id: 'occupancy-ratio', label: "Taux d'effort en année de croisière", unit: 'ratio' },
    {
      id: 'capital-kept',
      label: 'Capital du propriétaire des murs détenu par l’exploitant',
      unit: 'ratio',
      missing: { 'market-rent': 'location : les murs sont à un tiers' },
    },
    {
      id: 'votes-kept',
      label: 'Voix de l’exploitant chez le propriétaire des murs',
      unit: 'ratio',
      missing: { 'market-rent': 'location : les murs sont à un tiers' },
    },
    { id: 'net-worth-at-horizon', label: "Patrimoine net à l'horizon", unit: 'EUR' },
    { id: 'personal-surety', label: 'Caution personnelle', unit: 'text', notYet: true },
    {
      id: 'buy-out-price',
      label: 'Prix de sortie de tous les investisseurs',
      unit: 'EUR',
      missing: NO_INVESTOR,
    },
    { id: 'buy-out-unfunded', label: 'Rachat non financé', unit: 'EUR', missing: NO_INVESTOR },
    { id: 'months-to-opening', label: 'Délai avant la mise en service', unit: 'months' },
    {
      id: 'financial-autonomy',
      label: 'Autonomie financière (année de croisière, SCI comprise)',
      unit: 'ratio',
    },
    {
      id: 'repayment-capacity',
      label: 'Capacité de remboursement (dettes / CAF, SCI comprise)',
      unit: 'years',
    },
    {
      id: 'risk-sharing',
      label: 'Partage des risques (dettes / fonds propres, SCI comprise)',
      unit: 'ratio',
    },
    { id: 'debt-cost', label: 'Coût de la dette (intérêts / EBE, SCI comprise)', unit: 'ratio' },
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
      label: 'TRI du projet immobilier, avant financement et impôt',
      unit: 'ratio',
      missing: NO_PURCHASE,
    },
    {
      id: 'project-irr-after-tax',
      label: 'TRI du projet après impôt',
      unit: 'ratio',
      missing: NO_TAX_OF_PROJECT,
    },
    { id: 'equity-irr', label: 'TRI des fonds propres de la SCI', unit: 'ratio', missing: NO_INVESTOR },
    { id: 'lender-irr', label: 'TRI du prêteur (frais compris)', unit: 'ratio' },
    { id: 'ticket', label: "Ticket de l'investisseur", unit: 'EUR', missing: NO_INVESTOR },
    {
      id: 'investor-irr',
      label: "TRI de l'investisseur, tous instruments",
      unit: 'ratio',
      missing: NO_INVESTOR,
    },
    {
      id: 'investor-irr.capital',
      label: "TRI de l'investisseur : capital",
      unit: 'ratio',
      missing: NO_INVESTOR,
    },
    { id: 'moic', label: 'Multiple (reçu / versé)', unit: 'ratio', missing: NO_INVESTOR },
    {
      id: 'cash-yield',
      label: 'Rendement courant du ticket (année de croisière)',
      unit: 'ratio',
      missing: NO_INVESTOR,
    },
    { id: 'payback', label: 'Délai de récupération', unit: 'years', missing: NO_INVESTOR },
    {
      id: 'investor-peak-exposure',
      label: "Exposition maximale de l'investisseur",
      unit: 'EUR',
      missing: NO_INVESTOR,
    },
    { id: 'bank-peak-exposure', label: 'Exposition maximale de la banque', unit: 'EUR' },
    { id: 'ltv', label: 'Prêt / valeur du site (LTV)', unit: 'ratio', missing: NO_PURCHASE },
    { id: 'ltc', label: 'Prêt / coût de revient (LTC)', unit: 'ratio', missing: NO_PURCHASE },
    { id: 'total-cost', label: 'Coût de revient', unit: 'EUR' },
    {
      id: 'announced-cost-gap',
      label: 'Écart au coût annoncé',
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
      label: '(EBE − impôt payé − renouvellement) / annuités, au plus bas',
      unit: 'ratio',
    },
    {
      id: 'average-cover',
      label: '(EBE − impôt payé − renouvellement) / annuités, en moyenne',
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
      missing: NO_INVESTOR,
    },
    {
      id: 'exit-share',
      label: "Part du gain de l'investisseur venant du prix des parts",
      unit: 'ratio',
      missing: NO_INVESTOR,
    },
  ],
  authority: [
    { id: 'public-budget', label: 'Subventions, en tout', unit: 'EUR' },
    { id: 'public-present-cost', label: 'Subventions, en valeur présente', unit: 'EUR' },
    { id: 'public-peak-exposure', label: 'Argent public versé et non revenu, au plus haut', unit: 'EUR' },
    { id: 'expected-loss', label: 'Perte attendue sur garantie', unit: 'EUR', notYet: true },
    { id: 'grant-equivalent', label: 'Équivalent-subvention brut', unit: 'EUR', notYet: true },
    { id: 'aid-headroom', label: "Marge sous le plafond d'aides", unit: 'EUR', notYet: true },
    { id: 'rest-to-finance', label: 'Reste à charge (besoins moins subventions)', unit: 'EUR' },
    { id: 'leverage', label: 'Effet levier (besoins / subventions)', unit: 'ratio' },
    { id: 'jobs-created', label: 'Emplois créés', unit: 'count' },
    { id: 'cost-per-job', label: 'Subventions par emploi créé', unit: 'EUR/job' },
    { id: 'cost-per-insertion-job', label: "Subventions par emploi d'insertion créé", unit: 'EUR/job' },
    { id: 'public-returns', label: 'Retours par niveau de collectivité', unit: 'EUR', notYet: true },
    { id: 'public-payback', label: 'Année de retour de l’argent public', unit: 'text', notYet: true },
    {
      id: 'brownfield-m2',
      label: 'Friche remise en usage',
      unit: 'm2',
      absent: 'le site n’est pas une friche',
    },
  ],
};

const DECIMALS: Partial<Record<KeyFigureUnit, number>> = { ratio: 6, years: 2, count: 2 };

function textOf(unit: KeyFigureUnit, value: Decimal): string {
  const rounded = value.toDecimalPlaces(DECIMALS[unit] ?? 2);
  // No « −0.00 »: a zero has no sign on screen.
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(DECIMALS[unit] ?? 2);
}

function figureOf(definition: Definition, computed: ComputedDeal): KeyFigure {
  const { id, label, unit, missing, notYet } = definition;
  const { deal } = computed;
  const absent = (reason: string): KeyFigure => ({ id, label, unit, value: null, reason });
  if (notYet === true) return absent(NOT_YET);
  const reason = missing?.[deal.path.kind];
  if (reason !== undefined) return absent(reason);
  if (id === 'capital-kept' || id === 'votes-kept') return ownershipOf(id, computed, absent, definition);
  if (id === 'covenants-breach') {
    const years = computed.covenants.flatMap(({ firstBreach, met, limit }) =>
      limit !== null && met === false ? [firstBreach ?? 'dès la mise en service'] : [],
    );
    return { id, label, unit, value: years.sort()[0] ?? 'aucun' };
  }
  const found = computed.returns.find((item) => item.id === id);
  if (found !== undefined) {
    const [only, ...others] = found.rates;
    if (only === undefined) return absent(found.reason ?? 'non défini');
    if (others.length > 0)
      return absent(`plusieurs taux annulent la valeur présente : ${found.rates.length}`);
    return { id, label, unit, value: only.toFixed(10), line: found.id };
  }
  const line = computed.measures.lines.get(id);
  if (line === undefined) return absent(definition.absent ?? 'sans objet dans cette voie');
  const value = computed.figures.of(line)[0] ?? null;
  if (value === null)
    return { ...absent('non défini : ce à quoi on rapporte est nul ou négatif'), line: line.id };
  if (unit === 'date') {
    return { id, label, unit, value: monthEnd(computed.figures.timeline, value.toNumber()), line: line.id };
  }
  if (unit === 'months') return { id, label, unit, value: value.toFixed(0), line: line.id };
  return { id, label, unit, value: textOf(unit, value), line: line.id };
}

/** Share of the capital or of the votes that the operator has where the walls stand. */
function ownershipOf(
  id: string,
  { deal }: ComputedDeal,
  absent: (reason: string) => KeyFigure,
  { label, unit }: Definition,
): KeyFigure {
  if (deal.path.kind === 'sci') {
    const { operatorShare, operatorVotes } = deal.path.vehicle;
    return { id, label, unit, value: (id === 'capital-kept' ? operatorShare : operatorVotes).toFixed(6) };
  }
  const newcomer = deal.operator.sources.some(
    (source) =>
      source.category === 'own-funds' && source.contributor !== undefined && source.contributor !== 'owners',
  );
  return newcomer
    ? absent('un nouvel apporteur entre au capital : la répartition n’est pas saisie dans cette voie')
    : { id, label, unit, value: '1.000000' };
}

/** The key figures of the three lenses. */
export function keyFiguresOf(computed: ComputedDeal): KeyFigures {
  const of = (lens: Lens) =>
    DEFINITIONS[lens].map((definition) => {
      const figure = figureOf(definition, computed);
      // A path that does not balance has no figure that depends on the missing money.
      const unfunded = isUnfunded(computed);
      const isMissing = computed.gap !== undefined || (unfunded && DEPENDS_ON_BUY_OUT.has(figure.id));
      const depends = isMissing && figure.value !== null && DEPENDS_ON_FUNDING.has(figure.id);
      if (!depends) return figure;
      return {
        id: figure.id,
        label: figure.label,
        unit: figure.unit,
        value: null,
        reason:
          computed.gap === undefined
            ? 'rachat non financé : une part du prix de sortie reste à trouver'
            : 'financement à trouver : le plan ne s’équilibre pas',
      };
    });
  return { founder: of('founder'), investor: of('investor'), authority: of('authority') };
}

/** What would change once the missing money is found, at a cost nobody knows yet. */
const DEPENDS_ON_FUNDING: ReadonlySet<string> = new Set([
  'occupancy-cost-month',
  'occupancy-cost-m2',
  'net-worth-at-horizon',
  'lowest-cash',
  'lowest-cash-month',
  'financial-autonomy',
  'risk-sharing',
  'repayment-capacity',
  'debt-cost',
  'financial-autonomy-restated',
  'risk-sharing-restated',
  'debt-cost-restated',
  'cost-per-job',
  'cost-per-insertion-job',
  'leverage',
]);

/** What an exit that nobody pays for would make wrong. */
const DEPENDS_ON_BUY_OUT: ReadonlySet<string> = new Set([
  'occupancy-cost-month',
  'occupancy-cost-m2',
  'net-worth-at-horizon',
]);

/** Whether the exit of the investor is partly « à trouver ». */
function isUnfunded({ deal, figures }: ComputedDeal): boolean {
  const unfunded = deal.exit === undefined ? undefined : figures.of(deal.exit.unfunded)[0];
  return unfunded?.gte('0.005') ?? false;
}

/** The same ids, all null, for a path that cannot be computed. */
export function missingKeyFigures(reason: string): KeyFigures {
  const of = (lens: Lens): KeyFigure[] =>
    DEFINITIONS[lens].map(({ id, label, unit }) => ({ id, label, unit, value: null, reason }));
  return { founder: of('founder'), investor: of('investor'), authority: of('authority') };
}
