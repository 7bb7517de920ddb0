import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/formula/decimal.ts';
import type { Legality } from '../../src/law/legality.ts';
import {
  brsaLegality,
  impactBondLegality,
  titreParticipatifLegality,
} from '../../src/law/regulated-instruments.ts';

const rules = (found: readonly Legality[]) => found.map(({ rule, verdict }) => `${rule} ${verdict}`);

describe('titre participatif: C. com. L228-36, R228-49', () => {
  const issue = (issuer: 'SCOP' | 'SAS-ESS', repaidAfterYears: number, base: string) =>
    rules(titreParticipatifLegality({ issuer, repaidAfterYears, variableBase: new Decimal(base) }));

  test.each([
    ['SCOP', 7, '0.4', []],
    ['SCOP', 10, '0', []],
    ['SCOP', 6, '0.4', ['titre-participatif.years impossible']],
    ['SCOP', 7, '0.4001', ['titre-participatif.variable-base impossible']],
    ['SAS-ESS', 7, '0.4', ['sas-ess.titre-participatif impossible']],
  ] as const)('%s, repaid after %i years, base %s: %j', (issuer, years, base, expected) => {
    expect(issue(issuer, years, base)).toEqual(expected);
  });

  test('40 % caps the base, not the coupon: 1 % fixed and 6 % on 40 % of the nominal is lawful', () => {
    // faits.md §2.1: coupon = nominal × fixed + nominal × q × variable. Variable part: 2.4 % of 3.4 %, that is 71 %.
    const [fixed, base, variable] = [0.01, 0.4, 0.06];
    const partOfCoupon = (base * variable) / (fixed + base * variable);
    expect(partOfCoupon).toBeGreaterThan(0.7);
    expect(issue('SCOP', 7, String(base))).toEqual([]);
  });
});

describe('mistake 9', () => {
  test.each([
    ['programme', 'association', []],
    ['programme', 'SAS-ESS', []],
    ['walls', 'SAS-ESS', ['impact-bond.walls impossible']],
    ['walls', 'SCI', ['impact-bond.walls impossible', 'sci.impact-bond a-verifier']],
    ['programme', 'SCI', ['sci.impact-bond a-verifier']],
  ] as const)('a contrat à impact that pays %s, carried by %s: %j', (pays, issuer, expected) => {
    expect(rules(impactBondLegality({ issuer, pays }))).toEqual(expected);
  });

  test.each([
    ['50', '4000000', 18, ['brsa.tenant impossible']],
    ['9.9', '2000000', 12, []],
    ['10', '1000000', 12, ['brsa.tenant impossible']],
    ['9', '2000000.01', 12, ['brsa.tenant impossible']],
    ['5', '500000', 11, ['brsa.years impossible']],
    // Not the 18 years of the lease of dwellings.
    ['5', '500000', 17, []],
  ])('a BRSA for %s employees and %s € over %i years: %j', (employees, turnover, years, expected) => {
    const terms = { employees: new Decimal(employees), turnoverOrBalance: new Decimal(turnover), years };
    expect(rules(brsaLegality(terms))).toEqual(expected);
  });
});
