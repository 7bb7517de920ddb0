import type { FoncierePath } from '../dossier/dossier.ts';
import {
  choose,
  constant,
  endOfYear,
  isLess,
  max,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  roundedToCents,
  sumOfTerms,
  sumOfYear,
  times,
} from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import { CORPORATE_TAX_RATE } from '../law/corporate-tax-figures.ts';
import { lawAssumption } from '../law/figure.ts';
import { profitAllocation } from '../law/profit-allocation.ts';
import { COOPERATIVE_LEGAL_RESERVE, SCIC_STATUTORY_RESERVE } from '../law/profit-figures.ts';
import { type AccountId, accountOf } from '../ledger/accounts.ts';
import type { Books } from '../ledger/books.ts';
import { type AllocationRule, priorLosses } from '../ledger/profit-entries.ts';
import { FONCIERE } from './fonciere-members.ts';
import type { Shares } from './fonciere-shares.ts';
import type { PathSetting } from './setting.ts';

type YearlyMoney = Line<'money', 'yearly', 'defined'>;

const ONE_YEAR = constant(1, 'years');

/**
 * What the vehicle makes of each result: the allocation of its legal form, reserves first, then the interest wished,
 * within the law. Interest passes through the reserves, as every distribution does here, and is paid in June.
 */
export function fonciereAllocation(
  setting: PathSetting,
  path: FoncierePath,
  place: string,
  shares: Shares,
): AllocationRule {
  const { calculation, ledger, assume } = setting;
  const { form } = path.vehicle;
  const about = { party: FONCIERE };
  return {
    allocate: ({ result, closing }) => {
      const legalReserve = closing('legalReserve');
      const losses = priorLosses(closing('retainedEarnings'));
      const released = ledger.accruals
        .filter(({ company, nature }) => company === FONCIERE && nature === 'grant-release')
        .map(({ amount }) => sumOfYear(amount));
      const allocation = profitAllocation(calculation, `${FONCIERE}.allocation`, {
        form,
        profit: result,
        priorLosses: losses,
        capital: closing('capital'),
        reserves: plus(legalReserve, closing('reserves')),
        legalReserve,
        ...(form === 'SCIC' && {
          shareInterestRateCap: times(
            assume(`${place}.vehicle.shareInterestRateCap`, 'ratio/years'),
            ONE_YEAR,
          ),
          reserveAllocation: roundedToCents(
            times(max(NO_MONEY, minus(result, losses)), assume(`${place}.vehicle.reserveShare`, 'ratio')),
          ),
          ...(released.length > 0 && {
            publicAid: calculation.yearly(
              'fonciere.public-aid-of-year',
              'Aides publiques comprises dans le résultat',
              sumOfTerms(released),
              about,
            ),
          }),
        }),
        wishedDistribution: shares.wished,
        party: FONCIERE,
      });
      shares.defineInterest(allocation.distributed);
      return {
        ...(allocation.legalReserve !== undefined && { legalReserve: allocation.legalReserve }),
        reserves: calculation.yearly(
          'fonciere.allocation.to-reserves',
          'Affecté aux réserves, intérêts aux parts compris',
          plus(allocation.otherReserve, allocation.distributed),
          about,
        ),
        retained: [allocation.priorLosses, allocation.carriedForward],
        shown: allocation.lines,
      };
    },
  };
}

/**
 * What a SCIC deducts from its taxable profit: the sums put to indivisible reserves (CGI 209 VIII). They depend on the
 * result after tax, and the tax on them: with a share κ in reserves and a rate τ, R = κ (1 − τ) / (1 − κ τ) of the
 * result before tax, exact at the normal rate and without losses carried forward.
 * @returns a line that the books, once open, give its formula
 */
export function writeReservesDeducted(setting: PathSetting, place: string) {
  const { calculation, assume } = setting;
  const about = { party: FONCIERE };
  const line = calculation.later(
    'fonciere.reserves-deducted',
    'Réserves impartageables déduites du résultat fiscal',
    'money',
    'yearly',
    about,
  );
  return {
    line,
    define: (books: Books): void => {
      const flows = [...books.yearlyFlows].filter(([account]) => account !== 'corporateTax');
      const side = (wanted: 'income' | 'expense'): YearlyMoney[] =>
        flows.filter(([account]) => accountOf(account).class === wanted).map(([, flow]) => flow);
      const beforeTax = calculation.yearly(
        'fonciere.result-before-tax',
        'Résultat avant impôt',
        minus(sumOfTerms(side('income')), sumOfTerms(side('expense'))),
        about,
      );
      const closing = (account: AccountId) => {
        const line = books.balances.get(account);
        return line === undefined ? NO_MONEY : endOfYear(line);
      };
      const losses = priorLosses(closing('retainedEarnings'));
      const legal = choose(
        isLess(plus(closing('legalReserve'), closing('reserves')), closing('capital')),
        lawAssumption(calculation, COOPERATIVE_LEGAL_RESERVE),
        constant(0, 'ratio'),
      );
      const share = calculation.yearly(
        'fonciere.reserve-share-of-year',
        'Part du résultat mise en réserves impartageables',
        max(
          plus(legal, times(minus(ONE_RATIO, legal), lawAssumption(calculation, SCIC_STATUTORY_RESERVE))),
          assume(`${place}.vehicle.reserveShare`, 'ratio'),
        ),
        about,
      );
      const rate = lawAssumption(calculation, CORPORATE_TAX_RATE);
      const factor = calculation.yearly(
        'fonciere.reserves-deducted-share',
        'Réserves déduites, part du résultat avant impôt',
        over(times(share, minus(ONE_RATIO, rate)), minus(ONE_RATIO, times(share, rate))),
        about,
      );
      calculation.define(line, roundedToCents(times(max(NO_MONEY, minus(beforeTax, losses)), factor)));
    },
  };
}
