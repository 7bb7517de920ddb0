import type { Scenario } from '../dossier/scenario.ts';
import type { RawDossier } from '../input/description.ts';
import { findInputs } from '../store/saved-inputs.ts';
import type { WebDependencies } from './dependencies.ts';

/** Inputs that an address names: a case of the study, or saved ones. */
export interface OpenedDossier {
  readonly key: string;
  readonly dossier: RawDossier;
  /** The case itself, or the one these inputs were made from. */
  readonly scenario: Scenario | undefined;
}

/** @returns undefined when no case and no saved inputs have this key */
export async function openDossier(
  { store, scenarios }: WebDependencies,
  key: string,
): Promise<OpenedDossier | undefined> {
  const scenario = scenarios.find((candidate) => candidate.id === key);
  if (scenario !== undefined) return { key, dossier: scenario.dossier, scenario };
  const saved = await findInputs(store, key);
  if (saved === undefined) return undefined;
  const dossier = JSON.parse(saved.json) as RawDossier;
  return { key, dossier, scenario: scenarios.find((candidate) => candidate.id === dossier.id) };
}
