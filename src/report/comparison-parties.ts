import { GROUP, type PartyValue, partyValuesOf } from '../analysis/party-values.ts';
import { type Decimal, ZERO } from '../formula/decimal.ts';
import { writeList } from '../formula/french.ts';
import { dealParties } from './charts-data.ts';
import { groupLabel } from './comparison-exchange.ts';
import type { ComparisonCell, ComparisonRow, ComparisonTable } from './comparison-page.ts';
import type { ComputedColumn } from './computed-column.ts';
import type { Bars } from './page.ts';
import { writeForTable } from './writing.ts';

const CENT = '0.005';

/** A party outside the deal, with the present value of what it receives less what it pays, one a column. */
interface ComparedParty {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (PartyValue | undefined)[];
  /** What it receives or pays is not the same in all columns. */
  readonly differs: boolean;
  /** The deal brings it together with others, in some column: it is not only the life of the enterprise. */
  readonly isOfDeal: boolean;
}

function amountOf(value: PartyValue | undefined): Decimal {
  return value?.value ?? ZERO;
}

/** Every party that receives or pays something in some column, in the order of the columns. */
function comparedParties(columns: readonly ComputedColumn[]): ComparedParty[] {
  const known = columns.map(({ computed }) => partyValuesOf(computed));
  const ids = [...new Set(known.flatMap((values) => [...values.keys()]))].filter((id) => id !== GROUP);
  const ofDeal = new Set(columns.flatMap(({ computed }) => dealParties(computed)));
  return ids
    .map((id) => {
      const values = known.map((column) => column.get(id));
      const first = amountOf(values[0]);
      return {
        id,
        label: values.find((value) => value !== undefined)?.label ?? id,
        values,
        differs: values.some((value) => amountOf(value).minus(first).abs().gte(CENT)),
        isOfDeal: ofDeal.has(id),
      };
    })
    .filter(({ values }) => values.some((value) => amountOf(value).abs().gte(CENT)));
}

/** Who is drawn: the parties of the deal whose share is not the same everywhere; all of them when none differs. */
function drawnOf(parties: readonly ComparedParty[]): ComparedParty[] {
  const ofDeal = parties.filter(({ isOfDeal }) => isOfDeal);
  const differing = ofDeal.filter(({ differs }) => differs);
  return differing.length === 0 ? ofDeal : differing;
}

/** For each column, the bars of the parties drawn. */
export function partyBars(columns: readonly ComputedColumn[]): Bars[] {
  const drawn = drawnOf(comparedParties(columns));
  return columns.map(({ name }, index) => ({
    label: name,
    parts: drawn.map(({ label, values }) => ({ label, value: amountOf(values[index]).toNumber() })),
  }));
}

/** Who is not drawn, and why; undefined when all are. */
export function partiesLeftOut(columns: readonly ComputedColumn[]): string | undefined {
  const parties = comparedParties(columns);
  const drawn = drawnOf(parties);
  const others = parties.filter((party) => !drawn.includes(party));
  if (others.length === 0) return undefined;
  const isAlone = columns.length === 1;
  const named = (differs: boolean) =>
    writeList(
      others.filter((party) => (party.differs || isAlone) === differs).map(({ label }) => `« ${label} »`),
    );
  const why = isAlone ? 'viennent' : 'changent, mais viennent';
  const reasons = [
    [named(true), `dont les montants ${why} surtout de l’activité et écraseraient les autres`],
    [named(false), 'pour qui rien ne change d’une voie à l’autre'],
  ];
  const said = reasons.flatMap(([who, reason]) => (who === '' ? [] : `${who}, ${reason}`)).join(' ; ');
  return `Ne sont pas dessinés : ${said}. Le tableau « Reçu moins payé par chaque partie » les donne tous.`;
}

function cellOf(value: PartyValue | undefined): ComparisonCell {
  const text = writeForTable(amountOf(value), 'money', 0, 'multiple');
  if (value === undefined) return { text };
  return { text, figure: value.figure, period: '', negative: value.value.lt(-0.5) };
}

/** Present values of all parties, of « qui gagne, qui paie »; with what the operation keeps, they add up to nothing. */
export function partyTotals(columns: readonly ComputedColumn[]): ComparisonTable {
  const parties = comparedParties(columns);
  const kept = columns.map(({ computed }) => partyValuesOf(computed).get(GROUP));
  const total = (index: number) =>
    parties.reduce<Decimal>((sum, { values }) => sum.plus(amountOf(values[index])), amountOf(kept[index]));
  const row = (id: string, label: string, values: ComparedParty['values']): ComparisonRow => ({
    id,
    label,
    kind: 'line',
    cells: values.map(cellOf),
  });
  return {
    id: 'flux-compares',
    title: 'Reçu moins payé par chaque partie',
    unit: 'en euros, en valeur présente, jusqu’à l’horizon',
    columns: columns.map(({ name }) => name),
    rows: [
      ...parties.map(({ id, label, values }) => row(id, label, values)),
      row(GROUP, groupLabel(columns.map(({ computed }) => computed)), kept),
      {
        id: 'total',
        label: 'Total',
        kind: 'total',
        cells: columns.map((_, index) => ({ text: writeForTable(total(index), 'money', 0, 'multiple') })),
      },
    ],
  };
}
