import type { SciPath } from '../dossier/dossier.ts';
import {
  choose,
  isEqual,
  MONTH,
  max,
  minus,
  NO_MONEY,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';
import type { FundingContext } from '../instruments/instrument.ts';
import { postQuasiEquity, type QuasiEquity } from '../instruments/quasi-equity.ts';
import { QUASI_EQUITY_CONDITIONS } from '../instruments/quasi-equity-conditions.ts';
import type { MonthlyMoney } from './company.ts';
import type { Source } from './funding-plan-rows.ts';
import { OPERATOR } from './operating-company.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';

/** The party of the property company. */
export const VEHICLE = 'sci';

/** Capital and quasi-equity of the property company, as sources of its plan. */
export interface SciCapital {
  readonly sources: readonly Source[];
  readonly operatorCapital: MonthlyMoney;
  readonly investorCapital: MonthlyMoney;
  readonly investorCapitalAmount: Line<'money', 'once', 'defined'>;
  /** What the investor lends beside its capital. */
  readonly quasiEquity: readonly (QuasiEquity & { readonly id: string; readonly label: string })[];
  readonly operatorShare: Formula<'ratio', 'once', 'defined'>;
}

/**
 * The capital of the SCI, paid at signature, and the investor's ticket: its share of the capital, and the rest as
 * quasi-equity. A ticket of 17.5 % of the cost is therefore not 17.5 % of the capital.
 */
export function writeSciCapital(
  setting: PathSetting,
  path: SciPath,
  place: string,
  context: Omit<FundingContext, 'id' | 'assume'>,
): SciCapital {
  const { calculation, ledger, assume } = setting;
  const about = { party: VEHICLE };
  const investor = path.ticket.from;
  const capital = assume(`${place}.vehicle.capital`, 'money');
  const operatorShare = assume(`${place}.vehicle.operatorShare`, 'ratio');
  const operatorAmount = calculation.once(
    'sci.capital.operator',
    'Capital apporté par l’exploitant',
    roundedToCents(times(capital, operatorShare)),
    about,
  );
  const investorAmount = calculation.once(
    'sci.capital.investor',
    'Capital apporté par l’investisseur',
    minus(capital, operatorAmount),
    about,
  );
  const atSignature = (id: string, label: string, amount: Line<'money', 'once', 'defined'>) =>
    calculation.monthly(id, label, choose(isEqual(MONTH, SIGNATURE), amount, NO_MONEY), about);
  const operatorCapital = atSignature(
    'sci.capital.operator-paid',
    'Capital de la SCI, part de l’exploitant',
    operatorAmount,
  );
  const investorCapital = atSignature(
    'sci.capital.investor-paid',
    'Capital de la SCI, part de l’investisseur',
    investorAmount,
  );
  ledger.transfer(OPERATOR, VEHICLE, 'capital-subscription', operatorCapital);
  ledger.transfer(investor, VEHICLE, 'own-funds', investorCapital);

  const rest = calculation.once(
    'sci.ticket.rest',
    'Ticket restant après la part de capital',
    max(NO_MONEY, minus(assume(`${place}.ticket.amount`, 'money'), investorAmount)),
    about,
  );
  const parts: Line<'money', 'once', 'defined'>[] = [];
  const quasiEquity = path.ticket.instruments.map((terms, index) => {
    const { label } = QUASI_EQUITY_CONDITIONS[terms.kind];
    const termsPlace = `${place}.ticket.instruments[${index}]`;
    const isLast = index === path.ticket.instruments.length - 1;
    const id = `ticket-${index + 1}`;
    const amount = calculation.once(
      `sci.ticket.part-${index + 1}`,
      `${label} de l’investisseur`,
      isLast
        ? minus(rest, sumOfTerms(parts))
        : roundedToCents(times(rest, assume(`${termsPlace}.share`, 'ratio'))),
      about,
    );
    parts.push(amount);
    const posted = postQuasiEquity(
      {
        ...context,
        id: `sci.source.${id}`,
        assume: <U extends Unit>(field: string, unit: U) => assume(`${termsPlace}.${field}`, unit),
      },
      { ...terms, label },
      { amount, lender: investor, callMonth: assume(`${place}.ticket.callMonth`, 'months') },
    );
    return { id, label: `${label} (investisseur)`, ...posted };
  });
  const capitalSource = (
    id: string,
    label: string,
    contributor: string,
    received: MonthlyMoney,
    total: Line<'money', 'once', 'defined'>,
  ): Source => ({ id, label, category: 'own-funds', contributor, received, total });
  return {
    sources: [
      capitalSource('capital-operator', 'Capital : exploitant', OPERATOR, operatorCapital, operatorAmount),
      capitalSource('capital-investor', 'Capital : investisseur', investor, investorCapital, investorAmount),
      ...quasiEquity,
    ],
    operatorCapital,
    investorCapital,
    investorCapitalAmount: investorAmount,
    quasiEquity,
    operatorShare,
  };
}
