import type { Decimal } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, THIN_SPACE } from '../formula/french.ts';
import type { Unit } from '../formula/units.ts';
import type { Field } from '../input/description.ts';
import { type FieldKind, formOf } from '../input/field-kind.ts';
import type { PageField } from './form-parts.ts';
import { writeAmount } from './writing.ts';

/** Values of a dossier, as a form shows them and as a person types them again. */

const UNITS: Readonly<Record<Unit, string>> = {
  money: '€',
  'money/years': '€/an',
  'money/months': '€/mois',
  'money/area': '€/m²',
  'money/area/years': '€/m²/an',
  'money/count': '€ par action',
  'money/count/years': '€/ETP/an',
  area: 'm²',
  'area/count': 'm²/ETP',
  count: 'ETP',
  months: 'mois',
  years: 'ans',
  ratio: '%',
  'ratio/years': '%',
  'ratio/months': '%/mois',
  date: '',
  truth: '',
};

/** How a field is typed: a multiple and a whole number are numbers like others. */
const KINDS: Readonly<Record<FieldKind, PageField['kind']>> = {
  money: 'money',
  percentage: 'percentage',
  multiple: 'number',
  number: 'number',
  whole: 'number',
  date: 'date',
  choice: 'choice',
  truth: 'truth',
  text: 'text',
  name: 'choice',
};

export function kindOf(description: Field<unknown>): PageField['kind'] {
  return KINDS[formOf(description).kind];
}

/** What is written after the field. Whole counts are of payments, others of people. */
export function unitOf(description: Field<unknown>): string {
  const { kind } = formOf(description);
  if (kind === 'percentage') return '%';
  if (kind === 'multiple' || (kind === 'whole' && description.unit === 'count')) return '';
  // Rents are compared before VAT and charges; a land tax or a fee with charges is not.
  if (description.unit === 'money/area/years' && description.label.startsWith('Loyer'))
    return '€/m²/an HT HC';
  return description.unit === undefined ? '' : UNITS[description.unit];
}

/** 7000.5 as « 7 000,5 »; at least so many decimals. */
function writePlain(value: Decimal, decimals = 0): string {
  const [whole = '0', fraction] = value.toFixed(Math.max(decimals, value.decimalPlaces())).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/**
 * A value as it is typed again: « 1 600 000,50 », « 3,85 », « 2027-03-01 ».
 * @param value of a resolved dossier; null is an empty field
 */
export function typedText(description: Field<unknown>, value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (formOf(description).kind) {
    case 'money': {
      const amount = value as Decimal;
      return writeAmount(amount, amount.decimalPlaces() === 0 ? 0 : 2);
    }
    case 'percentage':
      return writePlain((value as Decimal).times(100));
    case 'multiple':
      return writePlain(value as Decimal, 2);
    case 'number':
      return writePlain(value as Decimal);
    default:
      return String(value);
  }
}

const TRUTHS: NonNullable<PageField['choices']> = [
  { value: 'true', label: 'oui' },
  { value: 'false', label: 'non' },
];

/** What may be chosen in a field; nothing when it is typed. */
export function choicesOf({ kind, choices }: Pick<PageField, 'kind' | 'choices'>) {
  return kind === 'truth' ? TRUTHS : (choices ?? []);
}

/** A value read, not typed: « 1 600 000 € », « 3,85 % », « 01/03/2027 », « oui ». */
export function shownText(field: Pick<PageField, 'kind' | 'choices' | 'value' | 'unit'>): string {
  const { kind, value, unit } = field;
  if (value === '') return kind === 'text' ? '–' : 'aucune';
  if (kind === 'choice' || kind === 'truth') {
    return choicesOf(field).find((choice) => choice.value === value)?.label ?? value;
  }
  if (kind === 'date') return value.split('-').reverse().join('/');
  return unit === '' ? value : `${value}${NO_BREAK_SPACE}${unit}`;
}
