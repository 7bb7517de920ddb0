import { Decimal } from '../../formula/decimal.ts';
import type { Unit } from '../../formula/units.ts';
import type { Ranged, UnknownId } from '../ranged.ts';

/** A rate of practice, three times read: the low one is that which leaves most for the land. */
export function practiceRate<U extends Unit>(
  id: string,
  label: string,
  unit: U,
  [low, central, high]: readonly [string, string, string],
  text: string,
  unknown: UnknownId = 'fees',
): Ranged<U> {
  return {
    id,
    label,
    unit,
    range: { low: new Decimal(low), central: new Decimal(central), high: new Decimal(high) },
    origin: { kind: 'hypothesis', text },
    unknown,
  };
}

/** Dommages-ouvrage and other policies of the works. */
export const INSURANCE = practiceRate(
  'land-charge.insurance-rate',
  'Assurances, part des travaux',
  'ratio',
  ['0.01', '0.015', '0.02'],
  'pratique : dommages-ouvrage, 1 à 2 % des travaux',
);

/** Assistance and management of the operation. */
export const MANAGEMENT = practiceRate(
  'land-charge.management-rate',
  'Gestion de l’opération, part des travaux',
  'ratio',
  ['0.02', '0.025', '0.03'],
  'pratique : assistance à maîtrise d’ouvrage, 2 à 3 % des travaux',
);

/** What letting costs, as a share of the rent of a year. */
export const LETTING = practiceRate(
  'land-charge.letting-share',
  'Commercialisation, part du loyer d’un an',
  'ratio',
  ['0', '0.15', '0.30'],
  'hypothèse : rien quand l’entreprise est connue, 15 à 30 % d’un loyer annuel avec un intermédiaire',
);

/** Share of the value that the operator of the building keeps. */
export const MARGIN = practiceRate(
  'land-charge.margin-rate',
  'Marge, part de la valeur',
  'ratio',
  ['0', '0.05', '0.08'],
  'hypothèse : rien pour un opérateur sans but lucratif, 5 à 8 % pour un promoteur',
);

/** Yearly cost of money during an operation. */
export const CREDIT_RATE = practiceRate(
  'credit-rate',
  'Taux du crédit pendant l’opération',
  'ratio/years',
  ['0.03', '0.04', '0.05'],
  'hypothèse : crédit d’accompagnement, de 3 à 5 %',
);
