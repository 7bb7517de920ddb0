import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { brownfieldsAddress } from '../../views/addresses.ts';
import { type CompareFormView, compareForm } from '../../views/sites/compare-form.ts';
import type { SiteSection } from '../../views/sites/site-page.ts';
import { BROWNFIELD, BROWNFIELDS } from '../dossier/brownfield.ts';
import { resolvePart } from '../dossier/resolution.ts';
import type { RawDossier } from '../input/description.ts';
import type { Problem } from '../input/problem.ts';
import { brownfieldOfRecord } from '../sites/brownfield-of-record.ts';
import type { SiteRecord } from '../sites/listed-site.ts';
import { findSite } from '../store/inventory-search.ts';
import { brownfieldsIn, FULL_LIST, withBrownfield } from './brownfield-changes.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, TOO_LARGE, UNREADABLE } from './failures.ts';
import { readFrenchNumber } from './french-input.ts';
import { openDossier } from './opened-dossier.ts';
import { saveChanged } from './saved-changes.ts';

const LARGEST_FORM = 16 * 1024;

/** Shows the page of a site again, with what was refused in its form. */
export type ShowSite = (c: Context, site: SiteRecord, refused: RefusedComparison) => Promise<Response>;

export interface RefusedComparison {
  readonly typed: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** The section of the page of a site that puts it in a dossier. */
export function compareSection(
  { scenarios }: Pick<WebDependencies, 'scenarios'>,
  site: SiteRecord,
  asked: string | undefined,
  { typed, problems }: RefusedComparison = { typed: new Map(), problems: [] },
): SiteSection {
  const wanted = typed.get('dossier') ?? asked;
  const cases = scenarios.map(({ id, title, dossier }) => ({
    key: id,
    title,
    count: brownfieldsIn(dossier).length,
  }));
  // Cases that compare brownfields already come first.
  const offered = cases.toSorted((one, other) => other.count - one.count);
  const isKnown = offered.some(({ key }) => key === wanted);
  const view: CompareFormView = {
    siteId: site.siteId,
    dossiers: [
      ...(wanted === undefined || isKnown ? [] : [{ key: wanted, title: 'Mon dossier en cours' }]),
      ...offered,
    ],
    chosen: wanted ?? offered[0]?.key ?? '',
    missing: brownfieldOfRecord(site).missing,
    typed,
    problems,
  };
  return { id: 'comparer', title: 'Comparer dans un dossier', content: compareForm(view) };
}

/** Where a site of the inventory joins a dossier, mounted at `/sites`. */
export function siteComparing(deps: WebDependencies, showSite: ShowSite): Hono {
  const pages = new Hono();
  const small = bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => answerFailure(deps, c, TOO_LARGE) });
  pages.post('/:siteId/comparer', small, addToDossier(deps, showSite));
  return pages;
}

/** The key in an address that somebody pasted: « https://…/dossiers/abc?voie=sci » → « abc ». */
function keyIn(address: string): string {
  return /\/dossiers\/([^/?#\s]+)/.exec(address)?.[1] ?? address.trim();
}

function addToDossier(deps: WebDependencies, showSite: ShowSite) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const site = await findSite(deps.store, c.req.param('siteId') ?? '');
    if (site === undefined) return c.notFound();
    const typed = new Map(
      Object.entries(body).flatMap(([name, text]) =>
        typeof text === 'string' ? [[name, text.trim()] as const] : [],
      ),
    );
    const refuse = (problems: readonly Problem[]) => showSite(c, site, { typed, problems });
    const pasted = typed.get('adresse') ?? '';
    const opened = await openDossier(deps, pasted === '' ? (typed.get('dossier') ?? '') : keyIn(pasted));
    if (opened === undefined)
      return refuse([
        { path: 'adresse', message: 'aucun dossier n’a cette adresse : vérifiez qu’elle est entière' },
      ]);
    if (brownfieldsIn(opened.dossier).length >= BROWNFIELDS.longest) return refuse([FULL_LIST]);

    const { json, facts, missing } = brownfieldOfRecord(site);
    const added: Record<string, string> = {};
    const problems: Problem[] = [];
    for (const name of missing) {
      const text = typed.get(name) ?? '';
      if (name !== 'landAreaM2') added[name] = name === 'department' ? text.toUpperCase() : text;
      else {
        const area = readFrenchNumber(text, 'number', 'm²');
        if ('problem' in area) problems.push({ path: name, message: area.problem });
        else added[name] = area.text;
      }
    }
    const brownfield = { ...json, ...added } as RawDossier;
    const reading = resolvePart(BROWNFIELD, brownfield);
    if (!reading.ok)
      problems.push(...reading.problems.filter(({ path }) => !problems.some((one) => one.path === path)));
    if (problems.length > 0) return refuse(problems);
    const changed = withBrownfield(opened.dossier, { brownfield, facts, why: 'saisi à la main' });
    const saved = await saveChanged(deps, opened, changed.dossier);
    return c.redirect(brownfieldsAddress(saved.key), 303);
  };
}
