import type { Unit } from '../formula/units.ts';

/** How the API names the unit of a line: the words of key figures, extended to what lines are counted in. */
export const API_UNITS = {
  money: 'EUR',
  ratio: 'ratio',
  count: 'count',
  area: 'm2',
  months: 'months',
  years: 'years',
  date: 'date',
  truth: 'truth',
  'money/area': 'EUR/m2',
  'money/count': 'EUR/unit',
  'money/years': 'EUR/year',
  'money/months': 'EUR/month',
  'ratio/years': 'ratio/year',
  'ratio/months': 'ratio/month',
  'area/count': 'm2/unit',
  'money/area/years': 'EUR/m2/year',
  'money/count/years': 'EUR/unit/year',
} as const satisfies Record<Unit, string>;

export type ApiUnit = (typeof API_UNITS)[Unit];
