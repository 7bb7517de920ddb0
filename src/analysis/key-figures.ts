import type { Decimal } from '../formula/decimal.ts';
import { monthEnd } from '../formula/timeline.ts';
import type { ComputedDeal } from './computed.ts';
import type { KeyFigure, KeyFigures, KeyFigureUnit, Lens } from './key-figure.ts';

interface Definition {
  readonly id: string;
  readonly label: string;
  readonly unit: KeyFigureUnit;
  /** Why it has no value in this path or version, when it never has one. */
  readonly missing?: string;
}

const LATER = 'pas encore calculé dans cette version';
const NO_VEHICLE = "l'exploitant achète lui-même : ni véhicule, ni investisseur";

const DEFINITIONS: Readonly<Record<Lens, readonly Definition[]>> = {
  founder: [
    { id: 'current-rent-month', label: "Loyer d'aujourd'hui", unit: 'EUR/month' },
    {
      id: 'occupancy-cost-month',
      label: "Coût complet d'occupation, valeur conservée déduite",
      unit: 'EUR/month',
    },
    { id: 'occupancy-cost-m2', label: "Coût complet d'occupation par m²", unit: 'EUR/m2/year' },
    { id: 'loan-annuity-month', label: 'Annuité du prêt, par mois (année de croisière)', unit: 'EUR/month' },
    { id: 'own-funds-needed', label: 'Fonds propres à apporter', unit: 'EUR' },
    { id: 'lowest-cash', label: 'Trésorerie la plus basse', unit: 'EUR' },
    { id: 'lowest-cash-month', label: 'Mois de la trésorerie la plus basse', unit: 'date' },
    {
      id: 'smallest-cover',
      label: '(EBE − impôt payé − renouvellement) / annuités, au plus bas',
      unit: 'ratio',
    },
    { id: 'occupancy-ratio', label: "Taux d'effort en année de croisière", unit: 'ratio' },
    { id: 'capital-kept', label: 'Part du capital et des voix conservée', unit: 'ratio' },
    { id: 'net-worth-at-horizon', label: "Patrimoine net à l'horizon", unit: 'EUR' },
    { id: 'personal-surety', label: 'Caution personnelle', unit: 'text', missing: LATER },
    {
      id: 'buy-out-price',
      label: 'Prix de sortie de tous les investisseurs',
      unit: 'EUR',
      missing: NO_VEHICLE,
    },
    { id: 'months-to-opening', label: 'Délai avant la mise en service', unit: 'months' },
    { id: 'financial-autonomy', label: 'Autonomie financière (année de croisière)', unit: 'ratio' },
    { id: 'repayment-capacity', label: 'Capacité de remboursement (dettes / CAF)', unit: 'years' },
    { id: 'risk-sharing', label: 'Partage des risques (dettes / fonds propres)', unit: 'ratio' },
    { id: 'debt-cost', label: 'Coût de la dette (intérêts / EBE)', unit: 'ratio' },
  ],
  investor: [
    { id: 'project-irr', label: 'TRI du projet immobilier, avant financement et impôt', unit: 'ratio' },
    { id: 'project-irr-after-tax', label: 'TRI du projet après impôt', unit: 'ratio', missing: LATER },
    { id: 'equity-irr', label: 'TRI des fonds propres', unit: 'ratio', missing: NO_VEHICLE },
    { id: 'lender-irr', label: 'TRI du prêteur (frais compris)', unit: 'ratio' },
    { id: 'investor-irr', label: "TRI de l'investisseur", unit: 'ratio', missing: NO_VEHICLE },
    { id: 'moic', label: 'Multiple (reçu / versé)', unit: 'ratio', missing: NO_VEHICLE },
    { id: 'payback', label: 'Délai de récupération', unit: 'years', missing: NO_VEHICLE },
    { id: 'bank-peak-exposure', label: 'Exposition maximale de la banque', unit: 'EUR' },
    { id: 'ltv', label: 'Prêt / valeur du site (LTV)', unit: 'ratio' },
    { id: 'ltc', label: 'Prêt / coût de revient (LTC)', unit: 'ratio' },
    {
      id: 'dscr-min',
      label: 'DSCR, au plus bas',
      unit: 'ratio',
      missing: "pas de loyer dans cette voie : lire le rapport de l'EBE aux annuités",
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
    { id: 'debt-yield', label: 'Loyer net de marché / prêt', unit: 'ratio' },
    {
      id: 'recovery-stress',
      label: 'Prêt recouvré si le site est vendu 60 % de sa valeur en année 5',
      unit: 'ratio',
    },
    { id: 'exit-share', label: 'Part du rendement venant de la sortie', unit: 'ratio', missing: NO_VEHICLE },
  ],
  authority: [
    { id: 'public-budget', label: 'Subventions, en tout', unit: 'EUR' },
    { id: 'public-present-cost', label: 'Subventions, en valeur présente', unit: 'EUR' },
    {
      id: 'expected-loss',
      label: 'Perte attendue',
      unit: 'EUR',
      missing: 'aucune garantie publique dans cette voie',
    },
    { id: 'grant-equivalent', label: 'Équivalent-subvention brut', unit: 'EUR', missing: LATER },
    { id: 'aid-headroom', label: "Marge sous le plafond d'aides", unit: 'EUR', missing: LATER },
    { id: 'leverage', label: 'Effet levier (besoins / subventions)', unit: 'ratio' },
    { id: 'jobs-created', label: 'Emplois créés', unit: 'count' },
    { id: 'cost-per-job', label: 'Subventions par emploi créé', unit: 'EUR/job' },
    { id: 'cost-per-insertion-job', label: "Subventions par emploi d'insertion créé", unit: 'EUR/job' },
    { id: 'public-returns', label: 'Retours par niveau de collectivité', unit: 'EUR', missing: LATER },
    { id: 'brownfield-m2', label: 'Friche requalifiée', unit: 'm2', missing: LATER },
  ],
};

const DECIMALS: Partial<Record<KeyFigureUnit, number>> = { ratio: 6, years: 2, count: 2 };

function textOf(unit: KeyFigureUnit, value: Decimal): string {
  const rounded = value.toDecimalPlaces(DECIMALS[unit] ?? 2);
  // No « −0.00 »: a zero has no sign on screen.
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(DECIMALS[unit] ?? 2);
}

function figureOf(definition: Definition, computed: ComputedDeal): KeyFigure {
  const { id, label, unit, missing } = definition;
  const absent = (reason: string): KeyFigure => ({ id, label, unit, value: null, reason });
  if (missing !== undefined) return absent(missing);
  if (id === 'capital-kept') {
    const newcomer = computed.deal.operator.sources.some(
      (source) => source.contributor !== undefined && source.contributor !== 'owners',
    );
    return newcomer
      ? absent('un nouvel apporteur entre au capital : la répartition n’est pas saisie dans cette voie')
      : { id, label, unit, value: '1.000000' };
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
  if (line === undefined) return absent(LATER);
  const value = computed.figures.of(line)[0] ?? null;
  if (value === null)
    return { ...absent('non défini : ce à quoi on rapporte est nul ou négatif'), line: line.id };
  if (unit === 'date') {
    return { id, label, unit, value: monthEnd(computed.figures.timeline, value.toNumber()), line: line.id };
  }
  if (unit === 'months') return { id, label, unit, value: value.toFixed(0), line: line.id };
  return { id, label, unit, value: textOf(unit, value), line: line.id };
}

/** The key figures of the three lenses. */
export function keyFiguresOf(computed: ComputedDeal): KeyFigures {
  const of = (lens: Lens) =>
    DEFINITIONS[lens].map((definition) => {
      const figure = figureOf(definition, computed);
      // A path that does not balance has no figure that depends on the missing money.
      const depends =
        computed.gap !== undefined && figure.value !== null && DEPENDS_ON_FUNDING.has(figure.id);
      if (!depends) return figure;
      return {
        id: figure.id,
        label: figure.label,
        unit: figure.unit,
        value: null,
        reason: 'financement à trouver : le plan ne s’équilibre pas',
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
  'cost-per-job',
  'cost-per-insertion-job',
  'leverage',
]);

/** The same ids, all null, for a path that cannot be computed. */
export function missingKeyFigures(reason: string): KeyFigures {
  const of = (lens: Lens): KeyFigure[] =>
    DEFINITIONS[lens].map(({ id, label, unit }) => ({ id, label, unit, value: null, reason }));
  return { founder: of('founder'), investor: of('investor'), authority: of('authority') };
}
