import { at, minus, plus, sumOfTerms, times } from '../formula/build.ts';
import { EQUITY_ACCOUNTS } from '../ledger/accounts.ts';
import { type Books, balanceOf } from '../ledger/books.ts';
import type { Valuation } from '../property/holding.ts';
import type { Lease } from '../property/lease.ts';
import type { Company, MonthlyMoney } from './company.ts';
import type { Premises } from './deal.ts';
import { writeRentedPremises } from './rented-premises.ts';
import type { Distribution } from './sci-distribution.ts';
import type { PostedExit } from './sci-exit.ts';
import type { PathSetting } from './setting.ts';

/**
 * What the premises cost an enterprise that rents from its own SCI: rent, recharges and VAT it does not deduct, what
 * the exit of the investor makes it pay, less what the SCI distributes to it. It keeps its share of the net assets of
 * the SCI, with the building at its value, and its deposit.
 *
 * All of it before tax on profits, as in the other paths, whose tax does not part walls from activity: its share of
 * the tax that the SCI pays is given back, so that an SCI at IS and one at IR cost the same before tax.
 */
export function writeSciPremises(
  setting: PathSetting,
  parts: {
    readonly lease: Lease;
    readonly distribution: Distribution;
    readonly exit: PostedExit;
    readonly vehicle: Company;
    readonly valuation: Valuation;
    readonly equipmentPaid: MonthlyMoney;
    readonly startUpCosts: MonthlyMoney;
    /** Of the building, cumulated. */
    readonly depreciation: MonthlyMoney;
    readonly operator: Books;
  },
): Premises {
  const { calculation, ledger, horizon } = setting;
  const { lease, distribution, vehicle, valuation, operator } = parts;
  const paidAtExit = ledger.transfers
    .filter(({ nature }) => ['share-purchase', 'share-purchase-duty', 'buyout-capital'].includes(nature))
    .map(({ amount }) => amount);
  const rent = plus(lease.rentDue, lease.recharged, lease.vatBorne);
  const taxOfVehicle = taxPaidBy(setting, vehicle.id);
  const beforeTax =
    taxOfVehicle === undefined
      ? []
      : [
          calculation.monthly(
            'measure.premises-vehicle-tax',
            'Impôt sur les bénéfices payé par la SCI, part de l’exploitant',
            times(taxOfVehicle, distribution.shareDuringMonth),
          ),
        ];
  const running = calculation.monthly(
    'measure.premises-running',
    'Loyer, charges et rachat des parts, moins les distributions de la SCI avant impôt et les intérêts reçus d’elle',
    minus(
      plus(rent, ...paidAtExit),
      plus(distribution.toOperator, ...beforeTax, ...interestFromVehicle(setting)),
    ),
  );
  const netAssets = calculation.monthly(
    'sci.net-assets',
    'Actif net de la SCI, bâtiment à sa valeur',
    minus(
      plus(
        valuation.value,
        sumOfTerms(
          EQUITY_ACCOUNTS.flatMap((account) => {
            const line = vehicle.books.balances.get(account);
            return line === undefined ? [] : [line];
          }),
        ),
        parts.depreciation,
      ),
      plus(balanceOf(vehicle.books, 'land'), balanceOf(vehicle.books, 'building')),
    ),
  );
  const share = calculation.monthly(
    'sci.net-assets.operator',
    'Actif net de la SCI, part de l’exploitant',
    times(netAssets, distribution.operatorShare),
  );
  const held = sumOfTerms([balanceOf(operator, 'depositsPaid'), balanceOf(operator, 'associateAdvances')]);
  const kept = calculation.monthly(
    'measure.value-kept-by-month',
    'Conservé par l’exploitant : part de la SCI, dépôt de garantie, avances',
    plus(share, held),
  );
  const unrealised = calculation.monthly(
    'measure.unrealised-by-month',
    'Part de la SCI, au-delà de son coût dans les comptes',
    minus(share, balanceOf(operator, 'participations')),
  );
  return {
    running,
    ...writeRentedPremises(setting, {
      lease,
      equipmentPaid: parts.equipmentPaid,
      startUpCosts: parts.startUpCosts,
      kept,
    }),
    unrealisedAtHorizon: at(unrealised, horizon),
  };
}

/** What the SCI pays to the operator on its advances: interest and repayments. */
function interestFromVehicle({ ledger }: PathSetting): MonthlyMoney[] {
  return ledger.transfers
    .filter(
      ({ from, to, nature }) =>
        from === 'sci' &&
        to === 'operator' &&
        ['quasi-equity-interest', 'associate-account-repayment', 'financing-costs-during-works'].includes(
          nature,
        ),
    )
    .map(({ amount }) => amount);
}

/** Tax on profits that a company pays, less what is refunded to it; undefined for a transparent one. */
function taxPaidBy({ ledger }: PathSetting, company: string) {
  const paid = ledger.transfers.filter(
    ({ nature, from }) => nature === 'corporate-tax-paid' && from === company,
  );
  if (paid.length === 0) return undefined;
  const refunded = ledger.transfers.filter(
    ({ nature, to }) => nature === 'corporate-tax-refunded' && to === company,
  );
  return minus(
    sumOfTerms(paid.map(({ amount }) => amount)),
    sumOfTerms(refunded.map(({ amount }) => amount)),
  );
}
