import type { ComputedDeal } from '../analysis/computed.ts';
import { Decimal, ZERO } from '../formula/decimal.ts';
import { writeCount, writeDate, writeEuros, writeMoney, writeMonth, writeRate } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import type { Reading } from '../input/problem.ts';
import { balanceSheet } from '../report/balance-tables.ts';
import { cashPlan } from '../report/cash-tables.ts';
import { fonciereTables } from '../report/fonciere-tables.ts';
import { profitAllocationTable } from '../report/profit-tables.ts';
import { incomeStatement, managementBalances } from '../report/statement-tables.ts';
import type { VehiclePage } from '../report/vehicle-page.ts';
import { returnsTable } from '../report/vehicle-tables.ts';
import type { PathRequest } from './path-page.ts';
import { shownPath } from './shown-path.ts';
import { tableView } from './table-view.ts';

function amountOf({ figures }: ComputedDeal, line: Line): Decimal {
  return figures.of(line)[0] ?? ZERO;
}

/** How many sites, over what surface, at what cost, paid by whom. */
function summaryOf(computed: ComputedDeal): string[] {
  const { fonciere, path, setting } = computed.deal;
  if (fonciere?.lots === undefined || path.kind !== 'fonciere') return [];
  const { lots } = fonciere;
  const { calculation } = setting;
  const sites = lots.lots.reduce((sum, { count }) => sum + count, 1);
  const area = amountOf(computed, calculation.line('fonciere.area'));
  const cost = amountOf(computed, lots.totalUses);
  const capital = fonciere.shares.members.reduce(
    (sum, { amount }) => sum.plus(amountOf(computed, amount)),
    ZERO,
  );
  const byAuthorities = fonciere.shares.members
    .filter(({ category }) => category === 'authorities')
    .reduce((sum, { amount }) => sum.plus(amountOf(computed, amount)), ZERO);
  const share = amountOf(computed, fonciere.sharing.ofArea);
  return [
    `${sites === 1 ? 'Un site' : `${sites} sites`}, ${writeCount(area)} m² loués, ${writeEuros(cost)} à financer ; capital de ${writeEuros(capital)}${capital.isZero() ? '' : `, dont ${writeRate(byAuthorities.div(capital).toDecimalPlaces(4))} aux collectivités`}.`,
    `Le site de ce dossier fait ${writeRate(share.toDecimalPlaces(4))} de la surface : c’est sa part des charges communes.`,
  ];
}

function lowest(
  { figures, deal }: ComputedDeal,
  line: Line,
): { readonly amount: Decimal; readonly month: number } {
  const last = deal.setting.dossier.values.horizonYears * 12;
  const values = figures
    .of(line)
    .slice(0, last + 1)
    .map((value) => value ?? ZERO);
  const month = values.reduce((low, value, index) => (value.lt(values[low] ?? ZERO) ? index : low), 0);
  return { amount: values[month] ?? ZERO, month };
}

/** What does not hold in the whole vehicle, in words that tell what to do. */
function warningsOf(computed: ComputedDeal): string[] {
  const { fonciere, vehicle } = computed.deal;
  if (fonciere === undefined || vehicle === undefined) return [];
  const found: string[] = [];
  const cash = lowest(computed, vehicle.books.cash);
  if (cash.amount.lt('-0.005')) {
    found.push(
      `La trésorerie de la foncière devient négative : ${writeEuros(cash.amount)} en ${writeMonth(computed.figures.timeline, cash.month)}. Ajoutez des fonds communs, retardez un lot ou empruntez davantage pour lui.`,
    );
  }
  const missing = fonciere.lots?.sources.find(({ id }) => id === 'source.missing');
  if (missing !== undefined && amountOf(computed, missing.line).gte('0.005')) {
    found.push(
      `Il manque ${writeMoney(amountOf(computed, missing.line))} de fonds communs au programme : élargissez le capital, ou réduisez un lot.`,
    );
  }
  const { redemption } = fonciere.shares;
  if (redemption !== undefined && amountOf(computed, redemption.late).gte('0.005')) {
    found.push(
      `Des demandes de remboursement attendent plus de cinq ans : jusqu’à ${writeMoney(amountOf(computed, redemption.late))}. Réduisez la part remboursée chaque année, ou gardez plus de trésorerie.`,
    );
  }
  return found;
}

/** The page of a foncière with all its sites, as plain data. */
export function makeVehiclePage(request: PathRequest): Reading<VehiclePage> {
  const shown = shownPath({ ...request, scope: 'vehicle' });
  if (!shown.ok) return shown;
  const { computation, found, computed } = shown.value;
  const vehicle = computed?.deal.vehicle;
  if (computed === undefined || vehicle === undefined) {
    return {
      ok: false,
      problems: [{ path: 'path', message: 'cette voie est impossible : sa foncière n’a pas de chiffres' }],
    };
  }
  const { values } = computation.dossier;
  const view = (table: Parameters<typeof tableView>[1]) => tableView(computed, table);
  return {
    ok: true,
    value: {
      title: values.title,
      name: vehicle.label,
      pathId: found.path.id,
      pathLabel: found.path.label,
      operatorName: values.operator.name,
      siteName: values.site?.name ?? 'sans site',
      lawDate: writeDate(values.lawDate),
      summary: summaryOf(computed),
      warnings: warningsOf(computed),
      // The rent of this site is on the page of its column.
      tables: fonciereTables(computed)
        .filter(({ id }) => id !== 'loyer-solidaire')
        .map(view),
      accounts: [
        incomeStatement(computed, vehicle),
        managementBalances(computed, vehicle),
        profitAllocationTable(computed, vehicle),
        cashPlan(computed, vehicle),
        balanceSheet(computed, vehicle),
        returnsTable(computed),
      ].map(view),
      checks: computed.checks.map((check) => ({
        id: check.id,
        label: check.label,
        text: writeMoney(new Decimal(check.value)),
        holds: check.holds,
        figure: check.line,
        period: '',
      })),
    },
  };
}
