import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { brownfieldAddress, brownfieldsAddress, dossierAddress } from '../../views/addresses.ts';
import { costSummary } from '../../views/site-cost.ts';
import { siteAddress } from '../../views/sites/addresses.ts';
import type { SiteSection } from '../../views/sites/site-page.ts';
import { brownfieldOfRecord } from '../sites/brownfield-of-record.ts';
import type { SiteRecord } from '../sites/listed-site.ts';
import { findSite } from '../store/inventory-search.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, UNKNOWN_DOSSIER, UNKNOWN_SITE } from './failures.ts';
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

const MISSING_WORDS: Readonly<Record<string, string>> = {
  commune: 'la commune',
  department: 'le département',
  landAreaM2: 'la surface du terrain',
};

/** Floor area looked for when neither an enterprise nor a building says one: a small workshop. */
const USUAL_FLOOR = '1000';
const LARGEST_FLOOR = 1_000_000;

/** The floor area of the building, else of a small workshop. */
function usualFloor({ builtAreaM2 }: SiteRecord): string {
  return builtAreaM2 !== null && builtAreaM2 > 0 ? String(Math.ceil(builtAreaM2)) : USUAL_FLOOR;
}

/** The floor area asked for: that of the address, else of the building, else of a small workshop. */
function floorOf(
  c: Context,
  site: SiteRecord,
): { readonly plain: string; readonly floor: CostedSite['floor'] } {
  const typed = c.req.query(FLOOR.name)?.trim() ?? '';
  const usual = usualFloor(site);
  if (typed === '') return { plain: usual, floor: { text: frenchNumber(usual), problem: undefined } };
  const read = readFrenchNumber(typed, 'number', FLOOR.unit);
  const isBad = 'text' in read && !(Number(read.text) >= 1 && Number(read.text) <= LARGEST_FLOOR);
  const problem =
    'problem' in read ? read.problem : isBad ? 'écrivez une surface de 1 à 1 000 000 m²' : undefined;
  const plain = problem === undefined && 'text' in read ? Number(read.text).toFixed(2) : usual;
  return { plain, floor: { text: typed, problem } };
}

/** What is lacking for an estimate, in words; nothing when the cost can be computed. */
function lacking(missing: readonly string[]): string | undefined {
  if (missing.length === 0) return undefined;
  const words = missing.map((path) => MISSING_WORDS[path] ?? path).join(', ');
  return `L’inventaire ne dit pas : ${words}. Complétez le fichier et importez-le de nouveau, ou décrivez cette friche à la main dans un dossier.`;
}

/** The cost of a site in a few figures, as a section of its page in the inventory. */
export async function costSection(deps: WebDependencies, site: SiteRecord): Promise<SiteSection> {
  const { json, missing } = brownfieldOfRecord(site);
  const title = 'Coût et délai';
  const base = costAddress(site);
  const why = lacking(missing);
  if (why !== undefined) return { id: 'cout', title, content: html`<p>${why}</p>` };
  const floor = usualFloor(site);
  const page = await deps.run('siteCostPage', { brownfield: json, need: { floorAreaM2: floor } });
  if (!page.ok)
    return { id: 'cout', title, content: html`<p>Le coût de ce site ne peut pas être estimé.</p>` };
  return { id: 'cout', title, content: costSummary(base, page.value, floor) };
}

const costAddress = ({ siteId }: SiteRecord): string => `${siteAddress(siteId)}/cout`;

async function ofInventory(deps: WebDependencies, c: Context): Promise<CostedSite | Response> {
  const site = await findSite(deps.store, c.req.param('siteId') ?? '');
  if (site === undefined) return answerFailure(deps, c, UNKNOWN_SITE);
  const { json, missing } = brownfieldOfRecord(site);
  const why = lacking(missing);
  if (why !== undefined) {
    return answerFailure(deps, c, { status: 422, title: 'Coût impossible à estimer', text: why });
  }
  const { plain, floor } = floorOf(c, site);
  return {
    request: { brownfield: json, need: { floorAreaM2: plain } },
    base: costAddress(site),
    fileName: String(json.id),
    section: 'sites',
    overline: html`<a href="/sites">Friches</a> · <a href="${siteAddress(site.siteId)}">${site.name}</a>`,
    actions: html``,
    ...(floor === undefined ? {} : { floor }),
  };
}
