import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { computedDeal, wholeScenario } from '../support/dossiers.ts';
import { oneColumn } from '../support/one-column.ts';
import { ADVANCE, GIFT, HONOUR_LOAN, SKILLS, SUBSIDY, YEARLY_GIFT } from '../support/supported.ts';

/**
 * Each source of public or private support in each list of each path where the law admits it: it computes, every law of
 * conservation holds, nothing negative is posted.
 */
const PARTIES = [
  { id: 'mecene', label: 'Fonderies du Forez', role: 'suppliers', side: 'private' },
  { id: 'initiative', label: 'Initiative Loire', role: 'public-funder', side: 'public-aid' },
  { id: 'region', label: 'Région', role: 'local-authority', side: 'public-aid' },
];
const GRANT = {
  kind: 'grant',
  id: 'aide',
  label: 'Subvention ajoutée',
  from: 'region',
  amount: '50000.00',
  status: 'awarded',
};
/** Of a local authority, in a SCIC: below half of the capital with what is there. */
const PUBLIC_SHARES = {
  kind: 'own-funds',
  id: 'parts-publiques',
  label: 'Parts de la région',
  from: 'region',
  amount: '20000.00',
};
const GUARANTEE = { kind: 'local-authority', id: 'garantie', from: 'region', coverage: '0.5' };
const DURING = { ...SUBSIDY, id: 'bonification-travaux', duringWorks: true, years: 10 };

/** What a company may receive whatever it owns, and what the enterprise alone may. */
const ANYWHERE: readonly { readonly name: string; readonly source: object }[] = [
  { name: 'grant', source: GRANT },
  { name: 'avance remboursable', source: ADVANCE },
  { name: 'interest subsidy', source: SUBSIDY },
  { name: 'interest subsidy of the works too', source: DURING },
];
const OF_OPERATOR: readonly { readonly name: string; readonly source: object; readonly form?: string }[] = [
  ...ANYWHERE,
  { name: 'prêt d’honneur', source: HONOUR_LOAN, form: 'SCOP' },
  { name: 'patronage for the investment', source: GIFT, form: 'association' },
  { name: 'patronage for the operation', source: YEARLY_GIFT, form: 'association' },
  { name: 'patronage of skills', source: SKILLS, form: 'association' },
  { name: 'authority in a SCIC', source: PUBLIC_SHARES, form: 'SCIC' },
];

const LISTS = [
  { id: 'sci-envie-soleil', column: 'market-rent', list: 'sources', admits: OF_OPERATOR },
  { id: 'sci-envie-soleil', column: 'bank-loan', list: 'sources', admits: OF_OPERATOR },
  { id: 'sci-envie-soleil', column: 'sci', list: 'operatorSources', admits: OF_OPERATOR },
  { id: 'sci-envie-soleil', column: 'sci', list: 'sources', admits: ANYWHERE },
  { id: 'garantie-intercommunale', column: 'guarantee', list: 'sources', admits: OF_OPERATOR },
  { id: 'villages-vivants', column: 'fonciere', list: 'operatorSources', admits: OF_OPERATOR },
  { id: 'villages-vivants', column: 'fonciere', list: 'sources', admits: ANYWHERE },
  {
    id: 'villages-vivants',
    column: 'fonciere',
    list: 'pooledSources',
    admits: [{ name: 'avance remboursable', source: ADVANCE }],
  },
] as const;

interface Admitted {
  readonly name: string;
  readonly source: object;
  readonly form?: string;
}

function computedWith(id: string, column: string, list: string, added: readonly Admitted[]): ComputedDeal {
  const whole = wholeScenario(id);
  const known = whole.parties.map((party: { id: string }) => party.id);
  whole.parties.push(...PARTIES.filter((party) => !known.includes(party.id)));
  const dossier = oneColumn(whole, column) as typeof whole;
  const form = added.find((item) => item.form !== undefined)?.form;
  if (form !== undefined) {
    dossier.operator.form = form;
    dossier.operator.subjectToCorporateTax = form !== 'association';
  }
  const [path] = dossier.paths;
  path[list] = [...(path[list] ?? []), ...added.map(({ source }) => structuredClone(source))];
  if (column === 'sci') path.guarantees = [structuredClone(GUARANTEE)];
  return computedDeal(dossier);
}

function faults({ checks, deal, figures }: ComputedDeal): string[] {
  const negative = deal.setting.ledger.transfers.filter(({ amount }) =>
    figures.of(amount).some((value) => value?.isNegative() === true && !value.isZero()),
  );
  const fractions = [...deal.setting.ledger.transfers, ...deal.setting.ledger.accruals].filter(({ amount }) =>
    figures.of(amount).some((value) => (value?.decimalPlaces() ?? 0) > 2),
  );
  return [
    ...checks.filter(({ holds }) => !holds).map(({ id, value }) => `${id}: ${value}`),
    ...[...negative, ...fractions].map(({ amount }) => amount.id),
  ];
}

describe.each(LISTS)('$column, $list', ({ id, column, list, admits }) => {
  test.each(admits as readonly Admitted[])('$name', (added) => {
    const computed = computedWith(id, column, list, [added]);
    expect(faults(computed)).toEqual([]);
    const sourceId = (added.source as { id: string }).id;
    const posted = [...computed.deal.setting.ledger.transfers, ...computed.deal.setting.ledger.accruals];
    const moved = posted.filter(
      ({ amount }) =>
        amount.id.includes(`.source.${sourceId}`) &&
        computed.figures.of(amount).some((value) => value?.isZero() === false),
    );
    expect(moved.length).toBeGreaterThan(0);
  });

  test('all that an association may receive, together', () => {
    const together = (admits as readonly Admitted[]).filter(
      ({ form }) => form === undefined || form === 'association',
    );
    expect(faults(computedWith(id, column, list, together))).toEqual([]);
  });
});

test('the SCI of this table has its loan guaranteed', () => {
  const { deal } = computedWith('sci-envie-soleil', 'sci', 'sources', [{ name: 'subsidy', source: SUBSIDY }]);
  expect(deal.guarantees?.list.map(({ terms }) => terms.id)).toEqual(['garantie']);
  expect(deal.vehicle?.plan.interestSubsidies.map(({ id }) => id)).toEqual(['bonification']);
});
