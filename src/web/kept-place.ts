import type { KeptPlace } from '../../views/kept-form.ts';
import type { WebDependencies } from './dependencies.ts';
import { reopenVersion } from './kept-agreement.ts';
import { type OpenedDossier, ownAddress } from './opened-dossier.ts';

/** What the page of a dossier says of its keeping: which version it is, whether its figures still stand. */
export async function keptPlace(deps: WebDependencies, { key, kept }: OpenedDossier): Promise<KeptPlace> {
  const isShared = kept?.kind === 'shared';
  const about = { key, address: ownAddress(kept), isShared };
  if (kept === undefined || kept.kind === 'working') return { ...about, version: undefined };
  const { number, created_at: savedAt } = kept.version;
  const { agreement } = await reopenVersion(deps, kept.version);
  return { ...about, version: { number, savedAt, agreement } };
}
