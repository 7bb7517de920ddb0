import {
  and,
  choose,
  constant,
  dividedBy,
  isAtMost,
  ONE_RATIO,
  or,
  over,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type LawFigure, type LawSeries, lawAssumption, lawSeries } from './figure.ts';
import { DE_MINIMIS_CEILING } from './state-aid-figures.ts';

/** The « transparent » de minimis way of a guarantee: a share of the ceiling, by amount guaranteed and duration. */
const SOURCE = 'Règlement (UE) 2023/2831 art. 4 § 6 c';

/** The regulation before: amounts in the same proportion to its ceiling. */
const BEFORE_2024 = {
  since: '2014-01-01',
  until: '2023-12-31',
  source: 'Règlement (UE) 1407/2013 art. 4 § 6',
  confidence: 'memory',
} as const;

const SINCE_2024 = { since: '2024-01-01', until: '2030-12-31', confidence: 'memory' } as const;

export const DE_MINIMIS_GUARANTEE_TEN_YEARS: LawSeries<'money'> = lawSeries(
  {
    id: 'state-aid.de-minimis-guarantee-10',
    label: 'De minimis, garantie transparente : montant garanti qui vaut le plafond, sur dix ans',
    unit: 'money',
    source: SOURCE,
    note: 'Paragraphe des garanties non relu ; le rapport de 1,5 avec le prêt (750 000 € depuis 2024, lu) est cohérent.',
  },
  [
    { value: '750000', ...BEFORE_2024 },
    { value: '1125000', ...SINCE_2024 },
  ],
);

export const DE_MINIMIS_GUARANTEE_FIVE_YEARS: LawSeries<'money'> = lawSeries(
  {
    id: 'state-aid.de-minimis-guarantee-5',
    label: 'De minimis, garantie transparente : montant garanti qui vaut le plafond, sur cinq ans',
    unit: 'money',
    source: SOURCE,
  },
  [
    { value: '1500000', ...BEFORE_2024 },
    { value: '2250000', ...SINCE_2024 },
  ],
);

export const DE_MINIMIS_GUARANTEE_COVERAGE: LawFigure<'ratio'> = {
  id: 'state-aid.de-minimis-guarantee-coverage',
  label: 'De minimis, garantie transparente : quotité maximale',
  value: '0.8',
  unit: 'ratio',
  since: '2024-01-01',
  until: '2030-12-31',
  source: SOURCE,
  confidence: 'memory',
};

export const DE_MINIMIS_GUARANTEE_FIGURES: readonly LawFigure[] = [
  ...DE_MINIMIS_GUARANTEE_TEN_YEARS,
  ...DE_MINIMIS_GUARANTEE_FIVE_YEARS,
  DE_MINIMIS_GUARANTEE_COVERAGE,
];

type Once<U extends 'money' | 'ratio' | 'years'> = Formula<U, 'once', 'defined'>;

/**
 * The aid of a guarantee counted the flat way: ceiling × guaranteed × years / (10-year amount × 10). Open up to ten
 * years within the 10-year amount, up to five within the 5-year one, and up to a coverage of 80 %; undefined elsewhere:
 * the safe-harbour premium is then the only way.
 * @param years from the grant to the last instalment
 */
export function deMinimisGuaranteeAid(
  calculation: Calculation,
  prefix: string,
  terms: {
    readonly guaranteed: Once<'money'>;
    readonly coverage: Once<'ratio'>;
    readonly years: Once<'years'>;
  },
): Line<'money', 'once', 'undefinable'> {
  const { guaranteed, coverage, years } = terms;
  const tenYears = constant(10, 'years');
  const amountOfTen = lawAssumption(calculation, DE_MINIMIS_GUARANTEE_TEN_YEARS);
  const fits = (longest: Once<'years'>, amount: Once<'money'>) =>
    and(isAtMost(years, longest), isAtMost(guaranteed, amount));
  const isOpen = and(
    isAtMost(coverage, lawAssumption(calculation, DE_MINIMIS_GUARANTEE_COVERAGE)),
    or(
      fits(tenYears, amountOfTen),
      fits(constant(5, 'years'), lawAssumption(calculation, DE_MINIMIS_GUARANTEE_FIVE_YEARS)),
    ),
  );
  const share = times(over(guaranteed, amountOfTen), over(years, tenYears));
  return calculation.once(
    `${prefix}.deMinimisAid`,
    'Équivalent-subvention, voie de minimis forfaitaire',
    roundedToCents(
      dividedBy(
        times(lawAssumption(calculation, DE_MINIMIS_CEILING), share),
        choose(isOpen, ONE_RATIO, constant(0, 'ratio')),
      ),
    ),
  );
}
