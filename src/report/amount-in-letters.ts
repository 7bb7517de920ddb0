import type { Decimal } from '../formula/decimal.ts';

/** Numbers and amounts in French letters, as deeds and deliberations write them beside the figures. */
const UNITS = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];
const TENS: Readonly<Record<number, string>> = {
  2: 'vingt',
  3: 'trente',
  4: 'quarante',
  5: 'cinquante',
  6: 'soixante',
  8: 'quatre-vingt',
};
const SCALES: readonly (readonly [size: bigint, one: string, many: string])[] = [
  [1_000_000_000n, 'milliard', 'milliards'],
  [1_000_000n, 'million', 'millions'],
];

/** 0 to 99. `isLast`: nothing follows, so that « quatre-vingts » takes its s. */
function belowHundred(value: number, isLast: boolean): string {
  if (value < 17) return UNITS[value] as string;
  if (value < 20) return `dix-${UNITS[value - 10]}`;
  // Seventies and nineties count on from sixty and eighty.
  const tens = Math.floor(value / 10);
  const base = tens === 7 || tens === 9 ? tens - 1 : tens;
  const rest = value - base * 10;
  const word = TENS[base] as string;
  if (rest === 0) return base === 8 && isLast ? `${word}s` : word;
  const withAnd = (rest === 1 || rest === 11) && base !== 8;
  return `${word}${withAnd ? ' et ' : '-'}${belowHundred(rest, isLast)}`;
}

/** 1 to 999. */
function belowThousand(value: number, isLast: boolean): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0) return belowHundred(rest, isLast);
  const word = hundreds === 1 ? 'cent' : `${UNITS[hundreds]} cent`;
  if (rest === 0) return hundreds > 1 && isLast ? `${word}s` : word;
  return `${word} ${belowHundred(rest, isLast)}`;
}

/**
 * A whole number in letters: 80 « quatre-vingts », 81 « quatre-vingt-un », 200 « deux cents », 201 « deux cent un ».
 * « Mille » never varies; « million » and « milliard » are nouns, before which vingt and cent keep their s.
 */
export function numberInLetters(value: bigint): string {
  if (value < 0n) return `moins ${numberInLetters(-value)}`;
  if (value === 0n) return 'zéro';
  const words: string[] = [];
  let rest = value;
  for (const [size, one, many] of SCALES) {
    const count = rest / size;
    rest %= size;
    if (count > 0n) words.push(`${numberInLetters(count)} ${count === 1n ? one : many}`);
  }
  const thousands = Number(rest / 1000n);
  const units = Number(rest % 1000n);
  if (thousands > 0) words.push(thousands === 1 ? 'mille' : `${belowThousand(thousands, false)} mille`);
  if (units > 0) words.push(belowThousand(units, true));
  return words.join(' ');
}

/**
 * An amount in letters, to the cent: « six cent deux mille quatre cent quatre-vingt-dix-huit euros et soixante-quinze
 * centimes »; « un million d’euros ». Rounded half away from zero.
 */
export function amountInLetters(amount: Decimal): string {
  const cents = BigInt(amount.abs().times(100).toDecimalPlaces(0, 4).toFixed(0));
  const euros = cents / 100n;
  const left = cents % 100n;
  const sign = amount.isNegative() && cents > 0n ? 'moins ' : '';
  const of = euros >= 1_000_000n && euros % 1_000_000n === 0n ? 'd’euros' : euros >= 2n ? 'euros' : 'euro';
  const whole = `${numberInLetters(euros)} ${of}`;
  const part = `${numberInLetters(left)} ${left >= 2n ? 'centimes' : 'centime'}`;
  if (left === 0n) return `${sign}${whole}`;
  return euros === 0n ? `${sign}${part}` : `${sign}${whole} et ${part}`;
}
