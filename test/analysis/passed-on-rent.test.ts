import { describe, expect, test } from 'vitest';
import { aidFindings } from '../../src/analysis/aid-findings.ts';
import { aidRegisterTable } from '../../src/report/aid-tables.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

const plain = (text: unknown) => String(text).replaceAll(/\s/g, ' ');

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function computed(change: (dossier: any) => void = () => {}) {
  const dossier = scenario('villages-vivants', 'fonciere');
  change(dossier);
  return computedDeal(dossier);
}

function findings(deal: ReturnType<typeof computed>) {
  return aidFindings(deal.deal, deal.measures.aidRegister, deal.figures);
}

/** What public parties hold of the capital, the other colleges left as they are. */
function heldByCommunes(amount: string) {
  // biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
  return (dossier: any) => {
    dossier.stateAid = { ...dossier.stateAid, privateShareOfRound: '0.30' };
    for (const college of dossier.paths[0].colleges)
      if (college.category === 'authorities') college.amount = amount;
  };
}

describe('the rent below the market of a foncière', () => {
  test('is told beside the aids that it passes on, and never added to them', () => {
    const deal = computed();
    const { rent, supports, total } = findings(deal);
    expect(rent?.amount.gt(0)).toBe(true);
    expect(rent?.method).toContain('non compté une seconde fois');
    const sum = supports.reduce(
      (all, { grantEquivalent }) => all + Number(deal.figures.of(grantEquivalent)[0]),
      0,
    );
    expect(Number(total)).toBeCloseTo(sum, 2);
    const table = aidRegisterTable(deal);
    const row = table.rows.find(({ label }) => label.startsWith('Loyer préférentiel'));
    expect(row?.cells[0]).toBeNull();
    expect(plain(row?.cells[4])).toContain('non compté une seconde fois');
    expect(table.notes?.join(' ')).toContain('pour ne rien compter deux fois');
  });

  test('is no row where there is no foncière', () => {
    const table = aidRegisterTable(computedDeal(scenario('villages-vivants', 'bank-loan')));
    expect(table.rows.some(({ label }) => label.startsWith('Loyer préférentiel'))).toBe(false);
    expect(table.notes?.join(' ')).toContain('minoration d’un établissement public foncier');
  });

  test('may hold more aid than is counted when public parties hold half of the foncière: to establish', () => {
    // The other colleges bring 3 022 000 €: half, then a little less.
    const half = findings(computed(heldByCommunes('3022000.00')));
    expect(half.rent?.amount.gt(half.rent.upstream)).toBe(true);
    expect(half.points.map(({ name }) => name)).toContain('le loyer préférentiel');
    expect(half.rent?.method).toContain('à établir, non compté');
    const less = findings(computed(heldByCommunes('3000000.00')));
    expect(less.points.map(({ name }) => name)).not.toContain('le loyer préférentiel');
  });

  test('a foncière that receives no public aid passes none on', () => {
    const deal = computed((dossier) => {
      heldByCommunes('960000.00')(dossier);
      for (const source of dossier.paths[0].sources) if (source.kind === 'grant') source.amount = '0.00';
    });
    expect(findings(deal).rent?.method).toBe('foncière sans aide publique à répercuter : non compté');
  });

  test('counts both companies together as a reading to be confirmed, and says whose public share is unknown', () => {
    const { points } = findings(computed());
    expect(points.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['l’entreprise unique', 'la part publique du capital de l’exploitant']),
    );
    const table = aidRegisterTable(computed());
    expect(table.notes?.[0]).toContain('lecture prudente, à confirmer');
    expect(table.rows.map(({ label }) => label)).toContain(
      'Part publique du capital (exploitant ou foncière, la plus forte), organismes dispensés exclus',
    );
    const loan = computedDeal(scenario('villages-vivants', 'bank-loan'));
    expect(findings(loan).points.map(({ name }) => name)).not.toContain('l’entreprise unique');
    expect(aidRegisterTable(loan).notes?.[0]).toContain('exploitant et sa société immobilière');
  });
});
