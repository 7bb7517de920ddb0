import type { LoanTerms } from '../dossier/dossier.ts';
import { constant, ONE_RATIO, over, plus, times } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { BorrowerRisk } from '../instruments/borrower-risk.ts';
import {
  type GuaranteeAtSignature,
  type GuaranteeContext,
  guaranteedPart,
} from '../instruments/guarantee-cost.ts';
import { deMinimisGuaranteeAid } from '../law/de-minimis-guarantee.ts';
import { lawAssumption } from '../law/figure.ts';
import { aidDiscountRate, guaranteeGrantEquivalent } from '../law/state-aid.ts';
import { SAFE_HARBOUR_PREMIUMS } from '../law/state-aid-figures.ts';
import type { PathSetting } from './setting.ts';

/** What a guarantee is worth as a grant, in the two ways that the Union admits. */
export interface GuaranteeAid {
  /** Safe-harbour premium less what is paid, on the actual schedule. */
  readonly grantEquivalent: Line<'money', 'once', 'defined'>;
  /** The flat de minimis way; undefined where it is closed. */
  readonly deMinimis: Line<'money', 'once', 'undefinable'>;
  /** From the grant to the last instalment. */
  readonly years: Formula<'years', 'once', 'defined'>;
}

/**
 * Writes what a guarantee is worth as a grant on the day of signature.
 * @param committed loan engaged, then owed, at the start of each year since signature
 */
export function writeGuaranteeAid(
  setting: PathSetting,
  context: GuaranteeContext,
  loan: {
    readonly committed: Line<'money', 'yearly', 'defined'>;
    readonly signed: GuaranteeAtSignature;
    readonly risk: BorrowerRisk;
    readonly terms: LoanTerms;
    readonly termsPath: string;
  },
): GuaranteeAid {
  const { calculation, assume, opening } = setting;
  const { id, terms } = context;
  const guaranteed = calculation.yearly(
    `${id}.aid.guaranteed`,
    'Montant garanti à l’anniversaire de la signature',
    guaranteedPart(context, loan.committed),
  );
  const grantEquivalent = guaranteeGrantEquivalent(calculation, `${id}.aid`, {
    outstanding: guaranteed,
    coverage: ONE_RATIO,
    safeHarbourPremium: lawAssumption(calculation, SAFE_HARBOUR_PREMIUMS[loan.risk.rating]),
    paidPremium:
      terms.feeKind === 'yearly' ? context.assume('feeRate', 'ratio/years') : constant(0, 'ratio/years'),
    ...(loan.signed.flatFee === undefined ? {} : { paidAtGrant: loan.signed.flatFee.amount }),
    discountRate: aidDiscountRate(calculation),
  });
  const months = plus(
    opening,
    times(
      over(assume(`${loan.termsPath}.payments`, 'count'), constant(1, 'count')),
      constant(12 / loan.terms.paymentsPerYear, 'months'),
    ),
  );
  const years = calculation.once(
    `${id}.aid.years`,
    'Durée de la garantie, de la signature à la dernière échéance',
    times(over(months, constant(12, 'months')), constant(1, 'years')),
  );
  const deMinimis = deMinimisGuaranteeAid(calculation, `${id}.aid`, {
    guaranteed: loan.signed.guaranteed,
    coverage: context.assume('coverage', 'ratio'),
    years,
  });
  return { grantEquivalent, deMinimis, years };
}
