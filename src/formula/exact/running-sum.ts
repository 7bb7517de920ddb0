import { type Decimal, ZERO } from '../decimal.ts';
import { add, fromParts, LARGEST, parts } from './short-decimals.ts';

/**
 * Terms added one after the other, without a Decimal for each sum on the way: as long as all are short, whole numbers
 * of ten-millionths are added. The total is the same, digit for digit, as that of `add` on each term in turn.
 */
export class RunningSum {
  /** The sum so far; undefined while only `units` holds it. */
  private sum: Decimal | undefined = ZERO;
  /** Its ten-millionths; NaN when it is not short. */
  private units = 0;

  clear(): void {
    this.sum = ZERO;
    this.units = 0;
  }

  /** @param term not zero */
  add(term: Decimal): void {
    if (this.units === 0) {
      this.sum = term;
      this.units = parts(term);
      return;
    }
    const units = this.units + parts(term);
    if (units < LARGEST && units > -LARGEST) {
      this.units = units;
      this.sum = undefined;
      return;
    }
    this.sum = add(this.total(), term);
    this.units = this.sum === ZERO ? 0 : parts(this.sum);
  }

  total(): Decimal {
    this.sum ??= this.units === 0 ? ZERO : fromParts(this.units);
    return this.sum;
  }
}
