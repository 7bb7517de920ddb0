import type { Context } from 'hono';
import { keptListPage } from '../../views/kept-list.ts';
import { type SheetVersion, sheetPage } from '../../views/kept-sheet.ts';
import type { VersionAgreement } from '../../views/kept-words.ts';
import { findDossier, findVersion, listDossiers, listVersions } from '../store/kept-dossiers.ts';
import { listShareLinks } from '../store/share-links.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, UNKNOWN_DOSSIER, UNREADABLE } from './failures.ts';
import { reopenVersion } from './kept-agreement.ts';
import { forgetAddress, rememberAddress, rememberedAddresses } from './kept-cookie.ts';

/** Versions computed again each time a sheet is shown; those computed before are remembered. */
const MOST_CHECKED = 8;
/** Agreements remembered: versions never change, nor does this program while it runs. */
const MOST_REMEMBERED = 5000;

/** « Mes dossiers »: what this browser remembers. */
export function listKept(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const found = await listDossiers(deps.store, rememberedAddresses(c));
    c.header('Cache-Control', 'private, no-store');
    const dossiers = found.map(({ dossier, last }) => ({
      address: dossier.address,
      title: dossier.title,
      lastNumber: last.number,
      lastSavedAt: last.created_at,
      lastComment: last.comment,
    }));
    return c.html(keptListPage({ assets: deps.assets, dossiers }));
  };
}

/** Takes a dossier out of the list of this browser, for a machine that several people use. */
export function forgetKept(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    forgetAddress(c, typeof body.adresse === 'string' ? body.adresse : '');
    return c.redirect('/mes-dossiers', 303);
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** The sheet of a dossier: versions, whether their figures still stand, links, import. */
export function showSheet(deps: WebDependencies) {
  const known = new Map<string, VersionAgreement>();

  /** Computes at most `MOST_CHECKED` versions, the newest first, and the one asked for. */
  const checkVersions = async (address: string, numbers: readonly number[], asked: number | undefined) => {
    const nameOf = (number: number) => `${address} ${number}`;
    const isUnknown = (number: number) => !known.has(nameOf(number));
    const toCheck = new Set(numbers.filter(isUnknown).slice(0, MOST_CHECKED));
    if (asked !== undefined && isUnknown(asked)) toCheck.add(asked);
    for (const number of toCheck) {
      const version = await findVersion(deps.store, address, number);
      if (version === undefined) continue;
      known.set(nameOf(number), (await reopenVersion(deps, version)).agreement);
      const oldest = known.keys().next().value;
      if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
    }
    return (number: number): VersionAgreement => known.get(nameOf(number)) ?? { kind: 'unchecked' };
  };

  return async (c: Context): Promise<Response> => {
    const address = c.req.param('address') ?? '';
    const dossier = await findDossier(deps.store, address);
    if (dossier === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const versions = await listVersions(deps.store, address);
    const agreement = await checkVersions(
      address,
      versions.map(({ number }) => number),
      wholeNumber(c.req.query('verifier')),
    );
    const links = await listShareLinks(deps.store, address);
    rememberAddress(c, address);
    c.header('Cache-Control', 'private, no-store');
    const page = sheetPage({
      assets: deps.assets,
      address,
      title: dossier.title,
      createdAt: dossier.created_at,
      origin: new URL(c.req.url).origin,
      saved: wholeNumber(c.req.query('enregistree')),
      unchanged: wholeNumber(c.req.query('inchangee')),
      versions: versions.map(
        (version): SheetVersion => ({
          number: version.number,
          savedAt: version.created_at,
          comment: version.comment,
          engineVersion: version.engine_version,
          lawDate: version.law_date,
          agreement: agreement(version.number),
        }),
      ),
      links: links.map((link) => ({
        token: link.token,
        number: link.number,
        createdAt: link.created_at,
        revokedAt: link.revoked_at ?? undefined,
      })),
    });
    return c.html(page);
  };
}
