import type { ComputedDeal } from '../analysis/computed.ts';
import { GROUP, partyValuesOf } from '../analysis/party-values.ts';
import { Decimal, ZERO } from '../formula/decimal.ts';
import { MINUS_SIGN, NO_BREAK_SPACE, writeList, writeRate } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import { monthEnd } from '../formula/timeline.ts';
import type { ComparisonCell, Exchange, ExchangeRow } from './comparison-page.ts';
import { writeAmount } from './writing.ts';

/** A column that can be one side of an exchange. */
export interface ExchangeSide {
  readonly id: string;
  readonly name: string;
  readonly computed: ComputedDeal | undefined;
}

const CENT = new Decimal('0.005');

function euros(amount: Decimal): string {
  return `${writeAmount(amount, 0)}${NO_BREAK_SPACE}€`;
}

function signed(amount: Decimal): string {
  const text = euros(amount);
  return text.startsWith(MINUS_SIGN) || /^0\D/.test(text) ? text : `+${text}`;
}

interface Shown {
  readonly figure: string;
  readonly value: Decimal;
}

/** A party's present value, or what is kept or owed at the horizon; undefined where the path does not know it. */
function shownOf(computed: ComputedDeal, id: string): Shown | undefined {
  const party = partyValuesOf(computed).get(id);
  if (party !== undefined) return party;
  const line = computed.measures.lines.get(`party-value.${id}`);
  return line === undefined ? undefined : { figure: line.id, value: computed.figures.of(line)[0] ?? ZERO };
}

function presentValueOf(computed: ComputedDeal, id: string): Decimal {
  return shownOf(computed, id)?.value ?? ZERO;
}

function cellOf(computed: ComputedDeal, id: string): ComparisonCell {
  const shown = shownOf(computed, id);
  if (shown === undefined) return { text: euros(ZERO) };
  const { figure, value } = shown;
  return { text: euros(value), figure, period: '', negative: value.lt(-0.5) };
}

function labelOf(sides: readonly ComputedDeal[], party: string): string {
  for (const { deal } of sides) {
    const label = deal.setting.ledger.parties.get(party)?.label;
    if (label !== undefined) return label;
  }
  return party;
}

/** The companies of an operation: its operator, with its property company if there is one. */
export function groupLabel(sides: readonly ComputedDeal[]): string {
  const labels = new Set(sides.flatMap(({ deal }) => deal.companies.map((company) => company.label)));
  return `Trésorerie de l’opération (${[...labels].join(', ')})`;
}

interface Difference {
  readonly row: ExchangeRow;
  readonly amount: Decimal;
}

type Effect = ExchangeRow['effect'];

/** A party outside receives or pays; the operation keeps. */
function partyWords(effect: Effect, before: Decimal, after: Decimal): string {
  if (effect === 'same') return 'rien ne change';
  if (effect === 'gains') {
    if (before.isNegative() && after.gt(0)) return 'reçoit au lieu de payer';
    return after.gt(0) ? 'reçoit plus' : 'paie moins';
  }
  if (before.gt(0) && after.isNegative() && !after.isZero()) return 'paie au lieu de recevoir';
  return before.gt(0) ? 'reçoit moins' : 'paie plus';
}

function keptWords(effect: Effect): string {
  return { gains: 'garde plus', loses: 'garde moins', same: 'rien ne change' }[effect];
}

function differenceOf(
  from: ComputedDeal,
  to: ComputedDeal,
  id: string,
  label: string,
  words: (effect: Effect, before: Decimal, after: Decimal) => string,
): Difference {
  const before = presentValueOf(from, id);
  const after = presentValueOf(to, id);
  const amount = after.minus(before);
  const effect = amount.abs().lt(CENT) ? 'same' : amount.isNegative() ? 'loses' : 'gains';
  return {
    amount,
    row: {
      id,
      label,
      from: cellOf(from, id),
      to: cellOf(to, id),
      difference: signed(amount),
      effect,
      said: words(effect, before, after),
    },
  };
}

/** The sum of all: zero on both sides and in difference, since money only moves between parties. */
function totalOf(from: ComputedDeal, to: ComputedDeal, ids: readonly string[]): ExchangeRow {
  const sum = (side: ComputedDeal) =>
    ids.reduce<Decimal>((total, id) => total.plus(presentValueOf(side, id)), ZERO);
  return {
    id: 'total',
    label: 'Total',
    from: { text: euros(sum(from)) },
    to: { text: euros(sum(to)) },
    difference: signed(sum(to).minus(sum(from))),
    effect: 'same',
    said: 'nul',
  };
}

function problemOf(from: ExchangeSide, to: ExchangeSide): string | undefined {
  const empty = [from, to].find(({ computed }) => computed === undefined);
  if (empty !== undefined)
    return `${empty.name} n’a pas de chiffres : choisissez une voie ouverte à ce dossier.`;
  return from.id === to.id ? 'Choisissez deux voies différentes.' : undefined;
}

/** What guarantors risk in a column: borne by them, yet no flow of this table. */
function guarantorNote({ name, computed }: ExchangeSide): string | undefined {
  const guarantees = computed?.deal.guarantees;
  if (computed === undefined || guarantees === undefined) return undefined;
  const of = (line: Line) => euros(computed.figures.of(line)[0] ?? ZERO);
  const borne = guarantees.list.map(
    ({ terms, expectedTotal }) => `« ${labelOf([computed], terms.from)} » (${of(expectedTotal)})`,
  );
  return `${name} : la perte attendue des garants, ${of(guarantees.expectedLoss)}, n’est pas dans ce tableau. C’est une moyenne actuarielle, non actualisée, que personne ne verse : le risque est porté par ${writeList(borne)}.`;
}

/**
 * Who gains and who pays when `to` takes the place of `from`: for each party, what it receives less what it pays until
 * the horizon, in present value at the public rate, in each path, and the difference.
 */
export function exchangeOf(from: ExchangeSide, to: ExchangeSide): Exchange {
  const empty = { parties: [], unchanged: [], group: undefined, total: undefined, kept: [], notes: [] };
  const problem = problemOf(from, to);
  const [one, other] = [from.computed, to.computed];
  if (problem !== undefined || one === undefined || other === undefined)
    return { from: from.id, to: to.id, problem, rate: '', until: '', ...empty };

  const sides = [one, other];
  // Other subsidiaries stand outside: their activity is in no other path.
  const parties = [
    ...new Set(
      sides.flatMap(({ deal }) => [
        ...deal.partyFlows.keys(),
        ...(deal.group?.subsidiaries ?? []).map(({ id }) => id),
      ]),
    ),
  ];
  const differences = parties
    .map((party) => differenceOf(one, other, party, labelOf(sides, party), partyWords))
    .toSorted((a, b) => b.amount.abs().comparedTo(a.amount.abs()));
  const isNothing = (id: string) => sides.every((side) => presentValueOf(side, id).abs().lt(CENT));
  const rate = one.figures.of('measure.public-rate')[0] ?? ZERO;
  const horizon = one.deal.setting.dossier.values.horizonYears * 12;
  const gaps = [from, to].filter(({ computed }) => computed?.gap !== undefined);
  return {
    from: from.id,
    to: to.id,
    problem: undefined,
    rate: writeRate(rate.toDecimalPlaces(4)),
    until: monthEnd(one.figures.timeline, horizon).slice(0, 4),
    parties: differences.filter(({ row }) => row.effect !== 'same').map(({ row }) => row),
    unchanged: differences
      .filter(({ row }) => row.effect === 'same' && !isNothing(row.id))
      .map(({ row }) => row.label),
    group: differenceOf(one, other, GROUP, groupLabel(sides), keptWords).row,
    total: totalOf(one, other, [...parties, GROUP]),
    kept: [
      differenceOf(one, other, 'kept', 'Valeur conservée à l’horizon', keptWords).row,
      differenceOf(one, other, 'owed', 'Dettes de l’exploitant restant dues à l’horizon', keptWords).row,
    ].filter(({ id }) => !isNothing(id)),
    notes: [
      ...gaps.map(
        ({ name }) =>
          `Le plan de ${name} n’est pas financé : ce qui manque est compté comme payé par « À trouver », sans coût.`,
      ),
      ...[from, to].flatMap((side) => guarantorNote(side) ?? []),
    ],
  };
}
