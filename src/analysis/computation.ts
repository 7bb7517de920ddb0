import type { PathDescription } from '../dossier/dossier.ts';
import { type ResolvedDossier, resolveDossier, withSolved } from '../dossier/resolution.ts';
import { hasVehicle, lacksSite } from '../dossier/sources.ts';
import { centsString, Decimal, ZERO } from '../formula/decimal.ts';
import { type Figures, readExactly, type Value } from '../formula/exact.ts';
import { writeMonth } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import type { Json, RawDossier } from '../input/description.ts';
import type { Problem, Reading } from '../input/problem.ts';
import type { Deal, Group } from '../paths/deal.ts';
import { type SizedDeal, sizePath } from '../paths/sizing.ts';
import { aidFindings } from './aid-findings.ts';
import { carryingOutcome } from './carrying-legality.ts';
import type { Computation, ComputedDeal, ComputedPath } from './computed.ts';
import { confirmedVerdict, withConfirmations } from './confirmations.ts';
import { type CovenantResult, covenantResults } from './covenant-results.ts';
import type { GroupOutcome } from './group-legality.ts';
import { guaranteeOutcomes } from './guarantee-outcome.ts';
import { keyFiguresOf, missingKeyFigures } from './key-figures.ts';
import { legalityOf, type Outcome } from './legality.ts';
import { type Legality, worstVerdict } from './legality-rule.ts';
import type { Measures } from './measure-setting.ts';
import { addMeasures } from './measures.ts';
import { turnkeyOutcome } from './premises-legality.ts';
import { returnsOf } from './returns.ts';
import { vehicleSoundness } from './vehicle-soundness.ts';

/** What a path became, with the amounts found for it: other paths of the dossier play no part in it. */
export interface PathResult {
  readonly path: ComputedPath;
  /** Amounts found, by their place in the dossier. */
  readonly solved: Readonly<Record<string, string>>;
}

/** Paths already computed, kept by who calls: one changed column is then computed alone. */
export interface PathMemory {
  readonly find: (key: string) => PathResult | undefined;
  readonly keep: (key: string, result: PathResult) => void;
}

/** Which paths of a dossier are wanted. */
export type Wanted = 'all' | 'main' | { readonly id: string };

const NO_MEMORY: PathMemory = { find: () => undefined, keep: () => {} };

/**
 * From what was typed to what is shown: resolves, sizes, computes exactly, reads key figures.
 * @param json a dossier as parsed JSON; nothing is assumed of it
 * @param memory paths computed before
 * @param only which paths are wanted: all unless given, the main one, or that of an id
 * @returns the computation, or every problem at once
 */
export function computeDossier(
  json: unknown,
  memory: PathMemory = NO_MEMORY,
  only: Wanted = 'all',
): Reading<Computation> {
  const resolved = resolveDossier(json);
  if (!resolved.ok) return resolved;
  const { mainPath, paths: described } = resolved.value.values;
  const id = only === 'main' ? mainPath : only === 'all' ? undefined : only.id;
  const wanted = [...described.keys()].filter((index) => id === undefined || described[index]?.id === id);
  const results = wanted.map((index) => {
    const key = keyOfPath(json as RawDossier, index);
    const known = memory.find(key);
    if (known !== undefined) return known;
    const made = computePath(resolved.value, index);
    memory.keep(key, made);
    return made;
  });
  const solved = Object.assign({}, ...results.map((result) => result.solved)) as Record<string, string>;
  const whole = Object.keys(solved).length === 0 ? resolved : withSolved(resolved.value, solved);
  if (!whole.ok) throw new Error(`the solved dossier is refused: ${JSON.stringify(whole.problems)}`);
  const dossier = whole.value;
  const paths = results.map(({ path }, rank) => {
    // After the figures: what a person vouches for changes none of them.
    const legality = withConfirmations(path.legality, dossier.values.confirmations, path.path.id);
    return {
      ...path,
      legality,
      verdict: confirmedVerdict(legality),
      path: dossier.values.paths[wanted[rank] ?? 0] ?? path.path,
    };
  });
  return {
    ok: true,
    value: {
      dossier,
      paths,
      warnings: [...dossier.warnings, ...paths.flatMap(({ computed }) => propertyWarnings(computed))],
    },
  };
}

/**
 * All that a path depends on: the dossier without its other paths, what is noted of them, what is vouched for and the
 * brownfields that were not chosen.
 */
function keyOfPath(json: RawDossier, index: number): string {
  const { paths, facts, hypotheses, mainPath, confirmations, siteNeed, brownfields, ...common } = json;
  const own = (notes: Json | undefined) =>
    (Array.isArray(notes) ? (notes as { readonly path?: string }[]) : []).filter(
      ({ path = '' }) => !path.startsWith('paths[') || path.startsWith(`paths[${index}]`),
    );
  return JSON.stringify([index, (paths as readonly Json[])[index], own(facts), own(hypotheses), common]);
}

/** What to look at in one path: what the dossier says of all or of this one, and what it buys; never of another path. */
export function warningsOf({ dossier }: Computation, found: ComputedPath): Problem[] {
  const index = dossier.values.paths.findIndex(({ id }) => id === found.path.id);
  const isOfAnother = ({ path }: Problem) => path.startsWith('paths[') && !path.startsWith(`paths[${index}]`);
  return [
    ...dossier.warnings.filter((warning) => !isOfAnother(warning)),
    ...propertyWarnings(found.computed),
  ];
}

function propertyWarnings(computed: ComputedDeal | undefined): Problem[] {
  const warnings = computed?.deal.property?.purchase.warnings ?? [];
  const loanToValue = computed?.covenants.find((covenant) => covenant.id === 'loan-to-value')?.value;
  const found = warnings.map((message) => ({ path: 'site.department', message }));
  if (computed === undefined || loanToValue == null || Number(loanToValue) <= 1) return found;
  const { deal } = computed;
  const alsoPays = deal.borrower === deal.operator ? ', qui paie aussi le matériel,' : '';
  return [
    ...found,
    {
      path: 'site.exitYield',
      message: `${deal.path.label} : le prêt${alsoPays} dépasse la valeur du site estimée à la mise en service (${Math.round(Number(loanToValue) * 100)} %) : la revente du site ne le rembourserait pas.`,
    },
  ];
}

/** A path that nothing can be computed of: why, and nothing else. */
function refusedPath(path: PathDescription, legality: readonly Legality[], reason: string): PathResult {
  return {
    path: {
      path,
      verdict: worstVerdict(legality),
      legality,
      computed: undefined,
      keyFigures: missingKeyFigures(reason),
    },
    solved: {},
  };
}

function computePath(dossier: ResolvedDossier, index: number): PathResult {
  const { site, paths } = dossier.values;
  const path = paths[index] as PathDescription;
  const refused = legalityOf(dossier, index, undefined);
  if (lacksSite(dossier.values, index)) return refusedPath(path, refused, 'pas de site : rien à acheter');
  const impossible = refused.find(({ verdict }) => verdict === 'impossible');
  if (impossible !== undefined) return refusedPath(path, refused, impossible.reason);
  const sized = sizePath(dossier, index, site);
  const soundness = vehicleSoundness(sized.dossier, index);
  const computed: ComputedDeal = { ...readDeal(sized), soundness };
  const legality = legalityOf(sized.dossier, index, {
    ...outcomeOf(sized, computed.measures, computed.figures, computed.covenants, computed.gap),
    soundness: soundness && {
      ...soundness,
      month: `en ${writeMonth(computed.figures.timeline, soundness.lowestCash.month)}`,
    },
  });
  // Some rules are only known to be broken once the figures are there: the path is closed all the same.
  const broken = legality.find(({ verdict }) => verdict === 'impossible');
  if (broken !== undefined) return { ...refusedPath(path, legality, broken.reason), solved: sized.solved };
  return {
    path: {
      path: sized.deal.path,
      verdict: worstVerdict(legality),
      legality,
      computed,
      keyFigures: keyFiguresOf(computed),
    },
    solved: sized.solved,
  };
}

/** The exact figures of a deal: its measures, returns, laws and limits. */
export function readDeal(sized: SizedDeal): ComputedDeal {
  const { deal } = sized;
  const measures = addMeasures(deal);
  const figures = readExactly(deal.setting.calculation);
  const gap = figures.of(deal.plan.gap)[0];
  return {
    deal,
    measures,
    figures,
    sizing: sized.sizings.find(({ company }) => company === deal.borrower.id),
    sizings: sized.sizings,
    rent: sized.rent,
    returns: returnsOf(measures, figures),
    checks: deal.laws.map((law) => {
      const value = figures.of(law.gap)[0];
      return {
        id: law.id,
        label: law.label,
        line: law.gap.id,
        value: value == null ? '0.00' : centsString(value),
        holds: value?.abs().lt('0.005') ?? false,
      };
    }),
    covenants: covenantResults(deal, figures),
    gap: gap?.gte('0.005') ? gap.toFixed(2) : undefined,
  };
}

/** What the figures say of a path before anybody reads them. */
function outcomeOf(
  { deal, rent }: SizedDeal,
  measures: Measures,
  figures: Figures,
  covenants: readonly CovenantResult[],
  gap: string | undefined,
): Omit<Outcome, 'soundness'> {
  const valueOfLine = (line: Line | undefined) => (line === undefined ? null : (figures.of(line)[0] ?? null));
  const lowest = valueOfLine(measures.lines.get('lowest-cash'));
  const vehicleCash = deal.vehicle === undefined ? undefined : lowestOf(figures, deal.vehicle.books.cash);
  const month = valueOfLine(measures.lines.get('lowest-cash-month'))?.toNumber() ?? 0;
  const loan = valueOfLine(deal.plan.sources.find((source) => source.id === 'loan')?.line);
  const excess = valueOfLine(deal.borrower.plan.surplus)?.minus(loan ?? 0);
  return {
    gap,
    negativeCash:
      lowest?.isNegative() === true && !lowest.isZero()
        ? { amount: centsString(lowest), month: `en ${writeMonth(figures.timeline, month)}` }
        : undefined,
    negativeVehicleCash:
      vehicleCash?.amount.isNegative() === true && !vehicleCash.amount.isZero()
        ? {
            amount: centsString(vehicleCash.amount),
            month: `en ${writeMonth(figures.timeline, vehicleCash.month)}`,
          }
        : undefined,
    ...leaseOutcomes(deal, rent, figures),
    guarantees: guaranteeOutcomes(deal, figures),
    carrying: carryingOutcome(deal, figures),
    turnkey: turnkeyOutcome(deal, figures),
    excess: excess?.gte(1) ? centsString(excess) : undefined,
    aid: aidFindings(deal, measures.aidRegister, figures),
    ownFundsShare: valueOfLine(deal.ownFundsShare) ?? undefined,
    breaches: covenants
      .filter((covenant) => covenant.met === false)
      .map((covenant) => ({ label: covenant.label, year: covenant.firstBreach })),
  };
}

/** What the figures say of the lease of a vehicle: its rent beside the market, its exit or its shares. */
function leaseOutcomes(
  deal: Deal,
  rent: SizedDeal['rent'],
  figures: Figures,
): Pick<Outcome, 'sci' | 'fonciere' | 'group'> {
  const none = { sci: undefined, fonciere: undefined, group: undefined };
  const unfunded = (deal.exit && singleValue(figures, deal.exit.unfunded)) ?? ZERO;
  const group = deal.group && { unfunded, negativeCash: negativeCashOf(deal.group, figures) };
  if (!hasVehicle(deal.path)) return { ...none, group: group && { ...group, lease: undefined } };
  const { calculation } = deal.setting;
  const market = singleValue(figures, calculation.line('site.market-rent-at-opening'));
  const place = deal.borrower.termsPath.replace(/\.terms$/, '.lease.rentPerM2Year');
  const paid =
    deal.path.lease.solve === 'below-market'
      ? (singleValue(figures, calculation.line('fonciere.rent-per-m2')) ?? ZERO).toDecimalPlaces(2)
      : figures.assumption(place);
  const lease = {
    rent: market === null ? undefined : { paid, market: market.toDecimalPlaces(2) },
    isRentFound: rent?.isFound ?? true,
  };
  if (group !== undefined) return { ...none, group: { ...group, lease } };
  if (deal.fonciere === undefined) return { ...none, sci: { ...lease, unfunded } };
  const { affordable } = deal.fonciere.rent;
  const { redemption, publicShare } = deal.fonciere.shares;
  const { years } = calculation.timeline;
  return {
    ...none,
    fonciere: {
      ...lease,
      affordable: affordable === undefined ? undefined : (singleValue(figures, affordable) ?? undefined),
      late: (redemption && singleValue(figures, redemption.late)) ?? ZERO,
      publicShares: figures
        .of(publicShare)
        .map((share, index) => ({ year: years[index]?.calendarYear ?? 0, share: share ?? ZERO })),
    },
  };
}

/** Other subsidiaries of a group whose cash goes below zero. */
function negativeCashOf({ subsidiaries }: Group, figures: Figures): GroupOutcome['negativeCash'] {
  return subsidiaries.flatMap(({ label, books }) => {
    const { amount, month } = lowestOf(figures, books.cash);
    return amount.lt('-0.005') ? [{ label, amount, month: `en ${writeMonth(figures.timeline, month)}` }] : [];
  });
}

/** The lowest value of a monthly line until the horizon, and its month. */
function lowestOf(figures: Figures, line: Line): { readonly amount: Decimal; readonly month: number } {
  let month = 0;
  const values = figures.of(line).map((value) => value ?? new Decimal(0));
  for (const [index, value] of values.entries()) if (value.lt(values[month] as Decimal)) month = index;
  return { amount: values[month] as Decimal, month };
}

function singleValue(figures: Figures, line: Line): Value {
  return figures.of(line)[0] ?? null;
}

/** The computed path of this id, or the main one. */
export function pathOf(computation: Computation, id?: string): ComputedPath | undefined {
  const wanted = id ?? computation.dossier.values.mainPath;
  return computation.paths.find((path) => path.path.id === wanted);
}
