import { z } from 'zod';
import { choose, constant, isEqual, MONTH, minus, NO_MONEY, total } from '../formula/build.ts';
import { Calculation } from '../formula/calculation.ts';
import { readExactly } from '../formula/exact.ts';
import { createTimeline } from '../formula/timeline.ts';
import { amount, choice, choiceOfNumbers, rate, wholeNumber } from '../input/fields.ts';
import { loanLines } from '../instruments/loan-lines.ts';
import { amountText, answered, centsOf, refused, tool, typed } from './tool.ts';

const LONGEST_YEARS = 100;

const request = z.strictObject({
  amount: amount({ min: '0', aboveMin: true }).meta({ title: 'Montant emprunté', description: 'En euros.' }),
  annualRate: rate().meta({ title: 'Taux annuel', description: 'En fraction : 0.0385 pour 3,85 %.' }),
  payments: wholeNumber(1, 12 * LONGEST_YEARS).meta({
    title: 'Nombre d’échéances',
    description: 'Différé compris.',
  }),
  paymentsPerYear: choiceOfNumbers([12, 4, 2, 1]).meta({ title: 'Échéances par an' }),
  repayment: choice(['level-payment', 'level-principal', 'bullet']).meta({
    title: 'Remboursement',
    description:
      'Échéances constantes (level-payment), capital constant (level-principal) ou in fine (bullet).',
  }),
  deferral: z
    .strictObject({
      kind: choice(['none', 'partial', 'total']).meta({
        title: 'Différé d’amortissement',
        description: 'Partiel : intérêts payés ; total : intérêts capitalisés.',
      }),
      payments: wholeNumber(0, 12 * LONGEST_YEARS).meta({ title: 'Échéances en différé' }),
    })
    .optional(),
});

const payment = z.object({
  number: z.number().meta({ title: 'N°' }),
  opening: amountText('Capital restant dû avant'),
  interest: amountText('Intérêts'),
  principal: amountText('Amortissement du capital'),
  payment: amountText('Échéance'),
  closing: amountText('Capital restant dû après'),
});

const response = z.object({
  payments: z.array(payment).meta({ title: 'Échéancier' }),
  totals: z
    .object({
      interest: amountText('Intérêts'),
      principal: amountText('Amortissement du capital'),
      payment: amountText('Échéances'),
    })
    .meta({ title: 'Totaux' }),
});

/**
 * The schedule of a loan drawn in one go, first payment one period later, proportional rate.
 * During a total deferral the principal of a payment is minus the interest added to the balance.
 */
export const loanSchedule = tool({
  id: 'loan-schedule',
  title: 'Échéancier d’emprunt',
  intro: 'Calcule chaque échéance d’un emprunt versé en une fois, différé compris.',
  request,
  response,
  example: {
    amount: '2800000.00',
    annualRate: '0.0385',
    payments: 240,
    paymentsPerYear: 12,
    repayment: 'level-payment',
    deferral: { kind: 'partial', payments: 18 },
  },
  compute: (asked) => {
    const { payments, paymentsPerYear, deferral } = asked;
    if (payments > LONGEST_YEARS * paymentsPerYear) {
      return refused({
        path: 'payments',
        message: `emprunt trop long : au plus ${LONGEST_YEARS * paymentsPerYear} échéances (${LONGEST_YEARS} ans)`,
      });
    }
    if (deferral !== undefined && deferral.kind !== 'none' && deferral.payments >= payments) {
      return refused({
        path: 'deferral.payments',
        message: `le différé est compris dans les échéances : écrivez un nombre de 0 à ${payments - 1}`,
      });
    }
    const monthsPerPeriod = 12 / paymentsPerYear;
    const calculation = new Calculation(createTimeline('2026-01-01', payments * monthsPerPeriod + 1));
    const lent = typed(calculation, 'amount', 'Montant emprunté', 'money', asked.amount);
    const signature = constant(0, 'months');
    const count = (id: string, label: string, value: number) => typed(calculation, id, label, 'count', value);
    const loan = loanLines(calculation, 'loan', {
      drawn: calculation.monthly('drawn', 'Versement', choose(isEqual(MONTH, signature), lent, NO_MONEY)),
      annualRate: typed(calculation, 'annualRate', 'Taux annuel', 'ratio/years', asked.annualRate),
      rateConvention: 'proportional',
      endOfMobilisation: signature,
      payments: count('payments', 'Nombre d’échéances', payments),
      paymentsPerYear,
      repayment: asked.repayment,
      ...(deferral === undefined
        ? {}
        : {
            deferral: {
              kind: deferral.kind,
              payments: count('deferral', 'Échéances en différé', deferral.payments),
            },
          }),
    });
    const principal = calculation.monthly(
      'principal',
      'Amortissement, net des intérêts capitalisés',
      minus(loan.principal, loan.capitalised),
    );
    const totals = {
      interest: calculation.once('total.interest', 'Intérêts', total(loan.interest)),
      principal: calculation.once('total.principal', 'Amortissement', total(principal)),
      payment: calculation.once('total.payment', 'Échéances', total(loan.payment)),
    };
    const figures = readExactly(calculation);
    const row = (number: number) => {
      const month = number * monthsPerPeriod;
      return {
        number,
        opening: centsOf(figures, loan.opening, month),
        interest: centsOf(figures, loan.interest, month),
        principal: centsOf(figures, principal, month),
        payment: centsOf(figures, loan.payment, month),
        closing: centsOf(figures, loan.closing, month),
      };
    };
    return answered({
      payments: Array.from({ length: payments }, (_, index) => row(index + 1)),
      totals: {
        interest: centsOf(figures, totals.interest),
        principal: centsOf(figures, totals.principal),
        payment: centsOf(figures, totals.payment),
      },
    });
  },
});
