import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { computedDeal, paidWithoutDelay, scenario } from '../support/dossiers.ts';

/**
 * P1 on SCI Envie Soleil, against figures worked by hand: see sci.md beside this file for every step.
 * The constants come from a second calculation, written apart from the engine: none was copied from it.
 */
const computed = computedDeal(scenario('sci-envie-soleil', 'sci'));

const ENTRY_INTO_SERVICE = 14;
const FIRST_ANNIVERSARY = 26;
const DECEMBER_2028 = 23;
const DECEMBER_2029 = 35;
const YEAR_2029 = 2;
const EXIT = 120;

function figure(line: string, period = 0, of: ComputedDeal = computed): string {
  const value = of.figures.of(line)[period];
  if (value === null || value === undefined) throw new Error(`${line} has no value at ${period}`);
  return value.toFixed(2);
}

type Expected = readonly (readonly [line: string, value: string])[];

function expectAll(period: number, expected: Expected, of: ComputedDeal = computed): void {
  const found = expected.map(([line]) => [line, figure(line, period, of)]);
  expect(found).toEqual(expected);
}

function rateOf(id: string, of: ComputedDeal = computed): string[] {
  const found = of.returns.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no rate of return ${id}`);
  return found.rates.map((rate) => rate.toFixed(8));
}

describe('P1 by hand: capital, quasi-equity, loan and rent', () => {
  test('the ticket: a share of the capital, the rest as quasi-equity', () => {
    expectAll(0, [
      ['sci.capital.operator', '380000.00'],
      ['sci.capital.investor', '20000.00'],
      ['sci.ticket.part-1', '476000.00'],
      ['sci.ticket.part-2', '204000.00'],
    ]);
  });

  test('sources and uses of the SCI', () => {
    expectAll(0, [
      ['sci.use.land', '400000.00'],
      ['sci.use.building', '1200000.00'],
      ['sci.use.acquisition-costs', '117377.25'],
      ['sci.use.works', '1600000.00'],
      ['sci.use.fees', '176000.00'],
      ['sci.use.contingencies', '240000.00'],
      ['sci.use.interest-during-works', '69180.04'],
      ['sci.use.interest.ticket-1', '19436.62'],
      ['sci.use.interest.ticket-2', '10710.00'],
      ['sci.use.arrangement-fee', '12272.15'],
      ['sci.use.security-cost', '29453.16'],
      ['sci.opening-cash', '60000.78'],
      ['sci.source.loan', '2454430.00'],
      ['sci.total-uses', '3934430.00'],
      ['sci.total-sources', '3934430.00'],
      ['building.cost', '3445084.91'],
    ]);
  });

  test('the loan, month by month until entry into service', () => {
    const months = Array.from({ length: ENTRY_INTO_SERVICE + 1 }, (_, month) => [
      figure('sci.loan.interest', month),
      figure('sci.bridge.interest', month),
      figure('sci.loan.drawn', month),
      figure('sci.loan.closing', month),
      figure('sci.bridge.balance', month),
    ]);
    expect(months).toEqual([
      ['0.00', '0.00', '559102.56', '559102.56', '2636.25'],
      ['1793.79', '9.23', '3956.35', '563058.91', '2636.25'],
      ['1806.48', '9.23', '171969.04', '735027.95', '36236.25'],
      ['2358.21', '126.83', '172638.37', '907666.32', '67200.00'],
      ['2912.10', '235.20', '173300.63', '1080966.95', '100800.00'],
      ['3468.10', '352.80', '173974.23', '1254941.18', '100800.00'],
      ['4026.27', '352.80', '174532.40', '1429473.58', '100800.00'],
      ['4586.23', '352.80', '15092.36', '1444565.94', '100800.00'],
      ['4634.65', '352.80', '175140.78', '1619706.72', '100800.00'],
      ['5196.56', '352.80', '175702.69', '1795409.41', '100800.00'],
      ['5760.27', '352.80', '176266.40', '1971675.81', '100800.00'],
      ['6325.79', '352.80', '176831.92', '2148507.73', '100800.00'],
      ['6893.13', '352.80', '177399.26', '2325906.99', '100800.00'],
      ['7462.28', '352.80', '128523.01', '2454430.00', '150245.40'],
      ['7874.63', '525.86', '0.00', '2454430.00', '187199.22'],
    ]);
  });

  test('the rent: 34.20 € a m² holds 1.20, 34.19 € does not', () => {
    expectAll(0, [
      ['lease.annual-rent', '239400.00'],
      ['lease.deposit', '59850.00'],
    ]);
    expect(computed.figures.of('sci.dscr.smallest')[0]?.toFixed(6)).toBe('1.200281');
    const dossier = scenario('sci-envie-soleil', 'sci');
    Object.assign(dossier.paths[0].lease, { solve: 'none', rentPerM2Year: '34.19' });
    Object.assign(dossier.paths[0].terms, { solve: 'none', amount: '2454430.00' });
    const cheaper = computedDeal(dossier);
    expect(cheaper.figures.of('sci.dscr')[YEAR_2029]?.toFixed(6)).toBe('1.199904');
  });

  test('the loan of the operator', () => {
    expectAll(0, [
      ['operator.source.loan', '131828.00'],
      ['operator.loan.arrangement-fee', '659.14'],
      ['operator.loan.security-cost', '1318.28'],
      ['operator.opening-cash', '100000.58'],
      ['operator.use.sci-capital', '380000.00'],
      ['operator.use.deposit', '59850.00'],
    ]);
    expect(figure('operator.loan.levelPayment', ENTRY_INTO_SERVICE + 1)).toBe('1814.09');
  });
});

describe('P1 by hand: March 2028, entry into service', () => {
  test('rent, charges, VAT, cash of the SCI', () => {
    expectAll(ENTRY_INTO_SERVICE, [
      ['lease.rent', '59850.00'],
      ['lease.recharged', '2545.00'],
      ['lease.vat', '12479.00'],
      ['lease.deposit-paid', '59850.00'],
      ['sci.fees', '509.00'],
      ['sci.vat.on-charges', '610.80'],
      ['lease.rent-of-month', '19950.00'],
      ['depreciation.building', '12481.15'],
      ['grants.release', '1014.41'],
      ['sci.cash', '191059.20'],
    ]);
    expect(figure('sci.vat.paid', ENTRY_INTO_SERVICE + 1)).toBe('11868.20');
  });
});

describe('P1 by hand: March 2029, first anniversary of the lease', () => {
  test('rent, loan, quasi-equity, VAT, cash of the SCI', () => {
    expect(figure('sci.cash', FIRST_ANNIVERSARY - 1)).toBe('171908.04');
    expectAll(FIRST_ANNIVERSARY, [
      ['lease.rent', '60927.30'],
      ['lease.recharged', '2590.81'],
      ['sci.fees', '518.16'],
      ['lease.vat', '12703.62'],
      ['sci.vat.on-charges', '621.79'],
      ['sci.vat.credit-refunded', '103.63'],
      ['sci.loan.levelPayment', '15769.09'],
      ['sci.loan.interest', '7591.51'],
      ['sci.loan.principal', '8177.58'],
      ['sci.loan.closing', '2358006.82'],
      ['sci.source.ticket-1.interest-paid', '16660.00'],
      ['sci.source.ticket-1.principal', '0.00'],
      ['sci.source.ticket-2.interest-paid', '9180.00'],
      ['sci.source.ticket-2.principal', '17000.00'],
      ['sci.source.ticket-2.closing', '187000.00'],
      ['sci.cash', '185893.55'],
    ]);
  });
});

describe('P1 by hand: the year 2029 of the SCI', () => {
  test('income statement', () => {
    expectAll(YEAR_2029, [
      ['sci.year.rentIncome', '242991.00'],
      ['sci.year.rechargedCosts', '70624.92'],
      ['sci.year.grantRelease', '17389.87'],
      ['sci.year.externalCharges', '37307.64'],
      ['sci.year.taxes', '39535.20'],
      ['sci.ebe', '236773.08'],
      ['sci.year.depreciationCharge', '149773.89'],
      ['sci.year.interest', '115251.93'],
      ['sci.current-result', '-10862.87'],
      ['sci.year.corporateTax', '0.00'],
      ['sci.corporate-tax.closingLosses', '23758.71'],
    ]);
  });

  test('losses, then the first tax, on 2033, and how it is paid', () => {
    const results = [1, 2, 3, 4, 5, 6].map((year) => figure('sci.current-result', year));
    expect(results).toEqual(['-12895.84', '-10862.87', '-1947.00', '7198.12', '16579.57', '26205.15']);
    expect([5, 6].map((year) => figure('sci.corporate-tax.charge', year))).toEqual(['0.00', '6069.28']);
    const paid = Array.from({ length: 96 }, (_, month) => [month, figure('sci.corporate-tax.paid', month)]);
    expect(paid.filter(([, amount]) => amount !== '0.00')).toEqual([
      [88, '6069.28'],
      [89, '3034.64'],
      [92, '1517.32'],
      [95, '1517.32'],
    ]);
  });

  test('DSCR, cash and balance sheet', () => {
    expectAll(YEAR_2029, [
      ['sci.net-rents', '227128.04'],
      ['sci.annuities', '189229.08'],
      ['sci.repairs-endowment', '10363.24'],
    ]);
    expect(computed.figures.of('sci.dscr')[YEAR_2029]?.toFixed(6)).toBe('1.200281');
    expect(computed.figures.of('sci.dscr-after-tax')[YEAR_2029]?.toFixed(6)).toBe('1.200281');
    expect(figure('sci.cash', DECEMBER_2028)).toBe('216454.37');
    expectAll(DECEMBER_2029, [
      ['sci.cash', '222090.20'],
      ['sci.balance.land', '429344.31'],
      ['sci.balance.building', '3445084.91'],
      ['sci.balance.depreciation', '-274585.48'],
      ['sci.balance.capital', '400000.00'],
      ['sci.balance.investmentGrants', '368118.58'],
      ['sci.balance.associateAccounts', '476000.00'],
      ['sci.balance.quasiEquity', '187000.00'],
      ['sci.balance.bankLoans', '2283217.79'],
      ['sci.balance.accruedInterest', '18806.25'],
      ['sci.balance.depositsReceived', '59850.00'],
      ['sci.balance.deferredRent', '40618.20'],
      ['sci.balance.operatingVat', '12081.83'],
      ['sci.assets', '3821933.94'],
    ]);
  });
});

describe('P1 by hand: a distribution', () => {
  const dossier = scenario('sci-envie-soleil', 'sci');
  dossier.paths[0].vehicle.distributionShare = '0.5';
  const distributing = computedDeal(dossier);

  test('nothing before June 2034, then half of what is distributable, 95 % to the operator', () => {
    const paid = Array.from({ length: EXIT }, (_, month) => [
      month,
      figure('sci.dividends', month, distributing),
      figure('sci.dividends.operator', month, distributing),
    ]);
    expect(paid.filter(([, amount]) => amount !== '0.00')).toEqual([
      [89, '9103.93', '8648.73'],
      [101, '18082.97', '17178.82'],
      [113, '26374.15', '25055.44'],
    ]);
    expect(figure('sci.distributable', 6, distributing)).toBe('18207.85');
    expect(figure('sci.cash', 88, distributing)).toBe('222608.10');
    expect(figure('sci.repairs-reserve', 6, distributing)).toBe('62198.79');
    expect(figure('operator.exempt-dividends', 7, distributing)).toBe('8216.29');
  });

  test('a ceiling that binds: cash above the minimum and the repairs reserve', () => {
    const drained = scenario('sci-envie-soleil', 'sci');
    drained.paths[0].vehicle.distributionShare = '1';
    Object.assign(drained.paths[0].ticket.instruments[0], { repayment: 'level-principal', payments: 28 });
    const deal = computedDeal(drained);
    // June 2034: 21 773.55 wanted; 124 917.55 − 60 000.00 − 62 198.79 = 2 718.76. Nothing is left for 2035 and 2036.
    expect(figure('sci.distribution-wanted', 6, deal)).toBe('21773.55');
    expect(figure('sci.cash', 88, deal)).toBe('124917.55');
    const paid = [77, 89, 101, 113].map((month) => figure('sci.dividends', month, deal));
    expect(paid).toEqual(['2570.23', '2718.76', '0.00', '0.00']);
  });
});

describe('P1 by hand: the exit, January 2037', () => {
  test('what the SCI lacks, its new loan, what the operator brings', () => {
    expect(figure('sci.cash', EXIT - 1)).toBe('368975.32');
    expectAll(EXIT, [
      ['sci.source.ticket-1.interest-paid', '13883.33'],
      ['sci.source.ticket-2.interest-paid', '2550.00'],
      ['sci.exit.quasi-equity', '544000.00'],
      ['sci.exit.cash-before', '-221633.13'],
      ['sci.exit.support', '378437.77'],
      ['sci.exit.net-rents', '261744.94'],
      ['sci.exit.annuity-room', '28891.70'],
      ['sci.exit.refinancing', '235585.15'],
      ['sci.exit.operator-capital', '142852.62'],
      ['sci.cash', '156804.64'],
    ]);
    expect(figure('sci.repairs-reserve', 9)).toBe('96804.64');
    expect(figure('sci.refinancing.levelPayment', EXIT + 1)).toBe('2407.64');
  });

  test('the price of the shares', () => {
    expectAll(EXIT, [
      ['site.market-rent', '376520.25'],
      ['sci.exit.value', '4429650.00'],
      ['sci.exit.net-assets', '2663069.43'],
      ['sci.exit.book-value', '2538945.24'],
      ['sci.exit.latent-tax', '236338.10'],
      ['sci.exit.price', '121336.57'],
      ['sci.exit.duty', '6066.83'],
      ['sci.exit.operator-need', '270256.02'],
      ['sci.exit.unfunded', '0.00'],
    ]);
    expect(figure('exit.buy-out')).toBe('671403.40');
  });

  test('what the operator cannot pay above its minimum is told as not funded', () => {
    const dossier = scenario('sci-envie-soleil', 'sci');
    Object.assign(dossier.paths[0].exit, {
      refinancingMaximumLoanToValue: '0',
      operatorMinimumCash: '9000000.00',
    });
    const poor = computedDeal(dossier);
    // No new loan, nothing from the operator: 378 437.77 + 121 336.57 + 6 066.83.
    expect(figure('exit.not-funded', 0, poor)).toBe('505841.17');
  });
});

describe('P1 by hand: rates of return of the investor', () => {
  test('capital, each instrument, in all', () => {
    expect(rateOf('investor-irr.capital')).toEqual(['0.19737965']);
    expect(rateOf('investor-irr.ticket-1')).toEqual(['0.03505882']);
    expect(rateOf('investor-irr.ticket-2')).toEqual(['0.04517138']);
    expect(rateOf('investor-irr')).toEqual(['0.04887220']);
  });

  test('two dates: the rate of the capital is a root in closed form', () => {
    // 121 336.57 for 20 000 after 3 653 days.
    expect(Number(rateOf('investor-irr.capital')[0])).toBeCloseTo((121336.57 / 20000) ** (365 / 3653) - 1, 8);
  });

  test('its flows, all instruments', () => {
    const flows = computed.figures.of('measure.investor-flow').map((value) => value?.toFixed(2));
    expect([26, 38, 50, 62, 74, 86, 98, 110, 120].map((month) => flows[month])).toEqual([
      '42840.00',
      '42075.00',
      '41310.00',
      '40545.00',
      '39780.00',
      '39015.00',
      '38250.00',
      '37485.00',
      '681769.90',
    ]);
    expect(flows[0]).toBe('-700000.00');
    expect(new Set(flows.slice(1, 15))).toEqual(new Set(['2153.33']));
    expect(new Set(flows.slice(121))).toEqual(new Set(['0.00']));
  });
});

describe('P1 by hand: cash of the operator, paid without delay', () => {
  const dossier = scenario('sci-envie-soleil', 'sci');
  // Worked without delays of payment nor stocks: working-capital.test.ts takes them up.
  const paidAtOnce = computedDeal(paidWithoutDelay(dossier));

  test('before entry into service, at entry, a year later', () => {
    const cash = [11, ENTRY_INTO_SERVICE, FIRST_ANNIVERSARY].map((month) =>
      figure('operator.cash', month, paidAtOnce),
    );
    expect(cash).toEqual(['666912.44', '477828.55', '620739.07']);
  });
});
