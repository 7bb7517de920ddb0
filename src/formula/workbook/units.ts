import type { Value } from '../exact.ts';
import { ratioStyle } from '../french.ts';
import type { Formula, Origin } from '../operations.ts';
import type { RatioStyle } from '../units.ts';
import type { CellStyle } from './cells.ts';

const UNIT_WORDS: Record<string, string> = {
  money: '€',
  ratio: 'part',
  count: 'nombre',
  area: 'm²',
  months: 'mois',
  years: 'ans',
  date: 'mois depuis la signature',
  truth: 'oui ou non',
};
/** What a unit is called after a slash: « € par m² et par an » is written €/m²/an. */
const UNIT_WORDS_BELOW: Record<string, string> = { ...UNIT_WORDS, count: 'ETP', years: 'an' };

/** The unit of a line in French: « € », « % », « €/m²/an »; a ratio shown as a multiple is a « rapport ». */
export function unitInFrench(unit: Formula['unit'], style: CellStyle = styleOfUnit(unit)): string {
  if (unit === 'ratio' && style === 'number') return 'rapport';
  const [above = '', ...below] = unit.split('/');
  if (above === 'ratio') return ['%', ...below.map((word) => UNIT_WORDS_BELOW[word] ?? word)].join('/');
  return [UNIT_WORDS[above] ?? above, ...below.map((word) => UNIT_WORDS_BELOW[word] ?? word)].join('/');
}

/** How values of a unit are shown. */
export function styleOfUnit(unit: Formula['unit']): CellStyle {
  const [above = '', ...below] = unit.split('/');
  if (above === 'ratio') return 'rate';
  if (below.length > 0) return 'number';
  if (above === 'money' || above === 'area' || above === 'truth') return above;
  return 'count';
}

/** How these values, all together, are shown: a cover ratio of 1,25 as it is, a share as 25,00 %. */
export function styleOfValues(
  unit: Formula['unit'],
  values: readonly Value[],
  told?: RatioStyle | undefined,
): CellStyle {
  return unit === 'ratio' && (told ?? ratioStyle(values)) === 'multiple' ? 'number' : styleOfUnit(unit);
}

export const ORIGIN_WORDS: Record<Origin['kind'], string> = {
  law: 'loi',
  contract: 'usage des contrats',
  fact: 'fait',
  hypothesis: 'HYPOTHÈSE',
  solved: 'calculé par Levier',
};
