import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { ComputedPath } from '../../src/analysis/computed.ts';
import { smallestAmount } from '../../src/analysis/own-funds-search.ts';
import { type AmountQuestion, questionsOf } from '../../src/analysis/search-questions.ts';
import { type ResolvedDossier, resolveDossier } from '../../src/dossier/resolution.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { amountAnswer } from '../../src/report/own-funds-sentences.ts';
import { comparedDossier } from '../support/compared.ts';
import { wholeScenario } from '../support/dossiers.ts';
import { IN_WHOLE, wholeUnless } from '../support/extent.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
type AnyDossier = any;

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const whole = () => wholeScenario('sci-envie-soleil');

function resolved(dossier: AnyDossier): ResolvedDossier {
  const read = resolveDossier(dossier);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const searchedBefore = new Map<string, ReturnType<typeof search>>();

/** The search of a question; what several tests read is searched once. */
function asked(dossier: AnyDossier, index: number, id: string) {
  const key = JSON.stringify([dossier, index, id]);
  const found = searchedBefore.get(key) ?? search(dossier, index, id);
  searchedBefore.set(key, found);
  return found;
}

function search(dossier: AnyDossier, index: number, id: string) {
  const base = resolved(dossier);
  const question = questionsOf(base, index).find((item) => item.id === id) as AnyDossier as AmountQuestion;
  const searched = smallestAmount(base, index, question);
  if (searched === undefined) throw new Error('no figures');
  return { question, searched, answer: amountAnswer(question, searched) };
}

/** The whole path computed again, as its page shows it, with this amount typed at this place of the dossier. */
function computedWith(dossier: AnyDossier, index: number, put: (path: AnyDossier) => void): ComputedPath {
  const changed = structuredClone(dossier);
  put(changed.paths[index]);
  const read = computeDossier(changed);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.paths[index] as ComputedPath;
}

/** What the page of the path says: nothing to find, and no limit missed. */
function holds({ computed }: ComputedPath): boolean {
  return computed?.gap === undefined && computed?.covenants.every(({ met }) => met !== false) === true;
}

interface Case {
  readonly name: string;
  readonly dossier: AnyDossier;
  readonly index: number;
  readonly id: string;
  readonly put: (path: AnyDossier, amount: string) => void;
}

function sourceOf(id: string, list = 'sources') {
  return (path: AnyDossier, amount: string) => {
    path[list].find((source: AnyDossier) => source.id === id).amount = amount;
  };
}

const limitedOwnFunds = comparedDossier().paths[2].sources.find(
  ({ kind }: AnyDossier) => kind === 'own-funds',
).id;
const bothLimits = whole();
bothLimits.paths[1].terms.minimumCover = '1.60';

const CASES: readonly Case[] = [
  {
    name: 'own funds of R1, above what its loan to cost asks',
    dossier: whole(),
    index: 1,
    id: 'apport-apport-associes',
    put: sourceOf('apport-associes'),
  },
  {
    name: 'own funds of R1, with a cover that binds before the loan to cost',
    dossier: bothLimits,
    index: 1,
    id: 'apport-apport-associes',
    put: sourceOf('apport-associes'),
  },
  {
    name: 'self-financing of R1',
    dossier: whole(),
    index: 1,
    id: 'apport-autofinancement',
    put: sourceOf('autofinancement'),
  },
  {
    name: 'own funds of a loan that its bank keeps too small',
    dossier: comparedDossier(),
    index: 2,
    id: `apport-${limitedOwnFunds}`,
    put: sourceOf(limitedOwnFunds),
  },
  {
    name: 'ticket of the SCI, whose rent follows',
    dossier: whole(),
    index: 2,
    id: 'ticket',
    put: (path, amount) => {
      path.ticket.amount = amount;
    },
  },
];

/** What `npm test` searches; the ticket of an investor is also asked below. */
const QUICK: ReadonlySet<string> = new Set(['own funds of R1, above what its loan to cost asks']);

describe.each(CASES)('$name', ({ name, dossier, index, id, put }) => {
  const extent = wholeUnless(QUICK.has(name));
  const at = (amount: Decimal) => computedWith(dossier, index, (path) => put(path, amount.toFixed(2)));

  test('the page of the path holds at the amount found, and not with one euro less', extent, () => {
    const { searched } = asked(dossier, index, id);
    const found = searched.found?.amount ?? new Decimal(Number.NaN);
    const { before } = searched;
    expect(found.isInteger()).toBe(true);
    expect(holds(at(found))).toBe(true);
    const less = at(found.minus(1));
    expect(holds(less)).toBe(false);
    expect(before?.amount.toFixed()).toBe(found.minus(1).toFixed());
    expect(before?.gap.toFixed(2)).toBe(less.computed?.gap ?? '0.00');
    const missed = less.computed?.covenants.flatMap(({ id: limit, met }) => (met === false ? [limit] : []));
    expect(before?.limits.flatMap(({ id: limit, isMissed }) => (isMissed ? [limit] : []))).toEqual(missed);
  });

  test('no smaller amount holds, here and there', IN_WHOLE, () => {
    const { searched, question } = asked(dossier, index, id);
    const found = searched.found?.amount as Decimal;
    const width = found.minus(question.from);
    for (const share of ['0', '0.27', '0.55', '0.81', '0.97']) {
      expect(holds(at(question.from.plus(width.times(share)).floor())), share).toBe(false);
    }
  });

  test(
    'the sentence names the amount, what is missed one euro lower, and the value of the dossier',
    extent,
    () => {
      const { searched, question, answer } = asked(dossier, index, id);
      const { sentence, isFound, taken } = answer;
      expect(isFound).toBe(true);
      expect(plain(sentence)).toMatch(
        /^Le plus petit montant de « .+ » qui équilibre le plan dans les limites de la banque est de [\d ]+,00 € \([\d ]+,\d\d € dans le dossier\)\. Un euro de moins : (il manque|« ).+ » .+\.$/,
      );
      expect(taken?.values).toEqual([{ place: question.place, value: searched.found?.amount.toFixed(2) }]);
    },
  );
});

test('what binds is named: the limit that keeps the loan small, or the limit that is passed', () => {
  expect(plain(asked(whole(), 1, 'apport-apport-associes').answer.sentence)).toContain(
    'il manque 0,21 €, car « Prêt / coût de revient (LTC) » limite le prêt',
  );
  const ticket = plain(asked(whole(), 2, 'ticket').answer.sentence);
  expect(ticket).toMatch(/« Prêt \/ coût de revient \(LTC\) » est à 80,0000\d+ % pour 80,00 % au plus/);
});

test('an amount that may go down to nothing, and the least ticket: the shares of the investor', () => {
  const rented = asked(whole(), 0, 'apport-apport-associes');
  expect(rented.searched.before).toBeUndefined();
  expect(plain(rented.answer.sentence)).toBe(
    '« Apport des associés » peut descendre à 0,00 €, le plus petit montant possible : il équilibre le plan dans les limites de la banque (50 000,00 € dans le dossier).',
  );
  const generous = whole();
  generous.paths[2].terms.maximumLoanToCost = null;
  const { searched } = asked(generous, 2, 'ticket');
  // 5 % of a capital of 400 000 €.
  expect(searched.found?.amount.toFixed()).toBe('20000');
});

test('no answer: the bound, the nearest amount and what is still missed', () => {
  const { searched, answer } = asked(comparedDossier(), 2, 'apport-autofinancement');
  expect(searched.found).toBeUndefined();
  expect(searched.to.toFixed()).toBe(comparedDossier().operator.openingCash.replace('.00', ''));
  expect(plain(answer.sentence)).toMatch(
    /^Aucun montant de « Autofinancement d’Envie Loire » jusqu’à 650 000,00 €, ce que la trésorerie de l’entreprise permet, n’équilibre le plan .+ Au plus près, à 650 000,00 € : il manque [\d ]+,\d\d €, car « Prêt \/ coût de revient \(LTC\) » limite le prêt\.$/,
  );
  expect(answer).toMatchObject({ isFound: false, taken: undefined });
});

test('no answer: a limit that own funds do not move', IN_WHOLE, () => {
  const dossier = whole();
  dossier.paths[2].lease.targetCover = '1.10';
  const { answer } = asked(dossier, 2, 'apport-apport-associes');
  expect(plain(answer.sentence)).toMatch(
    /^Aucun montant .+ « Loyers nets \/ annuités \(DSCR\), avant impôt, hors refinancement de la sortie » est à 1,1\d+ pour 1,20 au moins\.$/,
  );
  expect(answer.taken).toBeUndefined();
});

test('cash below zero is said, even when the plan closes', () => {
  const dossier = whole();
  dossier.operator.openingCash = '400000.00';
  dossier.paths[1].sources.find(({ id }: AnyDossier) => id === 'autofinancement').amount = '399000.00';
  dossier.operator.fixedCostsAfter = '3000000.00';
  dossier.paths[1].terms.minimumCover = null;
  const { answer, searched } = asked(dossier, 1, 'apport-apport-associes');
  const lowest = searched.found?.lowestCash[0];
  expect(lowest?.amount.isNegative()).toBe(true);
  expect(plain(answer.warnings.join())).toMatch(
    /la trésorerie de « Envie Loire » descend à −[\d ]+,\d\d € en /,
  );
});

test('few amounts are tried, as each sizes everything anew', IN_WHOLE, () => {
  for (const { dossier, index, id } of CASES) {
    expect(asked(dossier, index, id).searched.tried).toBeLessThan(16);
  }
});
