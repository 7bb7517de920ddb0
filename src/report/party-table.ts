import type { ComputedDeal } from '../analysis/computed.ts';
import { keptCompanies } from '../analysis/deal-companies.ts';
import { writeList } from '../formula/french.ts';
import type { Table } from './table.ts';
import { byYear } from './year-table.ts';

/** What each party outside the deal receives less what it pays, by year. */
export function partyFlows(computed: ComputedDeal): Table {
  const { deal, measures } = computed;
  const companies = keptCompanies(deal).map(({ label }) => label);
  const whose = companies.length === 1 ? 'de l’exploitant' : `de ${writeList(companies)}, prises ensemble`;
  const rows = [...deal.partyFlows.keys()].flatMap((party) => {
    const line = measures.lines.get(`party.${party}.net.year`);
    const label = deal.setting.ledger.parties.get(party)?.label ?? party;
    return line === undefined ? [] : [['line', label, line] as const];
  });
  return byYear(
    computed,
    {
      id: 'flux',
      title: 'Flux par partie',
      notes: [
        `Reçu moins payé. La somme de toutes les parties est l’opposé de la variation de trésorerie ${whose}.`,
      ],
    },
    rows,
  );
}
