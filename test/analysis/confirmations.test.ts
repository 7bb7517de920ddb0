import { expect, test } from 'vitest';
import { mayBeConfirmed } from '../../src/analysis/confirmations.ts';

test.each([
  ['state-aid.excess', false],
  ['scic.redemption-late', false],
  ['plan.balance', false],
  ['state-aid.register', true],
  ['grant.status', true],
])('%s may be vouched for: %s', (rule, may) => {
  expect(mayBeConfirmed({ rule, verdict: 'a-verifier' })).toBe(may);
  expect(mayBeConfirmed({ rule, verdict: 'impossible' })).toBe(false);
});
