import {
  choose,
  constant,
  isEqual,
  MONTH,
  minus,
  NO_MONEY,
  plus,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import { spreadOverMonths } from '../formula/spreading.ts';
import type { TransferNature } from '../ledger/natures.ts';
import type { MonthlyMoney, OnceMoney, PropertySetting } from './setting.ts';

export interface Works {
  /** Works before tax, without contingencies or fees. */
  readonly amount: OnceMoney;
  readonly contingencies: OnceMoney;
  readonly fees: OnceMoney;
  readonly worksPaid: MonthlyMoney;
  readonly contingenciesPaid: MonthlyMoney;
  readonly feesPaid: MonthlyMoney;
}

/** What tells the works of the owner of the building from the fitting-out that the tenant pays for. */
export interface WorksOfWhom {
  /** Prefix of the ids of the lines. */
  readonly id: string;
  readonly label: string;
  readonly natures: {
    readonly works: TransferNature;
    readonly contingencies: TransferNature;
    readonly fees: TransferNature;
  };
}

/** Works on the building, in the cost of the building. */
export const BUILDING_WORKS: WorksOfWhom = {
  id: 'works',
  label: 'Travaux',
  natures: { works: 'works', contingencies: 'contingencies', fees: 'works-fees' },
};

/** Fitting-out paid by a tenant: an asset of its own (« agencements »). */
export const TENANT_WORKS: WorksOfWhom = {
  id: 'tenant-works',
  label: 'Travaux du preneur',
  natures: { works: 'tenant-works', contingencies: 'tenant-works', fees: 'tenant-works' },
};

/**
 * Works paid in equal parts from the first to the last month of works, with their contingencies (spent in the
 * central case) and fees.
 * @param lots positions of the lots in `project.works`, in the order of the dossier
 */
export function writeWorks(
  setting: PropertySetting,
  lots: readonly number[],
  whose: WorksOfWhom = BUILDING_WORKS,
): Works {
  const { calculation, ledger, owner, assume } = setting;
  const { id: prefix, label, natures } = whose;
  const about = { party: owner };
  const amount = calculation.once(
    `${prefix}.amount`,
    `${label} hors taxes`,
    sumOfTerms(lots.map((index) => assume(`project.works[${index}].amount`, 'money'))),
    about,
  );
  const suffix = whose === BUILDING_WORKS ? '' : ` (${label.toLowerCase()})`;
  const contingencies = calculation.once(
    `${prefix}.contingencies`,
    `Aléas${suffix}`,
    roundedToCents(times(amount, assume('project.contingencyRate', 'ratio'))),
    about,
  );
  const fees = calculation.once(
    `${prefix}.fees`,
    `Honoraires de maîtrise d’œuvre${suffix}`,
    roundedToCents(times(amount, assume('project.feesRate', 'ratio'))),
    about,
  );
  const months = calculation.once(
    `${prefix}.months`,
    'Durée des travaux',
    plus(minus(setting.worksEnd, setting.worksStart), constant(1, 'months')),
  );
  const spread = (id: string, name: string, whole: OnceMoney): MonthlyMoney =>
    spreadOverMonths(calculation, id, name, whole, setting.worksStart, months, about).ofMonth;
  const worksPaid = spread(`${prefix}.paid`, `${label} payés`, amount);
  const contingenciesPaid = spread(`${prefix}.contingencies-paid`, `Aléas payés${suffix}`, contingencies);
  const feesPaid = spread(`${prefix}.fees-paid`, `Honoraires payés${suffix}`, fees);
  ledger.transfer(owner, 'builders', natures.works, worksPaid);
  ledger.transfer(owner, 'builders', natures.contingencies, contingenciesPaid);
  ledger.transfer(owner, 'builders', natures.fees, feesPaid);
  return { amount, contingencies, fees, worksPaid, contingenciesPaid, feesPaid };
}

/**
 * Of works written whole, the cost of some lots with their contingencies and fees: the fitting-out of who owns the
 * building, which does not last as long as its walls.
 */
export function writeCostOfLots(setting: PropertySetting, lots: readonly number[]): OnceMoney {
  const { calculation, owner, assume } = setting;
  const about = { party: owner };
  const amount = calculation.once(
    'fittings.amount',
    'Agencements hors taxes',
    sumOfTerms(lots.map((index) => assume(`project.works[${index}].amount`, 'money'))),
    about,
  );
  return calculation.once(
    'fittings.cost',
    'Agencements à amortir, aléas et honoraires compris',
    plus(
      amount,
      roundedToCents(times(amount, assume('project.contingencyRate', 'ratio'))),
      roundedToCents(times(amount, assume('project.feesRate', 'ratio'))),
    ),
    about,
  );
}

export interface Equipment {
  readonly amount: OnceMoney;
  readonly paid: MonthlyMoney;
}

/** Machines and tools, paid in the month of entry into service. */
export function writeEquipment(setting: PropertySetting, count: number): Equipment {
  const { calculation, ledger, owner, assume } = setting;
  const about = { party: owner };
  const amounts = Array.from({ length: count }, (_, index) =>
    assume(`project.equipment[${index}].amount`, 'money'),
  );
  const amount = calculation.once('equipment.amount', 'Matériel et outillage', sumOfTerms(amounts), about);
  const paid = calculation.monthly(
    'equipment.paid',
    'Matériel et outillage payés',
    choose(isEqual(MONTH, setting.opening), amount, NO_MONEY),
    about,
  );
  ledger.transfer(owner, 'suppliers', 'equipment', paid);
  return { amount, paid };
}
