import {
  choose,
  constant,
  isEqual,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  plus,
  previous,
  roundedToCents,
  smallest,
  sumOfTerms,
  times,
  total,
} from '../../formula/build.ts';
import { Calculation } from '../../formula/calculation.ts';
import { type Decimal, ZERO } from '../../formula/decimal.ts';
import { readExactly } from '../../formula/exact.ts';
import type { Formula, Line } from '../../formula/operations.ts';
import { proportionalRate } from '../../formula/rates.ts';
import { spreadOverMonths } from '../../formula/spreading.ts';
import { createTimeline } from '../../formula/timeline.ts';
import { VAT_RATE } from '../../law/acquisition-figures.ts';
import { lawAssumption } from '../../law/figure.ts';
import type { PhaseId } from '../calendar/durations.ts';
import type { CostItemId } from '../cost/cost-lines.ts';
import type { SiteCost } from '../cost/site-cost.ts';
import type { ReadingOfRange } from '../range.ts';
import { figureOf } from '../ranged.ts';
import { BALANCE_ROWS, type BalanceRowId, ITEMS_OF_ROW, WITHOUT_VAT } from './balance-rows.ts';
import { CREDIT_RATE } from './land-charge-rates.ts';

/** A receipt that somebody else gives. */
export interface BalanceGrant {
  readonly label: string;
  readonly amount: Decimal;
}

/** What a balance takes besides the cost of the site. */
export interface BalanceTerms {
  /** Month 0 of the operation: the decision. ISO date. */
  readonly start: string;
  /** Paid at the opening for the land of the enterprise’s premises. */
  readonly landCharge: Decimal;
  /** Of the authority, at the opening. */
  readonly authority: Decimal;
  /** Received half at the deed, half at the opening. */
  readonly grants: readonly BalanceGrant[];
  readonly creditRate?: Decimal;
  /** Of the aménageur, as a share of expenses before it and before interest. */
  readonly remunerationRate?: Decimal;
  /** As a share of what is sold. */
  readonly sellingRate?: Decimal;
}

/** One heading, in euros. */
export interface BalanceRow {
  readonly id: BalanceRowId;
  readonly label: string;
  readonly side: 'expense' | 'receipt';
  readonly ht: Decimal;
  readonly vat: Decimal;
  readonly ttc: Decimal;
}

/** A month of the operation: signed flows before VAT, what has been spent so far. */
export interface BalanceMonth {
  readonly month: number;
  readonly expenses: Decimal;
  readonly receipts: Decimal;
  /** Receipts − expenses since the start, interest included. */
  readonly cumulated: Decimal;
}

/** A bilan d’aménagement: the land of an operation, static and over time. Amounts in euros. */
export interface DevelopmentBalance {
  readonly rows: readonly BalanceRow[];
  readonly expenses: Decimal;
  readonly receiptsOfSale: Decimal;
  /** Expenses − sales − land charge: what the operation lacks before any public money; negative: it earns. */
  readonly deficitBeforeGrants: Decimal;
  readonly deficitAfterGrants: Decimal;
  /** After the participation of the authority. */
  readonly leftToAuthority: Decimal;
  /** VAT on sales less VAT borne: paid to the State, refunded when negative. It makes the balance with VAT close as without. */
  readonly vatPaid: Decimal;
  readonly months: readonly BalanceMonth[];
  /** Largest sum spent before it is received, positive, and its month. */
  readonly peakNeed: Decimal;
  readonly peakMonth: number;
  readonly interest: Decimal;
}

const REMUNERATION_RATE = '0.04';
const SELLING_RATE = '0.02';

/** Said under every balance. */
export const BALANCE_CONVENTION =
  'Le bilan s’arrête à l’ouverture : il ne dit rien du fonctionnement ultérieur des locaux. Hypothèses : rémunération de l’aménageur 4 % des dépenses, commercialisation 2 % des cessions, crédit à 4 % sur le besoin de trésorerie du mois précédent ; subventions reçues pour moitié à l’acte, pour moitié à l’ouverture ; TVA de 20 % sauf achat, droits, taxe foncière, intérêts et participations.';

type MoneyLine = Line<'money', 'monthly', 'defined'>;
type Once<U extends 'money' | 'months'> = Formula<U, 'once', 'defined'>;

/** From which month to which month an item is paid. */
type Window = readonly [Decimal, Decimal];

function windowsOf(cost: SiteCost, reading: ReadingOfRange): Readonly<Record<CostItemId, Window>> {
  const { phases, deed, worksStart, opening } = cost.calendar;
  const phase = (id: PhaseId): Window => {
    const found = phases.find((one) => one.id === id);
    return found === undefined ? [ZERO, ZERO] : [found.start[reading], found.end[reading]];
  };
  const day = (month: Decimal): Window => [month, month];
  const works: Window = [worksStart[reading], opening[reading]];
  return {
    studies: phase('studies'),
    purchase: day(deed[reading]),
    'purchase-costs': day(deed[reading]),
    asbestos: phase('asbestos'),
    demolition: phase('demolition'),
    depollution: phase('depollution'),
    unsealing: works,
    'soil-restoration': works,
    servicing: works,
    rehabilitation: works,
    construction: works,
    fees: [phase('permit')[0], opening[reading]],
    guarding: [deed[reading], worksStart[reading]],
    upkeep: [deed[reading], worksStart[reading]],
    'taxe-fonciere': [deed[reading], opening[reading]],
    contingencies: [phase('asbestos')[0], opening[reading]],
  };
}

/** The amount of an item for the land alone: what fees and contingencies owe to buildings is left out. */
function landAmount(cost: SiteCost, id: CostItemId, reading: ReadingOfRange): Decimal {
  const amount = cost.items.find((item) => item.id === id)?.amount[reading] ?? ZERO;
  if (id === 'fees') return amount.minus(cost.feesOnBuilding[reading]);
  return id === 'contingencies' ? amount.minus(cost.contingenciesOnBuilding[reading]) : amount;
}

/**
 * The bilan d’aménagement of a site at one reading of its cost: the land up to the opening, without the buildings, static before
 * VAT and with it, and month by month with the cash that it needs. Interest is on the need at the end of the month before.
 */
export function developmentBalance(
  cost: SiteCost,
  terms: BalanceTerms,
  reading: ReadingOfRange = 'central',
): DevelopmentBalance {
  const opening = cost.calendar.opening[reading];
  const calculation = new Calculation(createTimeline(terms.start, opening.toNumber() + 2));
  const assumed = <U extends 'money' | 'months' | 'ratio' | 'ratio/years'>(
    id: string,
    label: string,
    unit: U,
    value: Decimal | string,
  ) =>
    calculation.assumption(id, label, unit, value, {
      kind: 'hypothesis',
      text: 'coût et calendrier du site, hypothèses du bilan',
    });
  const windows = windowsOf(cost, reading);
  const one = constant(1, 'months');
  const spread = (id: string, label: string, amount: Once<'money'>, [from, to]: Window): MoneyLine =>
    spreadOverMonths(
      calculation,
      `flow.${id}`,
      label,
      amount,
      assumed(`${id}.from`, `${label}, premier mois`, 'months', from),
      max(assumed(`${id}.months`, `${label}, mois`, 'months', to.minus(from)), one),
    ).ofMonth;

  const flows: {
    readonly row: BalanceRowId;
    readonly line: MoneyLine;
    readonly vat: boolean;
    readonly side: BalanceRow['side'];
  }[] = [];
  const spent: Once<'money'>[] = [];
  for (const [row, ids] of Object.entries(ITEMS_OF_ROW) as [BalanceRowId, readonly CostItemId[]][]) {
    for (const id of ids) {
      const amount = assumed(`amount.${id}`, id, 'money', landAmount(cost, id, reading));
      spent.push(amount);
      flows.push({
        row,
        line: spread(id, BALANCE_ROWS[row], amount, windows[id]),
        vat: !WITHOUT_VAT.includes(id),
        side: 'expense',
      });
    }
  }
  const deed = cost.calendar.deed[reading];
  const end: Window = [opening, opening];
  const rights = assumed('amount.rights', BALANCE_ROWS.rights, 'money', salesOf(cost, reading));
  const charge = assumed('amount.land-charge', BALANCE_ROWS['land-charge'], 'money', terms.landCharge);
  const selling = calculation.once(
    'amount.selling',
    BALANCE_ROWS.selling,
    roundedToCents(
      times(
        plus(rights, charge),
        assumed('rate.selling', 'Commercialisation', 'ratio', terms.sellingRate ?? SELLING_RATE),
      ),
    ),
  );
  const remuneration = calculation.once(
    'amount.remuneration',
    BALANCE_ROWS.remuneration,
    roundedToCents(
      times(
        plus(sumOfTerms(spent), selling),
        assumed('rate.remuneration', 'Rémunération', 'ratio', terms.remunerationRate ?? REMUNERATION_RATE),
      ),
    ),
  );
  const receipt = (row: BalanceRowId, id: string, amount: Once<'money'>, window: Window, vat: boolean) =>
    flows.push({ row, line: spread(id, BALANCE_ROWS[row], amount, window), vat, side: 'receipt' });
  flows.push(
    {
      row: 'selling',
      line: spread('selling', BALANCE_ROWS.selling, selling, end),
      vat: true,
      side: 'expense',
    },
    {
      row: 'remuneration',
      line: spread('remuneration', BALANCE_ROWS.remuneration, remuneration, [deed, opening]),
      vat: true,
      side: 'expense',
    },
  );
  receipt('rights', 'rights', rights, end, true);
  receipt('land-charge', 'land-charge', charge, end, true);
  receipt(
    'authority',
    'authority',
    assumed('amount.authority', BALANCE_ROWS.authority, 'money', terms.authority),
    end,
    false,
  );
  terms.grants.forEach(({ label, amount }, index) => {
    const half = calculation.once(
      `grant.${index}.first`,
      `${label}, premier versement`,
      roundedToCents(times(assumed(`grant.${index}`, label, 'money', amount), constant('0.5', 'ratio'))),
    );
    const rest = minus(assumed(`grant.${index}.whole`, label, 'money', amount), half);
    receipt('grants', `grant.${index}.deed`, half, [deed, deed], false);
    receipt('grants', `grant.${index}.opening`, rest, end, false);
  });

  const sideOf = (side: BalanceRow['side'], label: string) =>
    calculation.monthly(
      `flow.${side}s`,
      label,
      sumOfTerms(flows.filter((flow) => flow.side === side).map(({ line }) => line)),
    );
  const expenses = sideOf('expense', 'Dépenses du mois');
  const receipts = sideOf('receipt', 'Recettes du mois');
  const cumulated = calculation.later('cumulated', 'Trésorerie cumulée', 'money', 'monthly');
  const rate = assumed(
    'rate.credit',
    CREDIT_RATE.label,
    'ratio/years',
    terms.creditRate ?? CREDIT_RATE.range.central,
  );
  const interest = calculation.monthly(
    'flow.interest',
    BALANCE_ROWS.interest,
    roundedToCents(times(max(minus(NO_MONEY, previous(cumulated)), NO_MONEY), proportionalRate(rate, 12))),
  );
  const openingMonth = assumed('opening', 'Mois de l’ouverture', 'months', opening);
  // After the opening everything is settled: what remains is a loss or a gain, no longer a need of cash.
  const interestUntilOpening = calculation.monthly(
    'flow.interest-paid',
    BALANCE_ROWS.interest,
    choose(isEqual(max(MONTH, openingMonth), openingMonth), interest, NO_MONEY),
  );
  calculation.define(
    cumulated,
    plus(previous(cumulated), minus(receipts, plus(expenses, interestUntilOpening))),
  );
  const vatRate = lawAssumption(calculation, VAT_RATE);
  const rowIds = [...new Set(flows.map(({ row }) => row)), 'interest'] as readonly BalanceRowId[];
  const written = rowIds.map((id) => {
    const own = flows.filter(({ row }) => row === id);
    const totals = own.map(({ line, vat }) => ({
      vat,
      line: calculation.once(`total.${line.id}`, line.label, total(line)),
    }));
    const all = id === 'interest' ? [total(interestUntilOpening)] : totals.map(({ line }) => line);
    const ht = calculation.once(`ht.${id}`, BALANCE_ROWS[id], sumOfTerms(all));
    const vat = calculation.once(
      `vat.${id}`,
      `TVA : ${BALANCE_ROWS[id]}`,
      sumOfTerms(totals.filter((one) => one.vat).map(({ line }) => roundedToCents(times(line, vatRate)))),
    );
    return {
      id,
      side: own[0]?.side ?? 'expense',
      ht,
      vat,
      ttc: calculation.once(`ttc.${id}`, BALANCE_ROWS[id], plus(ht, vat)),
    };
  });
  const lowest = calculation.once('lowest', 'Trésorerie la plus basse', min(smallest(cumulated), NO_MONEY));
  const figures = readExactly(calculation);

  const rows = (Object.keys(BALANCE_ROWS) as BalanceRowId[]).flatMap((id) => {
    const row = written.find((candidate) => candidate.id === id);
    if (row === undefined) return [];
    const { ht, vat, ttc, side } = row;
    return [
      {
        id,
        side,
        label: BALANCE_ROWS[id],
        ht: figureOf(figures, ht),
        vat: figureOf(figures, vat),
        ttc: figureOf(figures, ttc),
      },
    ];
  });
  const sum = (side: BalanceRow['side'], column: 'ht' | 'vat') =>
    rows.filter((row) => row.side === side).reduce((all, row) => all.plus(row[column]), ZERO);
  const rowOf = (id: BalanceRowId) => rows.find((row) => row.id === id)?.ht ?? ZERO;
  const allExpenses = sum('expense', 'ht');
  const sold = rowOf('rights').plus(rowOf('land-charge'));
  const before = allExpenses.minus(sold);
  const after = before.minus(rowOf('grants'));
  const need = figureOf(figures, lowest);
  const cumulatedCells = figures.of(cumulated);
  return {
    rows,
    expenses: allExpenses,
    receiptsOfSale: sold,
    deficitBeforeGrants: before,
    deficitAfterGrants: after,
    leftToAuthority: after.minus(rowOf('authority')),
    vatPaid: sum('receipt', 'vat').minus(sum('expense', 'vat')),
    months: Array.from({ length: opening.toNumber() + 1 }, (_, month) => ({
      month,
      expenses: figureOf(figures, expenses, month).plus(figureOf(figures, interestUntilOpening, month)),
      receipts: figureOf(figures, receipts, month),
      cumulated: figureOf(figures, cumulated, month),
    })),
    peakNeed: need.negated(),
    peakMonth: Math.max(
      0,
      cumulatedCells.findIndex((value) => value?.eq(need)),
    ),
    interest: rowOf('interest'),
  };
}

/** The favourable reading sells at the highest price. */
function salesOf({ sales }: SiteCost, reading: ReadingOfRange): Decimal {
  if (reading === 'low') return sales.high;
  return reading === 'high' ? sales.low : sales.central;
}
