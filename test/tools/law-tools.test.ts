import { describe, expect, test } from 'vitest';
import { acquisitionCost } from '../../src/tools/acquisition-cost.ts';
import { corporateTaxTool } from '../../src/tools/corporate-tax.ts';
import { grantEquivalent } from '../../src/tools/grant-equivalent.ts';
import { guaranteeLimitsTool } from '../../src/tools/guarantee-limits.ts';
import { profitAllocationTool } from '../../src/tools/profit-allocation.ts';
import type { Tool } from '../../src/tools/tool.ts';

// acceptance/law.json: texts and figures of faits.md, arithmetic done apart. The laws themselves are in test/law.
const LOAN = { amount: '4000000.00', annualRate: '0.038', years: 20 };
const SCOP = {
  form: 'SCOP',
  profit: '100000.00',
  priorLosses: '0.00',
  capital: '300000.00',
  reserves: '60000.00',
};
const SCIC = { ...SCOP, form: 'SCIC', reserves: '10000.00', shareInterestRateCap: '0.048' };
const GUARANTEE = {
  kind: 'guarantee',
  amount: '1000000.00',
  years: 15,
  coverage: '0.5',
  paidPremium: '0',
  discountRate: '0.037',
};

const TABLE: readonly (readonly [Tool, object, object])[] = [
  [
    guaranteeLimitsTool,
    {
      realOperatingRevenue: '60000000.00',
      ownAnnuities: '6000000.00',
      guaranteedAnnuities: '1000000.00',
      debtorGuaranteedAnnuities: '0.00',
      loan: LOAN,
      coverage: '0.5',
      otherCoverage: '0',
      development: false,
      generalInterest: false,
    },
    {
      guaranteedAnnuity: '144569.09',
      maximumCoverage: '0.5',
      ratios: [
        { id: 'galland-1', value: '7144569.09', limit: '30000000.00', headroom: '22855430.91', met: true },
        { id: 'galland-2', value: '144569.09', limit: '3000000.00', headroom: '2855430.91', met: true },
        { id: 'galland-3', value: '0.5', limit: '0.5', headroom: '0.0', met: true },
      ],
    },
  ],
  [
    guaranteeLimitsTool,
    {
      realOperatingRevenue: '4200000.00',
      ownAnnuities: '1900000.00',
      guaranteedAnnuities: '120000.00',
      debtorGuaranteedAnnuities: '0.00',
      loan: LOAN,
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
  [corporateTaxTool, { profit: '200000.00', months: 12, reducedRate: true }, { tax: '45750.00' }],
  [corporateTaxTool, { profit: '20000.00', months: 12, reducedRate: true }, { tax: '3000.00' }],
  [corporateTaxTool, { profit: '-2000.00', months: 12, reducedRate: true }, { tax: '0.00' }],
  [
    corporateTaxTool,
    { profit: '200000.00', months: 12, reducedRate: false },
    { tax: '50000.00', brackets: [{ rate: '0.25', base: '200000.00', tax: '50000.00' }] },
  ],
  [
    corporateTaxTool,
    { profit: '60000.00', months: 8, reducedRate: true },
    {
      tax: '12166.67',
      brackets: [
        { rate: '0.15', base: '28333.33', tax: '4250.00' },
        { rate: '0.25', base: '31666.67', tax: '7916.67' },
      ],
    },
  ],
  [
    acquisitionCost,
    { price: '1000000.00', department: '42', date: '2026-11-30', commitmentToBuild: false },
    {
      droitsDeMutation: '63185.00',
      securiteImmobiliere: '1000.00',
      emolumentsHt: '8387.25',
      emolumentsTtc: '10064.70',
      total: '74249.70',
    },
  ],
  [
    acquisitionCost,
    { price: '1000000.00', department: '26', date: '2026-11-30' },
    { droitsDeMutation: '58066.50' },
  ],
  [
    acquisitionCost,
    { price: '4000000.00', department: '42', date: '2026-11-30' },
    { droitsDeMutation: '252740.00', emolumentsHt: '32357.25', emolumentsTtc: '38828.70' },
  ],
  [
    acquisitionCost,
    { price: '720000.00', department: '42', date: '2026-11-30', commitmentToBuild: true },
    {
      droitsDeMutation: '125.00',
      securiteImmobiliere: '720.00',
      emolumentsHt: '6150.05',
      emolumentsTtc: '7380.06',
    },
  ],
  [profitAllocationTool, { ...SCOP, shareInterestRateCap: '0.048' }, { distributableMax: '33333.33' }],
  [
    profitAllocationTool,
    { ...SCOP, reserveAllocation: '16000.00', labourAllocation: '68000.00' },
    { distributableMax: '16000.00' },
  ],
  [
    profitAllocationTool,
    SCIC,
    { distributableMax: '14400.00', distributed: '14400.00', retained: '85600.00' },
  ],
  [
    profitAllocationTool,
    { ...SCIC, capital: '2000000.00' },
    { distributableMax: '42500.00', retained: '57500.00' },
  ],
  [
    profitAllocationTool,
    {
      form: 'SAS-ESS',
      profit: '100000.00',
      priorLosses: '20000.00',
      capital: '1000000.00',
      reserves: '150000.00',
      wishedDistribution: '1000.00',
    },
    { distributableMax: '40000.00', distributed: '1000.00', retained: '79000.00' },
  ],
  [
    profitAllocationTool,
    { form: 'association', profit: '80000.00', priorLosses: '0.00', capital: '0.00', reserves: '0.00' },
    { distributableMax: '0.00', distributed: '0.00', retained: '80000.00' },
  ],
  [
    grantEquivalent,
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
  [grantEquivalent, { ...GUARANTEE, safeHarbourPremium: '0.038' }, { grantEquivalent: '129390.23' }],
  [grantEquivalent, { ...GUARANTEE, safeHarbourPremium: '0.008' }, { grantEquivalent: '27240.05' }],
  [
    grantEquivalent,
    { kind: 'land-discount', marketValue: '400000.00', price: '320000.00' },
    { grantEquivalent: '80000.00' },
  ],
  [
    grantEquivalent,
    { kind: 'reduced-rent', marketRent: '60000.00', rent: '25000.00', years: 18, discountRate: '0.037' },
    { grantEquivalent: '454077.79' },
  ],
];

describe('calculators of the law', () => {
  test.each(TABLE.map(([tool, request, expected]) => ({ id: tool.id, tool, request, expected })))(
    '$id $request',
    ({ tool, request, expected }) => {
      const reading = tool.answer(request);
      expect(reading).toMatchObject({ ok: true, value: expected });
    },
  );

  test('an established department has no warning at all, a doubtful one has', () => {
    const asked = (department: string) =>
      acquisitionCost.answer({ price: '1000.00', department, date: '2026-11-30' }) as {
        value: { warnings?: string[] };
      };
    expect(asked('42').value).not.toHaveProperty('warnings');
    expect(asked('36').value.warnings?.join()).toContain('Indre');
  });
});
