import { at, minus, NO_MONEY, sumOfTerms, times } from '../formula/build.ts';
import { type Decimal, ZERO } from '../formula/decimal.ts';
import type { ComputedDeal } from './computed.ts';
import type { DiscountFactor, MeasureSetting } from './measure-setting.ts';

/**
 * What each party outside the deal receives less what it pays until the horizon, in present value at the public
 * discount rate, and the same for the companies of the deal together. « Qui gagne, qui paie » between two paths is the
 * difference of these values.
 *
 * Like rates of return, they are taken from the exact figures and are not lines: a discounted line a party would add
 * some 3 500 cells to a workbook that holds one path, where nothing compares.
 */
export interface PartyValue {
  /** Id under which it is shown and explained. */
  readonly figure: string;
  readonly label: string;
  readonly value: Decimal;
  readonly flows: readonly {
    readonly month: number;
    readonly amount: Decimal;
    readonly factor: Decimal;
    readonly present: Decimal;
  }[];
}

/** The id under which the companies of the deal stand among the parties. */
export const GROUP = 'group';

const PREFIX = 'party-value.';

/** What is kept and what is owed at the horizon: not cash, hence apart. Written after the public measures. */
export function addKeptValues({ deal, keep }: MeasureSetting): void {
  const { setting, premises, operator } = deal;
  const { calculation, ledger, horizon } = setting;
  const factor = at(calculation.line('measure.public-factor') as DiscountFactor, horizon);
  keep(
    `${PREFIX}kept`,
    calculation.once(
      'measure.kept-present-value',
      'Valeur conservée à l’horizon, en valeur présente',
      times(premises?.keptAtHorizon ?? NO_MONEY, factor),
    ),
  );
  const owed = ledger.debts
    .filter((debt) => debt.borrower === operator.id)
    .map((debt) => at(debt.closing, horizon));
  keep(
    `${PREFIX}owed`,
    calculation.once(
      'measure.owed-present-value',
      'Dettes de l’exploitant restant dues à l’horizon, en valeur présente et en moins',
      times(minus(NO_MONEY, sumOfTerms(owed)), factor),
    ),
  );
}

function partyValue(
  { deal, figures }: ComputedDeal,
  id: string,
  label: string,
  flowAt: (month: number) => Decimal,
): PartyValue {
  const factors = figures.of('measure.public-factor');
  const last = Math.min(figures.timeline.months - 1, deal.setting.dossier.values.horizonYears * 12);
  const flows: PartyValue['flows'][number][] = [];
  let value: Decimal = ZERO;
  for (let month = 0; month <= last; month++) {
    const amount = flowAt(month);
    const factor = factors[month] ?? ZERO;
    if (amount.isZero()) continue;
    const present = amount.times(factor);
    value = value.plus(present);
    flows.push({ month, amount, factor, present });
  }
  return { figure: `${PREFIX}${id}`, label, value, flows };
}

const known = new WeakMap<ComputedDeal, ReadonlyMap<string, PartyValue>>();

/** The present values of a deal, by party, those of its companies under `GROUP`: taken from their books. */
export function partyValuesOf(computed: ComputedDeal): ReadonlyMap<string, PartyValue> {
  const before = known.get(computed);
  if (before !== undefined) return before;
  const { deal, figures } = computed;
  const { ledger } = deal.setting;
  const values = new Map<string, PartyValue>();
  const apart = flowsBesideSubsidiaries(computed);
  for (const [party, line] of deal.partyFlows) {
    const net = apart?.get(party) ?? figures.of(line);
    const label = ledger.parties.get(party)?.label ?? party;
    values.set(
      party,
      partyValue(computed, party, label, (month) => net[month] ?? ZERO),
    );
  }
  for (const { id, label } of deal.group?.subsidiaries ?? []) {
    const net = apart?.get(id) ?? [];
    values.set(
      id,
      partyValue(computed, id, `${label} (filiale)`, (month) => net[month] ?? ZERO),
    );
  }
  const { companies } = deal;
  const books = companies.map((company) => ({
    received: figures.of(company.books.received),
    paid: figures.of(company.books.paid),
  }));
  const label = `Trésorerie de l’opération (${companies.map((company) => company.label).join(', ')})`;
  values.set(
    GROUP,
    partyValue(computed, GROUP, label, (month) =>
      books.reduce<Decimal>(
        (sum, { received, paid }) => sum.plus(received[month] ?? ZERO).minus(paid[month] ?? ZERO),
        ZERO,
      ),
    ),
  );
  known.set(computed, values);
  return values;
}

/**
 * Other subsidiaries of a group have an activity that no other path counts: two paths compare once they stand outside.
 * What passes between them and parties outside the deal is left out on both sides; what passes between them and the
 * companies of the deal makes them a party among the others.
 * @returns by party and subsidiary, received less paid by month; undefined without other subsidiaries
 */
function flowsBesideSubsidiaries({
  deal,
  figures,
}: ComputedDeal): ReadonlyMap<string, Decimal[]> | undefined {
  const { group, companies, setting } = deal;
  if (group === undefined || group.subsidiaries.length === 0) return undefined;
  const isSubsidiary = (party: string) => group.subsidiaries.some(({ id }) => id === party);
  const isCompany = (party: string) => companies.some(({ id }) => id === party);
  const flows = new Map<string, Decimal[]>();
  const add = (party: string, month: number, amount: Decimal) => {
    if (isCompany(party)) return;
    const known = flows.get(party) ?? [];
    known[month] = (known[month] ?? ZERO).plus(amount);
    flows.set(party, known);
  };
  // A party that only a subsidiary deals with has flows all the same: none.
  for (const party of deal.partyFlows.keys()) flows.set(party, []);
  for (const { from, to, amount } of setting.ledger.transfers) {
    const [payer, receiver] = [isSubsidiary(from), isSubsidiary(to)];
    if ((payer && !receiver && !isCompany(to)) || (receiver && !payer && !isCompany(from))) continue;
    for (const [month, value] of figures.of(amount).entries()) {
      if (value === null || value.isZero()) continue;
      add(from, month, value.negated());
      add(to, month, value);
    }
  }
  return flows;
}

/** The present value shown under this id; undefined when it is none. */
export function partyValueNamed(computed: ComputedDeal, figure: string): PartyValue | undefined {
  return figure.startsWith(PREFIX) ? partyValuesOf(computed).get(figure.slice(PREFIX.length)) : undefined;
}
