import type { RawDossier } from '../input/description.ts';
import { KEY_BYTES, keyFrom, saveInputs } from '../store/saved-inputs.ts';
import type { WebDependencies } from './dependencies.ts';
import { type OpenedDossier, ownAddress } from './opened-dossier.ts';

/**
 * Saves changed inputs. Those of the case itself keep its address, unless they come from a kept dossier: they stay its
 * own. Those that come from a shared version belong to no kept dossier.
 */
export async function saveChanged(
  deps: WebDependencies,
  from: OpenedDossier,
  dossier: RawDossier,
): Promise<OpenedDossier> {
  const { scenario } = from;
  const keptDossier = ownAddress(from.kept);
  const json = JSON.stringify(dossier);
  if (json === JSON.stringify(from.dossier)) return from;
  if (scenario !== undefined && keptDossier === undefined && json === JSON.stringify(scenario.dossier)) {
    return { key: scenario.id, dossier, scenario, kept: undefined };
  }
  const drawn = keyFrom(deps.randomBytes(KEY_BYTES));
  const now = deps.now();
  const key = await saveInputs(deps.store, { json, parent: from.key, key: drawn, now, keptDossier });
  const kept = keptDossier === undefined ? undefined : ({ kind: 'working', address: keptDossier } as const);
  return { key, dossier, scenario, kept };
}
