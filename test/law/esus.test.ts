import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/formula/decimal.ts';
import { type EsusFacts, esusLegality, esusYears } from '../../src/law/esus.ts';

/** faits.md §1 and §4.1: SMIC of 12.31 € for 1 820 h, 7 times 156 829.40 €, 10 times 224 042.00 €. */
const facts = (changes: Partial<EsusFacts> = {}): EsusFacts => ({
  asOfRight: false,
  isListed: false,
  socialCharges: new Decimal('0.66'),
  highestSalary: new Decimal('224042.00'),
  fiveHighest: new Decimal('156829.40'),
  ...changes,
});
const DATE = '2026-11-22';
const rules = (given: EsusFacts, date = DATE) =>
  esusLegality(given, date).map(({ rule, verdict }) => `${rule} ${verdict}`);

describe('agreement ESUS: C. trav. L3332-17-1, R3332-21-1', () => {
  test('at each limit, to the cent, it may be given', () => {
    expect(rules(facts())).toEqual([]);
  });

  test.each([
    [{ highestSalary: new Decimal('224042.01') }, ['esus.highest-salary impossible']],
    [{ fiveHighest: new Decimal('156829.41') }, ['esus.five-salaries impossible']],
    [{ isListed: true }, ['esus.listed impossible']],
    // Under 66 %, the other criterion is not known: nothing is settled.
    [{ socialCharges: new Decimal('0.6599') }, ['esus.social-utility a-verifier']],
  ] as [Partial<EsusFacts>, string[]][])('%o: %j', (changes, expected) => {
    expect(rules(facts(changes))).toEqual(expected);
  });

  test('one criterion is enough: 66 % of charges, or pay under the TMO and five points, never both', () => {
    const low = { socialCharges: new Decimal('0.1') };
    const pay = (rate: string) => ({ financialPay: { rate: new Decimal(rate), tmo: new Decimal('0.028') } });
    expect(rules(facts({ ...low, ...pay('0.0779') }))).toEqual([]);
    expect(rules(facts({ ...low, ...pay('0.078') }))).toEqual(['esus.social-utility impossible']);
    expect(rules(facts(pay('0.2')))).toEqual([]);
  });

  test('insertion and adapted enterprises are agreed as of right, unless listed', () => {
    expect(rules({ asOfRight: true, isListed: false })).toEqual([]);
    expect(rules({ asOfRight: true, isListed: true })).toEqual(['esus.listed impossible']);
  });

  test('a SMIC that is not known at the date refuses nobody', () => {
    const verdicts = esusLegality(facts({ highestSalary: new Decimal('999999') }), '2024-10-31').map(
      ({ verdict }) => verdict,
    );
    expect(verdicts).toEqual(['a-verifier', 'a-verifier']);
  });

  test('statutes that do not say it are to verify, never refused: the text is quoted from memory', () => {
    expect(rules(facts({ statutes: false }))).toEqual(['esus.statutes a-verifier']);
    expect(rules(facts({ statutes: true }))).toEqual([]);
  });

  test('what is refused tells the measure and the limit, to the cent', () => {
    const [found] = esusLegality(facts({ highestSalary: new Decimal('224042.01') }), DATE);
    expect(found?.reason.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
      '224 042,01 € pour une limite de 224 042,00 €. La plus haute rémunération ne dépasse pas 10 fois le SMIC annuel.',
    );
  });

  test('the agreement lasts five years, two under three years of age', () => {
    expect([esusYears(0), esusYears(2.9), esusYears(3), esusYears(20)]).toEqual([2, 2, 5, 5]);
  });
});
