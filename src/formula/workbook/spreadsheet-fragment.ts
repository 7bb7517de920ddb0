import { Decimal } from '../decimal.ts';
import type { CellAddress } from './layout.ts';

/**
 * A piece of spreadsheet formula being composed, and what its neighbours must know of it.
 *
 * Undefined is the empty text in a sheet, and arithmetic on it is an error there. So a fragment says apart when it is
 * undefined (its guards) and what it is otherwise (its text): a whole formula tests the guards once, outside.
 */
export interface Fragment {
  /** Right only where no guard holds. */
  readonly text: string;
  readonly binding: Binding;
  readonly guards: readonly Guard[];
  /** For a truth: the same as a test, shorter inside IF. */
  readonly condition?: string;
  /** Shorter text giving "" by itself where undefined. */
  readonly closed?: string;
  /** Set when the fragment is just this cell. */
  readonly cell?: CellAddress;
  /** It reads no cell. */
  readonly constant?: boolean;
  /** Evaluated where it should not be, it might be an error (a divisor or a power). */
  readonly mayFail?: boolean;
}

/** A test that holds where a fragment is undefined. */
export interface Guard {
  readonly test: string;
  /** It can be evaluated whatever the other guards say; else only once those before it are false. */
  readonly alone: boolean;
}

/**
 * How tightly the operator of a text binds. A negative text is the weakest: in a spreadsheet −2^2 is 4, and a minus
 * sign after another operator is hard to read.
 */
export const BINDING = { negative: 0, additive: 1, multiplicative: 2, power: 3, atom: 4 } as const;
export type Binding = (typeof BINDING)[keyof typeof BINDING];

/** Arguments that every spreadsheet accepts in one function. */
export const ARGUMENT_LIMIT = 200;

const NO_GUARDS: readonly Guard[] = [];

export function atom(text: string, mayFail = false): Fragment {
  return { text, binding: BINDING.atom, guards: NO_GUARDS, mayFail };
}

const numberTexts = new WeakMap<Decimal, string>();

/** A number in full, never with an exponent, with the digits of the nearest double. */
export function numberText(value: Decimal): string {
  const known = numberTexts.get(value);
  if (known !== undefined) return known;
  const text = new Decimal(value.toNumber()).toFixed();
  numberTexts.set(value, text);
  return text;
}

export function constantFragment(value: Decimal): Fragment {
  const text = value.isZero() ? '0' : numberText(value);
  const binding = text.startsWith('-') ? BINDING.negative : BINDING.atom;
  return { text, binding, guards: NO_GUARDS, constant: true };
}

export const ZERO_FRAGMENT: Fragment = {
  text: '0',
  binding: BINDING.atom,
  guards: NO_GUARDS,
  constant: true,
};

/** The constant zero, always defined: sums drop it. */
export function isZeroConstant(fragment: Fragment): boolean {
  return fragment.text === '0' && fragment.guards.length === 0;
}

/** The text of an operand, in parentheses when it binds less than its place asks. */
export function operandText(fragment: Fragment, least: Binding): string {
  return fragment.binding >= least ? fragment.text : `(${fragment.text})`;
}

/** An operation is undefined where one of its operands is. */
export function guardsOf(...fragments: readonly Fragment[]): readonly Guard[] {
  const guarded = fragments.filter((fragment) => fragment.guards.length > 0);
  if (guarded.length <= 1) return guarded[0]?.guards ?? NO_GUARDS;
  const byTest = new Map<string, Guard>();
  for (const { guards } of guarded) for (const guard of guards) byTest.set(guard.test, guard);
  return [...byTest.values()];
}

export function anyMayFail(...fragments: readonly Fragment[]): boolean {
  return fragments.some((fragment) => fragment.mayFail === true);
}

/** A function that may be applied to parts first, as MIN, SUM or OR. */
export function callText(name: string, parts: readonly string[]): string {
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  if (parts.length <= ARGUMENT_LIMIT) return `${name}(${parts.join(',')})`;
  const halves: string[] = [];
  for (let first = 0; first < parts.length; first += ARGUMENT_LIMIT) {
    halves.push(callText(name, parts.slice(first, first + ARGUMENT_LIMIT)));
  }
  return callText(name, halves);
}

/** Tests in the order in which they may be evaluated; those that need no other are one OR, first. */
function testsInOrder(guards: readonly Guard[]): string[] {
  const alone = guards.filter((guard) => guard.alone).map((guard) => guard.test);
  const others = guards.filter((guard) => !guard.alone).map((guard) => guard.test);
  return alone.length === 0 ? others : [callText('OR', alone), ...others];
}

/** One test that holds where a guard holds; « 0 » when there is none. */
export function anyGuardText(guards: readonly Guard[]): string {
  const tests = testsInOrder(guards);
  const last = tests.pop();
  if (last === undefined) return '0';
  return tests.reduceRight((rest, test) => `IF(${test},1,${rest})`, last);
}

/** `text`, or `whenUndefined` where a guard holds. */
export function guardedText(guards: readonly Guard[], whenUndefined: string, text: string): string {
  if (guards.length === 0) return text;
  const tests = whenUndefined.length <= 24 ? testsInOrder(guards) : [anyGuardText(guards)];
  return tests.reduceRight((rest, test) => `IF(${test},${whenUndefined},${rest})`, text);
}

/** The fragment as a whole formula or argument: "" where undefined. */
export function closedText(fragment: Fragment): string {
  return fragment.closed ?? guardedText(fragment.guards, '""', fragment.text);
}

/** A truth as a test. */
export function conditionText(fragment: Fragment): string {
  return fragment.condition ?? fragment.text;
}
