import type { Brownfield, SiteNeed } from '../../dossier/dossier.ts';
import { constant, minus, over, plus, roundedToCents, times } from '../../formula/build.ts';
import { type Decimal, ZERO } from '../../formula/decimal.ts';
import type { Formula, Line } from '../../formula/operations.ts';
import { overOneYear } from '../../formula/rates.ts';
import { type SiteCost, siteCost, USUAL_DEED } from '../cost/site-cost.ts';
import { known, mapRange, type Range } from '../range.ts';
import { figureOf, type Ranged, rangedAssumption, rangedCalculation, readThrice } from '../ranged.ts';
import { CREDIT_RATE, INSURANCE, LETTING, MANAGEMENT, MARGIN } from './land-charge-rates.ts';

/** What a compte à rebours starts from, besides the cost of the buildings. */
export interface LandChargeTerms {
  /** Affordable rent, €/m²/year before VAT, paid for the floor ready at the opening. */
  readonly rentPerM2Year: Decimal;
  /** Return that the owner of the walls asks for, rent over value. */
  readonly requiredYield: Decimal;
}

/** A line of the countdown, in its order; what is subtracted is positive. */
export interface LandChargeLine {
  readonly id: string;
  readonly label: string;
  readonly sign: 'plus' | 'minus';
  readonly amount: Range;
  /** In French: how it is computed and where its rate comes from. */
  readonly why: string;
}

/** The most that can be paid for the land when the premises are let at a given rent. Euros before VAT. */
export interface LandCharge {
  readonly terms: LandChargeTerms;
  readonly floorAreaM2: Decimal;
  readonly lines: readonly LandChargeLine[];
  /** May be negative: then even free land asks for support. `low` is the least favourable reading. */
  readonly charge: Range;
  readonly perLandM2: Range;
  readonly perFloorM2: Range;
  /** What the owner asks, or the ratio where the price is not known. */
  readonly asked: Range;
  /** Asked − admissible: above zero, what land support has to fill. `low` is the favourable reading. */
  readonly gap: Range;
  /** Price and costs of the land made ready (studies, clearing, servicing, carrying…), sales of rights deducted. */
  readonly readyLand: Range;
  /** Ready land − admissible: what support has to fill when nobody else makes the land ready. */
  readonly readyGap: Range;
}

type Money = Formula<'money', 'once', 'defined'>;

/** What a cost spends on buildings: works, their fees, their contingencies. */
const BUILDING_ITEMS = ['rehabilitation', 'construction'] as const;

/** Cost of the land made ready: all that is not of the buildings, sales of building rights deducted. */
export function readyLandOf(cost: SiteCost): Range {
  return mapRange(cost.net, (net, reading) =>
    cost.items
      .filter(({ id }) => (BUILDING_ITEMS as readonly string[]).includes(id))
      .reduce((left, { amount }) => left.minus(amount[reading]), net)
      .minus(cost.feesOnBuilding[reading])
      .minus(cost.contingenciesOnBuilding[reading]),
  );
}

/**
 * The compte à rebours: rents at an affordable level capitalised at the required yield, less all that the buildings cost, leave
 * the admissible land charge. Charges and taxe foncière are taken to be the tenant's, so that the rent is net.
 * @returns undefined when no floor is delivered: there is nothing to let
 */
export function landCharge(
  brownfield: Brownfield,
  need?: SiteNeed,
  given: Partial<LandChargeTerms> = {},
  cost: SiteCost = siteCost(brownfield, need),
): LandCharge | undefined {
  const floor = cost.floorAreaM2;
  if (floor === null || floor.isZero()) return undefined;
  const terms = {
    rentPerM2Year: given.rentPerM2Year ?? brownfield.marketRentPerM2Year,
    requiredYield: given.requiredYield ?? brownfield.exitYield,
  };
  const into = rangedCalculation(USUAL_DEED);
  const { calculation } = into;
  const amountOf = (id: string) => cost.items.find((item) => item.id === id)?.amount ?? known(ZERO);
  const assumed = <U extends Ranged['unit']>(
    id: string,
    label: string,
    unit: U,
    range: Range,
    text: string,
  ) =>
    rangedAssumption(into, {
      id: `land-charge.${id}`,
      label,
      unit,
      range,
      origin: { kind: 'fact', text },
      unknown: 'buildings',
    });
  const lines: {
    readonly line: Line<'money', 'once', 'defined'>;
    readonly sign: 'plus' | 'minus';
    readonly why: string;
  }[] = [];
  const write = (id: string, label: string, sign: 'plus' | 'minus', formula: Money, why: string) => {
    const line = calculation.once(`land-charge.${id}.amount`, label, roundedToCents(formula));
    lines.push({ line, sign, why });
    return line;
  };
  const rate = <U extends Ranged['unit']>(one: Ranged<U>) => rangedAssumption(into, one);
  const share = (one: Ranged<'ratio'>, of: Money) => times(of, rate(one));

  const rent = assumed('rent', 'Loyer', 'money/area/years', known(terms.rentPerM2Year), 'loyer retenu');
  const area = assumed('floor', 'Surface livrée', 'area', known(floor), 'surface du site');
  const capitalisation = assumed(
    'yield',
    'Rendement exigé',
    'ratio/years',
    known(terms.requiredYield),
    'taux retenu',
  );
  const yearly = times(rent, area as Formula<'area', 'once', 'defined'>);
  const yearOfRent = times(yearly, constant(1, 'years')) as Money;
  const value = write(
    'value',
    'Valeur locative capitalisée',
    'plus',
    over(yearOfRent, overOneYear(capitalisation)),
    'loyer × surface ÷ rendement exigé, hors droits',
  );
  const works = plus(
    assumed('rehabilitation', 'Réhabilitation', 'money', amountOf('rehabilitation'), 'coût du site'),
    assumed('construction', 'Construction neuve', 'money', amountOf('construction'), 'coût du site'),
  );
  const worksLine = write(
    'works',
    'Coût de construction et de réhabilitation',
    'minus',
    works,
    'postes du coût du site',
  );
  const fees = write(
    'fees',
    'Honoraires',
    'minus',
    assumed('fees', 'Honoraires du bâtiment', 'money', cost.feesOnBuilding, 'coût du site'),
    'part du bâtiment dans les honoraires du coût du site',
  );
  write('insurance', 'Assurances', 'minus', share(INSURANCE, worksLine), INSURANCE.origin.text);
  const months = assumed(
    'months',
    'Durée des travaux',
    'months',
    cost.calendar.phases.find(({ id }) => id === 'works')?.months ?? known(ZERO),
    'calendrier du site',
  );
  const halfOfYears = over(months, constant(24, 'months'));
  write(
    'interest',
    'Frais financiers',
    'minus',
    times(times(plus(worksLine, fees), overOneYear(rate(CREDIT_RATE))), halfOfYears),
    `travaux et honoraires portés la moitié de la durée des travaux ; ${CREDIT_RATE.origin.text}`,
  );
  write('letting', 'Frais de commercialisation', 'minus', share(LETTING, yearOfRent), LETTING.origin.text);
  write('management', 'Frais de gestion', 'minus', share(MANAGEMENT, worksLine), MANAGEMENT.origin.text);
  write(
    'contingencies',
    'Aléas',
    'minus',
    assumed('contingencies', 'Aléas du bâtiment', 'money', cost.contingenciesOnBuilding, 'coût du site'),
    'part du bâtiment dans les aléas du coût du site',
  );
  write('margin', 'Marge', 'minus', share(MARGIN, value), MARGIN.origin.text);
  const charge = calculation.once(
    'land-charge.charge',
    'Charge foncière admissible',
    lines.reduce<Money>(
      (left, { line, sign }, index) =>
        index === 0 ? line : sign === 'plus' ? plus(left, line) : minus(left, line),
      value,
    ),
  );
  const read = readThrice(into, (figures) => ({
    lines: lines.map(({ line }) => figureOf(figures, line)),
    charge: figureOf(figures, charge),
  }));
  // Read at low costs first, which leave the largest charge.
  const admissible: Range = { low: read.high.charge, central: read.central.charge, high: read.low.charge };
  const asked = amountOf('purchase');
  const readyLand = readyLandOf(cost);
  const gapTo = (range: Range): Range =>
    mapRange(range, (amount, reading) => amount.minus(read[reading].charge));
  return {
    terms,
    floorAreaM2: floor,
    lines: lines.map(({ line, sign, why }, index) => ({
      id: line.id.replace('land-charge.', '').replace('.amount', ''),
      label: line.label,
      sign,
      amount: mapRange(read, (one) => one.lines[index] ?? ZERO),
      why,
    })),
    charge: admissible,
    perLandM2: mapRange(admissible, (amount) => amount.div(brownfield.landAreaM2)),
    perFloorM2: mapRange(admissible, (amount) => amount.div(floor)),
    asked,
    gap: gapTo(asked),
    readyLand,
    readyGap: gapTo(readyLand),
  };
}
