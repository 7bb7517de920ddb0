import { beforeAll, describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { ComputedDeal, ComputedPath } from '../../src/analysis/computed.ts';
import { type CrossoverFinding, findCrossovers } from '../../src/analysis/crossover-search.ts';
import { crossoverSentence } from '../../src/analysis/crossover-sentences.ts';
import type { Higher, Point } from '../../src/formula/crossovers.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { makeCrossovers } from '../../src/tasks/crossovers.ts';
import { comparedDossier, threeWaysDossier } from '../support/compared.ts';
import { IN_WHOLE } from '../support/extent.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function pathsOf(dossier: unknown): readonly ComputedPath[] {
  const read = computeDossier(dossier);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.paths;
}

function columnOf(paths: readonly ComputedPath[], id: string, name: string) {
  const { computed } = paths.find(({ path }) => path.id === id) as { computed: ComputedDeal };
  return { name, computed };
}

/** The made-up dossier with the loans and the rent that were solved typed in, so that nothing is solved again. */
function withAmountsKept(paths: readonly ComputedPath[]) {
  const dossier = threeWaysDossier();
  for (const [index, { computed }] of paths.entries()) {
    const path = dossier.paths[index];
    for (const { amountPath, loan } of computed?.sizings ?? []) {
      const field = amountPath.includes('operatorTerms') ? 'operatorTerms' : 'terms';
      path[field] = { ...path[field], solve: 'none', amount: `${loan}.00` };
    }
    if (computed?.rent !== undefined) {
      path.lease = { ...path.lease, solve: 'none', rentPerM2Year: computed.rent.rentPerM2Year };
    }
  }
  return dossier;
}

describe('between two columns of a made-up dossier', () => {
  let paths: readonly ComputedPath[];
  let findings: { readonly id: string; readonly other: string; readonly finding: CrossoverFinding }[];
  beforeAll(() => {
    paths = pathsOf(threeWaysDossier());
    const main = columnOf(paths, 'sci', 'P1');
    findings = [
      ['market-rent', 'R0'],
      ['plain', 'R1'],
    ].flatMap(([id = '', name = '']) =>
      findCrossovers(main, columnOf(paths, id, name)).map((finding) => ({
        id: finding.assumption.id,
        other: id,
        finding,
      })),
    );
  });

  /** Costs of both columns in the whole dossier computed again, with an assumption changed and the amounts kept. */
  function recomputed(assumption: string, value: Decimal, other: string): (string | undefined)[] {
    const dossier = withAmountsKept(paths);
    if (assumption.endsWith('exit.year')) dossier.paths[2].exit.year = value.toNumber();
    else {
      const [group = '', field = ''] = assumption.split('.');
      dossier[group] = { ...dossier[group], [field]: value.toFixed() };
    }
    const again = pathsOf(dossier);
    return ['sci', other].map((id) => {
      const { computed } = columnOf(again, id, '');
      const line = computed.measures.lines.get('occupancy-cost-month');
      return line === undefined ? undefined : computed.figures.of(line)[0]?.toFixed(8);
    });
  }

  test('the assumptions that matter are asked of each pair', () => {
    expect(findings.map(({ id, other }) => `${id} ${other}`)).toEqual(
      ['market-rent', 'plain'].flatMap((other) => [
        `site.marketRentPerM2Year ${other}`,
        `site.exitYield ${other}`,
        `macro.annualRentIndexation ${other}`,
        `macro.founderDiscountRate ${other}`,
        `paths[2].exit.year ${other}`,
      ]),
    );
  });

  // Each point is a dossier computed again: `npm test` reads one in nine.
  const expectPoints = (every: number) => {
    let count = 0;
    for (const { id, other, finding } of findings) {
      const { stretches } = finding.found;
      const points: Point[] = [...stretches.map(({ from }) => from), ...stretches.map(({ to }) => to)];
      for (const { value, one, other: two } of [finding.present, ...points]) {
        if (count++ % every !== 0) continue;
        expect([one?.toFixed(8), two?.toFixed(8)], `${id} ${value}`).toEqual(recomputed(id, value, other));
      }
    }
    expect(count).toBeGreaterThan(20);
  };
  test('a point told is that of the whole dossier computed again, amounts kept', () => expectPoints(9));
  test('every point told is that of the whole dossier computed again, amounts kept', IN_WHOLE, () =>
    expectPoints(1),
  );

  test('the crossover is one step wide, and the sentence names the value at which the other column wins', () => {
    const rent = findings.find(({ id, other }) => id.startsWith('site.market') && other === 'market-rent');
    const { crossovers } = (rent as { finding: CrossoverFinding }).finding.found;
    expect(crossovers.map(({ before, after }) => after.value.minus(before.value).toFixed(2))).toEqual([
      '0.10',
    ]);
    const { sentence, check } = crossoverSentence((rent as { finding: CrossoverFinding }).finding);
    const told = crossovers[0]?.before as Point;
    expect(told.other?.lt(told.one ?? 0)).toBe(true);
    expect(plain(sentence)).toBe(
      `R0 devient préférable à P1 si le loyer de marché descend à ${told.value.toFixed(2).replace('.', ',')} €/m²/an (45,00 €/m²/an dans le dossier).`,
    );
    expect(plain(check).match(/\d,\d\d €(?!\/)/g)).toHaveLength(4);
  });

  test('the interval holds the value of the dossier, whatever it is, and steps are round', () => {
    const dossier = threeWaysDossier();
    dossier.site = { ...dossier.site, exitYield: '0.2123', marketRentPerM2Year: '0.03' };
    const again = pathsOf(dossier);
    const wide = findCrossovers(columnOf(again, 'sci', 'P1'), columnOf(again, 'market-rent', 'R0'));
    const bounds = wide.map(({ assumption: { from, to } }) => [from.toFixed(), to.toFixed()]);
    expect(bounds.slice(0, 2)).toEqual([
      ['0.01', '0.09'],
      ['0.04', '0.2125'],
    ]);
  });
});

describe('sentences', () => {
  const STEP = 1;
  const euros = (value: number | null) => (value === null ? null : new Decimal(value));
  const point = (value: number, one: number | null, other: number | null): Point => ({
    value: new Decimal(value),
    one: euros(one),
    other: euros(other),
  });
  const COSTS: Readonly<Record<Higher, readonly [number | null, number | null]>> = {
    one: [200, 100],
    other: [100, 200],
    neither: [150, 150],
    undefined: [null, 100],
  };

  /** A finding from the sides of consecutive stretches and where each ends; `present` stands at that value. */
  function finding(present: number, ...sides: readonly (readonly [Higher, number])[]): CrossoverFinding {
    const at = (value: number) => {
      const [higher] = sides.find(([, to]) => value <= to) ?? ['neither'];
      const [one, other] = COSTS[higher];
      return point(value, one, other);
    };
    const stretches = sides.map(([higher, to], index) => ({
      higher,
      from: at(index === 0 ? 0 : (sides[index - 1]?.[1] ?? 0) + STEP),
      to: at(to),
    }));
    let before: (typeof stretches)[number] | undefined;
    const found = stretches.flatMap((stretch) => {
      const { higher } = stretch;
      if (higher === 'neither') return [];
      const last = before;
      before = higher === 'undefined' ? undefined : stretch;
      if (last === undefined || higher === 'undefined' || last.higher === higher) return [];
      return [{ before: last.to, after: stretch.from, higher }];
    });
    return {
      assumption: {
        id: 'x',
        the: 'le taux',
        any: 'tout taux',
        present: new Decimal(present),
        write: (value) => `${value.toFixed()} %`,
        from: new Decimal(0),
        to: new Decimal(sides.at(-1)?.[1] ?? 0),
        step: new Decimal(STEP),
      },
      main: 'P1',
      other: 'R0',
      present: at(present),
      found: { stretches, crossovers: found },
    };
  }
  const said = (...args: Parameters<typeof finding>) => {
    const { sentence, changes } = crossoverSentence(finding(...args));
    return `${plain(sentence)}${changes ? '' : ' [rien]'}`;
  };

  test('one change, above or below the value of the dossier', () => {
    expect(said(4, ['other', 6], ['one', 10])).toBe(
      'R0 devient préférable à P1 si le taux atteint 7 % (4 % dans le dossier).',
    );
    expect(said(8, ['other', 6], ['one', 10])).toBe(
      'P1 devient préférable à R0 si le taux descend à 6 % (8 % dans le dossier).',
    );
    expect(plain(crossoverSentence(finding(4, ['other', 6], ['one', 10])).check)).toBe(
      'Coût complet par mois : à 6 %, P1 : 100,00 €, R0 : 200,00 € ; à 7 %, P1 : 200,00 €, R0 : 100,00 €.',
    );
  });

  test('one change through a tie: the value is where the other column is strictly better', () => {
    expect(said(4, ['other', 6], ['neither', 7], ['one', 10])).toBe(
      'R0 devient préférable à P1 si le taux atteint 8 % (4 % dans le dossier).',
    );
    const { check } = crossoverSentence(finding(4, ['other', 6], ['neither', 7], ['one', 10]));
    expect(check).toContain('entre les deux, égalité.');
  });

  test('several changes, ties where the dossier stands, and stretches without figures are told in order', () => {
    expect(said(4, ['other', 6], ['one', 8], ['other', 10])).toBe(
      'Selon le taux (4 % dans le dossier) : P1 préférable de 0 % à 6 % ; R0 préférable de 7 % à 8 % ; P1 préférable de 9 % à 10 %.',
    );
    expect(said(7, ['other', 6], ['neither', 7], ['one', 10])).toBe(
      'Selon le taux (7 % dans le dossier) : P1 préférable de 0 % à 6 % ; à égalité à 7 % ; R0 préférable de 8 % à 10 %.',
    );
    expect(said(9, ['undefined', 2], ['other', 10])).toBe(
      'Selon le taux (9 % dans le dossier) : sans comparaison possible de 0 % à 2 % ; P1 préférable de 3 % à 10 %.',
    );
  });

  test('many changes: those around the value of the dossier, and how many are left out', () => {
    const sides = Array.from({ length: 12 }, (_, i) => [i % 2 === 0 ? 'one' : 'other', 10 * i + 9] as const);
    const sentence = said(65, ...sides);
    expect(sentence.match(/préférable de/g)).toHaveLength(7);
    expect(sentence).toContain('R0 préférable de 60 % à 69 %');
    expect(sentence).toContain('(et 5 autres changements plus loin de la valeur du dossier)');
  });

  test('no change: over the whole interval, for either column, equal, or without figures', () => {
    expect(said(4, ['other', 10])).toBe(
      'P1 reste préférable à R0 pour tout taux de 0 % à 10 % (4 % dans le dossier). [rien]',
    );
    expect(said(4, ['one', 10])).toContain('R0 reste préférable à P1 pour tout taux');
    expect(said(4, ['neither', 10])).toContain('P1 et R0 coûtent autant l’une que l’autre pour tout taux');
    expect(said(4, ['undefined', 10])).toContain('P1 et R0 ne se comparent pas pour tout taux');
  });
});

describe('the answer', () => {
  const answer = (dossier: unknown) => {
    const read = makeCrossovers({ dossier });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value;
  };

  test('compares the main column with each funded one, and says which are left out', () => {
    const { groups, problem, notes } = answer(comparedDossier());
    expect(groups.map(({ main, other }) => [main, other])).toEqual([['R1', 'R2']]);
    expect(problem).toBeUndefined();
    expect(plain(notes.at(-1) ?? '')).toBe('N’est pas comparée, faute de plan financé : R3.');
  });

  test('says why nothing is compared: a main column without money, or alone', () => {
    const unfunded = { ...comparedDossier(), mainPath: 'limited' };
    expect(answer(unfunded)).toMatchObject({ groups: [], problem: expect.stringContaining('R3') });
    const alone = comparedDossier();
    alone.paths = alone.paths.slice(0, 1);
    expect(answer(alone)).toMatchObject({
      groups: [],
      problem: expect.stringContaining('Aucune autre voie'),
    });
    const nowhere = { ...comparedDossier(), site: null };
    expect(answer(nowhere)).toMatchObject({ groups: [], problem: expect.stringContaining('R1') });
  });
});
