import type { ComputedDeal } from '../analysis/computed.ts';
import type { Line } from '../formula/operations.ts';
import { monthEnd } from '../formula/timeline.ts';
import type { PartyRole } from '../ledger/parties.ts';
import type { PathPage, Series } from './page.ts';

/** Parties shown apart in the charts of flows; the others are the life of the enterprise, not the deal. */
const DEAL_ROLES: readonly PartyRole[] = [
  'bank',
  'owners',
  'public-funder',
  'local-authority',
  'land-owner',
  'landlord',
  'builders',
  'notary',
  'to-be-found',
];
/** What leaves the enterprise with or without the deal stands in the table of flows. */
const OUTSIDE_THE_DEAL = ['former-landlord'];

/** The parties that the deal brings together, apart from those of the life of the enterprise. */
export function dealParties({ deal }: ComputedDeal): string[] {
  return [...deal.partyFlows.keys()].filter((party) => {
    const role = deal.setting.ledger.parties.get(party)?.role;
    return role !== undefined && DEAL_ROLES.includes(role) && !OUTSIDE_THE_DEAL.includes(party);
  });
}

/** The numbers that charts draw, until the horizon. Floats: for drawing only, never written. */
export function chartsOf(computed: ComputedDeal): PathPage['charts'] {
  const { deal, figures } = computed;
  const { timeline } = figures;
  const horizon = deal.setting.dossier.values.horizonYears * 12;
  const months = Array.from({ length: Math.min(timeline.months, horizon + 1) }, (_, month) => month);
  const years = timeline.years.filter((year) => year.firstMonth <= horizon);
  const monthly = (label: string, line: Line): Series => ({
    label,
    points: months.map((month) => ({
      date: monthEnd(timeline, month),
      value: figures.of(line)[month]?.toNumber() ?? 0,
    })),
  });
  const yearly = (label: string, line: Line): Series => ({
    label,
    points: years.flatMap((year) => {
      const value = figures.of(line)[year.index];
      return value == null ? [] : [{ date: String(year.calendarYear), value: value.toNumber() }];
    }),
  });
  const bar = (label: string, rows: readonly { readonly label: string; readonly line: Line }[]) => ({
    label,
    parts: rows
      .map((row) => ({ label: row.label, value: figures.of(row.line)[0]?.toNumber() ?? 0 }))
      .filter((part) => Math.abs(part.value) >= 0.005),
  });
  const cover = deal.covenants.find((covenant) => covenant.id === 'cover');
  const limit = cover?.limit === undefined ? undefined : figures.of(cover.limit)[0]?.toNumber();
  return {
    sourcesAndUses: [bar('Besoins', deal.plan.uses), bar('Ressources', deal.plan.sources)],
    cash: monthly('Trésorerie', deal.operator.books.cash),
    debt: [
      monthly('Prêt bancaire', deal.borrower.plan.loan.closing),
      monthly('Relais TVA et subventions', deal.borrower.plan.bridgeBalance),
      monthly('Emprunts antérieurs', deal.existingDebt.closing),
    ],
    cover:
      cover?.byYear === undefined
        ? { label: 'EBE / annuités, avant impôt', points: [] }
        : yearly('EBE / annuités, avant impôt', cover.byYear),
    coverLimit: limit,
    flows: dealParties(computed).map((party) => {
      const label = deal.setting.ledger.parties.get(party)?.label ?? party;
      return yearly(label, computed.measures.lines.get(`party.${party}.net.year`) as Line);
    }),
  };
}
