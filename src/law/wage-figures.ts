import { Decimal } from '../formula/decimal.ts';
import { inForce, type LawFigure, type LawSeries, lawSeries } from './figure.ts';

/** The minimum wage, in which the pay of an ESUS is counted. */
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

export const WAGE_FIGURES: readonly LawFigure[] = [...SMIC_HOURLY, SMIC_YEARLY_HOURS];

/**
 * The SMIC of a year of 1 820 hours at a date, in euros.
 * @returns undefined before 01/11/2024: older values were not established here
 */
export function annualSmic(date: string): Decimal | undefined {
  const hourly = inForce(SMIC_HOURLY, date);
  return hourly === undefined ? undefined : new Decimal(hourly.value).times(SMIC_YEARLY_HOURS.value);
}
