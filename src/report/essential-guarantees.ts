import { writeRate } from '../formula/french.ts';
import type { EssentialRow } from './comparison-page.ts';
import { type Columns, type EssentialColumn, type FigureRow, figureRow } from './essential-rows.ts';

/** « demandée : 50,00 % »: what local authorities are asked for, beside what their ratios allow. */
function coverageAsked({ computed }: EssentialColumn): string | undefined {
  const asked = (computed?.deal.guarantees?.list ?? []).flatMap(({ terms }) =>
    terms.kind === 'local-authority' ? terms.coverage : [],
  );
  return asked.length === 0 ? undefined : `demandée : ${asked.map((each) => writeRate(each)).join(' et ')}`;
}

/** In place of the coverage that ratios allow. */
function whyNoCoverage({ computed }: EssentialColumn): string {
  const list = computed?.deal.guarantees?.list ?? [];
  if (list.length === 0) return 'pas de garantie';
  return list.some(({ terms }) => terms.kind === 'local-authority')
    ? 'comptes à saisir'
    : 'pas de collectivité';
}

/** What a local authority asked for a guarantee must know before all; nothing where no column has a guarantee. */
export function guaranteeRows(columns: Columns): (EssentialRow | undefined)[] {
  if (columns.every(({ computed }) => computed?.deal.guarantees === undefined)) return [];
  const authority = (row: Omit<FigureRow, 'lens'>) =>
    figureRow(columns, { lens: 'authority', otherwise: 'pas de garantie', ...row });
  return [
    authority({ id: 'guaranteed-amount', label: 'Montant garanti à la signature' }),
    authority({
      id: 'galland-coverage',
      label: 'Quotité la plus forte que les ratios permettent',
      otherwise: whyNoCoverage,
      detail: coverageAsked,
    }),
    authority({ id: 'expected-loss', label: 'Perte attendue des garants, en moyenne, hors flux' }),
    authority({
      id: 'grant-equivalent',
      label: 'Équivalent-subvention brut des aides, garantie comprise',
      otherwise: 'sans aide',
    }),
  ];
}
