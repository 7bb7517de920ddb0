import { Decimal } from '../formula/decimal.ts';
import { type LawFigure, type LawSeries, lawSeries, nearestInForce } from './figure.ts';

/** The minimum wage, and what an ESUS may pay at most, which is counted in it. */
export const SMIC_HOURLY: LawSeries<'money'> = lawSeries(
  {
    id: 'smic.hourly',
    label: 'SMIC horaire brut',
    unit: 'money',
    source: 'openfisca-france, smic_b_horaire',
  },
  [
    { value: '11.88', since: '2024-11-01', until: '2025-12-31', confidence: 'sourced' },
    { value: '12.02', since: '2026-01-01', until: '2026-05-31', confidence: 'sourced' },
    {
      value: '12.31',
      since: '2026-06-01',
      source: 'Arrêté du 22 mai 2026 ; openfisca-france, smic_b_horaire',
      confidence: 'sourced',
    },
  ],
);

export const SMIC_YEARLY_HOURS: LawFigure<'count'> = {
  id: 'smic.yearly-hours',
  label: 'Heures d’une année au SMIC (35 heures par semaine)',
  value: '1820',
  unit: 'count',
  since: '2002-01-01',
  orEarlier: true,
  source: 'Calcul : 35 heures × 52 semaines',
  confidence: 'computed',
};

export const ESUS_AVERAGE_PAY: LawFigure<'ratio'> = {
  id: 'esus.average-pay',
  label: 'ESUS : moyenne des cinq plus hautes rémunérations, au plus, en SMIC annuels',
  value: '7',
  unit: 'ratio',
  since: '2014-08-01',
  source: 'C. trav. art. L3332-17-1 ; carenews.com',
  confidence: 'sourced',
};

export const ESUS_HIGHEST_PAY: LawFigure<'ratio'> = {
  id: 'esus.highest-pay',
  label: 'ESUS : plus haute rémunération, au plus, en SMIC annuels',
  value: '10',
  unit: 'ratio',
  since: '2014-08-01',
  source: 'C. trav. art. L3332-17-1 ; carenews.com',
  confidence: 'sourced',
};

export const WAGE_FIGURES: readonly LawFigure[] = [
  ...SMIC_HOURLY,
  SMIC_YEARLY_HOURS,
  ESUS_AVERAGE_PAY,
  ESUS_HIGHEST_PAY,
];

/** In euros a year, at a date: one SMIC, and the two ceilings of pay of an ESUS. */
export function esusPayCeilings(date: string): {
  readonly smic: Decimal;
  readonly average: Decimal;
  readonly highest: Decimal;
} {
  const smic = new Decimal(nearestInForce(SMIC_HOURLY, date).value).times(SMIC_YEARLY_HOURS.value);
  return { smic, average: smic.times(ESUS_AVERAGE_PAY.value), highest: smic.times(ESUS_HIGHEST_PAY.value) };
}
