import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { type LoanQuestion, questionsOf, type RentQuestion } from '../../src/analysis/search-questions.ts';
import { answerLoan, answerRent } from '../../src/analysis/solved-amounts.ts';
import { resolveDossier } from '../../src/dossier/resolution.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { rentBesideMarket, rentCheckOf, solvedRentSentence } from '../../src/report/rent-sentences.ts';
import { loanAnswer, rentAnswer } from '../../src/report/solved-sentences.ts';
import { computedDeal, scenario, wholeScenario } from '../support/dossiers.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
type AnyDossier = any;

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const whole = () => wholeScenario('sci-envie-soleil');

function asked<Q>(dossier: AnyDossier, index: number, id: string) {
  const read = resolveDossier(dossier);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { base: read.value, question: questionsOf(read.value, index).find((item) => item.id === id) as Q };
}

function rentOf(dossier: AnyDossier) {
  const { base, question } = asked<RentQuestion>(dossier, 2, 'loyer');
  const found = answerRent(base, 2, question);
  if (found === undefined) throw new Error('no rent');
  return { found, answer: rentAnswer(question, found) };
}

function loanOf(dossier: AnyDossier, index: number, id = 'pret') {
  const { base, question } = asked<LoanQuestion>(dossier, index, id);
  const found = answerLoan(base, index, question);
  if (found === undefined) throw new Error('no loan');
  return { found, answer: loanAnswer(question, found) };
}

describe('the rent of a property company', () => {
  /** DSCR by year of the whole path computed again with this rent and the same loans typed in. */
  function coversAt(rent: string): (string | undefined)[] {
    const dossier = scenario('sci-envie-soleil', 'sci');
    const [path] = dossier.paths;
    for (const { amountPath, loan } of computedDeal(scenario('sci-envie-soleil', 'sci')).sizings) {
      const field = amountPath.includes('operatorTerms') ? 'operatorTerms' : 'terms';
      path[field] = { ...path[field], solve: 'none', amount: `${loan}.00` };
    }
    path.lease = { ...path.lease, solve: 'none', rentPerM2Year: rent };
    const { deal, figures } = computedDeal(dossier);
    const { byYear } = deal.covenants.find(({ id }) => id === 'dscr') as (typeof deal.covenants)[number];
    if (byYear === undefined) throw new Error('no cover by year');
    return figures.of(byYear).flatMap((value) => (value === null ? [] : [value.toFixed(10)]));
  }

  test('is the smallest by cent: each year there and one cent lower, computed again', () => {
    const { found, answer } = rentOf(whole());
    expect(found.rent.rentPerM2Year).toBe('34.20');
    expect(found.rent.before?.rentPerM2Year).toBe('34.19');
    expect(found.years.map(({ atRent }) => atRent?.toFixed(10))).toEqual(coversAt('34.20'));
    expect(found.years.map(({ before }) => before?.toFixed(10))).toEqual(coversAt('34.19'));
    expect(found.years.every(({ atRent }) => atRent?.gte('1.2'))).toBe(true);
    expect(found.years.some(({ before }) => before?.lt('1.2'))).toBe(true);
    expect(plain(answer.sentence)).toBe(
      'Loyer calculé : 34,20 €/m²/an, DSCR au plus bas 1,2003 pour 1,20 visé ; à 34,19 €/m²/an, 1,1999 < 1,20. Le dossier le calcule déjà ainsi.',
    );
    expect(plain(answer.check.rows[0]?.cells[0]?.text ?? '')).toBe('1,1999 (manquée)');
  });

  test('typed in the dossier, it is searched all the same', () => {
    const dossier = whole();
    dossier.paths[2].lease = { ...dossier.paths[2].lease, solve: 'none', rentPerM2Year: '50.00' };
    const { answer } = rentOf(dossier);
    expect(plain(answer.sentence)).toMatch(/34,20.+Le dossier a un loyer saisi de 50,00 €\/m²\/an\.$/);
    expect(answer.taken?.values).toEqual([
      { place: 'paths[2].lease.solve', value: 'none' },
      { place: 'paths[2].lease.rentPerM2Year', value: '34.20' },
    ]);
    dossier.paths[2].lease.rentPerM2Year = '34.20';
    expect(rentOf(dossier).answer.taken).toBeUndefined();
  });

  test('above the market, it is said with a word; below, by how much', () => {
    const dossier = whole();
    dossier.site.marketRentPerM2Year = '20';
    expect(plain(rentOf(dossier).answer.warnings.join())).toMatch(
      /^Loyer au-dessus du marché : 67,98 % de plus que le loyer de marché à la mise en service \(20,36 €\/m²\/an\)\.$/,
    );
    expect(rentOf(whole()).answer.warnings).toEqual([]);
    expect(rentBesideMarket(new Decimal('20'), new Decimal('20.004'))?.sentence).toContain('C’est le loyer');
    expect(rentBesideMarket(new Decimal('20'), new Decimal('0'))).toBeUndefined();
  });

  test('the page of the path says it with its check, or that it is typed; other paths say nothing', () => {
    const check = rentCheckOf(computedDeal(scenario('sci-envie-soleil', 'sci')));
    expect(plain(check?.sentence ?? '')).toContain('à 34,19 €/m²/an, 1,1999 < 1,20.');
    expect(check?.market).toMatchObject({ isAbove: false });
    const dossier = scenario('sci-envie-soleil', 'sci');
    dossier.paths[0].lease = { solve: 'none', rentPerM2Year: '60.00' };
    const typed = rentCheckOf(computedDeal(dossier));
    expect(plain(typed?.sentence ?? '')).toBe('Loyer saisi : 60,00 €/m²/an.');
    expect(typed?.market).toMatchObject({ isAbove: true });
    expect(rentCheckOf(computedDeal(scenario('sci-envie-soleil')))).toBeUndefined();
  });

  test('a cover just under its target is never written as the target; no rent and no loan are said', () => {
    const rent = {
      rentPerM2Year: '10.00',
      reached: '0.00001',
      isFound: true,
      before: { rentPerM2Year: '9.99', reached: '-0.000002' },
    };
    expect(plain(solvedRentSentence(rent, new Decimal('1.2')))).toBe(
      'Loyer calculé : 10,00 €/m²/an, DSCR au plus bas 1,20001 pour 1,20 visé ; à 9,99 €/m²/an, 1,199998 < 1,20.',
    );
    expect(plain(solvedRentSentence({ ...rent, isFound: false }, new Decimal('1.2')))).toBe(
      'Aucun loyer ne tient la couverture visée de 1,20.',
    );
    expect(plain(solvedRentSentence({ ...rent, reached: null, before: null }, new Decimal('1.2')))).toContain(
      'aucun exercice n’ayant d’annuités à couvrir',
    );
  });
});

describe('the loan that closes a plan', () => {
  test('R1: what is left of the plan, there and one euro lower', () => {
    const { found, answer } = loanOf(whole(), 1);
    // As sizing.test.ts reads them.
    expect([found.need, found.atNeed, found.before].map(String)).toEqual(['3166006', '0.85', '-0.14']);
    expect(plain(answer.sentence)).toBe(
      'Le plus petit montant de « Prêt bancaire » qui équilibre le plan est de 3 166 006,00 €. Un euro de moins : il manque 0,14 €. Le dossier le calcule déjà ainsi.',
    );
    expect(answer.check.rows.map(({ label }) => label)).toContain(
      'Prêt permis par « Prêt / coût de revient (LTC) »',
    );
  });

  test('a typed loan is searched all the same, and the value taken over closes the plan', () => {
    const dossier = whole();
    dossier.paths[1].terms = { ...dossier.paths[1].terms, solve: 'none', amount: '3000000.00' };
    const { answer } = loanOf(dossier, 1);
    expect(plain(answer.sentence)).toContain('Le dossier a un montant saisi de 3 000 000,00 €.');
    const amount = answer.taken?.values.find(({ place }) => place === 'paths[1].terms.amount')?.value;
    dossier.paths[1].terms.amount = amount;
    const read = computeDossier(dossier);
    expect(read.ok && read.value.paths[1]?.computed?.gap).toBeUndefined();
  });

  test('kept smaller by a limit, it is said and nothing is offered', () => {
    const dossier = whole();
    dossier.paths[1].terms.maximumLoanToCost = '0.60';
    const { answer } = loanOf(dossier, 1);
    expect(plain(answer.sentence)).toMatch(
      /Mais « Prêt \/ coût de revient \(LTC\) » limite le prêt à [\d ]+,00 € : le reste est à trouver ailleurs\./,
    );
    expect(answer).toMatchObject({ isFound: false, taken: undefined });
  });

  test('of the enterprise beside its SCI, of who needs none, and of who could never repay it', () => {
    expect(loanOf(whole(), 2, 'pret-exploitant').found.need.toFixed()).toBe('131828');
    const rich = whole();
    rich.paths[0].sources[1].amount = '900000.00';
    expect(plain(loanOf(rich, 0).answer.sentence)).toContain('Le plan s’équilibre sans « Prêt bancaire ».');
    const costly = whole();
    costly.paths[1].terms = { ...costly.paths[1].terms, arrangementFeeRate: '0.2', annualRate: '0.5' };
    costly.project.opening = '2032-01-01';
    const { answer } = loanOf(costly, 1);
    expect(answer.sentence).toContain('Aucun montant de');
    expect(answer.taken).toBeUndefined();
  });
});
