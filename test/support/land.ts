import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { Decimal, ZERO } from '../../src/formula/decimal.ts';
import type { Line } from '../../src/formula/operations.ts';
import { computedDeal, scenario } from './dossiers.ts';

/** The case of an SCI with one column, its calendar moved two years after signature so that a site may be carried. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
export function landDossier(column: string, change: (dossier: any) => void = () => {}) {
  const dossier = scenario('sci-envie-soleil', column);
  dossier.horizonYears = 22;
  Object.assign(dossier.project, {
    worksStart: '2029-09-01',
    worksEnd: '2030-06-01',
    opening: '2030-07-01',
  });
  dossier.site.purchaseDate = '2029-07-01';
  if (dossier.paths[0].exit !== undefined) dossier.paths[0].exit.year = 15;
  change(dossier);
  return dossier;
}

/** The first column of such a dossier, computed. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
export function landDeal(column: string, change: (dossier: any) => void = () => {}): ComputedDeal {
  return computedDeal(landDossier(column, change));
}

/** A line of a deal by its id, as text with two decimals. */
export function amountOf({ figures, deal }: ComputedDeal, id: string): string {
  return (figures.of(deal.setting.calculation.line(id))[0] ?? ZERO).toFixed(2);
}

/** The months in which a line moves, with what it moves. */
export function movesOf({ figures, deal }: ComputedDeal, id: string): [number, string][] {
  return figures
    .of(deal.setting.calculation.line(id))
    .flatMap((value, month): [number, string][] =>
      value === null || value.isZero() ? [] : [[month, value.toFixed(2)]],
    );
}

/** Received less paid by a party, over the whole timeline. */
export function netOf({ figures, deal }: ComputedDeal, party: string): string {
  const sum = (line: Line) =>
    figures.of(line).reduce<Decimal>((whole, value) => whole.plus(value ?? ZERO), ZERO);
  return deal.setting.ledger.transfers
    .reduce((net, { from, to, amount }) => {
      if (from === to) return net;
      if (to === party) return net.plus(sum(amount));
      return from === party ? net.minus(sum(amount)) : net;
    }, new Decimal(0))
    .toFixed(2);
}

/** What is broken in a deal: laws, negative transfers, fractions of cents. */
export function wrongIn({ checks, deal, figures }: ComputedDeal): string[] {
  const { ledger } = deal.setting;
  const laws = checks.filter(({ holds }) => !holds).map(({ id, value }) => `${id}: ${value}`);
  const transfers = ledger.transfers.flatMap(({ id, amount }) =>
    figures
      .of(amount)
      .flatMap((value, month) =>
        value !== null && (value.lt(0) || value.decimalPlaces() > 2) ? [`${id} ${month}: ${value}`] : [],
      ),
  );
  const accruals = ledger.accruals.flatMap(({ amount }) =>
    figures.of(amount).some((value) => value !== null && value.decimalPlaces() > 2) ? [amount.id] : [],
  );
  return [...laws, ...transfers, ...accruals];
}

/** A figure of a deal by the name that its measure has. */
export function measureOf({ measures, figures }: ComputedDeal, name: string): string {
  const line = measures.lines.get(name);
  if (line === undefined) throw new Error(`no measure ${name}`);
  return (figures.of(line)[0] ?? ZERO).toFixed(2);
}
