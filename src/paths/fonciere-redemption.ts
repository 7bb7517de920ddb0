import type { FoncierePath } from '../dossier/dossier.ts';
import {
  CALENDAR_MONTH,
  choose,
  constant,
  definedOr,
  dividedBy,
  endOfYear,
  inYearOf,
  isAtLeast,
  isEqual,
  largest,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { CAPITAL_LEAST_SHARE, REDEMPTION_YEARS } from '../law/cooperative-figures.ts';
import { lawAssumption } from '../law/figure.ts';
import { SCIC_PUBLIC_CAPITAL } from '../law/local-authority-figures.ts';
import { type Books, balanceOf } from '../ledger/books.ts';
import { ASSEMBLY_MONTH } from '../ledger/profit-entries.ts';
import type { MonthlyMoney } from './company.ts';
import { FONCIERE, type Member } from './fonciere-members.ts';
import type { PathSetting } from './setting.ts';

type YearlyMoney = Line<'money', 'yearly', 'defined'>;
type OnceMoney = Line<'money', 'once', 'defined'>;

const NO_SHARE = constant(0, 'ratio');
const ONE_YEAR = constant(1, 'years');
const TWELVE_MONTHS = constant(12, 'months');
/** Months within which statutes pay shares back after the demand. */
const LONGEST_WAIT = 12 * Number(REDEMPTION_YEARS.value);

/** The shares that their holders ask to be paid back, and what becomes of their demands. */
export interface Redemption {
  readonly asked: MonthlyMoney;
  /** Nominal of the shares paid back in the month. */
  readonly nominal: MonthlyMoney;
  readonly paid: MonthlyMoney;
  /** Borne by the holders: nominal less what is paid. */
  readonly loss: MonthlyMoney;
  /** Asked and not paid back yet. */
  readonly waiting: MonthlyMoney;
  /** Asked more than five years ago and not paid back yet, at the worst. */
  readonly late: OnceMoney;
  /** What one euro of nominal is worth at the last closing: 1, or less with losses. */
  readonly worth: Line<'ratio', 'yearly', 'defined'>;
  /** What the capital may not fall below: a quarter of the highest reached, twice what local authorities hold. */
  readonly floor: MonthlyMoney;
}

/** Lines of the shares paid back, before what limits them is written. */
export interface OpenRedemption {
  readonly nominal: MonthlyMoney;
  readonly paid: MonthlyMoney;
  /** By the colleges that may ask. */
  readonly subscribed: OnceMoney;
  /** Of each college, by its id. */
  readonly nominalOf: ReadonlyMap<string, MonthlyMoney>;
  readonly paidOf: ReadonlyMap<string, MonthlyMoney>;
}

/** Opens the redemption of the shares of citizens' colleges. @returns undefined where nothing is paid back: SAS, no such college */
export function openRedemption(
  { calculation }: PathSetting,
  path: FoncierePath,
  members: readonly Member[],
): OpenRedemption | undefined {
  const about = { party: FONCIERE };
  const monthly = (id: string, label: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`fonciere.${id}`, label, formula, about);
  const citizens = members.filter(({ category }) => category === 'citizens');
  const redeems = path.vehicle.form === 'SCIC' && citizens.length > 0;
  if (!redeems) return undefined;
  const nominal = calculation.later(
    'fonciere.redemption.nominal',
    'Parts sociales remboursées, en nominal',
    'money',
    'monthly',
    about,
  );
  const paid = calculation.later(
    'fonciere.redemption.paid',
    'Parts sociales remboursées',
    'money',
    'monthly',
    about,
  );
  const subscribedByCitizens = calculation.once(
    'fonciere.redemption.subscribed',
    'Parts sociales des collèges citoyens',
    sumOfTerms([NO_MONEY, ...citizens.map(({ amount }) => amount)]),
    about,
  );

  const partOf = (
    whole: MonthlyMoney,
    member: Member,
    isLast: boolean,
    others: readonly MonthlyMoney[],
  ): Formula<'money', 'monthly' | 'once', 'defined'> => {
    const left = minus(whole, sumOfTerms([NO_MONEY, ...others]));
    const share = definedOr(dividedBy(member.amount, subscribedByCitizens), NO_SHARE);
    return isLast ? left : min(left, roundedToCents(times(whole, share)));
  };
  const shared = (whole: MonthlyMoney, name: string, label: string) => {
    const lines = new Map<string, MonthlyMoney>();
    citizens.forEach((member, index) => {
      const isLast = index === citizens.length - 1;
      lines.set(
        member.id,
        citizens.length === 1
          ? whole
          : monthly(
              `members.${members.indexOf(member) + 1}.${name}`,
              `${label} : ${member.label}`,
              partOf(whole, member, isLast, [...lines.values()]),
            ),
      );
    });
    return lines;
  };
  return {
    nominal,
    paid,
    subscribed: subscribedByCitizens,
    nominalOf: shared(nominal, 'redeemed-nominal', 'Parts remboursées, en nominal'),
    paidOf: shared(paid, 'redeemed', 'Parts remboursées'),
  };
}

/**
 * Writes what is asked back, what waits and what the law leaves to pay back.
 * @param capital all that is held, and what local authorities hold of it
 * @returns the lines, and what gives formulas to those that depend on cash and on the accounts
 */
export function writeRedemption(
  { calculation, ledger, assume }: PathSetting,
  place: string,
  { nominal, paid, subscribed }: OpenRedemption,
  { capital, ofAuthorities }: { readonly capital: MonthlyMoney; readonly ofAuthorities: MonthlyMoney },
): {
  readonly redemption: Redemption;
  readonly define: (books: Books, reserved: YearlyMoney, interestPaid: MonthlyMoney) => void;
} {
  const about = { party: FONCIERE };
  const monthly = (id: string, label: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`fonciere.${id}`, label, formula, about);
  const worth = calculation.later(
    'fonciere.share-worth',
    'Valeur de remboursement d’un euro de nominal',
    'ratio',
    'yearly',
    about,
  );
  const isJune = isEqual(CALENDAR_MONTH, constant(ASSEMBLY_MONTH, 'count'));
  const starts = times(over(assume(`${place}.vehicle.redemptionFromYear`, 'years'), ONE_YEAR), TWELVE_MONTHS);
  const ofYear = calculation.once(
    'fonciere.redemption.of-year',
    'Parts dont le remboursement est demandé chaque année, en nominal',
    roundedToCents(times(subscribed, assume(`${place}.vehicle.redemptionShareYear`, 'ratio'))),
    about,
  );
  const askedToDate = calculation.later(
    'fonciere.redemption.asked-to-date',
    'Parts demandées en remboursement à ce jour',
    'money',
    'monthly',
    about,
  );
  calculation.define(
    askedToDate,
    plus(
      previous(askedToDate),
      choose(
        isJune,
        choose(
          isAtLeast(MONTH, starts),
          max(NO_MONEY, min(ofYear, minus(subscribed, previous(askedToDate)))),
          NO_MONEY,
        ),
        NO_MONEY,
      ),
    ),
  );
  const redeemedToDate = calculation.later(
    'fonciere.redemption.to-date',
    'Parts remboursées à ce jour, en nominal',
    'money',
    'monthly',
    about,
  );
  calculation.define(redeemedToDate, plus(previous(redeemedToDate), nominal));
  const highest = calculation.later(
    'fonciere.highest-capital',
    'Plus haut capital atteint',
    'money',
    'monthly',
    about,
  );
  calculation.define(highest, max(previous(highest), capital));
  const redemption: Redemption = {
    asked: monthly(
      'redemption.asked',
      'Parts demandées en remboursement dans le mois',
      minus(askedToDate, previous(askedToDate)),
    ),
    nominal,
    paid,
    loss: monthly('redemption.loss', 'Pertes supportées par les porteurs remboursés', minus(nominal, paid)),
    waiting: monthly(
      'redemption.waiting',
      'Demandes de remboursement en attente',
      minus(askedToDate, redeemedToDate),
    ),
    late: calculation.once(
      'fonciere.redemption.late',
      'Demandes de plus de cinq ans non remboursées, au plus haut',
      largest(
        calculation.monthly(
          'fonciere.redemption.late-by-month',
          'Demandes de plus de cinq ans non remboursées',
          max(NO_MONEY, minus(previous(askedToDate, LONGEST_WAIT), redeemedToDate)),
          about,
        ),
      ),
      about,
    ),
    worth,
    floor: monthly(
      'capital-floor',
      'Plancher légal du capital : quart du plus haut atteint, double des parts des collectivités',
      max(
        times(highest, lawAssumption(calculation, CAPITAL_LEAST_SHARE)),
        over(ofAuthorities, lawAssumption(calculation, SCIC_PUBLIC_CAPITAL)),
      ),
    ),
  };
  ledger.accrue(FONCIERE, 'share-redemption-loss', redemption.loss);
  return {
    redemption,
    define: (books, reserved, interestPaid) => {
      const minimumCash = assume(`${place}.vehicle.minimumCash`, 'money');
      const equity = sumOfTerms(
        (['capital', 'legalReserve', 'reserves', 'retainedEarnings', 'result'] as const).flatMap((account) =>
          books.balances.has(account) ? [endOfYear(balanceOf(books, account) as MonthlyMoney)] : [],
        ),
      );
      calculation.define(
        worth,
        max(
          constant(0, 'ratio'),
          min(
            ONE_RATIO,
            definedOr(
              dividedBy(
                calculation.yearly(
                  'fonciere.equity-of-members',
                  'Capital, réserves et résultats à la clôture',
                  equity,
                  about,
                ),
                endOfYear(capital),
              ),
              ONE_RATIO,
            ),
          ),
        ),
      );
      const value = inYearOf(worth, -1);
      const available = monthly(
        'redemption.available',
        'Trésorerie disponible pour rembourser des parts',
        choose(
          isEqual(CALENDAR_MONTH, constant(ASSEMBLY_MONTH, 'count')),
          max(NO_MONEY, minus(previous(books.cash), plus(minimumCash, inYearOf(reserved, -1), interestPaid))),
          NO_MONEY,
        ),
      );
      calculation.define(
        nominal,
        max(
          NO_MONEY,
          min(
            minus(askedToDate, previous(redeemedToDate)),
            minus(previous(capital), previous(redemption.floor)),
            roundedToCents(definedOr(dividedBy(available, value), NO_MONEY)),
          ),
        ),
      );
      calculation.define(paid, min(available, roundedToCents(times(nominal, value))));
    },
  };
}
