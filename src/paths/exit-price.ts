import {
  constant,
  integerPart,
  inYearOf,
  max,
  min,
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
import { ACCOUNT_IDS, type AccountClass, accountOf } from '../ledger/accounts.ts';
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
    readonly drawn: MonthlyMoney;
    readonly quasiRepaid: MonthlyMoney;
    readonly inExitMonth: (amount: Monthly) => Monthly;
  },
): Monthly {
  const { calculation, assume, opening } = setting;
  const { path, place, month, valuation, plan, investorCapital, operatorShare, buildingDepreciation } = parts;
  const { books, tax, inExitMonth } = exit;
  const about = { party: VEHICLE };
  const growth = growthFactor(assume(`${place}.exit.nominalIndexRate`, 'ratio/years'));
  const value = calculation.monthly(
    'sci.exit.value',
    'Valeur du bâtiment à la sortie, droits exclus',
    inExitMonth(
      path.exit.method === 'indexed-cost'
        ? withinLease(
            valuation,
            roundedToCents(
              times(
                plan.cost,
                power(growth, integerPart(over(minus(month, opening), constant(12, 'months')))),
              ),
            ),
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
  const netAssets = writeNetAssets(setting, { ...exit, value, bookValue });
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
  const discount = assume(`${place}.exit.discount`, 'ratio');
  const withDiscount = (price: Monthly) =>
    inExitMonth(max(NO_MONEY, roundedToCents(times(price, minus(ONE_RATIO, discount)))));
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
  const investorShare = calculation.once(
    'sci.exit.investor-share',
    'Part de l’investisseur dans le capital, à la sortie',
    converted < 0
      ? minus(ONE_RATIO, operatorShare)
      : times(assume(`${place}.ticket.instruments[${converted}].convertedShare`, 'ratio'), ONE_RATIO),
    about,
  );
  calculation.once('sci.exit.kept-after-discount', 'Un moins la décote', minus(ONE_RATIO, discount), about);
  const shareOfNetAssets = calculation.monthly(
    'sci.exit.share-of-net-assets',
    'Part de l’investisseur dans l’actif net, impôt latent déduit',
    inExitMonth(times(minus(netAssets, latentTax), investorShare)),
    about,
  );
  return withDiscount(shareOfNetAssets);
}

/** What is built on the ground of another is never worth more than the years left of its lease. */
function withinLease({ isLeasehold, value }: ExitParts['valuation'], cost: Monthly): Monthly {
  return isLeasehold ? min(cost, value) : cost;
}

/**
 * Net assets as a hand adds them up: the building at its value, less what the company owed before the exit was paid,
 * more its cash and other assets. The same as its equity with the building revalued, before the operator’s capital:
 * what the exit repays leaves cash and debts together.
 */
function writeNetAssets(
  { calculation }: PathSetting,
  exit: {
    readonly books: Books;
    readonly value: MonthlyMoney;
    readonly bookValue: MonthlyMoney;
    readonly capital: MonthlyMoney;
    readonly drawn: MonthlyMoney;
    readonly quasiRepaid: MonthlyMoney;
    readonly inExitMonth: (amount: Monthly) => Monthly;
  },
): MonthlyMoney {
  const { books, value, bookValue, capital, drawn, quasiRepaid, inExitMonth } = exit;
  const about = { party: VEHICLE };
  const monthly = (id: string, label: string, amount: Monthly) =>
    calculation.monthly(`sci.exit.${id}`, label, inExitMonth(amount), about);
  const bankLoans = balanceOf(books, 'bankLoans');
  const bankDebt = monthly(
    'bank-debt',
    'Prêt bancaire restant dû, hors refinancement de la sortie',
    minus(bankLoans, drawn),
  );
  const otherDebts = monthly(
    'other-debts',
    'Autres dettes de la SCI (dépôt de garantie, fournisseurs, TVA, impôt)',
    minus(sumOfTerms(balancesOf(books, 'liability')), bankLoans),
  );
  const cash = monthly(
    'cash-before-settlement',
    'Trésorerie de la SCI, avant le règlement de la sortie',
    minus(plus(books.cash, quasiRepaid), plus(drawn, capital)),
  );
  const otherAssets = monthly(
    'other-assets',
    'Autres actifs de la SCI (créances, autres immobilisations)',
    minus(sumOfTerms(balancesOf(books, 'asset')), plus(books.cash, bookValue)),
  );
  return calculation.monthly(
    'sci.exit.net-assets',
    'Actif net de la SCI, bâtiment à sa valeur, avant l’apport de l’exploitant',
    inExitMonth(minus(plus(value, cash, otherAssets), plus(bankDebt, quasiRepaid, otherDebts))),
    about,
  );
}

/** The balances of a class of accounts. */
function balancesOf(books: Books, wanted: AccountClass): MonthlyMoney[] {
  return ACCOUNT_IDS.flatMap((account) => {
    const line = books.balances.get(account);
    return line === undefined || accountOf(account).class !== wanted ? [] : [line];
  });
}
