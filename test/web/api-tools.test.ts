import { describe, expect, test } from 'vitest';
import { TOOLS } from '../../src/tools/tools.ts';
import { post } from '../support/api-app.ts';
import { makeTestApp } from '../support/web-app.ts';

/** Each calculator through HTTP, on figures of other programs or of arithmetic done apart. */
const { app } = await makeTestApp();

const ask = (tool: string, request: unknown) => post(app, `/api/v1/tools/${tool}`, request);

describe('rates of return', () => {
  // [tool, origin, request, expected rate]
  test.each([
    [
      'irr',
      'LibreOffice 7.4.7, irr.fods Sheet2!A2',
      { flows: ['-10000', '3500', '7600', '1000'] },
      0.113321028236252,
    ],
    ['irr', 'pyxirr 5f31a856, tests/test_periodic.rs', { flows: ['-100', '0', '0', '74'] }, -0.09549583034],
    [
      'irr',
      'PhpSpreadsheet 11645d54, IRR.php[4]',
      { flows: ['-100', '20', '24', '28.8', '34.56', '41.47'] },
      0.130575756371527,
    ],
    [
      'xirr',
      'LibreOffice 7.4.7, xirr.fods Sheet2!A5',
      {
        flows: [
          { date: '2016-04-30', amount: '-5000' },
          { date: '2016-05-31', amount: '800' },
          { date: '2016-09-01', amount: '1300' },
          { date: '2016-12-31', amount: '600' },
          { date: '2017-01-31', amount: '7500' },
        ],
      },
      2.18630968237577,
    ],
    [
      'xirr',
      'PhpSpreadsheet 11645d54, XIRR.php[30], unordered',
      {
        flows: [
          { date: '2010-10-01', amount: '-1000' },
          { date: '2011-01-01', amount: '4300' },
          { date: '2010-07-01', amount: '-1000' },
          { date: '2010-01-01', amount: '-1000' },
          { date: '2010-04-01', amount: '-1000' },
        ],
      },
      0.1212676,
    ],
  ])('%s: %s', async (tool, _, request, expected) => {
    const { status, json, headers } = await ask(tool, request);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(json.rates).toHaveLength(1);
    expect(Number(json.rates[0])).toBeCloseTo(expected, 7);
    expect(json.annualRates).toEqual(json.rates);
    expect(json.searched).toEqual({ from: '-0.99999999', to: '1000000000000000000' });
  });

  test('flows of one sign have no rate, and a reason', async () => {
    const { status, json } = await ask('irr', { flows: ['0', '0', '0'] });
    expect(status).toBe(200);
    expect(json).toMatchObject({ rates: [], annualRates: [], reason: 'no-sign-change' });
  });

  test.each([
    // LibreOffice 7.4.7, xnpv.fods Sheet2!A5 and A8
    ['-0.09', 4097.08021067856],
    ['9', -7090.12101316346],
  ])('npv at %s', async (annualRate, expected) => {
    const flows = [
      { date: '2008-01-01', amount: '-10000' },
      { date: '2008-03-01', amount: '2750' },
      { date: '2008-10-30', amount: '4250' },
      { date: '2009-02-15', amount: '3250' },
      { date: '2009-04-01', amount: '2750' },
    ];
    const { status, json } = await ask('npv', { annualRate, flows });
    expect(status).toBe(200);
    expect(Number(json.value)).toBeCloseTo(expected, 7);
  });
});

describe('loans', () => {
  // Decimal arithmetic done apart, 50 digits.
  test('six level payments of 100 € at 7 %', async () => {
    const { json } = await ask('loan-schedule', {
      amount: '100.00',
      annualRate: '0.07',
      payments: 6,
      paymentsPerYear: 12,
      repayment: 'level-payment',
    });
    expect(json.totals).toEqual({ interest: '2.05', principal: '100.00', payment: '102.05' });
    expect(json.payments).toHaveLength(6);
    expect(json.payments[0]).toEqual({
      number: 1,
      opening: '100.00',
      interest: '0.58',
      principal: '16.43',
      payment: '17.01',
      closing: '83.57',
    });
    expect(json.payments[5]).toMatchObject({ payment: '17.00', closing: '0.00' });
  });

  test('20 years with a partial deferral of 18 months', async () => {
    const { json } = await ask('loan-schedule', {
      amount: '2800000.00',
      annualRate: '0.0385',
      payments: 240,
      paymentsPerYear: 12,
      repayment: 'level-payment',
      deferral: { kind: 'partial', payments: 18 },
    });
    expect(json.totals).toEqual({ interest: '1280535.75', principal: '2800000.00', payment: '4080535.75' });
    expect(json.payments[239]).toMatchObject({ opening: '17596.74', interest: '56.46', payment: '17653.20' });
  });

  test('a loan sized by the lender’s limits (cre.dcf v0.0.5 tests)', async () => {
    const { json } = await ask('debt-sizing', {
      netOperatingIncome: Array<string>(5).fill('500000'),
      value: '8000000',
      annualRate: '0.045',
      years: 5,
      repayment: 'bullet',
      limits: { ltv: '0.65', dscr: '1.25', debtYield: '0.08' },
    });
    expect(json).toEqual({
      loan: '5200000.00',
      binding: 'ltv',
      byLimit: { ltv: '5200000.00', ltc: null, dscr: '8888888.89', debtYield: '6250000.00' },
    });
  });
});

describe('law', () => {
  // Texts in force and arithmetic done apart (acceptance cases of the law calculators).
  test.each([
    ['corporate-tax', { profit: '200000.00', months: 12, reducedRate: true }, { tax: '45750.00' }],
    ['corporate-tax', { profit: '-2000.00', months: 12, reducedRate: true }, { tax: '0.00' }],
    [
      'acquisition-cost',
      { price: '1000000.00', department: '42', date: '2026-11-30', commitmentToBuild: false },
      {
        droitsDeMutation: '63185.00',
        securiteImmobiliere: '1000.00',
        emolumentsHt: '8387.25',
        emolumentsTtc: '10064.70',
      },
    ],
    [
      'acquisition-cost',
      { price: '4000000.00', department: '42', date: '2026-11-30' },
      {
        droitsDeMutation: '252740.00',
        securiteImmobiliere: '4000.00',
        emolumentsHt: '32357.25',
        emolumentsTtc: '38828.70',
      },
    ],
    [
      'profit-allocation',
      {
        form: 'SCOP',
        profit: '100000.00',
        priorLosses: '0.00',
        capital: '300000.00',
        reserves: '60000.00',
        shareInterestRateCap: '0.048',
      },
      { distributableMax: '33333.33' },
    ],
    [
      'profit-allocation',
      {
        form: 'SCIC',
        profit: '100000.00',
        priorLosses: '0.00',
        capital: '300000.00',
        reserves: '10000.00',
        shareInterestRateCap: '0.048',
      },
      { distributableMax: '14400.00' },
    ],
    [
      'guarantee-limits',
      {
        realOperatingRevenue: '4200000.00',
        ownAnnuities: '1900000.00',
        guaranteedAnnuities: '120000.00',
        debtorGuaranteedAnnuities: '0.00',
        loan: { amount: '4000000.00', annualRate: '0.038', years: 20 },
        coverage: '0.5',
        otherCoverage: '0.2',
      },
      {
        guaranteedAnnuity: '144569.09',
        ratios: [
          { id: 'galland-1', value: '2164569.09', limit: '2100000.00', headroom: '-64569.09', met: false },
          { id: 'galland-2', value: '144569.09', limit: '210000.00', headroom: '65430.91', met: true },
          { id: 'galland-3', value: '0.7', limit: '0.5', headroom: '-0.2', met: false },
        ],
      },
    ],
    [
      'grant-equivalent',
      {
        kind: 'soft-loan',
        amount: '500000.00',
        annualRate: '0.01',
        years: 10,
        referenceRate: '0.049',
        discountRate: '0.037',
      },
      { grantEquivalent: '93104.84' },
    ],
    [
      'grant-equivalent',
      {
        kind: 'guarantee',
        amount: '1000000.00',
        years: 15,
        coverage: '0.5',
        safeHarbourPremium: '0.038',
        paidPremium: '0',
        discountRate: '0.037',
      },
      { grantEquivalent: '129390.23' },
    ],
  ])('%s %j', async (tool, request, expected) => {
    const { status, json } = await ask(tool, request);
    expect(status).toBe(200);
    expect(json).toMatchObject(expected);
  });
});

test.each(TOOLS.map((tool) => [tool.id, tool] as const))(
  '%s answers its example as documented',
  async (id, tool) => {
    const { status, json } = await ask(id, tool.example);
    expect(status).toBe(200);
    expect(tool.response.safeParse(json).error).toBeUndefined();
  },
);

test.each(TOOLS.map((tool) => tool.id))('%s refuses an empty request, field by field', async (id) => {
  const { status, json } = await ask(id, {});
  expect(status).toBe(422);
  expect(json.errors.length).toBeGreaterThan(0);
  for (const error of json.errors)
    expect(error).toEqual({ path: expect.any(String), message: expect.any(String) });
});
