import type { Brownfield } from '../../dossier/dossier.ts';
import { Decimal } from '../../formula/decimal.ts';
import { NO_BREAK_SPACE, writeCount } from '../../formula/french.ts';
import {
  type Answer,
  CRITERION_IDS,
  type CriterionId,
  EFFECTS,
  type Effect,
  GRID_WEIGHT,
  INDUSTRY_CRITERIA,
} from './industry-criteria.ts';
import { type ReadSite, SITE_ANSWERS } from './site-answers.ts';

/** One criterion of the national grid, read on a brownfield. */
export interface JudgedCriterion {
  readonly id: CriterionId;
  readonly label: string;
  readonly weight: Decimal;
  /** What is known, in French: « 23 500 m² », « oui », « inconnu ». */
  readonly value: string;
  readonly known: boolean;
  /** The interval or the case of the grid; undefined when the criterion is not known. */
  readonly when: string | undefined;
  readonly effect: Effect | undefined;
  /** Weighted points: of a neutral criterion both are equal; both are zero when it is not known. */
  readonly advantage: Decimal;
  readonly constraint: Decimal;
}

/** How much of the weight of the national grid is known. Thresholds are ours: a hypothesis. */
export type ReliabilityClass = 'good' | 'medium' | 'low';

export const RELIABILITY_WORDS: Readonly<Record<ReliabilityClass, string>> = {
  good: 'bonne',
  medium: 'moyenne',
  low: 'faible',
};

export interface Suitability {
  /** Advantages / (advantages + constraints), from 0 to 1; null when nothing is known. */
  readonly index: Decimal | null;
  /** Word of the national algorithm for this index. */
  readonly potential: string | null;
  /** Weight known / weight of the whole national grid. */
  readonly reliability: Decimal;
  readonly reliabilityClass: ReliabilityClass;
  readonly advantages: Decimal;
  readonly constraints: Decimal;
  readonly criteria: readonly JudgedCriterion[];
}

/** The answer of the grid for one criterion; undefined when what it asks is not known. */
function answerOf(id: CriterionId, site: ReadSite): Answer | undefined {
  const found = SITE_ANSWERS[id](site);
  const answers: Readonly<Record<string, Answer>> = INDUSTRY_CRITERIA[id].answers;
  return found === undefined ? undefined : answers[found];
}

/** Σ advantages / (Σ advantages + Σ constraints); null without either. Published example: 10 and 2 give 83.3 %. */
export function mutabilityIndex(advantages: Decimal, constraints: Decimal): Decimal | null {
  const sum = advantages.plus(constraints);
  return sum.isZero() ? null : advantages.div(sum);
}

/** Thresholds of the national algorithm, on the index rounded to a tenth of a per cent. */
export function potentialOf(index: Decimal): string {
  const percent = index.times(100).toDecimalPlaces(1);
  const found = POTENTIALS.find(([least]) => percent.gte(least));
  return found?.[1] ?? 'défavorable';
}

const POTENTIALS: readonly (readonly [number, string])[] = [
  [70, 'excellent'],
  [60, 'favorable'],
  [50, 'modéré'],
  [40, 'peu favorable'],
];

export function reliabilityClassOf(reliability: Decimal): ReliabilityClass {
  if (reliability.gte('0.6')) return 'good';
  return reliability.gte('0.35') ? 'medium' : 'low';
}

const MEASURES: Partial<
  Record<CriterionId, { readonly of: (site: Brownfield) => Decimal | null; readonly unit: string }>
> = {
  'land-area': { of: ({ landAreaM2 }) => landAreaM2, unit: 'm²' },
  'built-area': { of: ({ builtAreaM2 }) => builtAreaM2, unit: 'm²' },
  motorway: { of: ({ criteria }) => criteria.motorwayKm, unit: 'km' },
  'public-transport': { of: ({ criteria }) => criteria.publicTransportM, unit: 'm' },
};

/** What is known, as it is written beside the criterion. */
function valueText(id: CriterionId, site: Brownfield, answer: Answer | undefined): string {
  const measured = MEASURES[id]?.of(site) ?? null;
  const unit = MEASURES[id]?.unit;
  if (measured !== null && unit !== undefined && answer !== undefined)
    return `${writeCount(measured)}${NO_BREAK_SPACE}${unit}`;
  return answer?.when ?? 'inconnu';
}

function judged(id: CriterionId, site: Brownfield): JudgedCriterion {
  const { label, weight } = INDUSTRY_CRITERIA[id];
  const answer = answerOf(id, site);
  const points = (of: number) => new Decimal(weight).times(of);
  const effect = answer === undefined ? undefined : EFFECTS[answer.effect];
  return {
    id,
    label,
    weight: new Decimal(weight),
    value: valueText(id, site, answer),
    known: answer !== undefined,
    when: answer?.when,
    effect: answer?.effect,
    advantage: points(effect?.advantage ?? 0),
    constraint: points(effect?.constraint ?? 0),
  };
}

/**
 * The national index of mutability of a brownfield for industry, criterion by criterion. What is not known counts
 * nowhere in the index and lowers the reliability; what is neutral counts half a point on both sides.
 * Source: `industry-criteria.ts`.
 */
export function suitabilityOf(site: Brownfield): Suitability {
  const criteria = CRITERION_IDS.map((id) => judged(id, site));
  const sum = (of: (criterion: JudgedCriterion) => Decimal) =>
    criteria.reduce((total, criterion) => total.plus(of(criterion)), new Decimal(0));
  const advantages = sum(({ advantage }) => advantage);
  const constraints = sum(({ constraint }) => constraint);
  const reliability = sum(({ known, weight }) => (known ? weight : new Decimal(0))).div(GRID_WEIGHT);
  const index = mutabilityIndex(advantages, constraints);
  return {
    index,
    potential: index === null ? null : potentialOf(index),
    reliability,
    reliabilityClass: reliabilityClassOf(reliability),
    advantages,
    constraints,
    criteria,
  };
}

/**
 * The same index and reliability from what a row of the inventory says, without the detail: made for each of tens of
 * thousands of sites. Weights and points are halves and quarters: their sums are exact, only the last division rounds.
 * @returns fractions from 0 to 1, or null when no criterion is known
 */
export function scoreOf(site: ReadSite): { readonly index: number; readonly reliability: number } | null {
  let advantages = 0;
  let constraints = 0;
  let known = 0;
  for (const id of CRITERION_IDS) {
    const answer = answerOf(id, site);
    if (answer === undefined) continue;
    const { weight } = INDUSTRY_CRITERIA[id];
    const effect = EFFECTS[answer.effect];
    advantages += weight * effect.advantage;
    constraints += weight * effect.constraint;
    known += weight;
  }
  if (known === 0) return null;
  return { index: advantages / (advantages + constraints), reliability: known / GRID_WEIGHT };
}
