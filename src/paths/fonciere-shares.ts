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
  postedIn,
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
import type { MonthlyMoney } from './company.ts';
import { FONCIERE, type Member } from './fonciere-members.ts';
import type { PathSetting } from './setting.ts';

type YearlyMoney = Line<'money', 'yearly', 'defined'>;
type OnceMoney = Line<'money', 'once', 'defined'>;

/** Associates decide on the accounts closed within six months. */
const ASSEMBLY_MONTH = 6;
const NO_SHARE = constant(0, 'ratio');
const ONE_YEAR = constant(1, 'years');
const TWELVE_MONTHS = constant(12, 'months');
/** Months within which statutes pay shares back after the demand. */
const LONGEST_WAIT = 12 * Number(REDEMPTION_YEARS.value);

/** What a college receives of the vehicle, and the nominal that it still holds. */
export interface MemberFlows extends Member {
  readonly nominal: MonthlyMoney;
  readonly interest: MonthlyMoney;
  /** Paid for shares redeemed: nominal less losses. */
  readonly redeemed: MonthlyMoney;
}

export interface Shares {
  readonly members: readonly MemberFlows[];
  readonly redemption: Redemption | undefined;
  /** What local authorities hold of the capital at each close: it grows as others are paid back. */
  readonly publicShare: Line<'ratio', 'yearly', 'undefinable'>;
  /** Interest decided on each year: given by the allocation, within what is wished. */
  readonly defineInterest: (distributed: YearlyMoney) => void;
  /** Gives their formulas to what depends on cash and on the accounts. */
  readonly define: (books: Books, reserved: Line<'money', 'yearly', 'defined'>) => void;
  /** Interest wished on each year, in the limit of cash: what the allocation cuts down to the law. */
  readonly wished: YearlyMoney;
}

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
  /** Highest capital reached and a quarter of it. */
  readonly floor: MonthlyMoney;
}

/**
 * Interest on the parts sociales, paid in June on the accounts closed, and the shares that citizens ask back: at
 * nominal less their part of the losses (loi 47-1775 art. 18), within cash above what is kept, never below a quarter of
 * the highest capital (art. 13) nor below twice what local authorities hold (art. 19 septies), the oldest demands first.
 */
export function writeShares(
  setting: PathSetting,
  path: FoncierePath,
  place: string,
  members: readonly Member[],
): Shares {
  const { calculation, ledger, assume } = setting;
  const about = { party: FONCIERE };
  const monthly = (id: string, label: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`fonciere.${id}`, label, formula, about);
  const wished = calculation.later(
    'fonciere.share-interest.wished',
    'Intérêts aux parts visés, dans la limite de la trésorerie',
    'money',
    'yearly',
    about,
  );
  const decided = calculation.later(
    'fonciere.share-interest.decided',
    'Intérêts aux parts décidés sur l’exercice',
    'money',
    'yearly',
    about,
  );
  const citizens = members.filter(({ category }) => category === 'citizens');
  const redeems = path.vehicle.form === 'SCIC' && citizens.length > 0;
  const redeemedNominal = redeems
    ? calculation.later(
        'fonciere.redemption.nominal',
        'Parts sociales remboursées, en nominal',
        'money',
        'monthly',
        about,
      )
    : undefined;
  const redeemedPaid = redeems
    ? calculation.later('fonciere.redemption.paid', 'Parts sociales remboursées', 'money', 'monthly', about)
    : undefined;
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
  const shared = (whole: MonthlyMoney | undefined, name: string, label: string) => {
    const lines = new Map<string, MonthlyMoney>();
    if (whole === undefined) return lines;
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
  const nominalOf = shared(redeemedNominal, 'redeemed-nominal', 'Parts remboursées, en nominal');
  const paidOf = shared(redeemedPaid, 'redeemed', 'Parts remboursées');

  const held = members.map((member, index) => {
    const line = calculation.later(
      `fonciere.members.${index + 1}.nominal`,
      `Parts sociales détenues : ${member.label}`,
      'money',
      'monthly',
      about,
    );
    const redeemed = nominalOf.get(member.id);
    calculation.define(
      line,
      redeemed === undefined
        ? plus(previous(line), member.subscribed)
        : minus(plus(previous(line), member.subscribed), redeemed),
    );
    return line;
  });
  const capital = monthly('capital', 'Capital détenu par tous les collèges', sumOfTerms(held));
  const ofAuthorities = monthly(
    'capital-of-authorities',
    'Parts sociales des collectivités',
    sumOfTerms([NO_MONEY, ...held.filter((_, index) => members[index]?.isAuthority)]),
  );
  const publicShare = calculation.yearly(
    'fonciere.public-share',
    'Part des collectivités dans le capital, à la clôture',
    dividedBy(endOfYear(ofAuthorities), endOfYear(capital)),
    about,
  );
  const interests: YearlyMoney[] = [];
  const flows = members.map((member, index): MemberFlows => {
    const isLast = index === members.length - 1;
    const nominal = held[index] as MonthlyMoney;
    // Half-cents all rounded up would leave the last holder owing a cent: none takes more than is left.
    const left = minus(decided, sumOfTerms([NO_MONEY, ...interests]));
    const share = definedOr(dividedBy(endOfYear(nominal), endOfYear(capital)), NO_SHARE);
    const ofYear = calculation.yearly(
      `fonciere.members.${index + 1}.interest-of-year`,
      `Intérêts aux parts sur l’exercice : ${member.label}`,
      isLast ? left : min(left, roundedToCents(times(decided, share))),
      about,
    );
    interests.push(ofYear);
    const interest = monthly(
      `members.${index + 1}.interest`,
      `Intérêts aux parts versés : ${member.label}`,
      postedIn(ofYear, ASSEMBLY_MONTH, -1),
    );
    ledger.transfer(FONCIERE, member.party, 'dividend', interest);
    const redeemed = paidOf.get(member.id) ?? calculation.nothing();
    if (paidOf.has(member.id)) ledger.transfer(FONCIERE, member.party, 'share-redemption', redeemed);
    return { ...member, nominal, interest, redeemed };
  });
  const interestPaid = monthly(
    'share-interest.paid',
    'Intérêts aux parts versés',
    sumOfTerms(flows.map(({ interest }) => interest)),
  );

  let redemption: Redemption | undefined;
  if (redeemedNominal !== undefined && redeemedPaid !== undefined) {
    const worth = calculation.later(
      'fonciere.share-worth',
      'Valeur de remboursement d’un euro de nominal',
      'ratio',
      'yearly',
      about,
    );
    const isJune = isEqual(CALENDAR_MONTH, constant(ASSEMBLY_MONTH, 'count'));
    const starts = times(
      over(assume(`${place}.vehicle.redemptionFromYear`, 'years'), ONE_YEAR),
      TWELVE_MONTHS,
    );
    const ofYear = calculation.once(
      'fonciere.redemption.of-year',
      'Parts dont le remboursement est demandé chaque année, en nominal',
      roundedToCents(times(subscribedByCitizens, assume(`${place}.vehicle.redemptionShareYear`, 'ratio'))),
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
            max(NO_MONEY, min(ofYear, minus(subscribedByCitizens, previous(askedToDate)))),
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
    calculation.define(redeemedToDate, plus(previous(redeemedToDate), redeemedNominal));
    const highest = calculation.later(
      'fonciere.highest-capital',
      'Plus haut capital atteint',
      'money',
      'monthly',
      about,
    );
    calculation.define(highest, max(previous(highest), capital));
    redemption = {
      asked: monthly(
        'redemption.asked',
        'Parts demandées en remboursement dans le mois',
        minus(askedToDate, previous(askedToDate)),
      ),
      nominal: redeemedNominal,
      paid: redeemedPaid,
      loss: monthly(
        'redemption.loss',
        'Pertes supportées par les porteurs remboursés',
        minus(redeemedNominal, redeemedPaid),
      ),
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
  }

  return {
    members: flows,
    redemption,
    publicShare,
    wished,
    defineInterest: (distributed) => calculation.define(decided, plus(distributed)),
    define: (books, reserved) => {
      const minimumCash = assume(`${place}.vehicle.minimumCash`, 'money');
      calculation.define(
        wished,
        max(
          NO_MONEY,
          min(
            roundedToCents(
              times(
                endOfYear(capital),
                times(assume(`${place}.vehicle.shareInterestRate`, 'ratio/years'), ONE_YEAR),
              ),
            ),
            minus(endOfYear(books.cash), plus(minimumCash, reserved)),
          ),
        ),
      );
      if (redemption === undefined) return;
      const { worth, floor, nominal, paid } = redemption;
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
      const askedToDate = calculation.line('fonciere.redemption.asked-to-date') as MonthlyMoney;
      const toDate = calculation.line('fonciere.redemption.to-date') as MonthlyMoney;
      calculation.define(
        nominal,
        max(
          NO_MONEY,
          min(
            minus(askedToDate, previous(toDate)),
            minus(previous(capital), previous(floor)),
            roundedToCents(definedOr(dividedBy(available, value), NO_MONEY)),
          ),
        ),
      );
      calculation.define(paid, min(available, roundedToCents(times(nominal, value))));
    },
  };
}
