import {
  choose,
  constant,
  isAtLeast,
  max,
  minus,
  NO_MONEY,
  roundedToCents,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { PARI_PASSU } from '../law/aid-ceiling-figures.ts';
import { flatRateLoan } from '../law/de-minimis.ts';
import { lawAssumption } from '../law/figure.ts';
import { referenceRate } from '../law/state-aid.ts';
import { type AidDiscount, softLoanOnSchedule, writeAidDiscount } from '../law/state-aid-schedule.ts';
import type { Support, SupportNames } from './aid-support.ts';
import type { PathSetting } from './setting.ts';
import { PRIVATE_SHARE_OF_ROUNDS } from './share-holders.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;
type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

/** Nothing when private investors bring enough of the round on the same terms, else the price. */
function unlessPariPassu(setting: PathSetting, id: string, label: string, priced: OnceMoney): OnceMoney {
  const { calculation, assume } = setting;
  // A group whose rounds are in the dossier knows who brings what; elsewhere it is typed.
  const known = calculation.lines.get(PRIVATE_SHARE_OF_ROUNDS) as
    | Line<'ratio', 'once', 'defined'>
    | undefined;
  return calculation.once(
    `aid.${id}.aid`,
    `${label} : aide, hors pari passu`,
    choose(
      isAtLeast(
        known ?? assume('stateAid.privateShareOfRound', 'ratio'),
        lawAssumption(calculation, PARI_PASSU),
      ),
      NO_MONEY,
      priced,
    ),
  );
}

/** Money lent by a public party, priced against the reference rate on its own schedule. */
export function loanSupport(
  setting: PathSetting,
  discount: AidDiscount,
  names: SupportNames,
  loan: {
    readonly amount: OnceMoney;
    readonly balance: MonthlyMoney;
    readonly annualRate: Formula<'ratio/years', 'once', 'defined'>;
    /** Of the contract, whole years begun; undefined when an exit may shorten it. */
    readonly years: number | undefined;
    /** The lender says that it lends on market terms: no aid pari passu. */
    readonly onMarketTerms: boolean;
  },
): Support {
  const { calculation } = setting;
  const { rating, security } = setting.dossier.values.stateAid;
  const priced = softLoanOnSchedule(calculation, `aid.${names.id}`, names.label, {
    balance: loan.balance,
    annualRate: loan.annualRate,
    referenceRate: referenceRate(calculation, rating, security),
    discount,
  });
  return {
    ...names,
    kind: 'soft-loan',
    nominal: loan.amount,
    // Low securities cover less than half of the loan: the flat rate asks for half.
    ...(loan.years === undefined || security === 'low'
      ? {}
      : {
          flatRate: flatRateLoan(calculation, `aid.${names.id}.flat-rate`, {
            amount: loan.amount,
            years: constant(loan.years, 'years'),
          }),
        }),
    grantEquivalent: loan.onMarketTerms ? unlessPariPassu(setting, names.id, names.label, priced) : priced,
    method: 'écart au taux de référence, échéancier réel',
    isEstimated: true,
    needsPariPassu: loan.onMarketTerms,
  };
}

/**
 * Public capital: no aid pari passu; else what is brought less the present value, at the reference rate, of what it gives
 * back. Without a planned return it counts for its amount.
 * @param flow received less paid by who brings it, when the deal says how it leaves
 */
export function capitalSupport(
  setting: PathSetting,
  names: SupportNames,
  amount: OnceMoney,
  flow: MonthlyMoney | undefined,
): Support {
  const priced = flow === undefined ? amount : forgoneReturn(setting, names, flow);
  return {
    ...names,
    kind: 'public-capital',
    nominal: amount,
    grantEquivalent: unlessPariPassu(setting, names.id, names.label, priced),
    method:
      flow === undefined
        ? 'montant, faute de retour prévu'
        : 'apport moins la valeur actuelle de ses retours',
    isEstimated: true,
    needsPariPassu: true,
  };
}

/** What capital costs its investor beyond what it gives back, both discounted at the reference rate of the grant. */
function forgoneReturn(setting: PathSetting, names: SupportNames, flow: MonthlyMoney): OnceMoney {
  const { calculation, assume } = setting;
  const { rating, security } = setting.dossier.values.stateAid;
  const id = `aid.${names.id}`;
  const { factor } = writeAidDiscount(
    calculation,
    id,
    assume('stateAid.grantDate', 'months'),
    referenceRate(calculation, rating, security),
  );
  const discounted = calculation.monthly(
    `${id}.discounted`,
    `${names.label} : versé moins reçu, actualisé`,
    times(minus(NO_MONEY, flow), factor),
  );
  return calculation.once(
    `${id}.forgone-return`,
    `${names.label} : apport moins la valeur actuelle de ses retours`,
    max(NO_MONEY, roundedToCents(total(discounted))),
  );
}
