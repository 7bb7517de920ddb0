import { describe, expect, test } from 'vitest';
import { debtSizing } from '../../src/tools/debt-sizing.ts';

const five = (amount: string) => Array<string>(5).fill(amount);

// The first four: cre.dcf v0.0.5 (MIT), tests/testthat/test-methodological-helpers.R. The others: 50-digit arithmetic.
const TABLE: readonly (readonly [string, object, object])[] = [
  [
    'LTV binds',
    {
      netOperatingIncome: five('500000'),
      value: '8000000',
      annualRate: '0.045',
      years: 5,
      repayment: 'bullet',
      limits: { ltv: '0.65', dscr: '1.25', debtYield: '0.08' },
    },
    {
      loan: '5200000.00',
      binding: 'ltv',
      byLimit: { ltv: '5200000.00', ltc: null, dscr: '8888888.89', debtYield: '6250000.00' },
    },
  ],
  [
    'one limit only, the others null',
    {
      netOperatingIncome: five('1000000'),
      value: '5000000',
      annualRate: '0.05',
      years: 5,
      repayment: 'bullet',
      limits: { ltv: '0.5' },
    },
    {
      loan: '2500000.00',
      binding: 'ltv',
      byLimit: { ltv: '2500000.00', ltc: null, dscr: null, debtYield: null },
    },
  ],
  [
    'cover of a level annuity binds',
    {
      netOperatingIncome: five('500000'),
      value: '20000000',
      annualRate: '0.06',
      years: 5,
      repayment: 'level-payment',
      limits: { ltv: '0.8', dscr: '1.25', debtYield: '0.03' },
    },
    { loan: '1684945.51', binding: 'dscr' },
  ],
  [
    'debt yield binds',
    {
      netOperatingIncome: five('500000'),
      value: '20000000',
      annualRate: '0.03',
      years: 5,
      repayment: 'bullet',
      limits: { ltv: '0.9', dscr: '1.25', debtYield: '0.08' },
    },
    { loan: '6250000.00', binding: 'debtYield' },
  ],
  [
    'sculpted on each year: Σ income / cover / (1 + r)^t',
    {
      netOperatingIncome: ['100000', '110000', '121000', '999999'],
      value: '1000000',
      annualRate: '0.05',
      years: 3,
      repayment: 'sculpted',
      limits: { dscr: '1.2' },
    },
    { loan: '249613.07', binding: 'dscr' },
  ],
  [
    'sculpted without interest: the sum',
    {
      netOperatingIncome: ['100000', '100000', '100000'],
      value: '1000000',
      annualRate: '0',
      years: 3,
      repayment: 'sculpted',
      limits: { dscr: '1.2' },
    },
    { loan: '250000.00' },
  ],
  [
    'a brownfield worth less than it cost: LTC and LTV, level annuity on the first year',
    {
      netOperatingIncome: ['90000'],
      value: '1200000',
      cost: '1500000',
      annualRate: '0.042',
      years: 15,
      repayment: 'level-payment',
      limits: { ltv: '0.75', ltc: '0.6', dscr: '1.3', debtYield: '0.09' },
    },
    {
      loan: '759080.75',
      binding: 'dscr',
      byLimit: { ltv: '900000.00', ltc: '900000.00', dscr: '759080.75', debtYield: '1000000.00' },
    },
  ],
  [
    'no income, no debt',
    {
      netOperatingIncome: ['-10'],
      value: '1200000',
      annualRate: '0.042',
      years: 15,
      repayment: 'level-payment',
      limits: { ltv: '0.75', dscr: '1.3' },
    },
    { loan: '0.00', binding: 'dscr', byLimit: { dscr: '0.00' } },
  ],
];

describe('debt-sizing', () => {
  test.each(TABLE)('%s', (_, request, expected) => {
    const reading = debtSizing.answer(request);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(reading.value).toMatchObject(expected);
  });
});
