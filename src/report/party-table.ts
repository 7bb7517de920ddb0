import type { ComputedDeal } from '../analysis/computed.ts';
import { companiesOf } from '../analysis/party-values.ts';
import { writeList } from '../formula/french.ts';
import type { Table } from './table.ts';
import { byYear } from './year-table.ts';

function cashWords(computed: ComputedDeal): string {
  const companies = companiesOf(computed).map(({ label }) => label);
  if (companies.length === 1) return 'de l’exploitant';
  return `${companies.length === 2 ? 'des deux sociétés' : 'des sociétés du groupe'}, ${writeList(companies)}, prises ensemble`;
}

/** What each party outside the deal receives less what it pays, by year. */
export function partyFlows(computed: ComputedDeal): Table {
  const { deal, measures } = computed;
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
        `Reçu moins payé. La somme de toutes les parties est l’opposé de la variation de trésorerie ${cashWords(computed)}.`,
      ],
    },
    rows,
  );
}
