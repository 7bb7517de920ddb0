import { dividedBy, sumOfTerms } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { Company } from './company.ts';
import type { GroupPlan } from './deal.ts';
import type { Source } from './funding-plan-rows.ts';
import type { PathSetting } from './setting.ts';

/**
 * Share of the needs that no loan pays: own funds, quasi-equity and grants over the uses of the plan, operator and
 * vehicle together (banks usually ask for some 30 %).
 * It is not defined when the plan has no use.
 */
export function writeOwnFundsShare(
  { calculation }: PathSetting,
  companies: readonly Company[],
  plan: GroupPlan,
): Line<'ratio', 'once', 'undefinable'> {
  const isWithin = (source: Source) =>
    source.contributor !== undefined && companies.some(({ id }) => id === source.contributor);
  const brought = companies
    .flatMap(({ sources }) => sources)
    .filter((source) => source.category !== 'debt' && !isWithin(source));
  return calculation.once(
    'plan.own-funds-share',
    'Fonds propres, quasi-fonds propres et subventions / besoins',
    dividedBy(sumOfTerms(brought.map(({ total }) => total)), plan.totalUses),
  );
}
