import type { ComputedDeal } from '../analysis/computed.ts';
import { RETURN_LEVELS, type ReturnLevel, returnLine } from '../analysis/public-returns-measures.ts';
import type { Table } from './table.ts';
import { byYear, type Kind } from './year-table.ts';

/** What comes back of a project to each level of government, by fiscal year; undefined when nothing does. */
export function publicReturnsTable(computed: ComputedDeal): Table | undefined {
  const rows = (Object.keys(RETURN_LEVELS) as ReturnLevel[]).flatMap((level) => {
    const line = computed.measures.lines.get(returnLine(level));
    return line === undefined ? [] : [['line' as Kind, RETURN_LEVELS[level], line] as const];
  });
  if (rows.length === 0) return undefined;
  return byYear(
    computed,
    {
      id: 'retours-publics',
      title: 'Ce qui revient à chaque niveau de collectivité, par année',
      notes: [
        'Comptés : les impôts nés du projet (taxe foncière du site, droits de l’achat, impôt de la société immobilière, droits sur les parts) et l’argent rendu aux financeurs publics qui apportent une aide.',
        'Pas comptés : la TVA, payée par les clients ; l’impôt sur les bénéfices de l’exploitant, qu’il paierait en partie sans le projet ; les cotisations ; la taxe foncière que le site payait avant.',
      ],
    },
    rows,
  );
}
