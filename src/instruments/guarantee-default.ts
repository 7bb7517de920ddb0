import {
  at,
  choose,
  constant,
  isEqual,
  isMore,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  plus,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
  total,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { GuaranteeContext } from './guarantee-cost.ts';
import { type GuarantorInDefault, paysFinalLoss, paysInstalments } from './guarantor-calls.ts';
import type { Month, MonthlyMoney, OnceMoney } from './instrument.ts';
import type { LoanLines } from './loan-lines.ts';

/** A default tested, and who bears its loss. */
export interface GuaranteedDefault {
  /** Last month paid. */
  readonly month: OnceMonths;
  /** Month in which the security is sold. */
  readonly recoveryMonth: OnceMonths;
  /** Principal and interest run, on the day of default. */
  readonly exposure: OnceMoney;
  /** What the lender had still to receive: all instalments, or what is due at once when the loan is called in. */
  readonly loss: OnceMoney;
  /** Paid by the borrower through the sale of its security. */
  readonly recovered: OnceMoney;
  /** In the order of the guarantees. */
  readonly guarantors: readonly GuarantorInDefault[];
  /** Borne by the bank. */
  readonly bank: OnceMoney;
  /** Whether instalments go on falling due: some guarantor pays them one by one. */
  readonly keepsSchedule: boolean;
  /** Loss less what bank, guarantors and borrower bear: always zero. */
  readonly gap: OnceMoney;
}

type OnceMonths = Line<'months', 'once', 'defined'>;
type MoneyOnce = Formula<'money', 'once', 'defined'>;

export interface DefaultTerms {
  readonly loan: LoanLines;
  readonly month: Month;
  readonly recoveryMonths: Month;
  readonly recoveredShare: Formula<'ratio', 'once', 'defined'>;
}

/**
 * Writes a default: nothing is paid after its month; the security is sold some months later.
 *
 * `perte-finale`: the loan is called in; once the security is sold, the guarantor pays its share of what is left.
 * `echeances`: the loan keeps its schedule; the guarantor pays its share of each instalment, interest and principal,
 * when it falls due; the sale is shared with the bank in proportion of what each pays in all: it gives the guarantor
 * back what it has paid, then spares it the next calls. Both stay within the cap.
 */
export function guaranteedDefault(
  calculation: Calculation,
  id: string,
  terms: DefaultTerms,
  guarantees: readonly GuaranteeContext[],
): GuaranteedDefault {
  const { loan } = terms;
  const once = (name: string, label: string, formula: MoneyOnce) =>
    calculation.once(`${id}.${name}`, label, formula);
  const monthly = (
    name: string,
    label: string,
    formula: Formula<'money', 'monthly' | 'once', 'defined'>,
  ): MonthlyMoney => calculation.monthly(`${id}.${name}`, label, formula);

  const month = calculation.once(`${id}.month`, 'Dernier mois payé avant le défaut', terms.month);
  const recoveryMonth = calculation.once(
    `${id}.recovery-month`,
    'Mois de la vente des sûretés',
    plus(month, terms.recoveryMonths),
  );
  const isUnpaid = isMore(MONTH, month);
  const keepsSchedule = guarantees.some((guarantee) => guarantee.terms.mechanism === 'echeances');
  const run = loan.accrued === undefined ? NO_MONEY : at(loan.accrued, month);
  const exposure = once(
    'exposure',
    'Capital et intérêts courus au défaut',
    plus(at(loan.closing, month), run),
  );
  const unpaid = monthly('unpaid', 'Échéances impayées', choose(isUnpaid, loan.payment, NO_MONEY));
  const unpaidTotal = once('unpaid-total', 'Échéances impayées, en tout', total(unpaid));
  const claim = keepsSchedule ? unpaidTotal : exposure;
  const recovered = once(
    'recovered',
    'Recouvré sur les sûretés de l’emprunteur',
    min(claim, roundedToCents(times(exposure, terms.recoveredShare))),
  );
  const isRecovery = isEqual(MONTH, recoveryMonth);
  const guarantors = guarantees.map((guarantee) =>
    guarantee.terms.mechanism === 'echeances'
      ? paysInstalments(guarantee, { unpaid, unpaidTotal, recovered, recoveryMonth })
      : paysFinalLoss(guarantee, { exposure, recovered, recoveryMonth }),
  );

  // The account of the bank: what falls due, less what it is paid by the borrower's security and by guarantors.
  const falls = keepsSchedule ? unpaid : choose(isEqual(MONTH, month), exposure, NO_MONEY);
  const owed = calculation.later(`${id}.bank-owed`, 'Dû à la banque et non payé', 'money', 'monthly');
  calculation.define(
    owed,
    minus(
      plus(previous(owed), falls, ...guarantors.map(({ recoveries }) => recoveries)),
      plus(choose(isRecovery, recovered, NO_MONEY), ...guarantors.map(({ calls }) => calls)),
    ),
  );
  const last = constant(calculation.timeline.months - 1, 'months');
  const bank = once('bank', 'Perte de la banque', at(owed, last));
  // The same loss by another road: what is owed and the interest to come, or the principal still to be repaid.
  const loss = keepsSchedule
    ? once(
        'loss',
        'Créance perdue : capital au défaut et intérêts à échoir',
        plus(
          at(loan.closing, month),
          total(
            monthly(
              'interest-to-come',
              'Intérêts après le défaut',
              choose(isUnpaid, loan.interest, NO_MONEY),
            ),
          ),
        ),
      )
    : once(
        'loss',
        'Créance perdue : capital à rembourser et intérêts courus au défaut',
        plus(
          total(
            monthly(
              'principal-to-come',
              'Capital à rembourser après le défaut, intérêts à capitaliser déduits',
              choose(
                isUnpaid,
                calculation.isNothing(loan.capitalised)
                  ? loan.principal
                  : minus(loan.principal, loan.capitalised),
                NO_MONEY,
              ),
            ),
          ),
          run,
        ),
      );
  const borne = once(
    'borne',
    'Porté par l’emprunteur, les garants et la banque',
    plus(recovered, sumOfTerms(guarantors.map(({ net }) => net)), bank),
  );
  const difference = once('gap', 'Perte moins ce que chacun porte', minus(loss, borne));
  return {
    month,
    recoveryMonth,
    exposure,
    loss,
    recovered,
    guarantors,
    bank,
    keepsSchedule,
    gap: calculation.once(
      `law.${id}`,
      'Défaut testé : l’emprunteur, les garants et la banque portent toute la perte',
      max(difference, minus(NO_MONEY, difference)),
    ),
  };
}
