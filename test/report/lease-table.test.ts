import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { leaseTable } from '../../src/report/lease-table.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

/** The figures of a row by year; null where there is none. */
function rowOf(computed: ComputedDeal, label: string): (Decimal | null)[] {
  const row = leaseTable(computed).rows.find((item) => item.label === label);
  if (row === undefined) throw new Error(`no row ${label}`);
  return row.cells.map((cell) => {
    if (cell === null || typeof cell === 'string' || !('line' in cell)) return null;
    return computed.figures.of(computed.deal.setting.calculation.line(cell.line))[cell.period] ?? null;
  });
}

describe.each(['sci-envie-soleil', 'ethiquable-chocolaterie'])('rents and covers of %s', (name) => {
  const computed = computedDeal(scenario(name, 'sci'));
  const { rows } = leaseTable(computed);
  const row = (label: string) => rowOf(computed, label);
  const optional = (label: string) =>
    rows.some((item) => item.label === label)
      ? row(label)
      : row('Loyers encaissés').map(() => new Decimal(0));

  test('net rents add up, before and after tax', () => {
    const [rent, recharged, charges, taxe, fees, vat, repairs, before, tax, after] = [
      row('Loyers encaissés'),
      optional('Charges et taxe foncière refacturées'),
      row('Charges de l’immeuble'),
      row('Taxe foncière'),
      row('Frais de gestion et de la société'),
      optional('TVA non récupérée sur les charges'),
      optional('Gros entretien : mis de côté'),
      row('Loyers nets encaissés, avant impôt'),
      optional('Impôt payé, remboursements déduits'),
      row('Loyers nets encaissés, après impôt payé'),
    ];
    const of = (values: readonly (Decimal | null)[] | undefined, index: number) =>
      values?.[index] ?? new Decimal(0);
    for (const index of before?.keys() ?? []) {
      const paid = [charges, taxe, fees, vat, repairs].reduce(
        (sum, line) => sum.plus(of(line, index)),
        new Decimal(0),
      );
      expect(of(rent, index).plus(of(recharged, index)).minus(paid).toFixed(2)).toBe(
        of(before, index).toFixed(2),
      );
      expect(of(before, index).minus(of(tax, index)).toFixed(2)).toBe(of(after, index).toFixed(2));
    }
  });

  test('each cover is found again from the rows', () => {
    const [before, after, loan] = [
      row('Loyers nets encaissés, avant impôt'),
      row('Loyers nets encaissés, après impôt payé'),
      row('Annuités du prêt, hors refinancement de la sortie'),
    ];
    const refinancing = optional('Annuités du refinancement de la sortie');
    const quasi = optional('Payé aux quasi-fonds propres, solde de la sortie non compris');
    let tested = 0;
    row('DSCR avant impôt, hors refinancement de la sortie').forEach((cover, index) => {
      if (cover === null) return;
      tested++;
      const [net, kept, paid, more, ticket] = [before, after, loan, refinancing, quasi].map(
        (line) => line[index] ?? new Decimal(0),
      ) as [Decimal, Decimal, Decimal, Decimal, Decimal];
      expect(cover.toFixed(6)).toBe(net.div(paid).toFixed(6));
      expect(row('DSCR après impôt payé, y compris refinancement de la sortie')[index]?.toFixed(6)).toBe(
        kept.div(paid.plus(more)).toFixed(6),
      );
      expect(
        row('DSCR après impôt payé, y compris refinancement et quasi-fonds propres')[index]?.toFixed(6),
      ).toBe(kept.div(paid.plus(more).plus(ticket)).toFixed(6));
    });
    expect(tested).toBeGreaterThan(10);
  });
});

test('2041 of SCI Envie Soleil by hand: 281 348 / 189 229 before tax, 240 108 / 218 121 after', () => {
  const computed = computedDeal(scenario('sci-envie-soleil', 'sci'));
  const of = (label: string) => rowOf(computed, label)[2041 - 2027]?.toFixed(2);
  expect(of('Loyers nets encaissés, avant impôt')).toBe('281348.12');
  expect(of('Annuités du prêt, hors refinancement de la sortie')).toBe('189229.08');
  expect(of('DSCR avant impôt, hors refinancement de la sortie')).toBe('1.49');
  expect(of('Loyers nets encaissés, après impôt payé')).toBe('240108.05');
  expect(of('Annuités du refinancement de la sortie')).toBe('28891.68');
  expect(of('DSCR après impôt payé, y compris refinancement de la sortie')).toBe('1.10');
});

test('a cover under one is said, with its year; above, nothing is', () => {
  const said = (change: (dossier: ReturnType<typeof scenario>) => void) => {
    const dossier = scenario('sci-envie-soleil', 'sci');
    change(dossier);
    return leaseTable(computedDeal(dossier)).notes.filter((note) => note.startsWith('Attention'));
  };
  const [only, ...more] = said(() => undefined);
  expect(more).toEqual([]);
  expect(only).toContain('en 2029 et 2030, les loyers seuls ne paient pas');
  expect(only).toContain('quasi-fonds propres (0,98 au plus bas, en 2029)');
  expect(said((dossier) => Object.assign(dossier.paths[0].lease, { targetCover: '1.6' }))).toEqual([]);
});
