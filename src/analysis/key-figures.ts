import type { EsusHoldingPath, FoncierePath } from '../dossier/dossier.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeRate } from '../formula/french.ts';
import { monthEnd } from '../formula/timeline.ts';
import type { ComputedDeal } from './computed.ts';
import type { KeyFigure, KeyFigures, KeyFigureUnit, Lens } from './key-figure.ts';
import { DEFINITIONS, type Definition, NEEDS_SITE, NO_SITE } from './key-figure-list.ts';
import { personalSuretyOf } from './personal-surety.ts';

/** A yearly rate that anybody could mean, either way. */
const LARGEST_USUAL_RATE = 1;

const DECIMALS: Partial<Record<KeyFigureUnit, number>> = { ratio: 6, years: 2, count: 2 };

function textOf(unit: KeyFigureUnit, value: Decimal): string {
  const rounded = value.toDecimalPlaces(DECIMALS[unit] ?? 2);
  // No « −0.00 »: a zero has no sign on screen.
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(DECIMALS[unit] ?? 2);
}

function figureOf(definition: Definition, computed: ComputedDeal): KeyFigure {
  const { id, label, unit, missing } = definition;
  const { deal } = computed;
  const absent = (reason: string): KeyFigure => ({ id, label, unit, value: null, reason });
  if (deal.premises === undefined && NEEDS_SITE.has(id)) return absent(NO_SITE);
  const reason = missing?.[deal.path.kind];
  if (reason !== undefined) return absent(reason);
  if (id === 'capital-kept' || id === 'votes-kept') return ownershipOf(id, computed, absent, definition);
  if (id.startsWith('enterprise-')) return enterpriseOwnershipOf(id, computed, absent, definition);
  if (id === 'personal-surety') return { id, label, unit, value: personalSuretyOf(computed) };
  if (id === 'covenants-breach') {
    const years = computed.covenants.flatMap(({ firstBreach, met, limit }) =>
      limit !== null && met === false ? [firstBreach ?? 'dès la mise en service'] : [],
    );
    return { id, label, unit, value: years.sort()[0] ?? 'aucun' };
  }
  const found = computed.returns.find((item) => item.id === id);
  if (found !== undefined) {
    if (found.rates.length === 0) return absent(found.reason ?? 'non défini');
    // Fees paid before the money they are paid for give a second root of thousands of per cent, which means nothing.
    const usual = found.rates.filter((rate) => rate.abs().lte(LARGEST_USUAL_RATE));
    const [only] = found.rates.length === 1 ? found.rates : usual;
    if (only === undefined || (found.rates.length > 1 && usual.length !== 1))
      return absent(`plusieurs taux annulent la valeur présente : ${found.rates.length}`);
    return { id, label, unit, value: only.toFixed(10), line: found.id };
  }
  const line = computed.measures.lines.get(id);
  if (line === undefined) return absent(definition.absent ?? 'sans objet dans cette voie');
  const value = computed.figures.of(line)[0] ?? null;
  if (value === null)
    return {
      ...absent(definition.whenUndefined ?? 'non défini : ce à quoi on rapporte est nul ou négatif'),
      line: line.id,
    };
  if (unit === 'date') {
    return { id, label, unit, value: monthEnd(computed.figures.timeline, value.toNumber()), line: line.id };
  }
  if (unit === 'months') return { id, label, unit, value: value.toFixed(0), line: line.id };
  const counted = id === 'results-measured' ? { counted: resultWords(deal) } : {};
  return { id, label, unit, value: textOf(unit, value), line: line.id, ...counted };
}

/** What the results of a contrat à impact count, in the words of its main indicator: « personne », « personne, en cas d’échec ». */
function resultWords({ impact }: ComputedDeal['deal']): string {
  const main = impact?.programme.indicators.find(({ id }) => id === impact.programme.mainIndicator);
  const unit = main?.unit ?? 'résultat';
  if (impact === undefined || impact.outcome === 'expected') return unit;
  return `${unit}, en cas ${impact.outcome === 'failure' ? 'd’échec' : 'de succès'}`;
}

/** Share of the capital or of the votes that the operator has where the walls stand. */
function ownershipOf(
  id: string,
  computed: ComputedDeal,
  absent: (reason: string) => KeyFigure,
  { label, unit }: Definition,
): KeyFigure {
  const { deal } = computed;
  if (deal.path.kind === 'sci') {
    const { operatorShare, operatorVotes } = deal.path.vehicle;
    return { id, label, unit, value: (id === 'capital-kept' ? operatorShare : operatorVotes).toFixed(6) };
  }
  if (deal.path.kind === 'esus-holding') {
    return deal.property === undefined
      ? absent('location : les murs sont à un tiers')
      : ownershipOfGroup(id === 'votes-kept' ? id : 'capital-kept', deal.path, computed, absent, {
          id,
          label,
          unit,
        });
  }
  if (deal.path.kind === 'fonciere') {
    const { colleges } = deal.path;
    if (id === 'votes-kept') return absent(collegeVotes(colleges));
    const own = colleges.filter(({ from }) => from === 'operator');
    const sum = (of: typeof colleges) => of.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
    const capital = sum(colleges);
    const value = capital.isZero() ? capital : sum(own).div(capital);
    return { id, label, unit, value: value.toFixed(6) };
  }
  return hasNewcomer(deal)
    ? absent('un nouvel apporteur entre au capital : la répartition n’est pas saisie dans cette voie')
    : { id, label, unit, value: '1.000000' };
}

/** What those who were there keep of the enterprise: all of it where nobody enters. */
function enterpriseOwnershipOf(
  id: string,
  computed: ComputedDeal,
  absent: (reason: string) => KeyFigure,
  { label, unit }: Definition,
): KeyFigure {
  const { deal } = computed;
  if (deal.path.kind === 'esus-holding') {
    return ownershipOfGroup(
      id.endsWith('votes-kept') ? 'votes-kept' : 'capital-kept',
      deal.path,
      computed,
      absent,
      {
        id,
        label,
        unit,
      },
    );
  }
  return hasNewcomer(deal)
    ? absent('un nouvel apporteur entre au capital : la répartition n’est pas saisie dans cette voie')
    : { id, label, unit, value: '1.000000' };
}

/** Whether somebody else than its owners brings own funds to the enterprise. */
function hasNewcomer({ operator }: ComputedDeal['deal']): boolean {
  return operator.sources.some(
    ({ category, contributor }) =>
      category === 'own-funds' && contributor !== undefined && contributor !== 'owners',
  );
}

/** Capital of those who were there before the investors, conversions counted; votes as the statutes of the last round say. */
function ownershipOfGroup(
  of: 'capital-kept' | 'votes-kept',
  path: EsusHoldingPath,
  { deal, figures }: ComputedDeal,
  absent: (reason: string) => KeyFigure,
  named: Pick<KeyFigure, 'id' | 'label' | 'unit'>,
): KeyFigure {
  if (of === 'capital-kept') {
    const line = deal.group?.founders.diluted;
    const value = line === undefined ? undefined : figures.of(line)[0];
    return line === undefined || value == null
      ? absent('aucune action')
      : { ...named, value: value.toFixed(6), line: line.id };
  }
  const votes = path.rounds.at(-1)?.votes ?? [];
  if (votes.length === 0) return absent('voix non saisies : elles ne se déduisent pas du capital');
  const founders = path.founders.map(({ from }) => from);
  const own = votes.filter(({ from }) => founders.includes(from));
  return { ...named, value: own.reduce((sum, { share }) => sum.plus(share), new Decimal(0)).toFixed(6) };
}

/** One member, one vote inside a college: how many members it has is not in the dossier. */
function collegeVotes(colleges: FoncierePath['colleges']): string {
  const own = colleges.filter(({ from }) => from === 'operator');
  if (own.length === 0) return 'aucune voix : l’entreprise n’est pas associée de la foncière';
  const votes = own.reduce((total, college) => total.plus(college.votes), new Decimal(0));
  return `une voix dans son collège, qui en a ${writeRate(votes)} de toutes`;
}

/** The key figures of the three lenses. */
export function keyFiguresOf(computed: ComputedDeal): KeyFigures {
  const of = (lens: Lens) =>
    DEFINITIONS[lens].map((definition) => {
      const figure = figureOf(definition, computed);
      // A path that does not balance has no figure that depends on the missing money.
      const unfunded = isUnfunded(computed);
      const reason = whyUnknown(figure.id, computed, unfunded);
      if (figure.value === null || reason === undefined) return figure;
      return { id: figure.id, label: figure.label, unit: figure.unit, value: null, reason };
    });
  return { founder: of('founder'), investor: of('investor'), authority: of('authority') };
}

/** Why a figure of a path that does not hold is not shown. */
function whyUnknown(id: string, { deal, gap, rent }: ComputedDeal, unfunded: boolean): string | undefined {
  if (deal.path.kind === 'market-rent' && deal.path.turnkey !== null && PAID_BY_A_PUBLIC_LANDLORD.has(id))
    return 'locaux bâtis et loués par une collectivité : ce qu’elle dépense est dans son budget, par année';
  if (rent?.isFound === false && (DEPENDS_ON_FUNDING.has(id) || DEPENDS_ON_RENT.has(id)))
    return 'aucun loyer ne tient la couverture visée';
  // Investors of a contrat à impact are paid for results: what the walls lack changes nothing for them.
  const isOfContract = deal.impact !== undefined && PAID_FOR_RESULTS.has(id);
  if (gap !== undefined && DEPENDS_ON_FUNDING.has(id) && !isOfContract)
    return 'financement à trouver : le plan ne s’équilibre pas';
  // In a group somebody outside pays: what the premises cost and what is left do not depend on it.
  if (unfunded && DEPENDS_ON_BUY_OUT.has(id) && (deal.group === undefined || !PAID_OUTSIDE.has(id)))
    return 'rachat non financé : une part du prix de sortie reste à trouver';
  return undefined;
}

/** Aids that would read as nothing where an authority builds the premises that it lets. */
const PAID_BY_A_PUBLIC_LANDLORD: ReadonlySet<string> = new Set([
  'public-budget',
  'public-present-cost',
  'public-peak-exposure',
  'cost-per-job',
  'cost-per-insertion-job',
  'leverage',
  'rest-to-finance',
]);

/** What a rent that was not found would make wrong, beside what depends on the funding. */
const DEPENDS_ON_RENT: ReadonlySet<string> = new Set([
  'premises-paid-month',
  'occupancy-ratio',
  'smallest-cover',
  'average-cover',
  'dscr-min',
  'dscr-average',
  'dscr-with-quasi',
  'project-irr',
  'project-irr-after-tax',
  'cash-yield',
]);

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
  'equity-irr',
  'investor-irr',
  'investor-irr.capital',
  'moic',
  'payback',
  'exit-share',
  'yield-effort',
  'yield-effort-per-job',
  'buy-out-price',
  'buy-out-unfunded',
  'cost-per-job',
  'cost-per-insertion-job',
  'leverage',
]);

/** Of them, what the investors of a contrat à impact read, whatever the plan of the walls. */
const PAID_FOR_RESULTS: ReadonlySet<string> = new Set([
  'investor-irr',
  'moic',
  'payback',
  'yield-effort',
  'yield-effort-per-job',
]);

/** What an exit that nobody pays for would make wrong. */
const DEPENDS_ON_BUY_OUT: ReadonlySet<string> = new Set([
  'occupancy-cost-month',
  'occupancy-cost-m2',
  'net-worth-at-horizon',
  'equity-irr',
  'investor-irr',
  'investor-irr.capital',
  'moic',
  'payback',
  'yield-effort',
  'yield-effort-per-job',
]);

/** Of them, what the companies do not pay when the buyer of the shares is outside the deal. */
const PAID_OUTSIDE: ReadonlySet<string> = new Set([
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
