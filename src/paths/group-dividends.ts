import {
  CALENDAR_MONTH,
  choose,
  constant,
  inYearOf,
  isEqual,
  isLess,
  max,
  min,
  minus,
  NO_MONEY,
  plus,
  previous,
  roundedToCents,
  sumOfTerms,
  sumOfYear,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { profitAllocation } from '../law/profit-allocation.ts';
import type { LegalForm } from '../law/profit-allocation-forms.ts';
import type { Books } from '../ledger/books.ts';
import { type AllocationRule, ASSEMBLY_MONTH, priorLosses } from '../ledger/profit-entries.ts';
import type { MonthlyMoney } from './company.ts';
import type { PathSetting } from './setting.ts';

type YearlyMoney = Line<'money', 'yearly', 'defined'>;

/** Who receives a part of what a company distributes. */
export interface Shareholder {
  readonly party: string;
  readonly label: string;
  readonly part: Formula<'ratio', 'monthly' | 'once', 'defined'>;
}

/** The clause of a bank that keeps dividends back. */
export interface LockUp {
  /** What is left to pay annuities over them, by fiscal year, defined without debt too. */
  readonly cover: Line<'ratio', 'yearly', 'defined'>;
  readonly threshold: Formula<'ratio', 'once', 'defined'>;
}

export interface Dividends {
  /** Paid in the month, all shareholders together. */
  readonly paid: MonthlyMoney;
  readonly paidTo: ReadonlyMap<string, MonthlyMoney>;
  /** Most that the law lets it distribute on the accounts of a year, earlier profits kept in the report included. */
  readonly distributable: YearlyMoney;
  readonly allocation: AllocationRule;
  /** Gives its formula to what is paid, once the books are open. */
  readonly define: (books: Books, lockUp?: LockUp) => void;
}

function sumOfParts([first, ...rest]: readonly Shareholder['part'][]): Shareholder['part'] {
  return first === undefined ? constant(0, 'ratio') : plus(first, ...rest);
}

/**
 * What a company of a group makes of its results, and what it pays its shareholders each June on the accounts of the
 * year closed: a share of what may be distributed, within its cash of the end of May above its minimum, nothing while
 * its bank keeps dividends back.
 *
 * The result goes first to what the law locks (legal reserve, fonds de développement: never distributed), the rest to
 * the report à nouveau. May be distributed on a year: what its profit allows (half of it in a company of the ESS), and
 * what earlier years left in the report à nouveau, less a loss of the year. A dividend received in June counts in the
 * result of that year: it goes up one level a year.
 * Sources: C. com. L232-10 to L232-12; loi 2014-856 art. 1 II 2° c; arrêté of 3 August 2015.
 * @param company.shareholders all of them, in the order in which cents are rounded
 */
export function writeDividends(
  setting: PathSetting,
  company: {
    readonly id: string;
    readonly form: LegalForm;
    readonly shareholders: readonly Shareholder[];
    readonly distributionShare: Formula<'ratio', 'once', 'defined'>;
    readonly minimumCash: Formula<'money', 'once', 'defined'>;
  },
): Dividends {
  const { calculation, ledger } = setting;
  const { id, form, shareholders, distributionShare, minimumCash } = company;
  const about = { party: id };
  const paid = calculation.later(`${id}.dividends`, 'Dividendes versés', 'money', 'monthly', about);
  const paidTo = new Map<string, MonthlyMoney>();
  const parts: Shareholder['part'][] = [];
  shareholders.forEach(({ party, label, part }, index) => {
    const isLast = index === shareholders.length - 1;
    const before = [...paidTo.values()];
    parts.push(part);
    // Cents are rounded on what is paid so far: nobody without shares receives one, nobody gives one back.
    const upTo = isLast ? paid : roundedToCents(times(paid, sumOfParts(parts)));
    const line = calculation.monthly(
      `${id}.dividends.to.${party}`,
      `Dividendes versés : ${label}`,
      before.length === 0 ? plus(upTo) : minus(upTo, sumOfTerms(before)),
      about,
    );
    ledger.transfer(id, party, 'dividend', line);
    paidTo.set(party, line);
  });
  // What is paid comes from the report à nouveau: it passes through the reserves, as every distribution does here.
  ledger.accrue(id, 'earnings-distributed', paid);
  const decided = calculation.yearly(
    `${id}.dividends.decided`,
    'Dividendes versés en juin suivant',
    sumOfYear(paid, 1),
    about,
  );
  const distributable = calculation.later(
    `${id}.distributable`,
    'Distribuable sur l’exercice, report à nouveau compris',
    'money',
    'yearly',
    about,
  );
  return {
    paid,
    paidTo,
    distributable,
    allocation: {
      allocate: ({ result, closing }) => {
        const legalReserve = closing('legalReserve');
        const carried = closing('retainedEarnings');
        const allocation = profitAllocation(calculation, `${id}.allocation`, {
          form,
          profit: result,
          priorLosses: priorLosses(carried),
          capital: closing('capital'),
          reserves: plus(legalReserve, closing('reserves')),
          legalReserve,
          wishedDistribution: NO_MONEY,
          party: id,
        });
        const earlier = calculation.yearly(
          `${id}.distributable-earlier`,
          'Report à nouveau des exercices antérieurs, perte de l’exercice déduite',
          max(NO_MONEY, plus(carried, min(result, NO_MONEY))),
          about,
        );
        calculation.define(distributable, plus(allocation.distributableMax, earlier));
        const shown = (name: string, article: string, line: YearlyMoney) => ({
          id: name,
          label: line.label,
          article,
          line,
        });
        return {
          ...(allocation.legalReserve !== undefined && { legalReserve: allocation.legalReserve }),
          reserves: allocation.otherReserve,
          retained: [allocation.priorLosses, allocation.carriedForward],
          shown: [
            ...allocation.lines.filter((line) => line.id !== 'distribution'),
            shown('distributable', 'C. com. art. L232-11 ; arrêté du 3 août 2015', distributable),
            shown('dividends', 'Décision de l’assemblée, trésorerie et clause de la banque', decided),
          ],
        };
      },
    },
    define: (books, lockUp) => {
      const wanted = calculation.yearly(
        `${id}.dividends.wanted`,
        'Dividendes voulus sur l’exercice',
        roundedToCents(times(distributable, distributionShare)),
        about,
      );
      const allowed =
        lockUp === undefined
          ? wanted
          : calculation.yearly(
              `${id}.dividends.allowed`,
              'Dividendes que la banque laisse verser',
              choose(isLess(lockUp.cover, lockUp.threshold), NO_MONEY, wanted),
              about,
            );
      calculation.define(
        paid,
        choose(
          isEqual(CALENDAR_MONTH, constant(ASSEMBLY_MONTH, 'count')),
          max(NO_MONEY, min(inYearOf(allowed, -1), minus(previous(books.cash), minimumCash))),
          NO_MONEY,
        ),
      );
    },
  };
}
