import type { Dossier } from '../dossier/dossier.ts';
import { type Legality, type Verdict, worstVerdict } from '../law/legality.ts';

/** « Je confirme »: a person vouches for a point « à vérifier ». Never for a refusal, never for what the figures show. */
export type Confirmation = Dossier['confirmations'][number];

/** What the figures of the dossier show: to be corrected in it, nobody can vouch for the contrary. */
const FOUND_BY_FIGURES: readonly string[] = [
  'plan.balance',
  'plan.excess',
  'cash.negative',
  'sci.cash.negative',
  'fonciere.cash.negative',
  'fonciere.programme-gap',
  'bank.limit',
  'lease.no-rent',
  'exit.unfunded',
  'self-financing.cash',
  'state-aid.excess',
  'scic.redemption-late',
];

/** Whether a person may vouch for this point. */
export function mayBeConfirmed({ rule, verdict }: Pick<Legality, 'rule' | 'verdict'>): boolean {
  return verdict === 'a-verifier' && !FOUND_BY_FIGURES.includes(rule);
}

/**
 * Puts the notes of a person beside the points that they vouch for. Each rule keeps its verdict. A point that says
 * something else since then is to verify again; confirmations of rules that say nothing today are left aside.
 * @param path id of the path
 */
export function withConfirmations(
  legality: readonly Legality[],
  confirmations: readonly Confirmation[],
  path: string,
): readonly Legality[] {
  const own = confirmations.filter((item) => item.path === path);
  if (own.length === 0) return legality;
  return legality.map((item) => {
    if (!mayBeConfirmed(item)) return item;
    const ofRule = own.filter(({ rule }) => rule === item.rule);
    const now = ofRule.findLast(({ reason }) => reason === '' || reason === item.reason);
    if (now !== undefined) return { ...item, confirmed: now.note };
    const before = ofRule.at(-1);
    return before === undefined ? item : { ...item, confirmedBefore: before.note };
  });
}

/** The verdict of a path: possible once every point to verify has been vouched for; a refusal stays one. */
export function confirmedVerdict(legality: readonly Legality[]): Verdict {
  return worstVerdict(legality.filter(({ confirmed }) => confirmed === undefined));
}

/** Whether a path is possible only because somebody vouches for it. */
export function isVouchedFor(legality: readonly Legality[]): boolean {
  return (
    confirmedVerdict(legality) === 'possible' && legality.some(({ confirmed }) => confirmed !== undefined)
  );
}
