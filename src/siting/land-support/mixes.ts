import { Decimal } from '../../formula/decimal.ts';
import type { BasePath } from './base-path.ts';
import {
  type FoundForm,
  Levels,
  type PricedLevel,
  priced,
  type SizedForm,
  type Tries,
} from './sized-form.ts';
import { smallestLevel } from './smallest-level.ts';
import { ceilingOf } from './support-ceiling.ts';
import type { OpenForm, SupportForm } from './support-form.ts';

/** One form inside a mix, at its level. */
export interface PartOfMix extends PricedLevel {
  readonly form: SupportForm;
}

/** Two forms together: a share of the level of the first, and the smallest of the second that then meets all targets. */
export interface Mix {
  readonly share: string;
  readonly parts: readonly [PartOfMix, PartOfMix];
  readonly presentCost: Decimal;
  readonly grantEquivalent: Decimal;
  readonly isAboveCeiling: boolean;
}

export interface Mixes {
  readonly mixes: readonly Mix[];
  /** Forms that were mixed: those that suffice alone, the three cheapest in present cost when they are more. */
  readonly of: readonly SupportForm[];
  /** More forms suffice alone than were mixed. */
  readonly isRestricted: boolean;
  /** So many levels were tried already that some mixes were left out. */
  readonly isCut: boolean;
}

/** Shares of the level of the first form; 0 and 100 % are the forms alone. */
const SHARES = ['0.25', '0.5', '0.75'];
/** A mix tries about five levels: with three forms, three pairs and three shares, under fifty. */
const MOST_FORMS = 3;
/** Levels after which no other mix is begun: a level takes some sixty milliseconds, a task twenty seconds at most. */
const MOST_TRIES = 130;

interface Candidate {
  readonly form: SupportForm;
  readonly open: OpenForm;
  readonly answer: FoundForm;
}

/** The mixes of the forms that suffice alone. */
export function sizeMixes(forms: readonly SizedForm[], base: BasePath, tries: Tries): Mixes {
  const sufficient = forms.flatMap(({ form, open, answer }): Candidate[] =>
    open !== undefined && answer.status === 'found' ? [{ form, open, answer }] : [],
  );
  const kept = sufficient
    .toSorted((one, other) => one.answer.presentCost.comparedTo(other.answer.presentCost))
    .slice(0, MOST_FORMS);
  const mixed = sufficient.filter((candidate) => kept.includes(candidate));
  const pairs = mixed.flatMap((first, rank) =>
    mixed.slice(rank + 1).flatMap((second) => SHARES.map((share) => ({ share, first, second }))),
  );
  const mixes: Mix[] = [];
  let isCut = false;
  for (const { share, first, second } of pairs) {
    if (tries.count >= MOST_TRIES) {
      isCut = true;
      break;
    }
    const mix = sizeMix(share, first, second, base, tries);
    if (mix !== undefined) mixes.push(mix);
  }
  return {
    mixes,
    isCut,
    of: mixed.map(({ form }) => form),
    isRestricted: sufficient.length > mixed.length,
  };
}

/** Undefined when the share of the first already meets all, or when the second adds nothing that does. */
function sizeMix(
  share: string,
  first: Candidate,
  second: Candidate,
  base: BasePath,
  tries: Tries,
): Mix | undefined {
  const ofFirst = new Levels(first.form, first.open);
  const ofSecond = new Levels(second.form, second.open);
  const part = ofFirst.at(Math.floor(new Decimal(first.answer.rank).times(share).toNumber()));
  const levelsAt = (rank: number) => [
    { open: first.open, level: part },
    { open: second.open, level: ofSecond.at(rank) },
  ];
  if (part.isZero()) return undefined;
  const { rank } = smallestLevel({
    at: (tried) => tries.trial(levelsAt(tried)),
    last: ofSecond.last,
    expected: new Decimal(1).minus(share).times(second.answer.rank).ceil().toNumber(),
    probes: 0,
  });
  if (rank === undefined || rank === 0) return undefined;
  const read = tries.read(levelsAt(rank));
  if (read === undefined) return undefined;
  const parts = [
    { form: first.form, ...priced(first.open, part, read, base.read) },
    { form: second.form, ...priced(second.open, ofSecond.at(rank), read, base.read) },
  ] as const;
  return {
    share,
    parts,
    presentCost: parts[0].presentCost.plus(parts[1].presentCost),
    grantEquivalent: parts[0].grantEquivalent.plus(parts[1].grantEquivalent),
    isAboveCeiling: ceilingOf(read)?.isAbove === true,
  };
}
