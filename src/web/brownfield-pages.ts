import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { brownfieldAddress, brownfieldsAddress, dossierAddress } from '../../views/addresses.ts';
import { fondsVertSheetPage } from '../../views/fonds-vert-sheet.ts';
import type { AskedField } from '../../views/site-balance.ts';
import { siteCostPage } from '../../views/site-cost-page.ts';
import type { SitePlace } from '../../views/site-table.ts';
import type { SiteAsked, SiteCostPage } from '../report/site-cost-page.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, answerRefusal, UNKNOWN_DOSSIER } from './failures.ts';
import { canonicalNumber, frenchNumber, readFrenchNumber, shiftPoint } from './french-input.ts';
import { refuseRevoked } from './kept-revoked.ts';
import { type OpenedDossier, openDossier } from './opened-dossier.ts';

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
function readAsked(c: Context, base: string): ReadAsked {
  const problems = new Map<string, string>();
  const asked: Partial<Record<keyof SiteAsked, string>> = {};
  const kept = new URLSearchParams();
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
function fieldsOf(c: Context, { problems }: ReadAsked, page: SiteCostPage): AskedField[] {
  return FIELDS.map(({ name, key, label, unit, kind }) => {
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
}

/** The cost, the balances and the sheet of a brownfield of a dossier, mounted at `/dossiers`. */
export function brownfieldPages(deps: WebDependencies): Hono {
  const pages = new Hono();
  pages.use('/:key/friches/*', refuseRevoked(deps));
  pages.get('/:key/friches/:id', ofBrownfield(deps, showCost));
  pages.get('/:key/friches/:id/fonds-vert', ofBrownfield(deps, showSheet));
  pages.get('/:key/friches/:id/fichiers/:file', ofBrownfield(deps, sendFile));
  return pages;
}

interface Shown {
  readonly opened: OpenedDossier;
  readonly id: string;
  readonly read: ReadAsked;
}
type Show = (deps: WebDependencies, c: Context, shown: Shown) => Promise<Response>;

function ofBrownfield(deps: WebDependencies, show: Show) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const id = c.req.param('id') ?? '';
    c.header('Cache-Control', 'private, no-cache');
    return show(deps, c, { opened, id, read: readAsked(c, brownfieldAddress(opened.key, id)) });
  };
}

const showCost: Show = async (deps, c, { opened, id, read }) => {
  const page = await deps.run('siteCostPage', { dossier: opened.dossier, id, asked: read.asked });
  if (!page.ok) return answerRefusal(deps, c, page.problems);
  const { key } = opened;
  return c.html(
    siteCostPage({
      assets: deps.assets,
      place: read.place,
      page: page.value,
      fields: fieldsOf(c, read, page.value),
      overline: html`<a href="${dossierAddress(key)}">${String(opened.dossier.title)}</a> · <a href="${brownfieldsAddress(key)}">Friches comparées</a>`,
      actions: html`<ul class="actions not-printed" aria-label="Cette friche">
<li><a class="action" href="${brownfieldAddress(key, id, 'saisie')}">Changer les données de la friche</a></li>
<li><a class="action" href="${read.place.base}/fonds-vert${read.place.query}">Fiche Fonds vert</a></li>
<li><button type="button" class="action needs-script" data-print>Imprimer</button></li>
</ul>`,
    }),
  );
};

const showSheet: Show = async (deps, c, { opened, id, read }) => {
  const page = await deps.run('siteCostPage', { dossier: opened.dossier, id, asked: read.asked });
  if (!page.ok) return answerRefusal(deps, c, page.problems);
  return c.html(fondsVertSheetPage({ assets: deps.assets, place: read.place, sheet: page.value.sheet }));
};

const sendFile: Show = async (deps, c, { opened, id, read }) => {
  const file = c.req.param('file') ?? '';
  const made = await deps.run('siteFile', { dossier: opened.dossier, id, asked: read.asked, file });
  if (!made.ok) return answerRefusal(deps, c, made.problems);
  c.header('Content-Type', made.value.isJson ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="levier-${id}-${file}"`);
  return c.body(made.value.text);
};
