import type { VersionAgreement } from '../../views/kept-words.ts';
import { agreementOf, type KeptPath } from '../analysis/kept-figures.ts';
import type { RawDossier } from '../input/description.ts';
import type { KeptVersion } from '../store/kept-dossiers.ts';
import type { WebDependencies } from './dependencies.ts';

/** A version with its figures: those that were kept, and those of today. */
export interface ReopenedVersion {
  readonly dossier: RawDossier;
  readonly kept: readonly KeptPath[];
  /** Undefined when this version of the program refuses the dossier. */
  readonly today: readonly KeptPath[] | undefined;
  readonly agreement: VersionAgreement;
}

/** Computes a version again and compares, value by value, with the figures kept with it. */
export async function reopenVersion(
  { run }: WebDependencies,
  { json, figures }: KeptVersion,
): Promise<ReopenedVersion> {
  const dossier = JSON.parse(json) as RawDossier;
  const kept = JSON.parse(figures) as KeptPath[];
  const computed = await run('keptFigures', { dossier });
  if (!computed.ok) return { dossier, kept, today: undefined, agreement: { kind: 'refused' } };
  const today = computed.value.paths;
  const { different, ...counts } = agreementOf(kept, today);
  const agreement: VersionAgreement =
    different === 0 ? { kind: 'same', ...counts } : { kind: 'different', different, ...counts };
  return { dossier, kept, today, agreement };
}
