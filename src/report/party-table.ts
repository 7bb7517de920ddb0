import type { ComputedDeal } from '../analysis/computed.ts';
import { writeList } from '../formula/french.ts';
import type { Table } from './table.ts';
import { byYear } from './year-table.ts';

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
        `Reçu moins payé. La somme de toutes les parties est l’opposé de la variation de trésorerie ${deal.vehicle === undefined ? 'de l’exploitant' : `des deux sociétés, ${writeList(deal.companies.map(({ label }) => label))}, prises ensemble`}.`,
      ],
    },
    rows,
  );
}
