import { choose, isAtLeast, MONTH, minus, NO_MONEY, plus, sumOfTerms } from '../formula/build.ts';
import type { Lease } from '../property/lease.ts';
import type { MonthlyMoney } from './company.ts';
import type { Premises } from './deal.ts';
import type { MemberFlows } from './fonciere-shares.ts';
import { OPERATOR } from './operating-company.ts';
import { writeRentedPremises } from './rented-premises.ts';
import type { PathSetting } from './setting.ts';

/**
 * What the premises cost an enterprise that rents from a foncière solidaire: rent, recharges and VAT it does not
 * deduct, less the interest on its parts sociales. It keeps its deposit and its parts at nominal: never a gain.
 */
export function writeFoncierePremises(
  setting: PathSetting,
  parts: {
    readonly lease: Lease;
    readonly members: readonly MemberFlows[];
    readonly equipmentPaid: MonthlyMoney;
    readonly startUpCosts: MonthlyMoney;
  },
): Premises {
  const { calculation, opening } = setting;
  const { lease } = parts;
  const own = parts.members.filter(({ party }) => party === OPERATOR);
  const rent = plus(lease.rentDue, lease.recharged, lease.vatBorne);
  const running = calculation.monthly(
    'measure.premises-running',
    'Loyer, charges et taxe foncière, moins les intérêts reçus sur les parts sociales',
    own.length === 0
      ? rent
      : minus(rent, sumOfTerms(own.flatMap(({ interest, redeemed }) => [interest, redeemed]))),
  );
  const kept = calculation.monthly(
    'measure.value-kept-by-month',
    'Conservé par l’exploitant : dépôt de garantie et parts sociales au nominal',
    plus(choose(isAtLeast(MONTH, opening), lease.deposit, NO_MONEY), ...own.map(({ nominal }) => nominal)),
  );
  return {
    running,
    ...writeRentedPremises(setting, {
      lease,
      equipmentPaid: parts.equipmentPaid,
      startUpCosts: parts.startUpCosts,
      kept,
    }),
    unrealisedAtHorizon: NO_MONEY,
  };
}
