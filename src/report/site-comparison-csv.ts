import { COMPARED_FIGURES, type SiteColumns } from '../siting/comparison/site-columns.ts';
import { writeTextCsv } from './csv.ts';
import { namedAlternatives } from './site-comparison-names.ts';

/** Decimal comma, no thousands: what a French spreadsheet reads as a number. */
function number(value: string | null | undefined): string {
  return value == null ? '' : value.replace('.', ',');
}

/** A unit of a key figure as a French column head says it. */
function unitInWords(unit: string): string {
  return unit
    .replace('/year', '/an')
    .replace('/month', '/mois')
    .replace('m2', 'm²')
    .replace('/job', '/ETP')
    .replace(/^months$/, 'mois')
    .replace(/^count$/, 'nombre')
    .replace(/^ratio$/, 'rapport');
}

const VERDICTS = { possible: 'possible', 'a-verifier': 'à vérifier', impossible: 'impossible' } as const;

/** Every site and path with its key figures, at the central cost of the site, then at its low and high ones. */
export function siteComparisonCsv(sites: readonly SiteColumns[]): string {
  const alternatives = namedAlternatives(sites);
  const ids = [...new Set(Object.values(COMPARED_FIGURES).flat())];
  const figures = ids.flatMap((id) => {
    const found = alternatives.map(({ column }) => column.figures[id]).find((figure) => figure !== undefined);
    return found === undefined ? [] : [found];
  });
  const head = [
    'Friche',
    'Commune',
    'Voie',
    'Verdict',
    'Hors classement',
    'Coût de la friche bas (EUR HT)',
    'Coût de la friche central (EUR HT)',
    'Coût de la friche haut (EUR HT)',
    'Indice national de mutabilité',
    'Fiabilité de l’indice',
    ...figures.flatMap(({ label, unit }) =>
      ['', ', coût bas de la friche', ', coût haut de la friche'].map(
        (reading) => `${label}${reading} (${unitInWords(unit)})`,
      ),
    ),
  ];
  const rows = alternatives.map(({ site, column, unfit, faults }) => [
    site.name,
    site.commune,
    column.label,
    VERDICTS[column.verdict],
    [...unfit, ...faults].join(' ; '),
    number(site.cost.low),
    number(site.cost.central),
    number(site.cost.high),
    number(site.suitability.index),
    number(site.suitability.reliability),
    ...figures.flatMap(({ id }) => {
      const figure = column.figures[id];
      return [number(figure?.value), number(figure?.low), number(figure?.high)];
    }),
  ]);
  return writeTextCsv([head, ...rows]);
}
