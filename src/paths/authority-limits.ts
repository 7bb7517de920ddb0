import { constant, plus } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { GuaranteeContext } from '../instruments/guarantee-cost.ts';
import type { Guarantee, LocalAuthorityGuarantee } from '../instruments/guarantee-terms.ts';
import { type GuaranteeLimits, guaranteeLimits, mayBeOfGeneralInterest } from '../law/guarantee-limits.ts';

/**
 * The three ratios of a local authority, on the first whole annuity of the loan as it will be paid. Shares of the other
 * local authorities of the same loan count with those typed: the limit holds for all together.
 */
export function writeAuthorityLimits(
  { calculation, id, assume, terms }: GuaranteeContext,
  guarantee: LocalAuthorityGuarantee,
  loan: {
    readonly firstAnnuity: Line<'money', 'once', 'defined'>;
    readonly others: readonly Guarantee[];
    /** Legal form of the borrower. */
    readonly debtorForm: string;
  },
): GuaranteeLimits {
  const money = (field: string) => assume(field, 'money');
  const authorities = loan.others.filter(({ kind }) => kind === 'local-authority');
  const typed = assume('otherCoverage', 'ratio');
  return guaranteeLimits(calculation, `${id}.limits`, {
    realOperatingRevenue: money('realOperatingRevenue'),
    ownAnnuities: money('ownAnnuities'),
    guaranteedAnnuities: money('guaranteedAnnuities'),
    debtorGuaranteedAnnuities: money('debtorGuaranteedAnnuities'),
    provisions: money('provisions'),
    annuity: loan.firstAnnuity,
    coverage: assume('coverage', 'ratio'),
    otherCoverage:
      authorities.length === 0
        ? typed
        : plus(typed, ...authorities.map(({ coverage }) => constant(coverage, 'ratio'))),
    development: guarantee.development,
    generalInterest: guarantee.generalInterest && mayBeOfGeneralInterest(loan.debtorForm),
    party: terms.from,
  });
}
