import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/formula/decimal.ts';
import type { MatrixForm } from '../../src/law/form-instrument-words.ts';
import { LEGAL_FORMS } from '../../src/law/legal-forms.ts';
import type { Legality } from '../../src/law/legality.ts';
import { ruling, worstVerdict } from '../../src/law/legality.ts';
import {
  authorityAccountLegality,
  authorityCapitalLegality,
  scicPublicShareLegality,
} from '../../src/law/local-authority.ts';
import { type ScopHolding, scopHoldingLegality } from '../../src/law/scop-holding.ts';

const rules = (found: readonly Legality[]) => found.map(({ rule, verdict }) => `${rule} ${verdict}`);

describe('SCOP: loi 78-763 art. 5, 25, 49 bis; loi 47-1775 art. 3 bis', () => {
  const holding = (changes: Partial<Record<keyof ScopHolding, string>>, startUpYears?: number) => {
    const share = (key: keyof ScopHolding, usual: string) => new Decimal(changes[key] ?? usual);
    return rules(
      scopHoldingLegality({
        employeeCapital: share('employeeCapital', '0.51'),
        employeeVotes: share('employeeVotes', '0.65'),
        largestAssociate: share('largestAssociate', '0.49'),
        outsiderVotes: share('outsiderVotes', '0.35'),
        cooperativeVotes: share('cooperativeVotes', '0'),
        ...(startUpYears === undefined ? {} : { startUpYears }),
      }),
    );
  };

  test.each([
    [{}, []],
    [{ employeeCapital: '0.5099' }, ['scop.employee-capital impossible']],
    [{ employeeVotes: '0.6499' }, ['scop.employee-votes impossible']],
    // Exactly half is not more than half.
    [{ largestAssociate: '0.5' }, []],
    [{ largestAssociate: '0.5001' }, ['scop.associate-capital impossible']],
    [{ outsiderVotes: '0.3501' }, ['cooperative.non-cooperator-votes a-verifier']],
    // A cooperative may bring the whole to 49 %, others stop at 35 %.
    [{ outsiderVotes: '0', cooperativeVotes: '0.49' }, []],
    [{ outsiderVotes: '0.2', cooperativeVotes: '0.2901' }, ['cooperative.non-cooperator-votes a-verifier']],
  ])('%o: %j', (changes, expected) => {
    expect(holding(changes)).toEqual(expected);
  });

  test('a SCOP d’amorçage has seven years to reach 51 %, not eight', () => {
    const outside = { employeeCapital: '0.2', largestAssociate: '0.8' };
    expect(holding(outside, 7)).toEqual(['scop.employee-capital a-verifier']);
    expect(holding(outside, 8)).toEqual(['scop.employee-capital impossible']);
    expect(holding(outside)).toEqual([
      'scop.employee-capital impossible',
      'scop.associate-capital impossible',
    ]);
  });
});

describe('local authorities: CGCT', () => {
  test.each([
    ['SCOP', 'impossible'],
    ['SAS', 'impossible'],
    ['SAS-ESS', 'impossible'],
    ['SCI', 'impossible'],
    ['SCIC', 'possible'],
    ['association', 'a-verifier'],
  ] as [MatrixForm, string][])('at the capital of %s: %s', (form, verdict) => {
    const rule = authorityCapitalLegality(form, 'Métropole');
    expect(rule.verdict).toBe(verdict);
    expect(rule.reason).toContain('Métropole');
    if (verdict === 'impossible') expect(rule.article).toContain('L. 2253-1');
  });

  test('an associate account: in a SCIC only, and since 23/02/2022', () => {
    for (const form of ['SCOP', 'SAS', 'SAS-ESS', 'SCI'] as const)
      expect(authorityAccountLegality(form, 'Métropole', '2026-11-22')).toMatchObject({
        verdict: 'impossible',
        confidence: 'sourced',
        article: expect.stringContaining('L. 2253-1'),
      });
    expect(authorityAccountLegality('SCIC', 'Métropole', '2022-02-23').verdict).toBe('a-verifier');
    expect(authorityAccountLegality('SCIC', 'Métropole', '2022-02-22').verdict).toBe('impossible');
  });
});

describe('mistake 5: public share of a SCIC', () => {
  test.each([
    ['0.2499', []],
    ['0.2499999', []],
    ['0.25', ['scic.sme-status a-verifier']],
    ['0.4', ['scic.sme-status a-verifier']],
    ['0.5', ['scic.sme-status a-verifier']],
    ['0.500001', ['scic.public-capital impossible']],
    ['0.5001', ['scic.public-capital impossible']],
  ])('%s: %j', (share, expected) => {
    expect(rules(scicPublicShareLegality(new Decimal(share)))).toEqual(expected);
  });
});

test('mistakes 2 and 1: shares of cooperatives bring no gain; associates of a SCI answer without limit', () => {
  const withGain = Object.entries(LEGAL_FORMS).filter(([, { capitalGain }]) => capitalGain);
  expect(withGain.map(([form]) => form)).toEqual(['SAS', 'SAS-ESS', 'SCI']);
  expect(LEGAL_FORMS.SCOP.distribution).not.toMatch(/plafond légal|TMO/);
  expect(LEGAL_FORMS.SCIC.distribution).toContain('57,5 %');
  expect(LEGAL_FORMS.SCI.liability).toMatch(/^indéfinie/);
});

test('a rule that was not read in a text never forbids alone', () => {
  const item = (confidence: Legality['confidence']) =>
    ruling({ rule: 'a', verdict: 'impossible', article: '', reason: '', remedy: '', confidence });
  const verdicts = (['sourced', 'computed', 'memory', 'uncertain'] as const).map(
    (confidence) => item(confidence).verdict,
  );
  expect(verdicts).toEqual(['impossible', 'a-verifier', 'a-verifier', 'a-verifier']);
  expect(worstVerdict([item('memory'), item('uncertain')])).toBe('a-verifier');
});
