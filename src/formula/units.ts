/**
 * Units of measure, in the type of every formula: money + ratio does not compile.
 *
 * A compound unit is written as its text: `money/area` is euros per square metre, `ratio/years` a rate a year.
 */
type BaseUnit = 'money' | 'ratio' | 'count' | 'area' | 'months' | 'years' | 'date' | 'truth';
export type Per<A extends string, B extends string> = `${A}/${B}`;
export type Unit =
  | BaseUnit
  | Per<'money', 'area' | 'count' | 'years' | 'months'>
  | Per<'ratio', 'years' | 'months'>
  | Per<'area', 'count'>
  | Per<Per<'money', 'area'>, 'years'>
  | Per<Per<'money', 'count'>, 'years'>;

/** A ratio is shown as 38,50 % or as 1,25 (a cover, an index). */
export type RatioStyle = 'percentage' | 'multiple';

/** Unit of a × b, `never` when the product has no meaning here. */
export type Product<A extends string, B extends string> = B extends 'ratio'
  ? A
  : A extends 'ratio'
    ? B
    : A extends `${infer X}/${B}`
      ? X
      : A extends `${infer X}/${B}/${infer Y}`
        ? `${X}/${Y}`
        : B extends `${infer X}/${A}`
          ? X
          : B extends `${infer X}/${A}/${infer Y}`
            ? `${X}/${Y}`
            : never;

/** Unit of a / b. */
export type Quotient<A extends string, B extends string> = B extends 'ratio'
  ? A
  : A extends B
    ? 'ratio'
    : B extends `${A}/${infer X}`
      ? X
      : Per<A, B>;

/** A type that no formula has, so that a meaningless product is refused where it is written. */
export type Meaningful<U> = [U] extends [never] ? { readonly thisProductHasNoUnit: true } : unknown;

function without(a: string, b: string): string | undefined {
  if (a.endsWith(`/${b}`)) return a.slice(0, -b.length - 1);
  const inside = a.indexOf(`/${b}/`);
  return inside < 0 ? undefined : a.slice(0, inside) + a.slice(inside + b.length + 1);
}

/** The unit of a product at run time; mirrors `Product`. */
export function productUnit(a: string, b: string): Unit {
  if (b === 'ratio') return a as Unit;
  if (a === 'ratio') return b as Unit;
  const unit = without(a, b) ?? without(b, a);
  if (unit === undefined) throw new Error(`no unit for ${a} × ${b}`);
  return unit as Unit;
}

/** The unit of a quotient at run time; mirrors `Quotient`. */
export function quotientUnit(a: string, b: string): Unit {
  if (b === 'ratio') return a as Unit;
  if (a === b) return 'ratio';
  if (b.startsWith(`${a}/`)) return b.slice(a.length + 1) as Unit;
  return `${a}/${b}` as Unit;
}

/** Amounts of money are compared in cents; everything else to the ninth decimal. */
export function comparisonDecimals(unit: Unit): number {
  return unit === 'money' ? 2 : 9;
}
