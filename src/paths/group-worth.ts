import { at, minus, plus, sumOfTerms, times } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import { EQUITY_ACCOUNTS } from '../ledger/accounts.ts';
import { type Books, balanceOf } from '../ledger/books.ts';
import type { Valuation } from '../property/holding.ts';
import type { KeptCompany, MonthlyMoney } from './company.ts';
import type { GroupMember } from './group-value.ts';
import type { PathSetting } from './setting.ts';

/**
 * What the founders are worth in the group at the horizon: their part of the equity of all its companies, titles held
 * by the issuer taken off, with the walls at their value. What they borrowed to buy the investors out is their own.
 * @param walls of the group, with the company that owns them and their depreciation; undefined when it has none
 */
export function writeFoundersWorth(
  { calculation, horizon }: PathSetting,
  group: {
    readonly members: readonly GroupMember[];
    readonly issuer: KeptCompany;
    readonly part: Line<'ratio', 'monthly', 'defined'>;
    readonly walls: Valuation | undefined;
    readonly owner: Books;
    readonly depreciation: MonthlyMoney;
  },
): Line<'money', 'once', 'defined'> {
  const { members, issuer, part, walls, owner, depreciation } = group;
  const equityOf = (books: Books) =>
    sumOfTerms(
      EQUITY_ACCOUNTS.flatMap((account) => {
        const line = books.balances.get(account);
        return line === undefined ? [] : [line];
      }),
    );
  const equity = minus(
    sumOfTerms(members.map(({ company, share }) => times(equityOf(company.books), share))),
    balanceOf(issuer.books, 'participations'),
  );
  const worth = calculation.monthly(
    'group.net-assets',
    'Actif net du groupe, murs à leur valeur',
    walls === undefined
      ? equity
      : minus(
          plus(equity, walls.value, depreciation),
          plus(balanceOf(owner, 'land'), balanceOf(owner, 'building')),
        ),
  );
  return calculation.once(
    'group.founders-worth',
    'Actif net du groupe à l’horizon, part des associés d’origine',
    times(at(worth, horizon), at(part, horizon)),
  );
}
