import type { Scenario } from '../dossier/scenario.ts';
import type { RawDossier } from '../input/description.ts';
import { findVersion, type KeptVersion } from '../store/kept-dossiers.ts';
import { findInputs } from '../store/saved-inputs.ts';
import { findShareLink } from '../store/share-links.ts';
import type { WebDependencies } from './dependencies.ts';

/** What inputs have to do with kept dossiers. */
export type KeptOrigin =
  /** A version, opened by somebody who has the address of its dossier. */
  | { readonly kind: 'version'; readonly version: KeptVersion }
  /** Changed from a version of the dossier of this address: they may become its next version. */
  | { readonly kind: 'working'; readonly address: string }
  /** A version, opened by a share link: the address of its dossier is never told. */
  | { readonly kind: 'shared'; readonly version: KeptVersion };

/** Inputs that an address names: a case of the study, saved ones, or a version of a kept dossier. */
export interface OpenedDossier {
  readonly key: string;
  readonly dossier: RawDossier;
  /** The case itself, or the one these inputs were made from. */
  readonly scenario: Scenario | undefined;
  readonly kept: KeptOrigin | undefined;
}

/** As `versionKey` writes it. */
const VERSION_KEY = /^([0-9a-z]{26})-([1-9]\d{0,8})$/;

/** @returns undefined when nothing has this key, or when it is a share link that was revoked */
export async function openDossier(deps: WebDependencies, key: string): Promise<OpenedDossier | undefined> {
  const { store, scenarios } = deps;
  const scenario = scenarios.find((candidate) => candidate.id === key);
  if (scenario !== undefined) return { key, dossier: scenario.dossier, scenario, kept: undefined };
  const opened = (json: string, kept: KeptOrigin | undefined): OpenedDossier => {
    const dossier = JSON.parse(json) as RawDossier;
    return { key, dossier, scenario: scenarios.find((candidate) => candidate.id === dossier.id), kept };
  };

  const [, address, number] = VERSION_KEY.exec(key) ?? [];
  if (address !== undefined) {
    const version = await findVersion(store, address, Number(number));
    return version === undefined ? undefined : opened(version.json, { kind: 'version', version });
  }
  const saved = await findInputs(store, key);
  if (saved !== undefined) {
    const { json, kept_dossier } = saved;
    return opened(json, kept_dossier === '' ? undefined : { kind: 'working', address: kept_dossier });
  }
  const link = await findShareLink(store, key);
  if (link === undefined || link.revoked_at !== null) return undefined;
  const version = await findVersion(store, link.dossier, link.number);
  return version === undefined ? undefined : opened(version.json, { kind: 'shared', version });
}

/** The address of the kept dossier that inputs belong to; none for what was shared. */
export function ownAddress(kept: KeptOrigin | undefined): string | undefined {
  if (kept?.kind === 'version') return kept.version.dossier;
  return kept?.kind === 'working' ? kept.address : undefined;
}
