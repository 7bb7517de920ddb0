import { Decimal } from '../formula/decimal.ts';
import type { LawFigure } from './figure.ts';

const QUINET = 'Commission Quinet, mars 2025 (strategie.gouv.fr ; linsea.fr ; veltys.com)';
const FIRST_YEAR = 2025;

/** What a public evaluation gives to a tonne of CO2 avoided, in euros of 2023. */
export const CLIMATE_VALUE_2025: LawFigure<'money'> = {
  id: 'climate.value-2025',
  label: 'Valeur de l’action pour le climat en 2025, par tonne de CO₂ évitée, en euros de 2023',
  value: '256',
  unit: 'money',
  since: '2025-03-20',
  source: QUINET,
  confidence: 'sourced',
  note: 'Aucune voie ne la lit encore : l’impact se montre à côté des comptes, jamais dans un taux de rendement.',
};

export const CLIMATE_VALUE_GROWTH: LawFigure<'ratio'> = {
  id: 'climate.value-growth',
  label: 'Valeur de l’action pour le climat : croissance annuelle, égale au taux d’actualisation public',
  value: '0.032',
  unit: 'ratio',
  since: '2025-03-20',
  source: QUINET,
  confidence: 'computed',
  note: '256 × 1,032⁵ = 299,7 pour 300 publiés en 2030 ; × 1,032²⁵ = 562,6 pour 563 en 2050.',
};

export const CLIMATE_FIGURES: readonly LawFigure[] = [CLIMATE_VALUE_2025, CLIMATE_VALUE_GROWTH];

/**
 * The value of a tonne of CO2 avoided in a year, in euros of 2023: that of 2025, growing each year. To be indexed, and
 * discounted at the same 3.2 % only: another rate goes with another path.
 * @param year from 2025 on
 * @throws RangeError before 2025: the path of 2019 is another
 */
export function climateValue(year: number): Decimal {
  if (year < FIRST_YEAR) throw new RangeError(`no climate value of this path in ${year}`);
  const growth = new Decimal(1).plus(CLIMATE_VALUE_GROWTH.value);
  return growth
    .pow(year - FIRST_YEAR)
    .times(CLIMATE_VALUE_2025.value)
    .toDecimalPlaces(2);
}
