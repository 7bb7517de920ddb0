import {
  constant,
  definedOr,
  dividedBy,
  minus,
  over,
  plus,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { spreadOverMonths } from '../formula/spreading.ts';
import type { MonthlyMoney, OnceMoney, PropertySetting } from './setting.ts';

export interface Depreciation {
  /** All assets, each month. */
  readonly charge: MonthlyMoney;
  /** Building only, since entry into service. */
  readonly buildingCumulated: MonthlyMoney;
}

interface Asset {
  readonly id: string;
  readonly label: string;
  readonly base: OnceMoney;
  readonly years: Formula<'years', 'once', 'defined'>;
}

/**
 * Straight-line depreciation by component from the month of entry into service; land never depreciates.
 * Component parts of the building are rounded to the cent and the last takes what is left.
 */
export function writeDepreciation(
  setting: PropertySetting,
  building: OnceMoney,
  terms: {
    readonly components: readonly { readonly id: string; readonly label: string }[];
    readonly equipment: readonly { readonly id: string; readonly label: string }[];
  },
): Depreciation {
  const { calculation, ledger, owner, assume } = setting;
  const about = { party: owner };
  const monthsIn = (years: Formula<'years', 'once', 'defined'>) =>
    times(over(years, constant(1, 'years')), constant(12, 'months'));
  const write = (asset: Asset) =>
    spreadOverMonths(
      calculation,
      `depreciation.of.${asset.id}`,
      `Amortissement : ${asset.label}`,
      asset.base,
      setting.opening,
      monthsIn(asset.years),
      about,
    );

  const bases: OnceMoney[] = [];
  const components = terms.components.map((component, index) => {
    const isLast = index === terms.components.length - 1;
    const share = assume(`project.components[${index}].share`, 'ratio');
    const base = calculation.once(
      `depreciation.of.${component.id}.base`,
      `Base amortissable : ${component.label}`,
      isLast ? minus(building, sumOfTerms(bases)) : roundedToCents(times(building, share)),
      about,
    );
    bases.push(base);
    return write({ ...component, base, years: assume(`project.components[${index}].years`, 'years') });
  });
  const machines = terms.equipment.map((item, index) =>
    write({
      id: `equipment.${item.id}`,
      label: item.label,
      base: calculation.once(
        `depreciation.of.equipment.${item.id}.base`,
        `Base amortissable : ${item.label}`,
        assume(`project.equipment[${index}].amount`, 'money'),
        about,
      ),
      years: assume(`project.equipment[${index}].years`, 'years'),
    }),
  );
  const charge = calculation.monthly(
    'depreciation.charge',
    'Dotations aux amortissements du projet',
    sumOfTerms([...components, ...machines].map((spread) => spread.ofMonth)),
    about,
  );
  ledger.accrue(owner, 'depreciation', charge);
  return {
    charge,
    buildingCumulated: calculation.monthly(
      'depreciation.building-cumulated',
      'Amortissements cumulés du bâtiment',
      sumOfTerms(components.map((spread) => spread.cumulated)),
      about,
    ),
  };
}

/**
 * Grants released to the result at the pace of the building's depreciation, for what has been received
 * (ANC 2022-06: operating income, left out of EBE and CAF).
 */
export function writeGrantRelease(
  setting: PropertySetting,
  grants: readonly MonthlyMoney[],
  depreciation: Depreciation,
  building: OnceMoney,
): void {
  if (grants.length === 0) return;
  const { calculation, ledger, owner } = setting;
  const about = { party: owner };
  const received = calculation.later(
    'grants.received-to-date',
    'Subventions reçues à ce jour',
    'money',
    'monthly',
    about,
  );
  calculation.define(received, plus(previous(received), ...grants));
  const pace = calculation.monthly(
    'grants.pace',
    'Part amortie du bâtiment',
    definedOr(dividedBy(depreciation.buildingCumulated, building), constant(0, 'ratio')),
    about,
  );
  const released = calculation.monthly(
    'grants.released-to-date',
    'Subventions virées au résultat à ce jour',
    roundedToCents(times(received, pace)),
    about,
  );
  const release = calculation.monthly(
    'grants.release',
    'Subventions virées au résultat',
    minus(released, previous(released)),
    about,
  );
  ledger.accrue(owner, 'grant-release', release);
}
