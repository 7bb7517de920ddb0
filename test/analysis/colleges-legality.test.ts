import { describe, expect, test } from 'vitest';
import { type College, scicCollegesLegality } from '../../src/analysis/colleges-legality.ts';
import { Decimal } from '../../src/formula/decimal.ts';

/** faits.md §1 (SCIC) and §8 mistake 5: the thresholds to the cent of the capital. */
function college(category: College['category'], capital: string, votes: string): College {
  const isPublic = category === 'authorities';
  return { label: category, category, isPublic, capital: new Decimal(capital), votes: new Decimal(votes) };
}

/** A SCIC of 1 000 000 € in which local authorities hold this much. */
function withPublic(capital: string) {
  const others = new Decimal('1000000').minus(capital).minus('20000').toFixed(2);
  const colleges = [
    college('employees', '10000', '0.3'),
    college('beneficiaries', '10000', '0.2'),
    college('authorities', capital, '0.3'),
    college('citizens', others, '0.2'),
  ];
  return scicCollegesLegality({ form: 'SCIC', colleges }).map(({ rule, verdict }) => `${rule} ${verdict}`);
}

describe('public capital of a SCIC', () => {
  test.each([
    ['0', []],
    ['249900.00', []],
    ['249999.99', []],
    ['250000.00', ['scic.sme-status a-verifier']],
    ['400000.00', ['scic.sme-status a-verifier']],
    ['500000.00', ['scic.sme-status a-verifier']],
    ['500000.01', ['scic.public-capital impossible']],
    ['500100.00', ['scic.public-capital impossible']],
  ])('%s € of 1 000 000 €: %j', (capital, expected) => {
    expect(withPublic(capital)).toEqual(expected);
  });

  test('the share refused is written with what makes it too much', () => {
    const colleges = [
      college('employees', '4999', '0.4'),
      college('beneficiaries', '0', '0.3'),
      college('authorities', '5001', '0.3'),
    ];
    const refused = scicCollegesLegality({ form: 'SCIC', colleges }).find(
      ({ rule }) => rule === 'scic.public-capital',
    );
    expect(refused?.reason.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('50,01 % du capital');
    expect(refused?.article).toContain('19 septies');
  });
});

describe('categories and votes', () => {
  const three = [
    college('employees', '10', '0.4'),
    college('beneficiaries', '10', '0.5'),
    college('partners', '80', '0.1'),
  ];
  const rules = (colleges: readonly College[]) =>
    scicCollegesLegality({ form: 'SCIC', colleges }).map(({ rule, verdict }) => `${rule} ${verdict}`);

  test('three categories with employees and beneficiaries, 10 % and 50 % of the votes, are lawful', () => {
    expect(rules(three)).toEqual([]);
  });

  test.each([
    ['no employee', [college('citizens', '10', '0.4'), ...three.slice(1)], 'scic.categories impossible'],
    ['no beneficiary', [three[0], college('citizens', '1', '0.5'), three[2]], 'scic.categories impossible'],
    [
      'two colleges of one category are one category',
      [three[0], three[1], college('employees', '5', '0.1')],
      'scic.categories impossible',
    ],
  ] as [string, College[], string][])('%s', (_, colleges, expected) => {
    expect(rules(colleges)).toEqual([expected]);
  });

  test('a college above 50 % of the votes is refused, one below 10 % (from memory) only to verify', () => {
    expect(
      rules([
        college('employees', '10', '0.5001'),
        college('beneficiaries', '10', '0.4'),
        college('partners', '80', '0.0999'),
      ]),
    ).toEqual(['scic.college-most-votes impossible', 'scic.college-least-votes a-verifier']);
  });

  test('votes that do not make a whole are said', () => {
    expect(rules([three[0] as College, three[1] as College, college('partners', '80', '0.2')])).toEqual([
      'scic.college-votes-total a-verifier',
    ]);
  });
});

test('a local authority is refused in a SAS of the ESS, with the article; others are not', () => {
  const colleges = [college('employees', '10', '0.5'), college('authorities', '1', '0.5')];
  expect(scicCollegesLegality({ form: 'SAS-ESS', colleges })).toMatchObject([
    { rule: 'authority.capital', verdict: 'impossible', article: expect.stringContaining('L. 2253-1') },
  ]);
  expect(scicCollegesLegality({ form: 'SAS-ESS', colleges: colleges.slice(0, 1) })).toEqual([]);
});
