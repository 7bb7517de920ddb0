import {
  constant,
  max,
  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  plus,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import {
  BUILDING_COMMITMENT_DUTY,
  LAND_REGISTRY_MINIMUM,
  LAND_REGISTRY_RATE,
  NEW_BUILDING_RATE,
  NOTARY_SCALE,
  RAISED_DUTY_RATE,
  SCI_SHARES_RATE,
  STANDARD_DUTY_RATE,
  VAT_RATE,
} from './acquisition-figures.ts';
import { type LawFigure, lawAssumption } from './figure.ts';

type Money = Formula<'money', 'once', 'defined'>;
type MoneyLine = Line<'money', 'once', 'defined'>;

/**
 * Departments that kept 4.5 % when the others went to 5 % (list of the DGFiP, May 2025, as reported by
 * banquedesterritoires.fr): Ain, Allier, Alpes-de-Haute-Provence, Alpes-Maritimes, Drôme, Eure, Isère, Landes, Lozère,
 * Oise, Saône-et-Loire, Territoire de Belfort.
 */
export const DEPARTMENTS_NOT_RAISED: readonly string[] = [
  '01',
  '03',
  '04',
  '06',
  '26',
  '27',
  '38',
  '40',
  '48',
  '60',
  '71',
  '90',
];

/** Departments whose rate is not established: 5 %, to be validated. */
export const DOUBTFUL_DEPARTMENTS: Readonly<Record<string, string>> = {
  '07': 'l’Ardèche n’avait pas relevé son taux en avril 2025',
  '36': 'l’Indre applique un taux inférieur à 4,50 %, non établi ici',
  '65': 'les Hautes-Pyrénées n’avaient pas relevé leur taux en avril 2025',
  '971': 'le taux de la Guadeloupe n’a pas été vérifié',
  '973': 'le taux de la Guyane n’a pas été vérifié',
  '974': 'le taux de La Réunion n’a pas été vérifié',
  '976': 'le taux de Mayotte n’a pas été vérifié',
};

/** Departments that raised later than July 2025, with the day. Source for Martinique: efl.fr, 18/02/2026. */
export const DEPARTMENTS_RAISED_LATER: Readonly<Record<string, string>> = { '972': '2026-02-01' };

/** Every department had its own first day between these two. */
const LAST_FIRST_DAY = '2025-07-31';

export interface TransferDuty {
  readonly rate: LawFigure<'ratio'>;
  /** In French: what has to be validated. */
  readonly warnings: readonly string[];
}

/**
 * The total rate of the droits de mutation of an existing building (CGI 1594 D, 1584, 1647 V; LF 2025 art. 116).
 * @param department code, "42"; @param date of the deed, ISO
 * @returns 5 % plus additions for deeds from 01/04/2025 to 31/03/2028 where it was raised, 4.5 % plus additions
 * elsewhere and at other dates; where the rate is not established, 5 % with a warning
 */
export function transferDuty(department: string, date: string): TransferDuty {
  const since = DEPARTMENTS_RAISED_LATER[department] ?? RAISED_DUTY_RATE.since;
  const doubt = DOUBTFUL_DEPARTMENTS[department];
  const warnings =
    doubt === undefined ? [] : [`Taux des droits de mutation à valider auprès du notaire : ${doubt}.`];
  const inPeriod = date >= since && date <= (RAISED_DUTY_RATE.until ?? date);
  if (date > (RAISED_DUTY_RATE.until ?? date) && !DEPARTMENTS_NOT_RAISED.includes(department)) {
    warnings.push(
      'Le taux de 5 % est voté pour les actes signés jusqu’au 31/03/2028 : au-delà, 4,5 % est retenu, à valider.',
    );
  }
  if (!inPeriod || DEPARTMENTS_NOT_RAISED.includes(department)) return { rate: STANDARD_DUTY_RATE, warnings };
  if (date <= LAST_FIRST_DAY) {
    warnings.push(
      'Entre avril et juillet 2025, le taux de 5 % n’est entré en vigueur que peu à peu : à valider pour ce département.',
    );
  }
  return { rate: RAISED_DUTY_RATE, warnings };
}

export interface AcquisitionTerms {
  /** Price in the deed, charges included, before VAT. */
  readonly price: Money;
  /** Code of the department: "42", "2A". */
  readonly department: string;
  /** Date of the deed, ISO. */
  readonly date: string;
  /** Building completed less than five years ago, sold with VAT on the whole price. */
  readonly newBuilding?: boolean;
  /** « Engagement de construire » within four years, by a buyer liable to VAT. */
  readonly commitmentToBuild?: boolean;
  readonly party?: string;
}

/** In euros. */
export interface AcquisitionLines {
  readonly droitsDeMutation: MoneyLine;
  readonly securiteImmobiliere: MoneyLine;
  readonly emolumentsHt: MoneyLine;
  readonly emolumentsTtc: MoneyLine;
  /** Duty + security + emoluments with VAT; disbursements are not in it. */
  readonly total: MoneyLine;
  /** In French: what has to be validated or is left out. */
  readonly warnings: readonly string[];
}

/**
 * Writes what a purchase costs besides its price, ids `<prefix>.…`.
 * Duty: price × total rate, rounded to the cent once. Emoluments: the sum of the brackets, rounded once, then with VAT
 * rounded. Reductions granted by the notary and disbursements are not modelled.
 * @throws Error when both newBuilding and commitmentToBuild are given: their duties exclude each other
 */
export function acquisitionCosts(
  calculation: Calculation,
  prefix: string,
  terms: AcquisitionTerms,
): AcquisitionLines {
  if (terms.newBuilding && terms.commitmentToBuild) {
    throw new Error('a purchase is of a new building or with a commitment to build, not both');
  }
  const about = terms.party === undefined ? {} : { party: terms.party };
  const once = (name: string, label: string, formula: Money) =>
    calculation.once(`${prefix}.${name}`, label, formula, about);
  const law = <U extends 'money' | 'ratio'>(figure: LawFigure<U>) => lawAssumption(calculation, figure);
  const { price } = terms;

  const duty = dutyOf(terms);
  const droitsDeMutation = once(
    'droitsDeMutation',
    duty.label,
    duty.amount === undefined ? roundedToCents(times(price, law(duty.rate))) : law(duty.amount),
  );
  const securiteImmobiliere = once(
    'securiteImmobiliere',
    'Contribution de sécurité immobilière',
    max(roundedToCents(times(price, law(LAND_REGISTRY_RATE))), law(LAND_REGISTRY_MINIMUM)),
  );
  const emolumentsHt = once('emolumentsHt', 'Émoluments du notaire HT', emoluments(calculation, price));
  const emolumentsTtc = once(
    'emolumentsTtc',
    'Émoluments du notaire TTC',
    roundedToCents(times(emolumentsHt, plus(ONE_RATIO, law(VAT_RATE)))),
  );
  const total = once(
    'total',
    'Frais d’acquisition',
    plus(droitsDeMutation, securiteImmobiliere, emolumentsTtc),
  );
  const lines = { droitsDeMutation, securiteImmobiliere, emolumentsHt, emolumentsTtc, total };
  return { ...lines, warnings: duty.warnings };
}

type Duty = { readonly label: string; readonly warnings: readonly string[] } & (
  | { readonly rate: LawFigure<'ratio'>; readonly amount?: undefined }
  | { readonly amount: LawFigure<'money'> }
);

function dutyOf(terms: AcquisitionTerms): Duty {
  if (terms.commitmentToBuild) {
    return {
      label: 'Droit fixe (engagement de construire)',
      amount: BUILDING_COMMITMENT_DUTY,
      warnings: [
        'Engagement de construire sous quatre ans : s’il n’est pas tenu, les droits deviennent exigibles.',
      ],
    };
  }
  if (terms.newBuilding) {
    return {
      label: 'Taxe de publicité foncière (immeuble neuf)',
      rate: NEW_BUILDING_RATE,
      warnings: [
        'Immeuble neuf : la vente supporte la TVA sur le prix total, qui ne figure pas dans ces frais.',
      ],
    };
  }
  const { rate, warnings } = transferDuty(terms.department, terms.date);
  return { label: 'Droits de mutation', rate, warnings };
}

/** The notary's proportional scale, before VAT: each part of the price at its own rate, the sum rounded once. */
function emoluments(calculation: Calculation, price: Money): Money {
  let from: Money = constant(0, 'money');
  const terms: Money[] = [];
  for (const bracket of NOTARY_SCALE) {
    const upTo = bracket.upTo === undefined ? undefined : lawAssumption(calculation, bracket.upTo);
    const inBracket = minus(upTo === undefined ? price : min(price, upTo), from);
    terms.push(times(max(inBracket, NO_MONEY), lawAssumption(calculation, bracket.rate)));
    from = upTo ?? from;
  }
  return roundedToCents(sumOfTerms(terms));
}

/**
 * The duty on shares of a company whose assets are mostly real estate (SCI): 5 % of the price (CGI 726 I 2°).
 * @returns a line `<prefix>.sharesDuty`, in euros, rounded to the cent
 */
export function sciSharesDuty(calculation: Calculation, prefix: string, price: Money): MoneyLine {
  return calculation.once(
    `${prefix}.sharesDuty`,
    'Droits sur la cession de parts de SCI',
    roundedToCents(times(price, lawAssumption(calculation, SCI_SHARES_RATE))),
  );
}
