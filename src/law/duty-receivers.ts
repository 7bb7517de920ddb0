import { minus, NO_MONEY, ONE_RATIO, over, plus, roundedToCents, times } from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { COLLECTION_FEE_EXISTING, COLLECTION_FEE_NEW, COMMUNE_DUTY_RATE } from './acquisition-figures.ts';
import { lawAssumption } from './figure.ts';

type Money = Formula<'money', 'once', 'defined'>;
type MoneyLine = Line<'money', 'once', 'defined'>;

/** Who receives the duty of a purchase, in euros; the three add up to it. */
export interface DutyReceivers {
  readonly department: MoneyLine;
  readonly commune: MoneyLine;
  readonly state: MoneyLine;
}

/**
 * Splits the duty of a purchase between those who receive it: the additional tax of the commune (CGI 1584), the fee of
 * collection of the State on the part of the department (CGI 1647 V), the rest to the department (CGI 1594 A). A fixed
 * duty (« engagement de construire ») is counted for the State.
 * @param price before VAT, on which the duty was reckoned
 */
export function dutyReceivers(
  calculation: Calculation,
  prefix: string,
  terms: { readonly price: Money; readonly duty: Money; readonly kind: 'existing' | 'new' | 'fixed' },
): DutyReceivers {
  const { price, duty, kind } = terms;
  const once = (name: string, label: string, formula: Money) =>
    calculation.once(`${prefix}.${name}`, label, formula);
  const commune = once(
    'commune',
    'Droits de mutation, part de la commune',
    kind === 'existing'
      ? roundedToCents(times(price, lawAssumption(calculation, COMMUNE_DUTY_RATE)))
      : NO_MONEY,
  );
  const fee = lawAssumption(calculation, kind === 'new' ? COLLECTION_FEE_NEW : COLLECTION_FEE_EXISTING);
  const department = once(
    'department',
    'Droits de mutation, part du département',
    // The fee is added to the part of the department: what is left of the duty is that part × (1 + fee).
    kind === 'fixed' ? NO_MONEY : roundedToCents(over(minus(duty, commune), plus(ONE_RATIO, fee))),
  );
  return {
    commune,
    department,
    state: once('state', 'Droits de mutation, part de l’État', minus(minus(duty, commune), department)),
  };
}
