import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { impactLegality } from '../../src/analysis/impact-legality.ts';
import type { ImpactBondPath } from '../../src/dossier/dossier.ts';
import { resolveDossier } from '../../src/dossier/resolution.ts';
import { EXAMPLE_DOSSIER } from '../../src/web/api/example-dossier.ts';

const FUND = { id: 'fonds', label: 'Fonds', role: 'investor', side: 'private' };
const PUBLIC = { id: 'bdt', label: 'Banque des Territoires', role: 'investor', side: 'public-market' };
const tranche = (id: string, from: string, amount: string) => ({ id, label: id, from, amount });

/** Rules said of the example programme, its money private unless changed. */
function rules(programme: object, path: object = {}): string[] {
  const resolved = resolveDossier({
    ...EXAMPLE_DOSSIER,
    parties: [FUND, PUBLIC, { id: 'fondation', label: 'Fondation', role: 'public-funder', side: 'private' }],
    programme: { tranches: [tranche('a', 'fonds', '300000.00')], ...programme },
    paths: [{ kind: 'impact-bond', ...path }],
  });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return impactLegality(resolved.value, resolved.value.values.paths[0] as ImpactBondPath).map(
    ({ rule, verdict }) => `${rule} ${verdict}`,
  );
}

describe('what law and practice say of a contrat à impact', () => {
  test('a public payer pays a price or an aid: to verify; a private one, nothing', () => {
    expect(rules({})).toEqual(['impact-bond.payments a-verifier']);
    expect(rules({ payer: 'fondation' })).toEqual([]);
  });

  test('who measures has no other role', () => {
    expect(rules({ payer: 'fondation', evaluator: 'fonds' })).toEqual(['impact-bond.evaluator a-verifier']);
    expect(rules({ payer: 'fondation', evaluator: 'fondation' })).toEqual([
      'impact-bond.evaluator a-verifier',
    ]);
  });

  test('costs above 15 % of the tranches are told, 15 % are not', () => {
    const paid = { payer: 'fondation', tranches: [tranche('a', 'fonds', '400000.00')] };
    expect(rules({ ...paid, structuringShare: '0.10', evaluationShare: '0.05' })).toEqual([]);
    expect(rules({ ...paid, structuringShare: '0.10', evaluationShare: '0.06' })).toEqual([
      'impact-bond.costs a-verifier',
    ]);
  });

  test.each([
    ['210000.00', '90000.00', []],
    ['210000.01', '89999.99', ['impact-bond.pari-passu a-verifier']],
  ])('public money %s beside private %s: %j', (publicly, privately, expected) => {
    const tranches = [tranche('a', 'bdt', publicly), tranche('b', 'fonds', privately)];
    expect(rules({ payer: 'fondation', tranches })).toEqual(expected);
  });

  test('a SCI may neither issue the bond nor carry the contract', () => {
    const found = rules({ payer: 'fondation' }, { circuit: 'vehicle', vehicle: { form: 'SCI' } });
    expect(found).toContain('sci.impact-bond a-verifier');
    expect(rules({ payer: 'fondation' }, { vehicle: { form: 'SCI' } })).toEqual([]);
    expect(rules({ payer: 'fondation' }, { circuit: 'vehicle', vehicle: { form: 'SAS' } })).toEqual([]);
  });

  test('walls close the path: no figure, and who carries it plays no part', () => {
    const expenses = [{ id: 'murs', label: 'Murs', pays: 'walls', amount: '270000.00' }];
    expect(rules({ payer: 'fondation', expenses })).toEqual(['impact-bond.walls impossible']);
    const computation = computeDossier({
      ...EXAMPLE_DOSSIER,
      programme: { expenses },
      paths: [{ kind: 'impact-bond' }],
    });
    if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
    const [path] = computation.value.paths;
    expect(path?.verdict).toBe('impossible');
    expect(path?.computed).toBeUndefined();
  });
});
