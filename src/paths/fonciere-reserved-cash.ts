import { min, minus, NO_MONEY, plus, previous, roundedToCents, sumOfYear, times } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { MonthlyMoney } from './company.ts';
import { FONCIERE } from './fonciere-members.ts';
import type { PathSetting } from './setting.ts';

type YearlyMoney = Line<'money', 'yearly', 'defined'>;

/** Cash of the vehicle that is promised to something, at the end of each year: no interest is paid out of it, no share. */
export interface ReservedCash {
  readonly vacancyEndowment: YearlyMoney;
  readonly vacancyUse: YearlyMoney;
  readonly vacancyFund: YearlyMoney;
  readonly repairs: YearlyMoney;
  readonly all: YearlyMoney;
}

/**
 * The pooled vacancy fund: a share of all rents is kept aside each year, and pays for the rents that empty premises
 * lost in that year; and the cash kept for major repairs.
 * @param vacancy rents lost by empty premises in the other sites, already out of the rents
 */
export function writeReservedCash(
  setting: PathSetting,
  place: string,
  parts: {
    readonly rents: MonthlyMoney;
    readonly vacancy: MonthlyMoney | undefined;
    readonly repairsEndowment: YearlyMoney;
  },
): ReservedCash {
  const { calculation, assume } = setting;
  const about = { party: FONCIERE };
  const yearly = (id: string, label: string, formula: Formula<'money', 'yearly' | 'once', 'defined'>) =>
    calculation.yearly(`fonciere.${id}`, label, formula, about);
  const vacancyEndowment = yearly(
    'vacancy-fund.endowment',
    'Fonds de vacance : mis de côté dans l’année',
    roundedToCents(times(sumOfYear(parts.rents), assume(`${place}.vehicle.vacancyFundRate`, 'ratio'))),
  );
  const vacancyFund = calculation.later(
    'fonciere.vacancy-fund',
    'Fonds de vacance mutualisé',
    'money',
    'yearly',
    about,
  );
  const vacancyUse = yearly(
    'vacancy-fund.use',
    'Fonds de vacance : loyers perdus qu’il couvre',
    parts.vacancy === undefined
      ? NO_MONEY
      : min(sumOfYear(parts.vacancy), plus(previous(vacancyFund), vacancyEndowment)),
  );
  calculation.define(vacancyFund, minus(plus(previous(vacancyFund), vacancyEndowment), vacancyUse));
  const repairs = calculation.later(
    'fonciere.repairs-reserve',
    'Gros entretien : trésorerie mise de côté',
    'money',
    'yearly',
    about,
  );
  calculation.define(repairs, plus(previous(repairs), parts.repairsEndowment));
  return {
    vacancyEndowment,
    vacancyUse,
    vacancyFund,
    repairs,
    all: yearly(
      'reserved-cash',
      'Trésorerie réservée (vacance et gros entretien)',
      plus(vacancyFund, repairs),
    ),
  };
}
