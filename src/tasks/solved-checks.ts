import type { ComputedDeal } from '../analysis/computed.ts';
import { hasVehicle } from '../dossier/sources.ts';
import { Decimal } from '../formula/decimal.ts';
import { readExactly } from '../formula/exact.ts';
import type { SolvedCheck } from '../formula/workbook.ts';
import type { Company } from '../paths/company.ts';
import type { Covenant, SizedRent, Sizing } from '../paths/deal.ts';

const ONE_EURO = new Decimal(1);
/** Left of a plan closed by a whole-euro loan. */
const LESS_THAN_A_EURO = '0.99';

/**
 * What each amount found by a search must hold to be still what the search would find, by its place in the dossier.
 * A loan: the plan of its company closed to the euro, its limits kept; where a limit binds, that limit reached to the
 * euro. A rent: the lowest DSCR at its target, and not more than a cent of rent above it.
 * @returns nothing for an amount that no value of the search satisfied
 */
export function solvedChecks(computed: ComputedDeal): Map<string, readonly SolvedCheck[]> {
  const { deal, sizings, rent } = computed;
  const checks = new Map<string, readonly SolvedCheck[]>();
  for (const sizing of sizings) {
    const company = deal.companies.find(({ id }) => id === sizing.company);
    if (company === undefined || sizing.binding === 'unreachable') continue;
    checks.set(sizing.amountPath, loanChecks(computed, company, sizing));
  }
  if (rent?.isFound === true && hasVehicle(deal.path)) {
    const place = deal.borrower.termsPath.replace(/\.terms$/, '');
    checks.set(`${place}.lease.rentPerM2Year`, [
      { line: `${deal.borrower.planId}.dscr.smallest`, mustBe: 'anything' },
      rentCheck(rent, `${deal.borrower.planId}.dscr.target-slack`),
    ]);
  }
  return checks;
}

/** Of a plan that needs no loan: its limits have nothing to be read on. */
const NO_LOAN = 'sans objet : pas de prêt';

function loanChecks(computed: ComputedDeal, company: Company, sizing: Sizing): SolvedCheck[] {
  const { deal } = computed;
  if (sizing.binding === 'need' && computed.figures.assumption(sizing.amountPath).isZero())
    return [{ line: company.plan.loanCheck.id, mustBe: 'zero', right: NO_LOAN }];
  const limits = deal.covenants.flatMap(({ id, slack, company: watched }) =>
    slack === undefined || watched !== company.id ? [] : [{ id, slack }],
  );
  // With a rent to find, limits are said and do not size the loan.
  const decides = limits.every(({ id }) => sizing.limits.some((limit) => limit.id === id));
  const kept = limits.map(({ id, slack }): SolvedCheck => {
    const binds = id === sizing.binding;
    return {
      line: slack.id,
      mustBe: 'atLeastZero',
      ...(binds ? { most: worthOfOneEuro(computed, sizing.amountPath, slack) } : {}),
      ...(decides ? {} : { decides: false }),
    };
  });
  // A loan cut by a limit leaves a gap: only a loan above the need would be wrong.
  const closed: SolvedCheck =
    sizing.binding === 'need'
      ? { line: company.plan.loanCheck.id, mustBe: 'zero' }
      : { line: company.plan.surplus.id, mustBe: 'atMostZero', tolerance: LESS_THAN_A_EURO };
  return [closed, ...kept];
}

/** What one more euro of loan takes from the slack of a limit. */
function worthOfOneEuro(
  { deal, figures }: ComputedDeal,
  amountPath: string,
  slack: NonNullable<Covenant['slack']>,
): string {
  const more = new Map([[amountPath, figures.assumption(amountPath).plus(ONE_EURO)]]);
  const [after] = readExactly(deal.setting.calculation, more, [slack]).of(slack);
  const [now] = figures.of(slack);
  return (now ?? ONE_EURO).minus(after ?? 0).toFixed();
}

function rentCheck({ reached, before }: SizedRent, line: string): SolvedCheck {
  const check = { line, mustBe: 'atLeastZero' } as const;
  if (reached === null || before === null || before.reached === null) return check;
  return { ...check, most: new Decimal(reached).minus(before.reached).toFixed() };
}
