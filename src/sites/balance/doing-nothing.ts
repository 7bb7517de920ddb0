import type { Brownfield } from '../../dossier/dossier.ts';
import { constant, minus, ONE_RATIO, over, plus, power, roundedToCents, times } from '../../formula/build.ts';
import { Decimal } from '../../formula/decimal.ts';
import type { Formula } from '../../formula/operations.ts';
import { growthFactor, overOneYear } from '../../formula/rates.ts';
import type { Unit } from '../../formula/units.ts';
import { measuresOf } from '../cost/measures.ts';
import { USUAL_DEED } from '../cost/site-cost.ts';
import { UNIT_COSTS, type UnitCost } from '../cost/unit-costs.ts';
import { known, mapRange, type Range } from '../range.ts';
import { figureOf, rangedAssumption, rangedCalculation, readThrice } from '../ranged.ts';

/** What leaving a brownfield as it is costs, in euros of today. */
export interface DoingNothing {
  readonly lines: readonly {
    readonly id: string;
    readonly label: string;
    readonly payer: string;
    readonly yearly: Range;
  }[];
  /** Paid each year. */
  readonly yearly: Range;
  /** Present value over the horizon, paid at the end of each year. */
  readonly presentCost: Range;
  /** What the commune does not collect each year as long as nothing opens: the taxe foncière of premises in use, less that of today. */
  readonly taxNotCollected: Range;
  readonly years: number;
  readonly rate: Decimal;
}

/** Over how long, at what rate. */
export interface DoingNothingTerms {
  readonly years?: number;
  /** Yearly discount rate; never zero. */
  readonly rate?: Decimal;
}

const USUAL_YEARS = 10;
const USUAL_RATE = '0.04';

const PAYERS: Record<Brownfield['ownerKind'], string> = {
  'local-authority': 'la collectivité propriétaire',
  epf: 'l’établissement public foncier, puis la collectivité au rachat',
  state: 'l’État propriétaire',
  'social-housing': 'le bailleur propriétaire',
  company: 'la société propriétaire',
  person: 'le propriétaire',
  several: 'les propriétaires',
  unknown: 'le propriétaire, inconnu',
};

type Yearly = Formula<'money/years', 'once', 'defined'>;

/**
 * The yearly cost of leaving a brownfield: guarding, upkeep, taxe foncière of the vacant site, and their present value over a
 * horizon (ten years at 4 % unless given: hypotheses). What illegal dumping and lost activity cost is not counted.
 * @param floor of the premises that would open, for the tax that is not collected
 */
export function doingNothing(
  brownfield: Brownfield,
  floor: Decimal | null,
  given: DoingNothingTerms = {},
): DoingNothing {
  const years = given.years ?? USUAL_YEARS;
  const rate = given.rate ?? new Decimal(USUAL_RATE);
  const { measures } = measuresOf(brownfield);
  const costs = UNIT_COSTS[brownfield.unitCosts];
  const into = rangedCalculation(USUAL_DEED);
  const { calculation } = into;
  const assumed = <U extends Unit>(id: string, label: string, unit: U, range: Range, text: string) =>
    rangedAssumption(into, {
      id,
      label,
      unit,
      range,
      origin: { kind: 'hypothesis', text },
      unknown: 'carrying',
    });
  const priced = <U extends Unit>({ id, label, unit, low, central, high, source, year }: UnitCost<U>) =>
    assumed(
      id,
      label,
      unit,
      { low: new Decimal(low), central: new Decimal(central), high: new Decimal(high) },
      `${source} (${year})`,
    );
  const guarded = assumed(
    'guarded',
    'Terrain à garder',
    'area',
    measures.guardedAreaM2.range,
    measures.guardedAreaM2.why,
  );
  const built = assumed(
    'built',
    'Surface bâtie',
    'area',
    measures.builtAreaM2.range,
    measures.builtAreaM2.why,
  );
  const tax = assumed(
    'tax',
    'Taxe foncière d’un local occupé',
    'money/area/years',
    known(brownfield.taxeFoncierePerM2Year),
    'valeur de la friche',
  );
  const yearly = (id: string, label: string, formula: Yearly) =>
    calculation.once(
      id,
      label,
      roundedToCents(times(formula, constant(1, 'years')) as Formula<'money', 'once', 'defined'>),
    );
  const lines = [
    yearly('guarding.yearly', 'Gardiennage', times(priced(costs.guarding), guarded)),
    yearly('upkeep.yearly', 'Entretien du bâti vacant', times(priced(costs.upkeep), built)),
    yearly(
      'tax.yearly',
      'Taxe foncière du site vacant',
      times(times(tax, built), priced(costs.vacantTaxShare)),
    ),
  ] as const;
  const [, , vacantTax] = lines;
  const total = calculation.once('yearly', 'Coût annuel', plus(lines[0], lines[1], vacantTax));
  const annual = assumed('rate', 'Taux d’actualisation', 'ratio/years', known(rate), 'taux retenu');
  const annuity = over(
    minus(ONE_RATIO, power(growthFactor(annual), constant(-years, 'ratio'))),
    overOneYear(annual),
  );
  const present = calculation.once(
    'present',
    `Coût sur ${years} ans, actualisé`,
    roundedToCents(times(total, annuity)),
  );
  const read = readThrice(into, (figures) => ({
    lines: lines.map((line) => figureOf(figures, line)),
    total: figureOf(figures, total),
    present: figureOf(figures, present),
    vacantTax: figureOf(figures, vacantTax),
  }));
  const inUse = floor === null ? new Decimal(0) : floor.times(brownfield.taxeFoncierePerM2Year);
  return {
    lines: lines.map((line, index) => ({
      id: line.id,
      label: line.label,
      payer: PAYERS[brownfield.ownerKind],
      yearly: mapRange(read, (one) => one.lines[index] as Decimal),
    })),
    yearly: mapRange(read, ({ total: amount }) => amount),
    presentCost: mapRange(read, ({ present: amount }) => amount),
    taxNotCollected: {
      low: Decimal.max(inUse.minus(read.high.vacantTax), 0),
      central: Decimal.max(inUse.minus(read.central.vacantTax), 0),
      high: Decimal.max(inUse.minus(read.low.vacantTax), 0),
    },
    years,
    rate,
  };
}
