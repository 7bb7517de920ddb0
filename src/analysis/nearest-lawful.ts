import { resolveDossier } from '../dossier/resolution.ts';
import type { RawDossier } from '../input/description.ts';
import { type LawfulAlternative, lawfulAlternative } from './lawful-alternative.ts';
import { legalityOf } from './legality.ts';

/** A path refused twice is repaired twice; past this, a person is better placed. */
const MOST_REPAIRS = 6;

/**
 * The nearest structure in which no rule refuses a path any more: each refusal repaired in turn.
 * @param dossier as it was typed
 * @returns undefined when nothing refuses the path or when no structure is near; without dossier when one is only named
 */
export function nearestLawful(dossier: RawDossier, pathIndex: number): LawfulAlternative | undefined {
  const labels: string[] = [];
  const changed: string[] = [];
  let current = dossier;
  for (let repair = 0; repair <= MOST_REPAIRS; repair++) {
    const resolved = resolveDossier(current);
    if (!resolved.ok) return undefined;
    const refusal = legalityOf(resolved.value, pathIndex, undefined).find(
      ({ verdict }) => verdict === 'impossible',
    );
    if (refusal === undefined) {
      return labels.length === 0 ? undefined : { label: labels.join(' ; '), dossier: current, changed };
    }
    const found = lawfulAlternative(current, pathIndex, refusal.rule);
    if (found?.dossier === undefined) {
      return found === undefined ? undefined : { label: [...labels, found.label].join(' ; '), changed: [] };
    }
    labels.push(found.label);
    changed.push(...found.changed);
    current = found.dossier;
  }
  return undefined;
}
