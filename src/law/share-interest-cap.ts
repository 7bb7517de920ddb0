import { constant, over, plus } from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Decimal } from '../formula/decimal.ts';
import { writeRate } from '../formula/french.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { inForce, type LawFigure, type LawSeries, lawAssumption } from './figure.ts';
import { type LawRule, ruleApplied } from './law-rule.ts';
import type { Legality } from './legality.ts';

/**
 * The highest rate of the interest that a cooperative pays on its shares: the mean « TMO » (taux moyen de rendement des
 * obligations) of the three calendar years before the assembly, and two points (loi 47-1775 art. 14). A SCOP has
 * another cap of its own (loi 78-763 art. 33 4°): this one does not apply to it.
 */
const CAP = {
  id: 'cooperative.share-interest-cap',
  label: 'Coopérative : taux maximal des intérêts aux parts sociales',
  unit: 'ratio',
} as const;

/** General assemblies held in 2025; the ceiling of 2026 was not found and has to be given. */
export const SHARE_INTEREST_CAP_2025: LawFigure<'ratio'> = {
  ...CAP,
  value: '0.048',
  since: '2025-01-01',
  until: '2025-12-31',
  source: 'Loi 47-1775 art. 14 (moyenne des TMO de trois ans et 2 points) ; inexagri',
  confidence: 'sourced',
  note:
    'Assemblées tenues en 2025. Le plafond de 2026 n’a pas été retrouvé : il est à saisir. Ne s’applique pas aux SCOP ' +
    '(loi 78-763 art. 33 4°).',
};

export const SHARE_INTEREST_CAPS: LawSeries<'ratio'> = [SHARE_INTEREST_CAP_2025];

/** Of the cooperatives that are no SCOP. */
export const SHARE_INTEREST_RULE: LawRule = {
  rule: 'cooperative.share-interest',
  article: 'Loi 47-1775 art. 14',
  reason:
    'Les intérêts aux parts d’une coopérative, SCOP exceptée, ne dépassent pas la moyenne des TMO de trois ans et 2 points ; le dernier plafond connu ici est de 4,80 %, pour les assemblées de 2025.',
  confidence: 'sourced',
};

/** A cap typed above the last one that was published: to be justified by the TMO of its three years. */
export function typedCapLegality(cap: Decimal): Legality[] {
  if (cap.lte(SHARE_INTEREST_CAP_2025.value)) return [];
  return [
    ruleApplied(SHARE_INTEREST_RULE, {
      verdict: 'a-verifier',
      fact: `Le plafond saisi, ${writeRate(cap)}, est au-dessus.`,
      remedy:
        'Relevez les six TMO semestriels des trois années avant l’assemblée, ou gardez le dernier plafond connu.',
    }),
  ];
}

export const SHARE_INTEREST_MARGIN: LawFigure<'ratio'> = {
  id: 'cooperative.share-interest-margin',
  label: 'Coopérative : points ajoutés à la moyenne des TMO pour plafonner les intérêts aux parts',
  value: '0.02',
  unit: 'ratio',
  since: '2016-12-11',
  source: 'Loi 47-1775 art. 14 (loi 2016-1691 art. 113) ; D. 2017-446 ; blogavocat.fr (septembre 2017)',
  confidence: 'sourced',
};

/** The half-yearly TMO that were read; those of 2024 and 2025 were not found one by one. */
export const HALF_YEARLY_TMO: LawSeries<'ratio'> = [
  ['2021-01-01', '2021-06-30', '0.002'],
  ['2021-07-01', '2021-12-31', '0.0027'],
  ['2022-01-01', '2022-06-30', '0.01325'],
  ['2022-07-01', '2022-12-31', '0.0251'],
  ['2023-01-01', '2023-06-30', '0.0314'],
  ['2023-07-01', '2023-12-31', '0.0337'],
].map(([since = '', until = '', value = '']) => ({
  id: 'tmo.half-year',
  label: 'Taux moyen de rendement des obligations (TMO), par semestre',
  value,
  unit: 'ratio',
  since,
  until,
  source: 'Moyenne du semestre ; orion-expertise-comptable.re ; doc.arapl.org (07/03/2024)',
  confidence: 'sourced',
}));

export const SHARE_INTEREST_FIGURES: readonly LawFigure[] = [
  ...SHARE_INTEREST_CAPS,
  SHARE_INTEREST_MARGIN,
  ...HALF_YEARLY_TMO,
];

/**
 * The published cap.
 * @param assemblyDate ISO day of the general assembly that decides the interest
 * @returns undefined where it is not known (all but 2025): to be typed, or computed by `writeShareInterestCap`
 */
export function shareInterestCap(assemblyDate: string): LawFigure<'ratio'> | undefined {
  return inForce(SHARE_INTEREST_CAPS, assemblyDate);
}

type Ratio = Formula<'ratio', 'once', 'defined'>;

/** The six half-yearly TMO of the three calendar years before that of the assembly. */
export type SixHalfYears = readonly [Ratio, Ratio, Ratio, Ratio, Ratio, Ratio];

/** Writes the cap from its formula, `<prefix>.shareInterestCap`: the mean of six half-yearly TMO and two points. Not rounded. */
export function writeShareInterestCap(
  calculation: Calculation,
  prefix: string,
  halfYears: SixHalfYears,
): Line<'ratio', 'once', 'defined'> {
  const margin = lawAssumption(calculation, SHARE_INTEREST_MARGIN);
  return calculation.once(
    `${prefix}.shareInterestCap`,
    'Taux maximal des intérêts aux parts sociales',
    plus(over(sumOfRates(halfYears), constant(halfYears.length, 'ratio')), margin),
  );
}

function sumOfRates([first, ...others]: SixHalfYears): Ratio {
  return others.reduce((sum: Ratio, rate) => plus(sum, rate), first);
}
