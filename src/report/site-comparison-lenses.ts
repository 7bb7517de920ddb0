import type { Lens } from '../analysis/key-figure.ts';
import { SITE_CRITERIA } from '../siting/comparison/alternatives.ts';
import {
  COMPARED_FIGURES,
  type SiteColumns,
  type SitePathColumn,
} from '../siting/comparison/site-columns.ts';
import { marksOf } from './comparison-lenses.ts';
import { writeKeyFigure } from './key-figure-writing.ts';
import { figureRange, type NamedAlternative, shortAmount, siteLetter } from './site-comparison-names.ts';
import type { SiteCell, SiteLens, SiteRow } from './site-comparison-page.ts';

/** Figures of a path that do not compare with those of the others. */
function isComparable({ column, isRanked }: NamedAlternative, lens: Lens, id: string): boolean {
  const criterion = SITE_CRITERIA.find((one) => one.id === id);
  // Who rents leaves the works to somebody else: what that costs in public money is not in its figures.
  const isElsewhere = column.kind === 'market-rent' && lens === 'authority';
  return isRanked && !isElsewhere && criterion?.notOf?.[column.kind] === undefined;
}

/** What stops the path when the site costs its low or its high. */
function endFaultsOf({ faults }: SitePathColumn): string[] {
  const ends = [
    ['bas', faults.low],
    ['haut', faults.high],
  ] as const;
  return ends.flatMap(([end, fault]) => {
    if (fault === undefined) return [];
    const why = fault.gap === undefined ? (fault.problem ?? '') : `il manque ${shortAmount(fault.gap)}`;
    return [`au coût ${end} de la friche : ${why}`];
  });
}

/** The key figures of a lens: a row a site and path, grouped by site; reasons of what has no value are numbered. */
export function siteLens(
  sites: readonly SiteColumns[],
  alternatives: readonly NamedAlternative[],
  lens: Lens,
  dominators: ReadonlyMap<string, readonly string[]>,
): SiteLens {
  const notes: string[] = [];
  const noteOf = (reason: string) => {
    if (!notes.includes(reason)) notes.push(reason);
    return notes.indexOf(reason) + 1;
  };
  const ids: readonly string[] = COMPARED_FIGURES[lens];
  const columns = ids.flatMap((id) => {
    const labelled = alternatives
      .map(({ column }) => column.figures[id])
      .find((figure) => figure !== undefined);
    const isEmpty = alternatives.every(({ column }) => column.figures[id]?.value == null);
    return labelled === undefined || isEmpty ? [] : [{ id, label: labelled.label }];
  });
  const marks = new Map(
    columns.map(({ id }) => {
      const judged = alternatives.flatMap((alternative) => {
        const figure = alternative.column.figures[id];
        return figure === undefined
          ? []
          : [{ id: alternative.id, figure, isComparable: isComparable(alternative, lens, id) }];
      });
      const found = marksOf(judged);
      return [id, new Map(judged.map((one, index) => [one.id, found[index]]))];
    }),
  );
  const cellOf = ({ id: alternative, column }: NamedAlternative, id: string): SiteCell => {
    const figure = column.figures[id];
    if (figure?.value == null) return { text: undefined, note: noteOf(figure?.reason ?? 'non défini') };
    const mark = marks.get(id)?.get(alternative);
    return {
      text: writeKeyFigure(figure),
      range: figureRange(figure),
      negative: figure.value.startsWith('-'),
      ...(mark === undefined ? {} : { mark }),
    };
  };
  const rowOf = (alternative: NamedAlternative): SiteRow => ({
    id: alternative.id,
    name: alternative.name,
    label: alternative.column.label,
    verdict: alternative.column.verdict,
    isApart: !alternative.isRanked,
    dominatedBy: dominators.get(alternative.id) ?? [],
    endFaults: endFaultsOf(alternative.column),
    missedLimits: alternative.column.missedLimits,
    cells: columns.map(({ id }) => cellOf(alternative, id)),
  });
  return {
    columns,
    groups: sites.map((site, index) => ({
      letter: siteLetter(index),
      name: site.name,
      rows: alternatives.filter((alternative) => alternative.site === site).map(rowOf),
    })),
    notes,
  };
}
