import {
  constant,
  inYearOf,
  max,
  min,
  minus,
  NO_MONEY,
  over,
  plus,
  roundedToCents,
  sumOfTerms,
  sumOver,
  times,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { proportionalRate } from '../formula/rates.ts';
import { worthOfLevelPayments } from '../instruments/annuity.ts';
import type { MonthlyMoney } from './company.ts';
import type { ExitParts } from './exit-parts.ts';
import { VEHICLE } from './sci-capital.ts';
import type { PathSetting } from './setting.ts';

type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;

/**
 * The new loan of the SCI: what it lacks, within what the value of the building and the net rents of the next twelve
 * months allow beside the first loan.
 */
export function refinancingAmount(
  setting: PathSetting,
  { path, place, plan, lease, holding, costs, valuation }: ExitParts,
  exit: {
    readonly support: MonthlyMoney;
    readonly inExitMonth: (amount: Monthly) => Monthly;
    readonly rate: Formula<'ratio/years', 'once', 'defined'>;
    readonly payments: Formula<'count', 'once', 'defined'>;
  },
): Monthly {
  if (path.exit.refinancingMaximumLoanToValue === null) return NO_MONEY;
  const { calculation, ledger, assume } = setting;
  const about = { party: VEHICLE };
  const { support, inExitMonth, rate, payments } = exit;
  const ofNextYear = (line: MonthlyMoney) => sumOver(line, 1, 12);
  const netRents = calculation.monthly(
    'sci.exit.net-rents',
    'Loyers nets des douze mois suivant la sortie',
    inExitMonth(
      minus(
        plus(ofNextYear(lease.rentDue), ofNextYear(lease.recharged)),
        plus(
          ofNextYear(holding.charges),
          ofNextYear(holding.taxeFonciere),
          ...(holding.canon === undefined ? [] : [ofNextYear(holding.canon)]),
          ofNextYear(costs.fees),
          ofNextYear(costs.vatBorne),
          inYearOf(costs.repairsEndowment, 1),
        ),
      ),
    ),
    about,
  );
  const annuityRoom = calculation.monthly(
    'sci.exit.annuity-room',
    'Annuité que les loyers nets peuvent encore payer',
    inExitMonth(
      max(
        NO_MONEY,
        minus(
          over(
            netRents,
            max(assume(`${place}.exit.refinancingMinimumCover`, 'ratio'), constant('0.01', 'ratio')),
          ),
          ofNextYear(plan.loan.payment),
        ),
      ),
    ),
    about,
  );
  const byCover = worthOfLevelPayments(
    over(annuityRoom, constant(12, 'ratio')),
    proportionalRate(rate, 12),
    over(payments, constant(1, 'count')),
  );
  const byValue = max(
    NO_MONEY,
    minus(
      times(valuation.value, assume(`${place}.exit.refinancingMaximumLoanToValue`, 'ratio')),
      // All that the company still owes once the investor is paid.
      sumOfTerms(
        ledger.debts
          .filter(({ borrower, id }) => borrower === VEHICLE && id !== 'sci.refinancing')
          .map(({ closing }) => closing),
      ),
    ),
  );
  return inExitMonth(roundedToCents(min(support, byValue, byCover)));
}
