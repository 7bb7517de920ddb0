import { type Default, field } from '../input/description.ts';
import { choiceOfNumbers } from '../input/fields.ts';

/**
 * How many payments a year a contract asks for: by the month, quarter, half-year or year.
 * @param fallback taken when nothing is said, and why
 */
export function paymentsPerYearField(fallback: Default) {
  return field(
    choiceOfNumbers([12, 4, 2, 1], {
      12: 'mensuelles',
      4: 'trimestrielles',
      2: 'semestrielles',
      1: 'annuelles',
    }),
    { label: 'Échéances par an', help: '12, 4, 2 ou 1.', fallback },
  );
}
