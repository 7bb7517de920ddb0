import {
  choose,
  constant,
  isAtMost,
  isMore,
  MONTH,
  min,
  NO_MONEY,
  over,
  plus,
  roundedToCents,
  times,
} from '../formula/build.ts';
import { overOneYear } from '../formula/rates.ts';
import { field, hypothesis } from '../input/description.ts';
import { kebabId, rate, truth, wholeNumber } from '../input/fields.ts';
import { natureOf } from '../ledger/natures.ts';
import { instrument, type LoanToSubsidise } from './instrument.ts';

const NO_COUNT = constant(0, 'count');
const TWELVE = constant(12, 'ratio');

/**
 * Interest subsidy (« bonification d'intérêts », CGCT L. 1511-2): at each payment of the balancing loan, somebody else
 * pays points of its yearly rate on what is owed, never more than the interest really paid.
 *
 * It is no source of the plan, which ends at entry into service: it is financial income (PCG 768) of the years that
 * bear the interest, so that EBE and turnover are left as they are. What is paid of the interest of the works is taken
 * off the cost of the building, where that interest is.
 */
export const INTEREST_SUBSIDY = instrument(
  'interest-subsidy',
  'Bonification d’intérêts',
  {
    from: field(kebabId(), {
      label: 'Financeur',
      help: 'Identifiant de la partie qui paie une part des intérêts du prêt.',
    }),
    points: field(rate(), {
      label: 'Points de taux pris en charge',
      help: 'Par an, sur le capital restant dû, dans la limite des intérêts payés.',
      unit: 'ratio/years',
    }),
    years: field(wholeNumber(1, 40), {
      label: 'Durée de la bonification',
      help: 'En années après la mise en service.',
      unit: 'years',
      fallback: hypothesis(5, 'cinq ans, durée fréquente des conventions'),
    }),
    duringWorks: field(truth(), {
      label: 'Pendant les travaux aussi',
      help: 'Les intérêts intercalaires sont bonifiés.',
      fallback: hypothesis(false, 'à partir de la mise en service'),
    }),
  },
  ({ calculation, ledger, borrower, id, assume, milestones, costNature }, terms) => {
    const about = { party: borrower };
    const monthly = (
      name: string,
      label: string,
      formula: Parameters<typeof calculation.monthly<'money', 'defined'>>[2],
    ) => calculation.monthly(`${id}.${name}`, label, formula, about);
    return {
      category: 'outside-plan',
      received: calculation.nothing(),
      total: calculation.once(
        `${id}.in-plan`,
        `${terms.label} : part du plan de financement`,
        NO_MONEY,
        about,
      ),
      onLoan: ({ loan, paymentsPerYear, interestLeft }: LoanToSubsidise) => {
        const ofYear = times(loan.opening, overOneYear(assume('points', 'ratio/years')));
        // Until the end of mobilisation interest is monthly, then it falls on the dates of payment.
        const due = monthly(
          'due',
          `${terms.label} : intérêts pris en charge`,
          min(
            interestLeft,
            roundedToCents(
              choose(
                isMore(loan.number, NO_COUNT),
                over(ofYear, constant(paymentsPerYear, 'ratio')),
                over(ofYear, TWELVE),
              ),
            ),
          ),
        );
        const end = plus(
          milestones.opening,
          times(over(assume('years', 'years'), constant(1, 'years')), constant(12, 'months')),
        );
        const isAfter = isMore(MONTH, milestones.opening);
        const afterOpening = monthly(
          'after-opening',
          terms.label,
          choose(isAfter, choose(isAtMost(MONTH, end), due, NO_MONEY), NO_MONEY),
        );
        ledger.transfer(terms.from, borrower, 'interest-subsidy', afterOpening);
        if (!terms.duringWorks) return { payer: terms.from, paid: afterOpening, afterOpening };
        const during = monthly(
          'during-works',
          `${terms.label}, pendant les travaux`,
          choose(isAfter, NO_MONEY, due),
        );
        const isInBuilding = natureOf(costNature ?? 'financing-costs-during-works').payer === 'building';
        ledger.transfer(
          terms.from,
          borrower,
          isInBuilding ? 'interest-subsidy-during-works' : 'interest-subsidy',
          during,
        );
        return {
          payer: terms.from,
          paid: monthly('paid', `${terms.label}, en tout`, plus(afterOpening, during)),
          afterOpening,
        };
      },
    };
  },
);
