import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { brownfieldAddress, brownfieldsAddress, dossierAddress } from '../../views/addresses.ts';
import { siteAddress } from '../../views/sites/addresses.ts';
import { brownfieldOf } from '../sites/brownfield-of-site.ts';
import type { SiteRecord } from '../sites/listed-site.ts';
import { findSite } from '../store/inventory-search.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, type Failure, UNKNOWN_DOSSIER } from './failures.ts';
import { frenchNumber, readFrenchNumber } from './french-input.ts';
import { refuseRevoked } from './kept-revoked.ts';
import { openDossier } from './opened-dossier.ts';
import { type CostedSite, FLOOR, mountSiteCost } from './site-cost-pages.ts';

/** The cost of a brownfield of a dossier, mounted at `/dossiers`. */
export function brownfieldPages(deps: WebDependencies): Hono {
  const pages = new Hono();
  pages.use('/:key/friches/*', refuseRevoked(deps));
  mountSiteCost(deps, pages, '/:key/friches/:id', ofDossier);
  return pages;
}

/** The cost of a site of the inventory, before any dossier, mounted at `/sites`. */
export function siteCostPages(deps: WebDependencies): Hono {
  const pages = new Hono();
  mountSiteCost(deps, pages, '/:siteId/cout', ofInventory);
  return pages;
}

async function ofDossier(deps: WebDependencies, c: Context): Promise<CostedSite | Response> {
  const opened = await openDossier(deps, c.req.param('key') ?? '');
  if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
  const { key, dossier } = opened;
  const id = c.req.param('id') ?? '';
  return {
    request: { dossier, id },
    base: brownfieldAddress(key, id),
    fileName: id,
    overline: html`<a href="${dossierAddress(key)}">${String(dossier.title)}</a> · <a href="${brownfieldsAddress(key)}">Friches comparées</a>`,
    actions: html`<li><a class="action" href="${brownfieldAddress(key, id, 'saisie')}">Changer les données de la friche</a></li>`,
  };
}

const UNKNOWN_SITE: Failure = {
  status: 404,
  title: 'Friche introuvable',
  text: 'Aucune friche de l’inventaire n’a cet identifiant : il a pu changer depuis un import. Cherchez-la dans la liste des friches.',
};

const MISSING_WORDS: Readonly<Record<string, string>> = {
  commune: 'la commune',
  department: 'le département',
  landAreaM2: 'la surface du terrain',
};

/** Floor area looked for when neither an enterprise nor a building says one: a small workshop. */
const USUAL_FLOOR = '1000';
const LARGEST_FLOOR = 1_000_000;

/** The floor area asked for: that of the address, else of the building, else of a small workshop. */
function floorOf(
  c: Context,
  site: SiteRecord,
): { readonly plain: string; readonly floor: CostedSite['floor'] } {
  const typed = c.req.query(FLOOR.name)?.trim() ?? '';
  const usual =
    site.builtAreaM2 !== null && site.builtAreaM2 > 0 ? String(Math.ceil(site.builtAreaM2)) : USUAL_FLOOR;
  if (typed === '') return { plain: usual, floor: { text: frenchNumber(usual), problem: undefined } };
  const read = readFrenchNumber(typed, 'number', FLOOR.unit);
  const isBad = 'text' in read && !(Number(read.text) > 0 && Number(read.text) <= LARGEST_FLOOR);
  const problem =
    'problem' in read ? read.problem : isBad ? 'écrivez une surface de 1 à 1 000 000 m²' : undefined;
  const plain = problem === undefined && 'text' in read ? Number(read.text).toFixed(2) : usual;
  return { plain, floor: { text: typed, problem } };
}

async function ofInventory(deps: WebDependencies, c: Context): Promise<CostedSite | Response> {
  const site = await findSite(deps.store, c.req.param('siteId') ?? '');
  if (site === undefined) return answerFailure(deps, c, UNKNOWN_SITE);
  const { previousUse, landAreaM2, builtAreaM2 } = site;
  const { json, missing } = brownfieldOf({
    ...site,
    use: previousUse,
    landArea: landAreaM2,
    builtArea: builtAreaM2,
  } as Parameters<typeof brownfieldOf>[0]);
  if (missing.length > 0) {
    const words = missing.map((path) => MISSING_WORDS[path] ?? path).join(', ');
    return answerFailure(deps, c, {
      status: 422,
      title: 'Coût impossible à estimer',
      text: `L’inventaire ne dit pas : ${words}. Complétez le fichier et importez-le de nouveau, ou décrivez cette friche à la main dans un dossier.`,
    });
  }
  const { plain, floor } = floorOf(c, site);
  return {
    request: { brownfield: json, need: { floorAreaM2: plain } },
    base: `${siteAddress(site.siteId)}/cout`,
    fileName: String(json.id),
    section: 'sites',
    overline: html`<a href="/sites">Friches</a> · <a href="${siteAddress(site.siteId)}">${site.name}</a>`,
    actions: html``,
    ...(floor === undefined ? {} : { floor }),
  };
}
