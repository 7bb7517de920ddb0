import { expect, test } from 'vitest';
import { TOOLS } from '../../src/tools/tools.ts';

test('a loan whose annuity rounds to nothing is bounded by the third ratio alone', () => {
  const tool = TOOLS.find(({ id }) => id === 'guarantee-limits');
  const answer = tool?.answer({
    realOperatingRevenue: '1000000.00',
    ownAnnuities: '0.00',
    guaranteedAnnuities: '0.00',
    debtorGuaranteedAnnuities: '0.00',
    loan: { amount: '0.01', annualRate: '0.03', years: 20 },
    coverage: '0.5',
    otherCoverage: '0.1',
  });
  expect(answer).toMatchObject({ ok: true, value: { guaranteedAnnuity: '0.00', maximumCoverage: '0.4' } });
});
