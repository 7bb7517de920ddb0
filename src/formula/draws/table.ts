/** Whole numbers written one after the other, for generated functions to read. */
export class Table {
  private numbers = new Int32Array(1 << 12);
  length = 0;

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = number;
  }

  /** The number written at a position. */
  at(position: number): number {
    return this.numbers[position] as number;
  }

  /** A copy of what was written. */
  toArray(): Int32Array {
    return this.numbers.slice(0, this.length);
  }
}
