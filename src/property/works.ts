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

/**
 * Works paid in equal parts from the first to the last month of works, with their contingencies (spent in the
 * central case) and fees.
 * @param lots the ids of the lots, in the order of the dossier
 */
export function writeWorks(setting: PropertySetting, lots: readonly { readonly label: string }[]): Works {
  const { calculation, ledger, owner, assume } = setting;
  const about = { party: owner };
  const amount = calculation.once(
    'works.amount',
    'Travaux hors taxes',
    sumOfTerms(lots.map((_, index) => assume(`project.works[${index}].amount`, 'money'))),
    about,
  );
  const contingencies = calculation.once(
    'works.contingencies',
    'Aléas',
    roundedToCents(times(amount, assume('project.contingencyRate', 'ratio'))),
    about,
  );
  const fees = calculation.once(
    'works.fees',
    "Honoraires de maîtrise d'œuvre",
    roundedToCents(times(amount, assume('project.feesRate', 'ratio'))),
    about,
  );
  const months = calculation.once(
    'works.months',
    'Durée des travaux',
    plus(minus(setting.worksEnd, setting.worksStart), constant(1, 'months')),
  );
  const spread = (id: string, label: string, whole: OnceMoney): MonthlyMoney =>
    spreadOverMonths(calculation, id, label, whole, setting.worksStart, months, about).ofMonth;
  const worksPaid = spread('works.paid', 'Travaux payés', amount);
  const contingenciesPaid = spread('works.contingencies-paid', 'Aléas payés', contingencies);
  const feesPaid = spread('works.fees-paid', 'Honoraires payés', fees);
  ledger.transfer(owner, 'builders', 'works', worksPaid);
  ledger.transfer(owner, 'builders', 'contingencies', contingenciesPaid);
  ledger.transfer(owner, 'builders', 'works-fees', feesPaid);
  return { amount, contingencies, fees, worksPaid, contingenciesPaid, feesPaid };
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
