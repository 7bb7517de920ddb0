import {
  constant,
  definedOr,
  dividedBy,
  max,
  min,
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
import type { HeldByLease, MonthlyMoney, OnceMoney, PropertySetting } from './setting.ts';

export interface Depreciation {
  /** What is charged each month. */
  readonly charge: MonthlyMoney;
  /** Since entry into service. */
  readonly cumulated: MonthlyMoney;
}

interface Asset {
  readonly id: string;
  readonly label: string;
  readonly base: OnceMoney;
  readonly years: Formula<'years', 'once', 'defined'>;
}

interface Named {
  readonly id: string;
  readonly label: string;
}

type Months = Formula<'months', 'once', 'defined'>;

/** What is built on the ground of another lasts no longer than the lease. */
function withinLease(setting: PropertySetting, months: Months): Months {
  return setting.landLease === undefined ? months : min(months, monthsOfLease(setting, setting.landLease));
}

/** From entry into service to the end of the lease. */
function monthsOfLease({ opening }: PropertySetting, { lastMonth }: HeldByLease): Months {
  return max(constant(1, 'months'), plus(minus(lastMonth, opening), constant(1, 'months')));
}

/** @param atMost months after which nothing is left of it; none when it lasts its years */
function spreadAsset(setting: PropertySetting, asset: Asset, atMost?: Months) {
  const months = times(over(asset.years, constant(1, 'years')), constant(12, 'months'));
  return spreadOverMonths(
    setting.calculation,
    `depreciation.of.${asset.id}`,
    `Amortissement : ${asset.label}`,
    asset.base,
    setting.opening,
    atMost === undefined ? withinLease(setting, months) : min(months, atMost),
    { party: setting.owner },
  );
}

/**
 * Straight-line depreciation of the building by component, from the month of entry into service; land never
 * depreciates. Component parts are rounded to the cent and the last takes what is left.
 * @param fittings of that building, what is fitting-out: it lasts what it would last with a tenant, whoever pays for it
 */
export function writeBuildingDepreciation(
  setting: PropertySetting,
  building: OnceMoney,
  components: readonly Named[],
  fittings?: OnceMoney,
): Depreciation {
  const { calculation, ledger, owner, assume } = setting;
  const about = { party: owner };
  const bases: OnceMoney[] = [];
  const { landLease } = setting;
  const apart = [
    ...(fittings === undefined ? [] : [fittings]),
    ...(landLease === undefined ? [] : [landLease.rights]),
  ];
  const shell =
    apart.length === 0
      ? building
      : calculation.once(
          'depreciation.shell',
          landLease === undefined
            ? 'Coût du bâtiment à amortir par composants, sans les agencements'
            : 'Coût du bâtiment à amortir par composants, sans les agencements ni le droit au bail',
          minus(building, sumOfTerms(apart)),
          about,
        );
  const parts = components.map((component, index) => {
    const isLast = index === components.length - 1;
    const share = assume(`project.components[${index}].share`, 'ratio');
    const base = calculation.once(
      `depreciation.of.${component.id}.base`,
      `Base amortissable : ${component.label}`,
      isLast ? minus(shell, sumOfTerms(bases)) : roundedToCents(times(shell, share)),
      about,
    );
    bases.push(base);
    return spreadAsset(setting, {
      ...component,
      base,
      years: assume(`project.components[${index}].years`, 'years'),
    });
  });
  if (fittings !== undefined) {
    parts.push(
      spreadAsset(setting, {
        id: 'own-fittings',
        label: 'Agencements propres à l’activité',
        base: fittings,
        years: assume('project.tenantWorksYears', 'years'),
      }),
    );
  }
  if (landLease !== undefined) {
    parts.push(
      spreadOverMonths(
        calculation,
        'depreciation.of.land-lease',
        'Amortissement : droit au bail et ses frais',
        landLease.rights,
        setting.opening,
        monthsOfLease(setting, landLease),
        about,
      ),
    );
  }
  const charge = calculation.monthly(
    'depreciation.building',
    'Dotations aux amortissements du bâtiment',
    sumOfTerms(parts.map((spread) => spread.ofMonth)),
    about,
  );
  ledger.accrue(owner, 'depreciation', charge);
  return {
    charge,
    cumulated: calculation.monthly(
      'depreciation.building-cumulated',
      'Amortissements cumulés du bâtiment',
      sumOfTerms(parts.map((spread) => spread.cumulated)),
      about,
    ),
  };
}

/**
 * Straight-line depreciation of machines and tools, and of the fitting-out of a tenant when it has some: what stays behind
 * when it moves is depreciated by then.
 */
export function writeEquipmentDepreciation(
  setting: PropertySetting,
  equipment: readonly Named[],
  fittings?: { readonly cost: OnceMoney; readonly stay?: Months },
): Depreciation {
  const { calculation, ledger, owner, assume } = setting;
  const about = { party: owner };
  // Machines leave with the enterprise: the lease of the ground sets no term to them.
  const movable = { ...setting, landLease: undefined };
  const machines = equipment.map((item, index) =>
    spreadAsset(movable, {
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
  const fitted =
    fittings === undefined
      ? []
      : [
          spreadAsset(
            setting,
            {
              id: 'tenant-fittings',
              label: 'Agencements du preneur',
              base: fittings.cost,
              years: assume('project.tenantWorksYears', 'years'),
            },
            fittings.stay,
          ),
        ];
  const all = [...machines, ...fitted];
  const charge = calculation.monthly(
    'depreciation.equipment',
    'Dotations aux amortissements du matériel et des agencements',
    sumOfTerms(all.map((spread) => spread.ofMonth)),
    about,
  );
  ledger.accrue(owner, 'depreciation', charge);
  return {
    charge,
    cumulated: calculation.monthly(
      'depreciation.equipment-cumulated',
      'Amortissements cumulés du matériel et des agencements',
      sumOfTerms(all.map((spread) => spread.cumulated)),
      about,
    ),
  };
}

/**
 * Grants released to the result at the pace of the depreciation of what they pay for, for what has been received
 * (ANC 2022-06: operating income, left out of EBE and CAF).
 * @param id prefix of the ids of the lines
 */
export function writeGrantRelease(
  setting: PropertySetting,
  grants: readonly MonthlyMoney[],
  asset: { readonly cumulated: MonthlyMoney; readonly cost: OnceMoney },
  id = 'grants',
): void {
  if (grants.length === 0) return;
  const { calculation, ledger, owner } = setting;
  const about = { party: owner };
  const received = calculation.later(
    `${id}.received-to-date`,
    'Subventions reçues à ce jour',
    'money',
    'monthly',
    about,
  );
  calculation.define(received, plus(previous(received), ...grants));
  const pace = calculation.monthly(
    `${id}.pace`,
    'Part amortie du bien subventionné',
    definedOr(dividedBy(asset.cumulated, asset.cost), constant(0, 'ratio')),
    about,
  );
  const released = calculation.monthly(
    `${id}.released-to-date`,
    'Subventions virées au résultat à ce jour',
    roundedToCents(times(received, pace)),
    about,
  );
  const release = calculation.monthly(
    `${id}.release`,
    'Subventions virées au résultat',
    minus(released, previous(released)),
    about,
  );
  ledger.accrue(owner, 'grant-release', release);
}
