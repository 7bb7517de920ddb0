import { describe, expect, test } from 'vitest';
import { readDeal } from '../../src/analysis/computation.ts';
import { NEEDS_SITE } from '../../src/analysis/key-figure-list.ts';
import { keyFiguresOf } from '../../src/analysis/key-figures.ts';
import type { BankLoanPath } from '../../src/dossier/dossier.ts';
import { resolveDossier } from '../../src/dossier/resolution.ts';
import { openWithoutPremises } from '../../src/paths/no-premises.ts';
import { openSetting } from '../../src/paths/setting.ts';
import { allTables } from '../../src/report/deal-tables.ts';
import { EXAMPLE_DOSSIER } from '../../src/web/api/example-dossier.ts';

/** The shortest dossier without its site, its machines paid by the same loan. */
function withoutSite(changes: object = {}) {
  const resolved = resolveDossier({
    ...EXAMPLE_DOSSIER,
    site: null,
    project: {
      equipment: [{ id: 'machine', label: 'Machine', amount: '120000.00', years: 6 }],
      startUpCosts: '15000.00',
      openingCash: '40000.00',
    },
    ...changes,
  });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return resolved.value;
}

function computed() {
  const dossier = withoutSite();
  const setting = openSetting(dossier, 0);
  const deal = openWithoutPremises(setting, 'paths[0]', dossier.values.paths[0] as BankLoanPath).close();
  return readDeal({ dossier, deal, sizings: [], rent: undefined, solved: {} });
}

describe('a deal without site', () => {
  test('keeps the laws of conservation, and says « pas de site » where premises are read, never 0', () => {
    const found = computed();
    expect(found.checks.filter(({ holds }) => !holds)).toEqual([]);
    const figures = keyFiguresOf(found);
    for (const figure of [...figures.founder, ...figures.investor, ...figures.authority]) {
      if (NEEDS_SITE.has(figure.id)) expect(figure).toMatchObject({ value: null, reason: 'pas de site' });
    }
    expect(figures.founder.find(({ id }) => id === 'own-funds-needed')?.value).toBe('200000.00');
  });

  test('finances its machines, start-up and opening cash, and nothing else', () => {
    const { deal, figures } = computed();
    const { plan } = deal.operator;
    // 120 000 + 15 000 are spent; the rest of 200 000 of own funds is left in cash, more than the 40 000 wanted.
    expect(figures.of(plan.cost)[0]?.toFixed(2)).toBe('135000.00');
    expect(figures.of(plan.totalSources)[0]?.toFixed(2)).toBe('200000.00');
    expect(figures.of(plan.totalUses)[0]?.toFixed(2)).toBe('200000.00');
  });

  test('goes on paying the rent of today, and fills its tables', () => {
    const { deal, figures } = computed();
    const rent = figures.of(deal.activity.formerRent);
    expect(rent[0]?.toFixed(2)).toBe('5000.00');
    expect(rent.at(-1)?.gt(5000)).toBe(true);
    expect(allTables(computed()).length).toBeGreaterThan(10);
  });

  test('owner works are not counted without a site, and that is said', () => {
    const { warnings } = withoutSite({
      project: { works: [{ id: 'toit', label: 'Toit', amount: '80000.00' }] },
    });
    expect(warnings.map(({ message }) => message)).toContain(
      '« Toit » : travaux d’un propriétaire, et pas de site ; ils ne sont pas comptés : renseignez le site, ou marquez-les « preneur »',
    );
  });
});
