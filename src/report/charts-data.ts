import type { ComputedDeal } from '../analysis/computed.ts';
import { vehicleWords } from '../dossier/vehicle-words.ts';
import type { Line } from '../formula/operations.ts';
import { monthEnd } from '../formula/timeline.ts';
import type { PartyRole } from '../ledger/parties.ts';
import { debtName } from './debt-names.ts';
import type { PathPage, Series } from './page.ts';

/** Parties shown apart in the charts of flows; the others are the life of the enterprise, not the deal. */
const DEAL_ROLES: readonly PartyRole[] = [
  'bank',
  'owners',
  'investor',
  'public-funder',
  'local-authority',
  'land-owner',
  'landlord',
  'builders',
  'notary',
  'patron',
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

/** Words that a narrow block has no room for; the table beside says them. */
const SHORTENED: readonly (readonly [string | RegExp, string])[] = [
  [/ \([^)]*\)$/, ''],
  ['Prêt bancaire : ', 'Prêt : '],
  ['Matériel et outillage industriels', 'Matériel et outillage'],
  ['Honoraires de maîtrise d’œuvre', 'Honoraires'],
  ['Compte courant d’associé bloqué', 'Compte courant d’associé'],
];

function shortLabel(label: string): string {
  return SHORTENED.reduce((text, [long, short]) => text.replace(long, short), label);
}

interface DebtGroup {
  readonly label: string;
  readonly lines: readonly Line[];
}

/** Loans first, then quasi-equity and advances, the bridges, what the enterprise owed before. */
const DEBT_ORDER = [/\.loan$/, /\.refinancing$/, /\.source\./, /\.bridge$/, /\.existing-loan$/];

/** Debts towards those outside the deal, in groups that a legend can name: with two companies, each names its own. */
function debtGroups(computed: ComputedDeal): DebtGroup[] {
  const { deal, figures } = computed;
  const { ledger } = deal.setting;
  const rankOf = (id: string) => DEBT_ORDER.findIndex((kind) => kind.test(id));
  const groups = new Map<string, Line[]>();
  const debts = ledger.debts
    .filter(({ lender }) => ledger.parties.get(lender)?.isCompanyOfTheDeal !== true)
    .filter(({ closing }) => figures.of(closing).some((value) => value?.gte('0.005') === true))
    .toSorted((one, other) => rankOf(one.id) - rankOf(other.id));
  for (const debt of debts) {
    const isNamed = deal.vehicle !== undefined && !/\.(bridge|existing-loan)$/.test(debt.id);
    const name = isNamed ? debtName(computed, debt) : debt.label;
    groups.set(name, [...(groups.get(name) ?? []), debt.closing]);
  }
  return [...groups].map(([label, lines]) => ({ label, lines }));
}

/** The numbers that charts draw, until the horizon. Floats: for drawing only, never written. */
export function chartsOf(computed: ComputedDeal): PathPage['charts'] {
  const { deal, figures } = computed;
  const { timeline } = figures;
  const horizon = deal.setting.dossier.values.horizonYears * 12;
  const months = Array.from({ length: Math.min(timeline.months, horizon + 1) }, (_, month) => month);
  const years = timeline.years.filter((year) => year.firstMonth <= horizon);
  const monthly = (label: string, ...lines: readonly Line[]): Series => ({
    label,
    points: months.map((month) => ({
      date: monthEnd(timeline, month),
      value: lines.reduce((sum, line) => sum + (figures.of(line)[month]?.toNumber() ?? 0), 0),
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
      .map((row) => ({ label: shortLabel(row.label), value: figures.of(row.line)[0]?.toNumber() ?? 0 }))
      .filter((part) => Math.abs(part.value) >= 0.005),
  });
  const cover = deal.covenants.find(({ byYear }) => byYear?.id === deal.cover.beforeTax.id);
  const limit = cover?.limit === undefined ? undefined : figures.of(cover.limit)[0]?.toNumber();
  return {
    sourcesAndUses: [bar('Besoins', deal.plan.uses), bar('Ressources', deal.plan.sources)],
    cash: deal.companies.map((company) => ({
      ...monthly(company.label, company.books.cash),
      ...(company === deal.vehicle
        ? {
            lowestFrom: monthEnd(timeline, figures.assumption('project.opening').toNumber()),
          }
        : {}),
    })),
    debt: debtGroups(computed).map(({ label, lines }) => monthly(label, ...lines)),
    cover: yearly(
      deal.vehicle === undefined
        ? 'EBE / annuités, avant impôt'
        : `DSCR ${vehicleWords(deal.path.kind).of}, avant impôt`,
      deal.cover.beforeTax,
    ),
    coverLimit: limit,
    flows: dealParties(computed).map((party) => {
      const label = deal.setting.ledger.parties.get(party)?.label ?? party;
      return yearly(label, computed.measures.lines.get(`party.${party}.net.year`) as Line);
    }),
  };
}
