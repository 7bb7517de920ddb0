import type { FoncierePath } from '../dossier/dossier.ts';
import {
  constant,
  definedOr,
  dividedBy,
  endOfYear,
  max,
  min,
  minus,
  NO_MONEY,
  plus,
  postedIn,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Books } from '../ledger/books.ts';
import { ASSEMBLY_MONTH } from '../ledger/profit-entries.ts';
import type { MonthlyMoney } from './company.ts';
import { FONCIERE, type Member } from './fonciere-members.ts';
import { openRedemption, type Redemption, writeRedemption } from './fonciere-redemption.ts';
import type { PathSetting } from './setting.ts';

type YearlyMoney = Line<'money', 'yearly', 'defined'>;

const NO_SHARE = constant(0, 'ratio');
const ONE_YEAR = constant(1, 'years');

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
  const open = openRedemption(setting, path, members);

  const held = members.map((member, index) => {
    const line = calculation.later(
      `fonciere.members.${index + 1}.nominal`,
      `Parts sociales détenues : ${member.label}`,
      'money',
      'monthly',
      about,
    );
    const redeemed = open?.nominalOf.get(member.id);
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
    const redeemed = open?.paidOf.get(member.id) ?? calculation.nothing();
    if (open?.paidOf.has(member.id)) ledger.transfer(FONCIERE, member.party, 'share-redemption', redeemed);
    return { ...member, nominal, interest, redeemed };
  });
  const interestPaid = monthly(
    'share-interest.paid',
    'Intérêts aux parts versés',
    sumOfTerms(flows.map(({ interest }) => interest)),
  );

  const written = open && writeRedemption(setting, place, open, { capital, ofAuthorities });

  return {
    members: flows,
    redemption: written?.redemption,
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
      written?.define(books, reserved, interestPaid);
    },
  };
}
