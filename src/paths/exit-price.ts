import {
  constant,
  integerPart,
  inYearOf,
  max,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  power,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { growthFactor } from '../formula/rates.ts';
import type { CorporateTaxLines } from '../law/corporate-tax.ts';
import { CORPORATE_TAX_RATE } from '../law/corporate-tax-figures.ts';
import { lawAssumption } from '../law/figure.ts';
import { EQUITY_ACCOUNTS } from '../ledger/accounts.ts';
import { type Books, balanceOf } from '../ledger/books.ts';
import type { MonthlyMoney } from './company.ts';
import type { ExitParts } from './exit-parts.ts';
import { VEHICLE } from './sci-capital.ts';
import type { PathSetting } from './setting.ts';

type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;

/** The price of the investor's shares, in the month of the exit. */
export function sharePrice(
  setting: PathSetting,
  parts: ExitParts,
  exit: {
    readonly books: Books;
    readonly tax: CorporateTaxLines | undefined;
    readonly capital: MonthlyMoney;
    readonly inExitMonth: (amount: Monthly) => Monthly;
  },
): Monthly {
  const { calculation, assume, opening } = setting;
  const { path, place, month, valuation, plan, investorCapital, operatorShare, buildingDepreciation } = parts;
  const { books, tax, capital, inExitMonth } = exit;
  const about = { party: VEHICLE };
  const growth = growthFactor(assume(`${place}.exit.nominalIndexRate`, 'ratio/years'));
  const value = calculation.monthly(
    'sci.exit.value',
    'Valeur du bâtiment à la sortie, droits exclus',
    inExitMonth(
      path.exit.method === 'indexed-cost'
        ? roundedToCents(
            times(plan.cost, power(growth, integerPart(over(minus(month, opening), constant(12, 'months'))))),
          )
        : valuation.value,
    ),
    about,
  );
  const bookValue = calculation.monthly(
    'sci.exit.book-value',
    'Valeur comptable du bâtiment et du terrain',
    inExitMonth(minus(plus(balanceOf(books, 'land'), balanceOf(books, 'building')), buildingDepreciation)),
    about,
  );
  const equity = sumOfTerms(
    EQUITY_ACCOUNTS.flatMap((account) => {
      const line = books.balances.get(account);
      return line === undefined ? [] : [line];
    }),
  );
  const netAssets = calculation.monthly(
    'sci.exit.net-assets',
    "Actif net de la SCI, bâtiment à sa valeur, avant l'apport de l'exploitant",
    inExitMonth(minus(plus(equity, value), plus(bookValue, capital))),
    about,
  );
  const latentTax = calculation.monthly(
    'sci.exit.latent-tax',
    'Impôt latent déduit du prix',
    tax === undefined
      ? NO_MONEY
      : inExitMonth(
          roundedToCents(
            times(
              times(
                max(NO_MONEY, minus(value, plus(bookValue, inYearOf(tax.closingLosses, -1)))),
                lawAssumption(calculation, CORPORATE_TAX_RATE),
              ),
              assume(`${place}.exit.recognisedLatentTax`, 'ratio'),
            ),
          ),
        ),
    about,
  );
  const withDiscount = (price: Monthly) =>
    inExitMonth(
      max(
        NO_MONEY,
        roundedToCents(times(price, minus(ONE_RATIO, assume(`${place}.exit.discount`, 'ratio')))),
      ),
    );
  if (path.exit.method === 'nominal-indexed') {
    return withDiscount(
      times(
        plus(investorCapital, ...parts.quasiEquity.flatMap((source) => source.converted ?? [])),
        power(growth, over(assume(`${place}.exit.year`, 'years'), constant(1, 'years'))),
      ),
    );
  }
  const converted = path.ticket.instruments.findIndex(
    (terms) => terms.kind === 'convertible-bond' && terms.conversion === 'at-exit',
  );
  const investorShare =
    converted < 0
      ? minus(ONE_RATIO, operatorShare)
      : assume(`${place}.ticket.instruments[${converted}].convertedShare`, 'ratio');
  return withDiscount(times(minus(netAssets, latentTax), investorShare));
}
