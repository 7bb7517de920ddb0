import { html } from 'hono/html';
import { writeDate } from '../../src/formula/french.ts';
import { NO_FILTERS, type PlaceName } from '../../src/sites/inventory-filters.ts';
import type { SiteRecord } from '../../src/sites/listed-site.ts';
import { missingFacts } from '../../src/sites/missing-facts.ts';
import { webLink } from '../../src/sites/web-link.ts';
import type { Html } from '../html.ts';
import { writeMoment } from '../kept-words.ts';
import { type Layout, layout } from '../layout.ts';
import type { PlaceNames } from './active-filters.ts';
import { filteredAddress, LIST_ADDRESS } from './addresses.ts';
import { placeDrawings } from './place-drawing.ts';
import { placeOf, SITE_WORDS, writeArea } from './words.ts';

/** A part of the page of a site; an empty one is left out by whoever makes the list. */
export interface SiteSection {
  /** In addresses: « cout ». */
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

export interface SiteView {
  readonly site: SiteRecord;
  /** Names of its places, by kind. */
  readonly names: PlaceNames;
}

type Row = readonly [label: string, value: string | Html | undefined];

const UNKNOWN: ReadonlySet<unknown> = new Set(['inconnu', 'inconnue', 'n.c.']);

function factList(title: string, rows: readonly Row[], heading: 'h2' | 'h3' = 'h3'): Html {
  const known = rows.filter(([, value]) => value !== undefined);
  return html`<div class="site-facts">${heading === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
<dl>${known.map(
    ([label, value]) =>
      html`<div><dt>${label}</dt><dd${UNKNOWN.has(value) ? html` class="no-value"` : ''}>${value}</dd></div>`,
  )}</dl></div>`;
}

/** Columns whose text says that there is nothing. */
const NOTHING = /^(na|_x_|inconnue?|null|néant|)$/i;

function column({ columns }: SiteRecord, name: string): string | undefined {
  const text = Object.hasOwn(columns, name) ? columns[name]?.trim() : undefined;
  return text === undefined || NOTHING.test(text) ? undefined : text;
}

/** A link to the list of the sites of the same place. */
function placeLink(name: PlaceName, code: string | null, label: string): Html | undefined {
  if (code === null) return undefined;
  const filters = { ...NO_FILTERS, places: { [name]: code } };
  return html`<a href="${filteredAddress(LIST_ADDRESS, filters)}">${label}</a>`;
}

function coordinates({ longitude, latitude }: SiteRecord): string {
  if (longitude === null || latitude === null) return 'n.c.';
  const degrees = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(5).replace('.', ',')}° ${value < 0 ? negative : positive}`;
  return `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'O')}`;
}

function identity({ site, names }: SiteView): Html {
  return html`<div class="site-identity">
${factList(
  'Identité et lieu',
  [
    ['Identifiant national', html`<code>${site.siteId}</code>`],
    ['Adresse', column(site, 'site_adresse')],
    ['Commune', placeLink('commune', site.insee, placeOf(site)) ?? placeOf(site)],
    ['Intercommunalité', placeLink('epci', site.epci, names.epci ?? site.epci ?? '')],
    [
      'Département',
      placeLink('department', site.department, `${names.department ?? ''} (${site.department})`),
    ],
    ['Région', placeLink('region', site.region, names.region ?? site.region ?? '')],
    ['Coordonnées', coordinates(site)],
  ],
  'h2',
)}
${placeDrawings(site)}
</div>`;
}

function facts({ site }: SiteView): Html {
  return html`<div class="site-groups">
${factList('Terrain et bâtiments', [
  ['Terrain', writeArea(site.landAreaM2)],
  ['Surface bâtie', writeArea(site.builtAreaM2)],
  ['État des bâtiments', SITE_WORDS.buildingState(site)],
  ['Amiante ou plomb', SITE_WORDS.asbestos(site)],
])}
${factList('Sol et usages', [
  ['Statut', SITE_WORDS.status(site)],
  ['Nature de la friche', SITE_WORDS.previousUse(site)],
  ['Dernière activité', column(site, 'activite_libelle')],
  ['Fin de l’activité', column(site, 'activite_fin_annee')],
  ['Pollution du sol', SITE_WORDS.pollution(site)],
])}
${factList('Urbanisme et propriété', [
  ['Zonage', SITE_WORDS.zoning(site)],
  ['Document d’urbanisme', column(site, 'urba_doc_type')],
  ['Propriétaire', SITE_WORDS.ownerKind(site)],
])}
</div>
<p class="table-foot">n.c. : non renseigné dans l’inventaire.</p>`;
}

function missing({ site }: SiteView): Html {
  const found = missingFacts(site);
  if (found.length === 0) return html`<p>L’inventaire renseigne tout ce que le chiffrage lit d’abord.</p>`;
  return html`<p>${found.length === 1 ? 'Une donnée manque' : `${found.length} données manquent`} ; chacune élargit la fourchette de coût ou de délai.</p>
<ul class="missing-facts">${found.map(
    ({ label, why, remedy }) =>
      html`<li><strong>${label}</strong> – ${why} <span class="remedy">Pour le savoir : ${remedy}.</span></li>`,
  )}</ul>`;
}

const LINKS: readonly (readonly [column: string, label: string])[] = [
  ['site_url', 'Page du site'],
  ['site_projet_url', 'Projet'],
  ['site_ademe_url', 'Fiche de l’ADEME'],
  ['sol_depollution_fiche', 'Fiche de dépollution'],
  ['urba_datedoc_url', 'Document d’urbanisme'],
  ['source_url', 'Source'],
];

function provenance({ site }: SiteView): Html {
  const { updatedOn, importedFrom } = site;
  const links = LINKS.flatMap(([name, label]): Html[] => {
    const address = webLink(column(site, name));
    return address === undefined
      ? []
      : [
          html`<li><a href="${address}" rel="noopener noreferrer external">${label}</a> (${new URL(address).hostname})</li>`,
        ];
  });
  return html`${factList('Source', [
    ['Source', column(site, 'source_nom')],
    ['Producteur', column(site, 'source_producteur')],
    ['Site relevé le', column(site, 'site_identif_date')],
    ['Mis à jour le', updatedOn === null ? 'n.c.' : writeDate(updatedOn)],
    ['Importé le', `${writeMoment(importedFrom.importedAt)}, depuis « ${importedFrom.fileName} »`],
  ])}
${links.length === 0 ? '' : html`<h3>Liens externes</h3><ul>${links}</ul>`}`;
}

function repairs({ site: { warnings } }: SiteView): Html {
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="reparations-legende">
<table class="figures"><caption id="reparations-legende"><span class="visually-hidden">Valeurs réparées ou laissées de côté à l’import</span></caption>
<thead><tr><th scope="col" class="text">Colonne</th><th scope="col" class="text">Valeur du fichier</th><th scope="col" class="text">Ce qui n’allait pas</th><th scope="col" class="text">Ce qui a été fait, ou reste à faire</th></tr></thead>
<tbody>${warnings.map(
    ({ field, value, problem, remedy }) =>
      html`<tr><th scope="row"><code>${field}</code></th><td class="text words">${value}</td><td class="text words">${problem}</td><td class="text words">${remedy}</td></tr>`,
  )}</tbody></table></div>`;
}

function originalColumns({ site: { columns } }: SiteView): Html {
  const entries = Object.entries(columns);
  return html`<details class="folded"><summary>Les ${entries.length} colonnes du fichier, telles quelles</summary>
<div class="table-box" tabindex="0" role="region" aria-labelledby="colonnes-legende">
<table class="figures"><caption id="colonnes-legende">Colonnes du fichier d’origine</caption>
<thead><tr><th scope="col" class="text">Colonne</th><th scope="col" class="text">Valeur</th></tr></thead>
<tbody>${entries.map(
    ([name, value]) =>
      html`<tr><th scope="row"><code>${name}</code></th><td class="text words original-value">${value}</td></tr>`,
  )}</tbody></table></div></details>`;
}

/** What the inventory itself says of a site, in order. Sections of other rooms are put among them. */
export function inventorySections(view: SiteView): readonly SiteSection[] {
  const { site } = view;
  return [
    { id: 'donnees', title: 'Ce que dit l’inventaire', content: facts(view) },
    { id: 'manque', title: 'Ce qui manque', content: missing(view) },
    { id: 'provenance', title: 'Provenance', content: provenance(view) },
    ...(site.warnings.length === 0
      ? []
      : [{ id: 'reparations', title: 'Réparé à l’import', content: repairs(view) }]),
    ...(Object.keys(site.columns).length === 0
      ? []
      : [{ id: 'colonnes', title: 'Fichier d’origine', content: originalColumns(view) }]),
  ];
}

/** The page of a site: who and where it is, then its sections in the order given. */
export function sitePage({
  assets,
  view,
  sections,
}: Pick<Layout, 'assets'> & {
  readonly view: SiteView;
  readonly sections: readonly SiteSection[];
}): Html {
  const { site } = view;
  const content = html`<div class="site-page">
<p class="overline"><a href="${LIST_ADDRESS}">Friches</a> · ${placeOf(site)}</p>
<h1>${site.name}</h1>
${identity(view)}
<nav class="contents not-printed" aria-label="Dans cette page"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${sections.map(
  (section) => html`<section id="${section.id}" aria-labelledby="${section.id}-titre">
<h2 id="${section.id}-titre">${section.title}</h2>
${section.content}
</section>`,
)}
</div>`;
  return layout({ assets, title: site.name, section: 'sites', content });
}
