import { z } from 'zod';
import {
  constant,
  isEqual,
  max,
  min,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  power,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Decimal } from '../formula/decimal.ts';
import { type Figures, readExactly } from '../formula/exact.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { amount, choice, multiple, rate, share, wholeNumber } from '../input/fields.ts';
import type { Problem } from '../input/problem.ts';
import { worthOfLevelPayments } from '../instruments/annuity.ts';
import { amountText, answered, centsOf, holds, modelOfYears, refused, tool, typed } from './tool.ts';

const LONGEST_YEARS = 100;

const request = z.strictObject({
  netOperatingIncome: z
    .array(amount({ decimals: 6 }))
    .min(1)
    .max(LONGEST_YEARS)
    .meta({ title: 'Loyers nets de charges', description: 'Un montant par an.' }),
  value: amount({ min: '0' }).meta({ title: 'Valeur vénale' }),
  cost: amount({ min: '0' }).optional().meta({ title: 'Coût de revient' }),
  annualRate: rate().meta({ title: 'Taux annuel' }),
  years: wholeNumber(1, LONGEST_YEARS).meta({ title: 'Durée en années' }),
  repayment: choice(['bullet', 'level-payment', 'sculpted']).meta({
    title: 'Remboursement',
    description: 'In fine (bullet), annuités constantes (level-payment) ou calées sur les loyers (sculpted).',
  }),
  limits: z
    .strictObject({
      ltv: share({ max: '2' }).optional().meta({ title: 'Dette / valeur vénale (LTV)' }),
      ltc: share({ max: '2' }).optional().meta({ title: 'Dette / coût de revient (LTC)' }),
      dscr: multiple('10').optional().meta({ title: 'Loyers nets / annuité (DSCR)' }),
      debtYield: rate({ aboveMin: true }).optional().meta({ title: 'Loyers nets / dette' }),
    })
    .meta({ title: 'Limites du prêteur' }),
});

type Request = z.infer<typeof request>;
const LIMITS = ['ltv', 'ltc', 'dscr', 'debtYield'] as const;
type Limit = (typeof LIMITS)[number];

const limitAmount = (title: string) => z.string().nullable().meta({ title });

const response = z.object({
  loan: amountText('Prêt'),
  binding: z.enum(LIMITS).meta({ title: 'Limite qui joue' }),
  byLimit: z
    .object({
      ltv: limitAmount('Selon la LTV'),
      ltc: limitAmount('Selon la LTC'),
      dscr: limitAmount('Selon le DSCR'),
      debtYield: limitAmount('Selon le rendement de la dette'),
    })
    .meta({ title: 'Prêt selon chaque limite' }),
});

/** The largest loan within a lender's limits, and the limit that binds. Yearly payments in arrears, before tax. */
export const debtSizing = tool({
  id: 'debt-sizing',
  title: 'Capacité d’emprunt',
  intro: 'Donne le plus grand prêt que permettent les limites d’un prêteur, et celle qui joue.',
  request,
  response,
  example: {
    netOperatingIncome: ['500000.00', '500000.00', '500000.00', '500000.00', '500000.00'],
    value: '8000000.00',
    annualRate: '0.045',
    years: 5,
    repayment: 'bullet',
    limits: { ltv: '0.65', dscr: '1.25', debtYield: '0.08' },
  },
  compute: (asked) => {
    const problems = inconsistencies(asked);
    if (problems.length > 0) return refused(...problems);
    const calculation = modelOfYears(asked.years);
    const byLimit = loansByLimit(calculation, asked);
    const lines = LIMITS.flatMap((limit) => byLimit[limit] ?? []);
    const [first, ...others] = lines;
    if (first === undefined) throw new Error('a limit was checked to be there');
    const loan = calculation.once('loan', 'Prêt', min(first, ...others));
    const binds = LIMITS.flatMap((limit) => {
      const line = byLimit[limit];
      if (line === undefined) return [];
      return [{ limit, line: calculation.once(`binds.${limit}`, 'Limite qui joue', isEqual(line, loan)) }];
    });
    const figures = readExactly(calculation);
    const binding = binds.find(({ line }) => holds(figures, line));
    if (binding === undefined) throw new Error('the smallest limit binds');
    return answered({
      loan: centsOf(figures, loan),
      binding: binding.limit,
      byLimit: {
        ltv: limitText(figures, byLimit.ltv),
        ltc: limitText(figures, byLimit.ltc),
        dscr: limitText(figures, byLimit.dscr),
        debtYield: limitText(figures, byLimit.debtYield),
      },
    });
  },
});

function limitText(figures: Figures, line: Line | undefined): string | null {
  return line === undefined ? null : centsOf(figures, line);
}

function inconsistencies(asked: Request): Problem[] {
  const { limits, netOperatingIncome, repayment, years } = asked;
  const problems: Problem[] = [];
  if (LIMITS.every((limit) => limits[limit] === undefined)) {
    problems.push({
      path: 'limits',
      message: `aucune limite : écrivez au moins une de ${LIMITS.join(', ')}`,
    });
  }
  if (limits.ltc !== undefined && asked.cost === undefined) {
    problems.push({
      path: 'cost',
      message:
        'champ manquant : limits.ltc porte sur le coût de revient ; écrivez-le, par exemple "1000000.00"',
    });
  }
  if (repayment === 'bullet' && limits.dscr !== undefined && asked.annualRate.isZero()) {
    problems.push({
      path: 'limits.dscr',
      message: 'un prêt in fine sans intérêt n’a pas d’annuité à couvrir : retirez cette limite',
    });
  }
  if (repayment !== 'sculpted') return problems;
  if (netOperatingIncome.length < years) {
    problems.push({
      path: 'netOperatingIncome',
      message: `liste trop courte : une dette calée sur les loyers demande ${years} montants, un par an`,
    });
  }
  for (const [index, income] of netOperatingIncome.entries()) {
    if (index < years && income.isNegative()) {
      problems.push({
        path: `netOperatingIncome[${index}]`,
        message: 'trop petit : une dette calée sur les loyers demande un montant d’au moins 0',
      });
    }
  }
  return problems;
}

type Amount = Line<'money', 'once', 'defined'>;
type Money = Formula<'money', 'once', 'defined'>;

/** The loan that each limit given allows, to the cent, never negative. */
function loansByLimit(calculation: Calculation, asked: Request): Partial<Record<Limit, Amount>> {
  const { limits, cost } = asked;
  const ratio = (id: string, label: string, value: Decimal | number) =>
    typed(calculation, id, label, 'ratio', value);
  const allowed = (limit: Limit, label: string, formula: Formula<'money', 'once', 'defined'>) =>
    calculation.once(limit, label, max(roundedToCents(formula), NO_MONEY));
  const incomes = asked.netOperatingIncome.map((value, index) =>
    typed(calculation, `income.${index + 1}`, `Loyers nets, année ${index + 1}`, 'money', value),
  );
  const firstIncome = incomes[0] ?? NO_MONEY;
  const found: Partial<Record<Limit, Amount>> = {};
  if (limits.ltv !== undefined) {
    const value = typed(calculation, 'value', 'Valeur vénale', 'money', asked.value);
    found.ltv = allowed(
      'ltv',
      'Prêt selon la LTV',
      times(value, ratio('limit.ltv', 'LTV maximale', limits.ltv)),
    );
  }
  if (limits.ltc !== undefined && cost !== undefined) {
    const spent = typed(calculation, 'cost', 'Coût de revient', 'money', cost);
    found.ltc = allowed(
      'ltc',
      'Prêt selon la LTC',
      times(spent, ratio('limit.ltc', 'LTC maximale', limits.ltc)),
    );
  }
  if (limits.dscr !== undefined) {
    const annualRate = typed(calculation, 'annualRate', 'Taux annuel', 'ratio/years', asked.annualRate);
    const rate = times(annualRate, constant(1, 'years'));
    const cover = ratio('limit.dscr', 'DSCR minimal', limits.dscr);
    const services = incomes.slice(0, asked.years).map((income) => over(income, cover));
    const years = ratio('years', 'Nombre d’annuités', asked.years);
    found.dscr = allowed('dscr', 'Prêt selon le DSCR', coveredLoan(asked.repayment, services, rate, years));
  }
  if (limits.debtYield !== undefined) {
    const required = ratio('limit.debtYield', 'Rendement minimal de la dette', limits.debtYield);
    found.debtYield = allowed(
      'debtYield',
      'Prêt selon le rendement de la dette',
      over(firstIncome, required),
    );
  }
  return found;
}

/**
 * What yearly payments in arrears are worth: interest only (bullet), the first year's payment every year
 * (level-payment), or what each year's income covers (sculpted).
 */
function coveredLoan(
  repayment: Request['repayment'],
  services: readonly Money[],
  rate: Formula<'ratio', 'once', 'defined'>,
  years: Formula<'ratio', 'once', 'defined'>,
): Money {
  const first = services[0] ?? NO_MONEY;
  if (repayment === 'bullet') return over(first, rate);
  if (repayment === 'level-payment') return worthOfLevelPayments(first, rate, years);
  const growth = plus(ONE_RATIO, rate);
  return sumOfTerms(
    services.map((service, index) => over(service, power(growth, constant(index + 1, 'count')))),
  );
}
