import {
  constant,
  definedOr,
  dividedBy,
  integerPart,
  isAtMost,
  max,
  min,
  minus,
  ONE_RATIO,
  over,
  plus,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type LawFigure, lawAssumption } from './figure.ts';

/** « Ratios Galland »: what a local authority may guarantee of loans of enterprises. */
export const GALLAND_1: LawFigure<'ratio'> = {
  id: 'guarantee.galland-1',
  label: 'Galland 1 : annuités propres et garanties, part maximale des recettes réelles de fonctionnement',
  value: '0.5',
  unit: 'ratio',
  since: '1988-01-05',
  source: 'CGCT art. L2252-1, D1511-30 s. ; nosdeputes.fr, QE 10651',
  confidence: 'sourced',
  note: 'Départements : L3231-4 ; régions : L4253-1 ; EPCI : L5111-4. Provisions déduites ; budget principal.',
};

export const GALLAND_2: LawFigure<'ratio'> = {
  id: 'guarantee.galland-2',
  label:
    'Galland 2 : annuités garanties à un même débiteur, part maximale de celles qui peuvent être garanties',
  value: '0.1',
  unit: 'ratio',
  since: '1988-01-05',
  source: 'CGCT art. L2252-1 al. 3, D1511-34 ; collectivites-locales.gouv.fr (2019)',
  confidence: 'sourced',
  note: 'Soit 10 % de 50 % des recettes réelles de fonctionnement.',
};

export const GALLAND_3: LawFigure<'ratio'> = {
  id: 'guarantee.galland-3',
  label: 'Galland 3 : quotité maximale d’un emprunt, toutes collectivités cumulées',
  value: '0.5',
  unit: 'ratio',
  since: '1988-01-05',
  source: 'CGCT art. L2252-1 al. 4, D1511-35',
  confidence: 'sourced',
};

export const GALLAND_3_DEVELOPMENT: LawFigure<'ratio'> = {
  id: 'guarantee.galland-3-development',
  label: 'Galland 3 : quotité maximale, opérations d’aménagement (C. urb. L300-1 s.)',
  value: '0.8',
  unit: 'ratio',
  since: '1988-01-05',
  source: 'CGCT art. L2252-1 al. 4, D1511-35 (copie de 2015)',
  confidence: 'sourced',
};

export const GUARANTEE_FIGURES: readonly LawFigure[] = [
  GALLAND_1,
  GALLAND_2,
  GALLAND_3,
  GALLAND_3_DEVELOPMENT,
];

const MAY_BE_OF_GENERAL_INTEREST: readonly string[] = ['association', 'foundation', 'SCIC', 'SCOP'];

/**
 * Whether a debtor of this legal form may be of general interest (CGCT L2252-1 last al., CGI art. 200 and 238 bis), and so
 * guaranteed beyond the usual coverage: never a SCI nor a commercial company; the others have to prove it.
 */
export function mayBeOfGeneralInterest(form: string): boolean {
  return MAY_BE_OF_GENERAL_INTEREST.includes(form);
}

type Money = Formula<'money', 'once', 'defined'>;
type Ratio = Formula<'ratio', 'once', 'defined'>;

export interface GuaranteeTerms {
  /** « Recettes réelles de fonctionnement » of the main budget, a year. */
  readonly realOperatingRevenue: Money;
  /** Annuities of the authority's own debt, due in the year. */
  readonly ownAnnuities: Money;
  /** Annuities already guaranteed, due in the year. */
  readonly guaranteedAnnuities: Money;
  /** Those of them guaranteed to this very debtor. */
  readonly debtorGuaranteedAnnuities: Money;
  /** Provisions made for guarantees: deducted from the first ratio. */
  readonly provisions: Money;
  /** First whole annuity of the new loan, interest and principal. Above 0. */
  readonly annuity: Money;
  /** Share of the loan that this authority guarantees, and the shares of all others together. */
  readonly coverage: Ratio;
  readonly otherCoverage: Ratio;
  /** « Opération d'aménagement »: the third ratio is 80 %. */
  readonly development?: boolean;
  /** Borrower of general interest (CGI 200, 238 bis): the third ratio is lifted, the whole loan may be guaranteed. */
  readonly generalInterest?: boolean;
  readonly party?: string;
}

type Kind = 'money' | 'ratio';

export interface GuaranteeRatio<U extends Kind = Kind> {
  readonly id: 'galland-1' | 'galland-2' | 'galland-3';
  readonly article: string;
  readonly value: Line<U, 'once', 'defined'>;
  readonly limit: Line<U, 'once', 'defined'>;
  /** limit − value, negative when the ratio is not met. */
  readonly headroom: Line<U, 'once', 'defined'>;
  readonly met: Line<'truth', 'once', 'defined'>;
}

export interface GuaranteeLimits {
  /** Annuity × coverage: what the new guarantee adds, rounded to the cent. */
  readonly guaranteedAnnuity: Line<'money', 'once', 'defined'>;
  /** The first two in euros a year, the third a share of the loan. */
  readonly ratios: readonly [GuaranteeRatio<'money'>, GuaranteeRatio<'money'>, GuaranteeRatio<'ratio'>];
  /** Largest coverage at which the three ratios are met, cut down to the sixth decimal; 0 when none is. */
  readonly maximumCoverage: Line<'ratio', 'once', 'defined'>;
}

/**
 * Writes the three ratios of a new guarantee, ids `<prefix>.…`.
 * 1: own + guaranteed − provisions + new annuity ≤ 50 % of revenue. 2: the debtor's + new ≤ 10 % of that.
 * 3: all coverages together ≤ 50 % of the loan. They count annuities, never the amounts of the loans.
 * Source: CGCT L2252-1, D1511-30 to D1511-35. Loans only: a rent or an associate's account cannot be guaranteed.
 */
export function guaranteeLimits(
  calculation: Calculation,
  prefix: string,
  terms: GuaranteeTerms,
): GuaranteeLimits {
  const about = terms.party === undefined ? {} : { party: terms.party };
  const once = <U extends Kind | 'truth'>(
    name: string,
    label: string,
    formula: Formula<U, 'once', 'defined'>,
  ) => calculation.once(`${prefix}.${name}`, label, formula, about);

  const guaranteedAnnuity = once(
    'guaranteedAnnuity',
    'Première annuité garantie',
    roundedToCents(times(terms.annuity, terms.coverage)),
  );
  const ratio = <U extends Kind>(
    number: 1 | 2 | 3,
    article: string,
    labels: { readonly value: string; readonly limit: string },
    amounts: { readonly value: Formula<U, 'once', 'defined'>; readonly limit: Formula<U, 'once', 'defined'> },
  ): GuaranteeRatio<U> => {
    const value = once(`galland${number}.value`, labels.value, amounts.value);
    const limit = once(`galland${number}.limit`, labels.limit, amounts.limit);
    const headroom = once(`galland${number}.headroom`, 'Marge', minus(limit, value));
    const met = once(`galland${number}.met`, 'Ratio respecté', isAtMost(value, limit));
    return { id: `galland-${number}`, article, value, limit, headroom, met };
  };

  const before1 = minus(plus(terms.ownAnnuities, terms.guaranteedAnnuities), terms.provisions);
  const first = ratio(
    1,
    'CGCT art. L2252-1, D1511-30 s. (provisions : D1511-33)',
    { value: 'Annuités propres et garanties', limit: 'Annuités propres et garanties, plafond' },
    {
      value: plus(before1, guaranteedAnnuity),
      limit: roundedToCents(times(terms.realOperatingRevenue, lawAssumption(calculation, GALLAND_1))),
    },
  );
  const second = ratio(
    2,
    'CGCT art. L2252-1 al. 3, D1511-34',
    { value: 'Annuités garanties au débiteur', limit: 'Annuités garanties à un débiteur, plafond' },
    {
      value: plus(terms.debtorGuaranteedAnnuities, guaranteedAnnuity),
      limit: roundedToCents(times(first.limit, lawAssumption(calculation, GALLAND_2))),
    },
  );
  const third = ratio(
    3,
    terms.generalInterest
      ? 'CGCT art. L2252-1 dernier al. : quotité sans plafond (CGI art. 200 et 238 bis)'
      : 'CGCT art. L2252-1 al. 4, D1511-35',
    { value: 'Quotité garantie, toutes collectivités', limit: 'Quotité garantie, plafond' },
    {
      value: plus(terms.coverage, terms.otherCoverage),
      limit: terms.generalInterest
        ? ONE_RATIO
        : lawAssumption(calculation, terms.development ? GALLAND_3_DEVELOPMENT : GALLAND_3),
    },
  );

  const allowed = min(
    // A loan so small that its annuity rounds to nothing is bounded by the third ratio alone.
    definedOr(dividedBy(minus(first.limit, before1), terms.annuity), ONE_RATIO),
    definedOr(dividedBy(minus(second.limit, terms.debtorGuaranteedAnnuities), terms.annuity), ONE_RATIO),
    minus(third.limit, terms.otherCoverage),
    ONE_RATIO,
  );
  const million = constant(1_000_000, 'ratio');
  const maximumCoverage = once(
    'maximumCoverage',
    'Quotité maximale',
    over(integerPart(times(max(allowed, constant(0, 'ratio')), million)), million),
  );
  return { guaranteedAnnuity, ratios: [first, second, third], maximumCoverage };
}
