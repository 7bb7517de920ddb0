import type { Context, Hono } from 'hono';
import { fondsVertSheetPage } from '../../views/fonds-vert-sheet.ts';
import type { Html } from '../../views/html.ts';
import type { AskedField } from '../../views/site-balance.ts';
import { siteCostPage } from '../../views/site-cost-page.ts';
import { siteExplanationPage } from '../../views/site-explanation.ts';
import { READING_WORDS, type SitePlace } from '../../views/site-table.ts';
import type { SiteAsked, SiteCostPage } from '../report/site-cost-page.ts';
import type { ReadingOfRange } from '../sites/range.ts';
import type { SiteRequest } from '../tasks/asked-site.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerRefusal } from './failures.ts';
import { canonicalNumber, frenchNumber, readFrenchNumber, shiftPoint } from './french-input.ts';

/** A site whose cost is shown, of a dossier or of the inventory. */
export interface CostedSite {
  readonly request: SiteRequest;
  /** Address of its page. */
  readonly base: string;
  /** Letters, digits and dashes. */
  readonly fileName: string;
  readonly section?: 'sites';
  /** Where the page stands, with links. */
  readonly overline: Html;
  /** Items of the list of actions. */
  readonly actions: Html;
  /** Floor area looked for, where no dossier says it: as shown in the form. */
  readonly floor?: { readonly text: string; readonly problem: string | undefined };
}

/** Finds the site that an address names, or answers why there is none. */
type FindSite = (deps: WebDependencies, c: Context) => Promise<CostedSite | Response>;

/** The floor area that an enterprise looks for, in the address. */
export const FLOOR = { name: 'surface', label: 'Surface utile cherchée', unit: 'm²' } as const;

/** What the address of the page may ask, in French. */
const FIELDS = [
  { name: 'loyer', key: 'rent', label: 'Loyer abordable', unit: '€/m²/an HT', kind: 'money' },
  { name: 'rendement', key: 'requiredYield', label: 'Rendement exigé', unit: '%', kind: 'percentage' },
  { name: 'aides', key: 'otherAids', label: 'Autres aides', unit: '€', kind: 'money' },
  {
    name: 'participation',
    key: 'authority',
    label: 'Participation de la collectivité',
    unit: '€',
    kind: 'money',
  },
  { name: 'fonds-vert', key: 'grant', label: 'Aide demandée au Fonds vert', unit: '€', kind: 'money' },
] as const;

interface ReadAsked {
  readonly asked: SiteAsked;
  /** In French, by name of the field. */
  readonly problems: ReadonlyMap<string, string>;
  readonly place: SitePlace;
}

/** A problem of a number that was read and is out of bounds. */
function outOfBounds(key: string, text: string): string | undefined {
  if (text.startsWith('-')) return 'écrivez un montant positif ou nul';
  if (!/^\d{1,12}(\.\d{1,10})?$/.test(text)) return 'nombre trop long : arrondissez-le';
  if (key === 'requiredYield' && !(Number(text) > 0 && Number(text) <= 0.5)) {
    return 'écrivez un rendement au-dessus de 0 %, au plus 50 %';
  }
  return undefined;
}

/** Reads what was asked; what cannot be read is said beside its field and left out. */
function readAsked(c: Context, { base, floor }: CostedSite): ReadAsked {
  const problems = new Map<string, string>();
  const asked: Partial<Record<keyof SiteAsked, string>> = {};
  const kept = new URLSearchParams();
  const surface = c.req.query(FLOOR.name)?.trim() ?? '';
  if (floor !== undefined && surface !== '') kept.set(FLOOR.name, surface);
  if (floor?.problem !== undefined) problems.set(FLOOR.name, floor.problem);
  for (const { name, key, kind } of FIELDS) {
    const typed = c.req.query(name)?.trim() ?? '';
    if (typed === '') continue;
    kept.set(name, typed);
    const read = readFrenchNumber(typed, kind);
    const problem = 'problem' in read ? read.problem : outOfBounds(key, read.text);
    if (problem !== undefined) problems.set(name, problem);
    else if ('text' in read) asked[key] = read.text;
  }
  const query = kept.toString();
  return { asked, problems, place: { base, query: query === '' ? '' : `?${query}` } };
}

/** The fields of the form: what was typed, else what the page has used. */
function fieldsOf(
  c: Context,
  { floor }: CostedSite,
  { problems }: ReadAsked,
  page: SiteCostPage,
): AskedField[] {
  const first = floor === undefined ? [] : [{ ...FLOOR, text: floor.text, problem: floor.problem }];
  const others = FIELDS.map(({ name, key, label, unit, kind }) => {
    const typed = c.req.query(name)?.trim() ?? '';
    const used = page.asked[key];
    const plain = kind === 'percentage' && used !== '' ? shiftPoint(used, 2) : used;
    return {
      name,
      label,
      unit,
      text: typed !== '' ? typed : plain === '' ? '' : frenchNumber(canonicalNumber(plain)),
      problem: problems.get(name),
    };
  });
  return [...first, ...others];
}

interface Shown {
  readonly site: CostedSite;
  readonly read: ReadAsked;
}
type Show = (deps: WebDependencies, c: Context, shown: Shown) => Promise<Response>;

/**
 * The pages and files of the cost of a site: cost, balances, sheet of the Fonds vert, explanations, workbook.
 * @param path « /:key/friches/:id »
 */
export function mountSiteCost(deps: WebDependencies, pages: Hono, path: string, find: FindSite): void {
  const of =
    (show: Show) =>
    async (c: Context): Promise<Response> => {
      const site = await find(deps, c);
      if (site instanceof Response) return site;
      c.header('Cache-Control', 'private, no-cache');
      return show(deps, c, { site, read: readAsked(c, site) });
    };
  pages.get(path, of(showCost));
  pages.get(`${path}/fonds-vert`, of(showSheet));
  pages.get(`${path}/fichiers/:file`, of(sendFile));
  pages.get(`${path}/explication`, of(explainFigure));
  pages.get(`${path}/classeur.xlsx`, of(sendWorkbook));
}

const showCost: Show = async (deps, c, { site, read }) => {
  const page = await deps.run('siteCostPage', { ...site.request, asked: read.asked });
  if (!page.ok) return answerRefusal(deps, c, page.problems);
  return c.html(
    siteCostPage({
      assets: deps.assets,
      place: read.place,
      page: page.value,
      fields: fieldsOf(c, site, read, page.value),
      overline: site.overline,
      actions: site.actions,
      ...(site.section === undefined ? {} : { section: site.section }),
    }),
  );
};

const showSheet: Show = async (deps, c, { site, read }) => {
  const page = await deps.run('siteCostPage', { ...site.request, asked: read.asked });
  if (!page.ok) return answerRefusal(deps, c, page.problems);
  return c.html(fondsVertSheetPage({ assets: deps.assets, place: read.place, sheet: page.value.sheet }));
};

const sendFile: Show = async (deps, c, { site, read }) => {
  const file = c.req.param('file') ?? '';
  const made = await deps.run('siteFile', { ...site.request, asked: read.asked, file });
  if (!made.ok) return answerRefusal(deps, c, made.problems);
  c.header('Content-Type', made.value.isJson ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="levier-${site.fileName}-${file}"`);
  return c.body(made.value.text);
};

/** The reading that an address names; the central one when it names none. */
function readingFrom(c: Context): ReadingOfRange {
  const found = Object.entries(READING_WORDS).find(([, word]) => word === c.req.query('lecture'));
  return (found?.[0] ?? 'central') as ReadingOfRange;
}

const explainFigure: Show = async (deps, c, { site, read }) => {
  const reading = readingFrom(c);
  const figure = c.req.query('figure') ?? '';
  const found = await deps.run('siteExplanation', { ...site.request, reading, figure });
  if (!found.ok) return answerRefusal(deps, c, found.problems);
  return c.html(siteExplanationPage({ assets: deps.assets, place: read.place, reading, ...found.value }));
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const sendWorkbook: Show = async (deps, c, { site }) => {
  const reading = readingFrom(c);
  const workbook = await deps.run('siteWorkbook', { ...site.request, reading });
  if (!workbook.ok) return answerRefusal(deps, c, workbook.problems);
  c.header('Content-Type', XLSX);
  c.header(
    'Content-Disposition',
    `attachment; filename="levier-${site.fileName}-${READING_WORDS[reading]}.xlsx"`,
  );
  return c.body(new Uint8Array(workbook.value));
};
