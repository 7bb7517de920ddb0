import { describe, expect, test } from 'vitest';
import { loanSchedule } from '../../src/tools/loan-schedule.ts';

/** [number, opening, interest, principal, payment, closing] */
type Row = readonly [number, string, string, string, string, string];

interface Case {
  readonly name: string;
  readonly request: object;
  readonly rows: readonly Row[];
  /** interest, principal, payment */
  readonly totals: readonly [string, string, string];
}

// acceptance/loan-schedules.json: 50-digit arithmetic done apart from this project. The last two: same, by ourselves.
const TABLE: readonly Case[] = [
  {
    name: '100 € over 6 months at 7 %, every row',
    request: {
      amount: '100.00',
      annualRate: '0.07',
      payments: 6,
      paymentsPerYear: 12,
      repayment: 'level-payment',
    },
    rows: [
      [1, '100.00', '0.58', '16.43', '17.01', '83.57'],
      [2, '83.57', '0.49', '16.52', '17.01', '67.05'],
      [3, '67.05', '0.39', '16.62', '17.01', '50.43'],
      [4, '50.43', '0.29', '16.72', '17.01', '33.71'],
      [5, '33.71', '0.20', '16.81', '17.01', '16.90'],
      [6, '16.90', '0.10', '16.90', '17.00', '0.00'],
    ],
    totals: ['2.05', '100.00', '102.05'],
  },
  {
    name: '2.8 M€ over 20 years, 18 months of partial deferral counted inside',
    request: {
      amount: '2800000.00',
      annualRate: '0.0385',
      payments: 240,
      paymentsPerYear: 12,
      repayment: 'level-payment',
      deferral: { kind: 'partial', payments: 18 },
    },
    rows: [
      [1, '2800000.00', '8983.33', '0.00', '8983.33', '2800000.00'],
      [18, '2800000.00', '8983.33', '0.00', '8983.33', '2800000.00'],
      [19, '2800000.00', '8983.33', '8669.08', '17652.41', '2791330.92'],
      [20, '2791330.92', '8955.52', '8696.89', '17652.41', '2782634.03'],
      [120, '1767849.62', '5671.85', '11980.56', '17652.41', '1755869.06'],
      [239, '35136.42', '112.73', '17539.68', '17652.41', '17596.74'],
      [240, '17596.74', '56.46', '17596.74', '17653.20', '0.00'],
    ],
    totals: ['1280535.75', '2800000.00', '4080535.75'],
  },
  {
    name: 'quarterly bullet',
    request: {
      amount: '700000.00',
      annualRate: '0.045',
      payments: 40,
      paymentsPerYear: 4,
      repayment: 'bullet',
    },
    rows: [
      [1, '700000.00', '7875.00', '0.00', '7875.00', '700000.00'],
      [39, '700000.00', '7875.00', '0.00', '7875.00', '700000.00'],
      [40, '700000.00', '7875.00', '700000.00', '707875.00', '0.00'],
    ],
    totals: ['315000.00', '700000.00', '1015000.00'],
  },
  {
    name: 'level principal without interest: parts rounded once, the last takes the rest',
    request: {
      amount: '350000.00',
      annualRate: '0',
      payments: 28,
      paymentsPerYear: 4,
      repayment: 'level-principal',
      deferral: { kind: 'partial', payments: 4 },
    },
    rows: [
      [4, '350000.00', '0.00', '0.00', '0.00', '350000.00'],
      [5, '350000.00', '0.00', '14583.33', '14583.33', '335416.67'],
      [20, '131250.05', '0.00', '14583.33', '14583.33', '116666.72'],
      [27, '29166.74', '0.00', '14583.33', '14583.33', '14583.41'],
      [28, '14583.41', '0.00', '14583.41', '14583.41', '0.00'],
    ],
    totals: ['0.00', '350000.00', '350000.00'],
  },
  {
    name: 'total deferral: the principal is minus the interest added',
    request: {
      amount: '600000.00',
      annualRate: '0.04',
      payments: 12,
      paymentsPerYear: 4,
      repayment: 'level-payment',
      deferral: { kind: 'total', payments: 4 },
    },
    rows: [
      [1, '600000.00', '6000.00', '-6000.00', '0.00', '606000.00'],
      [4, '618180.60', '6181.81', '-6181.81', '0.00', '624362.41'],
      [5, '624362.41', '6243.62', '75354.49', '81598.11', '549007.92'],
      [12, '80790.17', '807.90', '80790.17', '81598.07', '0.00'],
    ],
    totals: ['52784.84', '600000.00', '652784.84'],
  },
  {
    name: 'no interest, level payments',
    request: {
      amount: '100.00',
      annualRate: '0',
      payments: 3,
      paymentsPerYear: 1,
      repayment: 'level-payment',
    },
    rows: [
      [1, '100.00', '0.00', '33.33', '33.33', '66.67'],
      [2, '66.67', '0.00', '33.33', '33.33', '33.34'],
      [3, '33.34', '0.00', '33.34', '33.34', '0.00'],
    ],
    totals: ['0.00', '100.00', '100.00'],
  },
];

describe('loan-schedule', () => {
  test.each(TABLE)('$name', ({ request, rows, totals }) => {
    const reading = loanSchedule.answer(request);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const { payments, totals: found } = reading.value;
    const row = (number: number): Row | undefined => {
      const paid = payments[number - 1];
      return paid && [paid.number, paid.opening, paid.interest, paid.principal, paid.payment, paid.closing];
    };
    expect(rows.map(([number]) => row(number))).toEqual(rows);
    expect([found.interest, found.principal, found.payment]).toEqual(totals);
    expect(payments).toHaveLength((request as { payments: number }).payments);
  });

  test('a deferral said to be none is none', () => {
    const plain = {
      amount: '5000.00',
      annualRate: '0.05',
      payments: 5,
      paymentsPerYear: 1,
      repayment: 'level-payment',
    };
    const said = { ...plain, deferral: { kind: 'none', payments: 3 } };
    expect(loanSchedule.answer(said)).toEqual(loanSchedule.answer(plain));
  });
});
