import { Decimal, ZERO } from '../formula/decimal.ts';

/** What a decimal text may hold. */
export interface NumberForm {
  /** Digits after the point, at most. */
  readonly decimals: number;
  /** Shown when nothing better can be proposed. */
  readonly example: string;
}

export type NumberReading = { readonly value: Decimal } | { readonly problem: string };

/** Digits before the point, at most: beyond, no amount of money is meant. */
export const MOST_DIGITS = 15;
const LONGEST = 80;
const PLAIN = /^-?\d+(\.\d+)?$/;
const EXPONENT = /^[+-]?(\d+\.?\d*|\.\d+)[eE][+-]?\d{1,3}$/;
const NOT_A_NUMBER = /^[+-]?(nan|inf|infinity|infini|∞)$/i;
const SPACES = /[\s\u00a0\u202f]/g;
const CURRENCY = /€|\$|£|eur(os?)?$/i;

/** The number that somebody probably meant, as it should be written; undefined when it cannot be told. */
function meant(text: string): string | undefined {
  let body = text.replaceAll(SPACES, '').replaceAll(/['’_]/g, '').replace('\u2212', '-').replace(/^\+/, '');
  body = body.replace(CURRENCY, '');
  const percent = /%$/.test(body);
  body = body.replace(/%$/, '');
  if (EXPONENT.test(body)) {
    const value = new Decimal(body);
    if (!value.isFinite() || value.abs().gte(`1e${MOST_DIGITS}`)) return undefined;
    body = value.toFixed();
  }
  const comma = body.lastIndexOf(',');
  const point = body.lastIndexOf('.');
  // 1.234,56 is French, 1,234.56 English: the last of the two separates the decimals.
  if (comma > point) body = body.replaceAll('.', '').replace(',', '.');
  else if (comma >= 0) body = body.replaceAll(',', '');
  if (body.startsWith('.')) body = `0${body}`;
  if (body.endsWith('.')) body = body.slice(0, -1);
  if (!PLAIN.test(body) || body.length > LONGEST) return undefined;
  return percent ? new Decimal(body).div(100).toFixed() : body;
}

/** Why a text is not a plain decimal number. */
function fault(text: string): string {
  if (text.trim() === '') return 'valeur vide';
  if (NOT_A_NUMBER.test(text.trim())) return 'ce n’est pas un nombre fini';
  if (text.includes('%')) return 'pas de signe % (un pourcentage se divise par 100)';
  if (EXPONENT.test(text.trim())) return 'pas d’exposant';
  if (text.includes(',')) return 'pas de virgule : le séparateur décimal est un point';
  if (CURRENCY.test(text.trim())) return 'pas de symbole monétaire';
  if (text.search(SPACES) >= 0) return 'pas d’espace';
  return 'nombre illisible';
}

/**
 * Reads a decimal number written with a point, without exponent, space nor sign of unit.
 * @returns the number, or in French what is wrong and what to write instead
 */
export function readNumberText(text: string, form: NumberForm): NumberReading {
  if (text.length > LONGEST) return { problem: `trop long : écrivez un nombre comme "${form.example}"` };
  if (!PLAIN.test(text)) {
    const proposal = NOT_A_NUMBER.test(text.trim()) ? undefined : meant(text);
    return {
      problem: `${fault(text)} ; écrivez ${proposal === undefined ? `un nombre comme "${form.example}"` : `"${proposal}"`}`,
    };
  }
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  if (whole.replace(/^0+/, '').length > MOST_DIGITS) {
    return { problem: `trop grand : au plus ${MOST_DIGITS} chiffres avant le point` };
  }
  const value = new Decimal(text);
  if (fraction.length > form.decimals) {
    const proposal = value.toDecimalPlaces(form.decimals).toFixed(form.decimals);
    return {
      problem: `trop de décimales : au plus ${form.decimals} après le point ; écrivez "${proposal}"`,
    };
  }
  return { value: value.isZero() ? ZERO : value };
}
