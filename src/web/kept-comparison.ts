import type { Context } from 'hono';
import { comparisonAddress } from '../../views/kept-addresses.ts';
import { type ComparedHead, keptComparisonPage } from '../../views/kept-comparison.ts';
import { findDossier, findVersion, type KeptVersion, listVersions } from '../store/kept-dossiers.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, type Failure, UNKNOWN_DOSSIER } from './failures.ts';
import { type ReopenedVersion, reopenVersion } from './kept-agreement.ts';

const UNKNOWN_VERSION: Failure = {
  status: 404,
  title: 'Version introuvable',
  text: 'Ce dossier n’a pas de version de ce numéro : choisissez les deux versions à comparer depuis sa fiche.',
};

function headOf(version: KeptVersion, { agreement, today }: ReopenedVersion): ComparedHead {
  return {
    number: version.number,
    savedAt: version.created_at,
    comment: version.comment,
    engineVersion: version.engine_version,
    lawDate: version.law_date,
    agreement,
    isComputedToday: today !== undefined,
  };
}

/**
 * Two versions of a dossier, field by field and figure by figure. Both are computed by the present program, so that
 * what differs comes from the inputs alone; a version beside itself shows its figures of then and of today.
 */
export function compareVersions(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const { store, run } = deps;
    const address = c.req.param('address') ?? '';
    const dossier = await findDossier(store, address);
    if (dossier === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const versions = await listVersions(store, address);
    const last = versions[0]?.number ?? 1;
    const [from, to] = [c.req.query('de'), c.req.query('a')];
    if (from === undefined || to === undefined) {
      return c.redirect(comparisonAddress(address, Math.max(1, last - 1), last), 302);
    }
    const one = await findVersion(store, address, Number(from));
    const other = await findVersion(store, address, Number(to));
    if (one === undefined || other === undefined) return answerFailure(deps, c, UNKNOWN_VERSION);

    const before = await reopenVersion(deps, one);
    const after = one.number === other.number ? before : await reopenVersion(deps, other);
    const isItself = one.number === other.number;
    const changes = await run('versionChanges', {
      before: { dossier: before.dossier, paths: isItself ? before.kept : (before.today ?? before.kept) },
      after: { dossier: after.dossier, paths: after.today ?? after.kept },
    });
    c.header('Cache-Control', 'private, no-store');
    return c.html(
      keptComparisonPage({
        assets: deps.assets,
        address,
        title: dossier.title,
        engineVersion: deps.engineVersion,
        from: headOf(one, before),
        to: headOf(other, after),
        versions: versions.map(({ number, created_at }) => ({ number, savedAt: created_at })),
        changes,
      }),
    );
  };
}
