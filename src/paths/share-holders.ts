import type { EsusHoldingPath } from '../dossier/dossier.ts';
import {
  choose,
  constant,
  definedOr,
  dividedBy,
  isAtLeast,
  isMore,
  MONTH,
  min,
  plus,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { QuasiEquity } from '../instruments/quasi-equity.ts';
import { labelOf, type MonthlyMoney } from './company.ts';
import type { PathSetting } from './setting.ts';

type Count = Formula<'count', 'once', 'defined'>;
type OnceCount = Line<'count', 'once', 'defined'>;
type OnceMoney = Line<'money', 'once', 'defined'>;

const NO_SHARE: Count = constant(0, 'count');
const NO_PART = constant(0, 'ratio');

/** Line of the share of the rounds that private parties bring, founders left out: what makes public money « pari passu ». */
export const PRIVATE_SHARE_OF_ROUNDS = 'group.private-share-of-rounds';

/** A bond of the issuer, which may become shares when investors leave. */
export interface ConvertibleBond extends QuasiEquity {
  readonly id: string;
  readonly label: string;
  /** Shares that it becomes; none when it is repaid. */
  readonly converted: QuasiEquity['converted'];
  readonly sharesOnConversion: OnceCount | undefined;
}

/** Who holds shares: what it paid in cash, what it has. */
export interface Holder {
  readonly party: string;
  readonly label: string;
  /** There before anybody entered: it does not leave with the investors. */
  readonly isFounder: boolean;
  /** After the last round, conversions left out. */
  readonly shares: OnceCount;
  /** Conversions of its bonds counted. */
  readonly dilutedShares: OnceCount;
  /** Paid in cash for shares, premium included. */
  readonly subscribed: MonthlyMoney;
  readonly subscribedInAll: OnceMoney;
  /** Part of what is distributed in a month. */
  readonly partOfMonth: Line<'ratio', 'monthly', 'defined'>;
}

/** The shares at one moment, for the table of rounds. */
export interface RoundOfShares {
  readonly id: string;
  readonly label: string;
  /** By holder, in the order of the holders. */
  readonly shares: readonly OnceCount[];
  readonly parts: readonly Line<'ratio', 'once', 'defined'>[];
  readonly total: OnceCount;
  /** What the company is worth before the new money, at the price of the round; undefined at the origin and at conversion. */
  readonly preMoney: OnceMoney | undefined;
  /** Cash of the round. */
  readonly raised: OnceMoney | undefined;
}

/** One lot of shares: who takes it, when, for how much. */
export interface Lot {
  readonly party: string;
  readonly round: number;
  readonly shares: OnceCount;
  readonly month: Formula<'months', 'once', 'defined'>;
  readonly cash: MonthlyMoney | undefined;
  readonly cashInAll: OnceMoney | undefined;
}

function sumOfShares(terms: readonly Count[]): Count {
  const [first, ...rest] = terms;
  return first === undefined ? NO_SHARE : plus(first, ...rest);
}

/** Who holds what, and its part of what is distributed each month. */
export function writeHolders(
  setting: PathSetting,
  path: EsusHoldingPath,
  issuer: string,
  lots: readonly Lot[],
  bonds: readonly ConvertibleBond[],
  exit: Formula<'months', 'once', 'defined'>,
): { readonly holders: readonly Holder[]; readonly diluted: OnceCount } {
  const { calculation } = setting;
  const about = { party: issuer };
  const founders = path.founders.map(({ from }) => from);
  const lenders = path.bonds.map(({ from }) => from);
  const { buyer } = path.exit;
  const parties = [...new Set([...founders, ...lots.map(({ party }) => party), ...lenders, buyer])];
  const conversionsOf = (party: string) =>
    bonds.flatMap(({ lender, sharesOnConversion }) =>
      lender !== party || sharesOnConversion === undefined ? [] : [sharesOnConversion],
    );
  const shares = parties.map((party) =>
    calculation.once(
      `${issuer}.shares.${party}`,
      `Actions : ${labelOf(setting, party)}`,
      sumOfShares(lots.filter((lot) => lot.party === party).map((lot) => lot.shares)),
      about,
    ),
  );
  const dilutedShares = parties.map((party, index) =>
    calculation.once(
      `${issuer}.diluted-shares.${party}`,
      `Actions, conversions comprises : ${labelOf(setting, party)}`,
      plus(shares[index] as OnceCount, ...conversionsOf(party)),
      about,
    ),
  );
  const diluted = calculation.once(
    `${issuer}.diluted-shares`,
    'Nombre d’actions, conversions comprises',
    sumOfShares(dilutedShares),
    about,
  );
  const hasLeft = isMore(MONTH, exit);
  const inMonth = parties.map((party) => {
    const present = lots
      .filter((lot) => lot.party === party)
      .map((lot) => choose(isAtLeast(MONTH, lot.month), lot.shares, NO_SHARE));
    const [first, ...rest] = present;
    return first === undefined ? NO_SHARE : plus(first, ...rest);
  });
  const totalInMonth = calculation.monthly(
    `${issuer}.shares-in-month`,
    'Nombre d’actions, ce mois',
    choose(hasLeft, diluted, plus(NO_SHARE, ...inMonth)),
    about,
  );
  const holders = parties.map((party, index): Holder => {
    const isFounder = founders.includes(party);
    const bought = parties
      .map((other, position) => ({ other, count: dilutedShares[position] as OnceCount }))
      .filter(({ other }) => party === buyer && !founders.includes(other) && other !== buyer)
      .map(({ count }) => count);
    const after =
      isFounder || party === buyer ? sumOfShares([dilutedShares[index] as OnceCount, ...bought]) : NO_SHARE;
    const own = lots.filter((lot) => lot.party === party);
    const cash = own.flatMap((lot) => lot.cash ?? []);
    const name = labelOf(setting, party);
    return {
      party,
      label: name,
      isFounder,
      shares: shares[index] as OnceCount,
      dilutedShares: dilutedShares[index] as OnceCount,
      subscribed: calculation.monthly(
        `${issuer}.subscribed.${party}`,
        `Actions souscrites en numéraire : ${name}`,
        sumOfTerms(cash),
        about,
      ),
      subscribedInAll: calculation.once(
        `${issuer}.subscribed-in-all.${party}`,
        `Actions souscrites en numéraire, en tout : ${name}`,
        sumOfTerms(own.flatMap((lot) => lot.cashInAll ?? [])),
        about,
      ),
      partOfMonth: calculation.monthly(
        `${issuer}.part.${party}`,
        `Part des actions, ce mois : ${name}`,
        definedOr(
          dividedBy(
            choose(hasLeft, after, inMonth[index] as Formula<'count', 'monthly' | 'once', 'defined'>),
            totalInMonth,
          ),
          NO_PART,
        ),
        about,
      ),
    };
  });
  writePrivateShare(setting, lots, founders);
  return { holders, diluted };
}

/**
 * Of the cash of a round in which public money enters, what private parties who were not there before bring on the same
 * terms; the lowest where there are several such rounds, since each is an operation of its own (communication
 * 2016/C 262/01).
 */
function writePrivateShare(
  { calculation, ledger }: PathSetting,
  lots: readonly Lot[],
  founders: readonly string[],
): void {
  const isPrivate = (party: string) => (ledger.parties.get(party)?.side ?? 'private') === 'private';
  const rounds = new Set(
    lots.filter(({ round, party }) => round > 0 && !isPrivate(party)).map(({ round }) => round),
  );
  const shares = [...rounds].map((asked) => {
    const cashOf = (kept: (party: string) => boolean) =>
      sumOfTerms(
        lots
          .filter(({ round, party }) => round === asked && kept(party))
          .flatMap((lot) => lot.cashInAll ?? []),
      );
    return definedOr(
      dividedBy(
        cashOf((party) => isPrivate(party) && !founders.includes(party)),
        cashOf(() => true),
      ),
      NO_PART,
    );
  });
  const [first, ...others] = shares;
  calculation.once(
    PRIVATE_SHARE_OF_ROUNDS,
    'Part privée du tour où entre de l’argent public (la plus basse), associés d’origine exclus',
    first === undefined ? plus(NO_PART) : min(first, ...others),
  );
}

/** The shares of each after the origin, after each round, and once bonds are converted. */
export function writeRounds(
  setting: PathSetting,
  path: EsusHoldingPath,
  place: string,
  issuer: string,
  lots: readonly Lot[],
  { holders, diluted }: { readonly holders: readonly Holder[]; readonly diluted: OnceCount },
): readonly RoundOfShares[] {
  const { calculation, assume } = setting;
  const about = { party: issuer };
  const stage = (
    id: string,
    label: string,
    shares: readonly OnceCount[],
    money: Pick<RoundOfShares, 'preMoney' | 'raised'>,
    known?: OnceCount,
  ): RoundOfShares => {
    const total =
      known ??
      calculation.once(`${issuer}.${id}.total`, `Nombre d’actions : ${label}`, sumOfShares(shares), about);
    return {
      id,
      label,
      shares,
      total,
      ...money,
      parts: holders.map((holder, index) =>
        calculation.once(
          `${issuer}.${id}.share.${holder.party}`,
          `Part du capital, ${label} : ${holder.label}`,
          definedOr(dividedBy(shares[index] as OnceCount, total), NO_PART),
          about,
        ),
      ),
    };
  };
  const upTo = (round: number, id: string, label: string): readonly OnceCount[] =>
    holders.map((holder) =>
      calculation.once(
        `${issuer}.${id}.shares.${holder.party}`,
        `Actions, ${label} : ${holder.label}`,
        sumOfShares(
          lots.filter((lot) => lot.party === holder.party && lot.round <= round).map((lot) => lot.shares),
        ),
        about,
      ),
    );
  const none = { preMoney: undefined, raised: undefined };
  const stages: RoundOfShares[] = [stage('origin', 'à l’origine', upTo(0, 'origin', 'à l’origine'), none)];
  path.rounds.forEach((round, index) => {
    const id = `after-round-${index + 1}`;
    const label = `après « ${round.label} »`;
    const before = stages.at(-1) as RoundOfShares;
    stages.push(
      stage(id, label, upTo(index + 1, id, label), {
        preMoney: calculation.once(
          `${issuer}.${id}.pre-money`,
          `Valeur avant l’argent du tour « ${round.label} »`,
          roundedToCents(times(assume(`${place}.rounds[${index}].sharePrice`, 'money/count'), before.total)),
          about,
        ),
        raised: calculation.once(
          `${issuer}.${id}.raised`,
          `Argent du tour « ${round.label} »`,
          sumOfTerms(lots.filter((lot) => lot.round === index + 1).flatMap((lot) => lot.cashInAll ?? [])),
          about,
        ),
      }),
    );
  });
  if (path.bonds.some(({ conversion }) => conversion === 'at-exit')) {
    stages.push(
      stage(
        'converted',
        'obligations converties',
        holders.map(({ dilutedShares }) => dilutedShares),
        none,
        diluted,
      ),
    );
  }
  return stages;
}
