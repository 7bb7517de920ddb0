import type { Dossier } from '../dossier/dossier.ts';
import type { Decimal } from '../formula/decimal.ts';
import { MINUS_SIGN, writeCount } from '../formula/french.ts';
import { EFFECTS } from '../sites/suitability/industry-criteria.ts';
import { type JudgedCriterion, suitabilityOf } from '../sites/suitability/suitability.ts';
import type { GridRow } from './site-comparison-page.ts';

/** « +2 », « −1 », « +0,5 / −0,5 »: what it adds to the advantages and to the constraints. */
export function pointsText({ advantage, constraint }: JudgedCriterion): string {
  const side = (sign: string, points: Decimal) => (points.isZero() ? [] : [`${sign}${writeCount(points)}`]);
  return [...side('+', advantage), ...side(MINUS_SIGN, constraint)].join(' / ');
}

/** The national grid of mutability, a row a criterion, a cell a brownfield: how each index is made. */
export function suitabilityGrid({ brownfields }: Dossier): GridRow[] {
  const judged = brownfields.map((brownfield) => suitabilityOf(brownfield).criteria);
  const [first = []] = judged;
  return first.map(({ id, label, weight }, index) => ({
    id,
    label,
    weight: writeCount(weight),
    cells: judged.map((criteria) => {
      const criterion = criteria[index];
      if (criterion?.effect === undefined) return undefined;
      const { value, effect } = criterion;
      return { value, effect: EFFECTS[effect].label, points: pointsText(criterion) };
    }),
  }));
}
