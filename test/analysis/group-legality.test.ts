import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { lawfulAlternative } from '../../src/analysis/lawful-alternative.ts';
import type { Line } from '../../src/formula/operations.ts';
import type { RawDossier } from '../../src/input/description.ts';
import { handGroup } from '../support/hand-group.ts';

/** The first column of a group, changed; its points of law by rule. */
function read(change: (dossier: ReturnType<typeof handGroup>) => void) {
  const dossier = handGroup();
  change(dossier);
  const computation = computeDossier(dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems, null, 1));
  const [path] = computation.value.paths;
  if (path === undefined) throw new Error('no column');
  const point = (rule: string) => path.legality.filter((item) => item.rule === rule);
  return { dossier: dossier as RawDossier, path, point };
}

/** The structure named beside a refusal, computed. */
function alternative(dossier: RawDossier, rule: string) {
  const found = lawfulAlternative(dossier, 0, rule);
  if (found?.dossier === undefined) throw new Error(`nothing computed for ${rule}`);
  const computation = computeDossier(found.dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems, null, 1));
  const [path] = computation.value.paths;
  return { label: found.label, changed: found.changed, path };
}

const authority = { id: 'metropole', label: 'Métropole', role: 'local-authority', side: 'public-aid' };

describe('an enterprise without shares below a holding', () => {
  test.each([
    ['SCOP', 'group.cooperative-shares', 'Loi 47-1775 art. 18'],
    ['SCIC', 'group.cooperative-shares', 'Loi 47-1775 art. 18'],
    ['association', 'group.association-shares', 'Loi du 1er juillet 1901 ; CMF art. L213-8'],
  ])('%s is refused with its article; in a SAS of the ESS it computes', (form, rule, article) => {
    for (const entry of ['holding', 'direct']) {
      const { dossier, path, point } = read((group) => {
        group.operator.form = form;
        group.operator.subjectToCorporateTax = form !== 'association';
        Object.assign(group.paths[0], { enterpriseForm: form, entry });
        if (entry === 'direct') group.paths[0].subsidiaries = [];
      });
      expect(path.verdict).toBe('impossible');
      expect(path.computed).toBeUndefined();
      expect(point(rule)).toMatchObject([{ verdict: 'impossible', article, confidence: 'sourced' }]);
      if (form === 'SCOP' && entry === 'holding')
        expect(point('scop.employee-capital')).toMatchObject([{ verdict: 'impossible' }]);
      const lawful = alternative(dossier, rule);
      expect(lawful.changed).toEqual(['paths[0].enterpriseForm']);
      expect(lawful.path?.verdict).toBe('a-verifier');
      expect(lawful.path?.computed).toBeDefined();
    }
  });

  test('an association whose activity is housed in a SAS of the ESS pays the tax of a company', () => {
    const { path, point } = read(({ operator }) => {
      operator.form = 'association';
      operator.subjectToCorporateTax = false;
    });
    expect(point('group.housed-activity')).toMatchObject([{ verdict: 'a-verifier' }]);
    const line = path.computed?.deal.setting.calculation.line('operator.corporate-tax.charge');
    expect(line && path.computed?.figures.of(line)[1]?.gt(0)).toBe(true);
  });
});

describe('local authorities', () => {
  test.each([
    [
      'among the founders',
      (group: ReturnType<typeof handGroup>) => (group.paths[0].founders[0].from = 'metropole'),
    ],
    [
      'in a round',
      (group: ReturnType<typeof handGroup>) => (group.paths[0].rounds[0].subscriptions[0].from = 'metropole'),
    ],
    [
      'as the buyer of the shares',
      (group: ReturnType<typeof handGroup>) => (group.paths[0].exit.buyer = 'metropole'),
    ],
  ])('%s: refused, and the same group without it computes', (_, enter) => {
    const { dossier, path, point } = read((group) => {
      group.parties.push(authority);
      enter(group);
    });
    expect(path.verdict).toBe('impossible');
    expect(point('authority.capital')).toMatchObject([{ verdict: 'impossible', confidence: 'sourced' }]);
    const lawful = alternative(dossier, 'authority.capital');
    expect(lawful.label).toContain('« Métropole »');
    expect(lawful.path?.legality.filter(({ rule }) => rule === 'authority.capital')).toEqual([]);
    expect(lawful.path?.computed).toBeDefined();
  });

  test('with a convertible bond: to verify, since that was not read in a text', () => {
    const { point } = read((group) => {
      group.parties.push(authority);
      group.paths[0].bonds[0].from = 'metropole';
    });
    expect(point('authority.convertible-bond')).toMatchObject([{ verdict: 'a-verifier' }]);
  });
});

describe('VALO+: a SCOP at 61 %, subsidiaries at 100 %', () => {
  const valo = (change: (path: ReturnType<typeof handGroup>['paths'][0]) => void = () => undefined) =>
    read(({ paths }) => {
      Object.assign(paths[0], {
        founders: [{ from: 'owners', amount: '610000.00' }],
        rounds: [{ sharePrice: '1.00', subscriptions: [{ from: 'bdt', amount: '390000.00' }] }],
        bonds: [],
      });
      for (const subsidiary of paths[0].subsidiaries) subsidiary.share = '1';
      change(paths[0]);
    });

  test('no tax group with the SCOP, said with its article; each company pays its own tax at 25 %', () => {
    const { path, point } = valo();
    expect(point('tax-group.share')).toHaveLength(1);
    expect(point('tax-group.share')[0]?.article).toContain('223 A');
    expect(point('tax-group.share')[0]?.reason).toContain(
      'Détenue à 61,00 %, la filiale n’entre pas dans le groupe fiscal',
    );
    const computed = path.computed;
    if (computed === undefined) throw new Error('no figures');
    const at = (id: string) => {
      const values = computed.figures.of(computed.deal.setting.calculation.line(id));
      return values[3] as NonNullable<(typeof values)[number]>;
    };
    for (const id of ['operator', 'filiale-triplast', 'filiale-valo', 'esus-holding']) {
      const base = at(`${id}.corporate-tax.taxableAfterLosses`);
      expect(at(`${id}.corporate-tax.charge`).toFixed(2), id).toBe(base.times('0.25').toFixed(2));
    }
    // The loss of one is not set against the profit of another.
    expect(at('filiale-triplast.corporate-tax.charge').gt(0)).toBe(true);
  });

  test('the parent is the first founder alone: 61 % and 35 % of the employees do not make 95 %', () => {
    const { point } = valo((path) => {
      path.founders.push({ from: 'lita', amount: '350000.00' });
      path.rounds[0].subscriptions[0].amount = '40000.00';
    });
    expect(point('tax-group.share')[0]?.reason).toContain('Détenue à 61,00 %, la filiale n’entre pas');
  });
});

describe('a SCOP take-over', () => {
  test('tells the year in which 51 % is due: seven years after the transformation', () => {
    const { point } = read(({ paths }) => {
      paths[0].parent = { form: 'none', takeOver: true, takeOverYear: 2, employeeCapital: '0.3' };
    });
    expect(point('scop.employee-capital')).toMatchObject([{ verdict: 'a-verifier' }]);
    expect(point('scop.employee-capital')[0]?.reason).toContain('SCOP en 2029');
    expect(point('scop.employee-capital')[0]?.reason).toContain('en 2036 au plus tard');
  });

  test('says nothing when the employees already hold 51 %', () => {
    const { point } = read(({ paths }) => {
      paths[0].parent = { form: 'none', takeOver: true, takeOverYear: 2, employeeCapital: '0.51' };
    });
    expect(point('scop.employee-capital')).toEqual([]);
  });
});

describe('sources of a group are read in the form of who issues them', () => {
  const variable = {
    kind: 'subordinated-loan',
    id: 'pret',
    from: 'bdt',
    amount: '50000.00',
    annualRate: '0.03',
    payments: 7,
    resultShare: '0.05',
  };

  test('a participating loan of a holding is that of a SAS, never of a SCI', () => {
    const { path } = read(({ paths }) => {
      paths[0].sources = [variable];
    });
    expect(path.legality.filter(({ rule }) => rule.startsWith('sci.'))).toEqual([]);
  });

  test('the enterprise of a group is no more the SCOP that it was', () => {
    const { path } = read(({ operator, paths }) => {
      operator.form = 'SCOP';
      paths[0].operatorSources = [{ kind: 'own-funds', id: 'apport', from: 'lita', amount: '500000.00' }];
    });
    expect(path.legality.filter(({ rule }) => rule.startsWith('scop.'))).toEqual([]);
  });
});

test('a price floor is no promise of the company; a bond says nothing of votes', () => {
  const { point, path } = read(({ paths }) => {
    paths[0].exit.floorAnnualRate = '0.01';
    paths[0].rounds[0].votes = [];
  });
  expect(point('group.price-floor')).toMatchObject([{ verdict: 'a-verifier' }]);
  const votes = path.keyFigures.founder.find(({ id }) => id === 'votes-kept');
  expect(votes).toMatchObject({
    value: null,
    reason: 'voix non saisies : elles ne se déduisent pas du capital',
  });
});

describe('public money in a round', () => {
  test('the private share is that of the round where it enters, not of all the rounds', () => {
    const second = {
      label: 'Tour 2',
      sharePrice: '1.25',
      subscriptions: [{ from: 'lita', amount: '500000.00' }],
      votes: [
        { from: 'owners', share: '0.4' },
        { from: 'bdt', share: '0.2' },
        { from: 'lita', share: '0.4' },
      ],
    };
    // 39 000 of 195 000 in the first round; 539 000 of 695 000 in both.
    const { path, point } = read(({ paths: [group] }) => {
      group.rounds.push(second);
    });
    const { figures, deal } = path.computed as NonNullable<typeof path.computed>;
    const share = deal.setting.calculation.line('group.private-share-of-rounds') as Line;
    expect(figures.of(share)[0]?.toFixed(4)).toBe('0.2000');
    expect(point('state-aid.pari-passu').map(({ reason }) => reason.replaceAll(/\s/g, ' '))).toEqual([
      'Des investisseurs privés apportent 20,00 % du tour : l’argent public n’est pas une aide à partir de 30 %, aux mêmes conditions, mêmes risques et en même temps.',
    ]);
  });
});

test('investors in the enterprise itself: a capital that nobody holds is to verify, and goes away with its holders', () => {
  const entered = (founders: object[]) =>
    read((group) => {
      Object.assign(group.paths[0], { entry: 'direct', subsidiaries: [], founders });
    });
  const capital = { amount: '100000.00', from: 'owners' };
  expect(entered([{ ...capital, brought: 'cash' }]).point('group.existing-capital')).toMatchObject([
    { verdict: 'a-verifier' },
  ]);
  expect(entered([{ ...capital, brought: 'existing' }]).point('group.existing-capital')).toEqual([]);
});
