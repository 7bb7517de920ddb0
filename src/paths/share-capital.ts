import type { EsusHoldingPath } from '../dossier/dossier.ts';
import {
  choose,
  isEqual,
  MONTH,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  roundedToCents,
  times,
  total,
} from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';
import type { FundingContext } from '../instruments/instrument.ts';
import { postQuasiEquity } from '../instruments/quasi-equity.ts';
import { labelOf, type MonthlyMoney } from './company.ts';
import type { Source } from './funding-plan-rows.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';
import {
  type ConvertibleBond,
  type Holder,
  type Lot,
  type RoundOfShares,
  writeHolders,
  writeRounds,
} from './share-holders.ts';

type OnceCount = Line<'count', 'once', 'defined'>;
type OnceMoney = Line<'money', 'once', 'defined'>;

export interface ShareCapital {
  readonly issuer: string;
  /** Cash subscriptions and bonds, as sources of the issuer's plan. */
  readonly sources: readonly Source[];
  readonly bonds: readonly ConvertibleBond[];
  readonly holders: readonly Holder[];
  readonly rounds: readonly RoundOfShares[];
  /** All shares, conversions counted. */
  readonly diluted: OnceCount;
}

/**
 * The capital of a company that opens it: shares of those who were there, rounds of shares at their price (nominal in
 * the capital, the rest an issue premium), convertible bonds. A number of shares is an amount over a price; votes are
 * typed and never deduced from it.
 * @param issuer party of the company
 * @param place of the path in the dossier
 * @param context of its bonds, the month in which investors leave included
 */
export function writeShareCapital(
  setting: PathSetting,
  path: EsusHoldingPath,
  place: string,
  issuer: string,
  context: Omit<FundingContext, 'id' | 'assume'> & { readonly exit: FundingContext['exit'] & object },
): ShareCapital {
  const { calculation, ledger, assume } = setting;
  const about = { party: issuer };
  const nominal = assume(`${place}.vehicle.nominal`, 'money/count');
  const sources: Source[] = [];
  const lots: Lot[] = [];

  path.founders.forEach(({ from, brought }, index) => {
    const field = `${place}.founders[${index}].amount`;
    const name = `${issuer}.founder-${index + 1}`;
    const label = labelOf(setting, from);
    const shares = calculation.once(
      `${name}.shares`,
      `${label} : actions d’origine`,
      over(assume(field, 'money'), nominal),
      about,
    );
    if (brought === 'existing') {
      lots.push({ party: from, round: 0, shares, month: SIGNATURE, cash: undefined, cashInAll: undefined });
      return;
    }
    const amount = calculation.once(
      `${name}.amount`,
      `${label} : apport`,
      plus(assume(field, 'money')),
      about,
    );
    const paid = calculation.monthly(
      `${name}.paid`,
      `${label} : ${brought === 'cash' ? 'apport en numéraire' : 'titres apportés'}`,
      choose(isEqual(MONTH, SIGNATURE), amount, NO_MONEY),
      about,
    );
    const isCash = brought === 'cash';
    if (isCash) {
      ledger.transfer(from, issuer, 'own-funds', paid);
      sources.push({
        id: `founder-${index + 1}`,
        label: `Capital : ${label}`,
        category: 'own-funds',
        contributor: from,
        received: paid,
        total: amount,
      });
    } else ledger.accrue(issuer, 'contribution-in-kind', paid);
    lots.push({
      party: from,
      round: 0,
      shares,
      month: SIGNATURE,
      cash: isCash ? paid : undefined,
      cashInAll: isCash ? amount : undefined,
    });
  });

  path.rounds.forEach(({ subscriptions, label: roundLabel }, roundIndex) => {
    const at = `${place}.rounds[${roundIndex}]`;
    const price = assume(`${at}.sharePrice`, 'money/count');
    const month = assume(`${at}.month`, 'months');
    subscriptions.forEach(({ from }, index) => {
      const name = `${issuer}.round-${roundIndex + 1}.${index + 1}`;
      const label = `${roundLabel} : ${labelOf(setting, from)}`;
      const typed = assume(`${at}.subscriptions[${index}].amount`, 'money');
      const amount = calculation.once(`${name}.amount`, label, plus(typed), about);
      const paid = calculation.monthly(
        `${name}.paid`,
        `${label}, versé`,
        choose(isEqual(MONTH, month), amount, NO_MONEY),
        about,
      );
      ledger.transfer(from, issuer, 'own-funds', paid);
      ledger.accrue(
        issuer,
        'issue-premium',
        calculation.monthly(
          `${name}.premium`,
          `${label}, prime d’émission`,
          roundedToCents(times(paid, minus(ONE_RATIO, over(nominal, price)))),
          about,
        ),
      );
      sources.push({
        id: `round-${roundIndex + 1}-${index + 1}`,
        label,
        category: 'own-funds',
        contributor: from,
        received: paid,
        total: amount,
      });
      lots.push({
        party: from,
        round: roundIndex + 1,
        shares: calculation.once(`${name}.shares`, `${label} : actions`, over(amount, price), about),
        month,
        cash: paid,
        cashInAll: amount,
      });
    });
  });

  const bonds = path.bonds.map((terms, index): ConvertibleBond => {
    const at = `${place}.bonds[${index}]`;
    const label = `${terms.label} : ${labelOf(setting, terms.from)}`;
    const id = `bond-${index + 1}`;
    const amount = calculation.once(
      `${issuer}.${id}.amount`,
      label,
      plus(assume(`${at}.amount`, 'money')),
      about,
    );
    const posted = postQuasiEquity(
      {
        ...context,
        id: `${issuer}.${id}`,
        assume: <U extends Unit>(field: string, unit: U) => assume(`${at}.${field}`, unit),
      },
      { ...terms, kind: 'convertible-bond', label },
      { amount, lender: terms.from, callMonth: assume(`${at}.callMonth`, 'months') },
    );
    sources.push({ id, label, ...posted, isOutsideCover: true });
    return {
      ...posted,
      id,
      label,
      sharesOnConversion:
        posted.converted === undefined
          ? undefined
          : calculation.once(
              `${issuer}.${id}.shares`,
              `${label} : actions reçues à la conversion`,
              over(
                sumOfConverted(setting, `${issuer}.${id}`, label, posted.converted),
                assume(`${at}.conversionPrice`, 'money/count'),
              ),
              about,
            ),
    };
  });

  const { holders, diluted } = writeHolders(setting, path, issuer, lots, bonds, context.exit);
  return {
    issuer,
    sources,
    bonds,
    holders,
    diluted,
    rounds: writeRounds(setting, path, place, issuer, lots, { holders, diluted }),
  };
}

function sumOfConverted(setting: PathSetting, id: string, label: string, converted: MonthlyMoney): OnceMoney {
  return setting.calculation.once(`${id}.converted-in-all`, `${label} : capital converti`, total(converted));
}
