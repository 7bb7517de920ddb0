import type { PageField } from '../report/form-parts.ts';

/**
 * What a person types in a form, read as a plain decimal text: « 1 600 000,50 € », « 150 k€ », « 3,85 % ».
 *
 * Nothing is guessed: what can be read in two ways is refused, with the two ways to write it.
 */
export type FrenchReading = { readonly text: string } | { readonly problem: string };

type NumberKind = Extract<PageField['kind'], 'money' | 'percentage' | 'number'>;

const LONGEST = 60;
const SPACES = /[\s\u00a0\u2009\u202f]+/g;
const EXAMPLES: Readonly<Record<NumberKind, string>> = {
  money: '1 600 000,50',
  percentage: '3,85',
  number: '7 000',
};

const PLAIN = /^-?\d+(,\d+)?$/;
const SPACED = /^-?\d{1,3}( \d{3})+(,\d+)?$/;
/** 1.600.000 and 1.600,50: the points can only part thousands. */
const POINTS_PART_THOUSANDS = /^-?\d{1,3}((\.\d{3}){2,}(,\d+)?|\.\d{3},\d+)$/;
const POINT_DECIMAL = /^-?\d+\.\d+$/;
const POINT_OR_THOUSANDS = /^-?[1-9]\d{0,2}\.\d{3}$/;

/** Zeros that each multiple of the euro adds. */
const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/ ?(md€|milliards?( d’euros)?)$/i, 9],
  [/ ?(m€|millions?( d’euros)?)$/i, 6],
  [/ ?(k€|k)$/i, 3],
  [/ ?(€|euros?|eur)$/i, 0],
];

/** Moves the point of a plain decimal text: 1.25 by 3 places is 1250. */
export function shiftPoint(text: string, places: number): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`;
  const at = whole.length + Math.max(0, -places) + places;
  const left = digits.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = digits.slice(at).replace(/0+$/, '');
  const value = right === '' ? left : `${left}.${right}`;
  return negative && /[1-9]/.test(value) ? `-${value}` : value;
}

/** A plain decimal text without useless zeros, so that two writings of one number are the same text. */
export function canonicalNumber(text: string): string {
  return shiftPoint(text, 0);
}

/** 1600000.5 as 1 600 000,5, with ordinary spaces: to be typed again. */
export function frenchNumber(plain: string): string {
  const [whole = '', fraction] = plain.replace('-', '\u2212').split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ' ');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

function withoutUnit(
  text: string,
  kind: NumberKind,
  unit: string,
): { readonly body: string; readonly zeros: number } {
  const unitText = unit.replaceAll(SPACES, ' ').toLowerCase();
  const [suffix, zeros] = kind === 'money' ? (MULTIPLES.find(([ending]) => ending.test(text)) ?? []) : [];
  if (suffix !== undefined && zeros !== undefined) return { body: text.replace(suffix, ''), zeros };
  if (unitText !== '' && text.toLowerCase().endsWith(unitText)) {
    return { body: text.slice(0, -unitText.length).trim(), zeros: 0 };
  }
  return { body: kind === 'percentage' ? text.replace(/ ?%$/, '') : text, zeros: 0 };
}

/** The plain text of digits written in French, or why they cannot be read. */
function readDigits(body: string, kind: NumberKind): FrenchReading {
  if (PLAIN.test(body) || SPACED.test(body)) {
    return { text: body.replaceAll(' ', '').replace(',', '.') };
  }
  if (POINTS_PART_THOUSANDS.test(body)) return { text: body.replaceAll('.', '').replace(',', '.') };
  if (kind !== 'percentage' && POINT_OR_THOUSANDS.test(body)) {
    const thousands = frenchNumber(body.replace('.', ''));
    // An amount has its cents, no more: three decimals would be asked again.
    const decimals = (kind === 'money' ? body.slice(0, -1) : body).replace('.', ',');
    return { problem: `« ${body} » se lit de deux façons : écrivez « ${thousands} » ou « ${decimals} »` };
  }
  if (POINT_DECIMAL.test(body)) return { text: body };
  return { problem: `nombre illisible : écrivez par exemple « ${EXAMPLES[kind]} »` };
}

function readMoney(digits: string, zeros: number): FrenchReading {
  if (zeros === 0 && /\.\d{3}$/.test(digits)) {
    const cents = frenchNumber(digits.slice(0, -1));
    return {
      problem: `« ${digits.replace('.', ',')} » se lit de deux façons : écrivez « ${frenchNumber(shiftPoint(digits, 3))} » ou « ${cents} »`,
    };
  }
  const text = shiftPoint(digits, zeros);
  const [, decimals = ''] = text.split('.');
  if (decimals.length <= 2) return { text };
  const cents = frenchNumber(text.slice(0, text.indexOf('.') + 3));
  return { problem: `un montant a deux décimales au plus : écrivez « ${cents} »` };
}

function readPercentage(digits: string, signed: boolean): FrenchReading {
  const isTiny = /^-?0\.0/.test(digits) && /[1-9]/.test(digits);
  if (isTiny && !signed) {
    const asPercentage = frenchNumber(shiftPoint(digits, 2));
    return {
      problem: `« ${frenchNumber(digits)} » se lit de deux façons : écrivez « ${asPercentage} % » ou « ${frenchNumber(digits)} % »`,
    };
  }
  return { text: shiftPoint(digits, -2) };
}

/**
 * Reads a number typed in French.
 * @param unit the unit shown after the field: it may be typed again
 * @returns a plain decimal text (a percentage as a fraction), or in French what to write instead
 */
export function readFrenchNumber(typed: string, kind: NumberKind, unit = ''): FrenchReading {
  if (typed.length > LONGEST) return { problem: `trop long : écrivez par exemple « ${EXAMPLES[kind]} »` };
  const text = typed.replaceAll(SPACES, ' ').trim().replace('\u2212', '-').replace(/^- /, '-');
  if (text === '') return { problem: `valeur vide : écrivez par exemple « ${EXAMPLES[kind]} »` };
  if (kind === 'money' && text.endsWith('%')) {
    return { problem: `un montant en euros est attendu : écrivez par exemple « ${EXAMPLES.money} »` };
  }
  const { body, zeros } = withoutUnit(text, kind, unit);
  const digits = readDigits(body, kind);
  if ('problem' in digits) return digits;
  if (kind === 'money') return readMoney(digits.text, zeros);
  if (kind === 'percentage') return readPercentage(digits.text, text.endsWith('%'));
  return { text: canonicalNumber(digits.text) };
}

/** Reads a day: what date fields send (2027-03-01), or 01/03/2027. Whether the day exists is checked with the dossier. */
export function readFrenchDate(typed: string): FrenchReading {
  const text = typed.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { text };
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined)
    return { problem: 'date illisible : écrivez par exemple « 01/03/2027 »' };
  return { text: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}
