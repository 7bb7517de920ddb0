import { html } from 'hono/html';
import type { AssetName, Assets } from './assets.ts';
import type { Html } from './html.ts';

export type Section = 'home' | 'kept' | 'sites' | 'tools' | 'method' | 'api';

export interface Layout {
  readonly assets: Assets;
  /** Name of the page; « · Levier » is added. */
  readonly title: string;
  /** Which entry of the navigation is the present page. */
  readonly section?: Section;
  /** What this page needs beside what every page has; ours comes last. */
  readonly stylesheets?: readonly AssetName[];
  readonly scripts?: readonly AssetName[];
  /** Seconds after which a browser without script asks for the page again. */
  readonly refreshSeconds?: number;
  readonly content: Html;
}

const SECTIONS: readonly { readonly id: Section; readonly href: string; readonly label: string }[] = [
  { id: 'home', href: '/', label: 'Accueil' },
  { id: 'kept', href: '/mes-dossiers', label: 'Mes dossiers' },
  { id: 'sites', href: '/sites', label: 'Friches' },
  { id: 'tools', href: '/outils', label: 'Calculettes' },
  { id: 'method', href: '/methode', label: 'Méthode' },
  { id: 'api', href: '/api', label: 'API' },
];

/** No style made by script; pages of the history are loaded again; what a person unfolded stays so. */
const HTMX_CONFIG = JSON.stringify({
  includeIndicatorCSS: false,
  history: 'reload',
  morphIgnore: ['data-htmx-powered', 'open'],
});

/** A whole page: head, skip link, banner, navigation, the content in `main`, footer. */
export function layout({
  assets,
  title,
  section,
  stylesheets = [],
  scripts = [],
  refreshSeconds,
  content,
}: Layout): Html {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Levier</title>
${refreshSeconds === undefined ? '' : html`<noscript><meta http-equiv="refresh" content="${refreshSeconds}"></noscript>`}
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${assets.urlOf('favicon.svg')}" type="image/svg+xml">
${(['pico.css', ...stylesheets, 'levier.css'] as const).map((name) => html`<link rel="stylesheet" href="${assets.urlOf(name)}">`)}
<meta name="htmx-config" content="${HTMX_CONFIG}">
<script src="${assets.urlOf('htmx.js')}" defer></script>
<script src="${assets.urlOf('levier.js')}" defer></script>
${scripts.map((name) => html`<script src="${assets.urlOf(name)}" defer></script>`)}
</head>
<body>
<a class="skip-link" href="#contenu">Aller au contenu</a>
<header class="banner">
  <a class="brand" href="/">Levier</a>
  <nav aria-label="Principale">
    <ul>
      ${SECTIONS.map(
        ({ id, href, label }) =>
          html`<li><a href="${href}"${id === section ? html` aria-current="page"` : ''}>${label}</a></li>`,
      )}
    </ul>
  </nav>
</header>
<main id="contenu" tabindex="-1">
${content}
</main>
<footer class="colophon">
  <p>Levier : simuler le financement et l’immobilier d’une industrie de l’ESS. <a href="/methode">Conventions, chiffres de droit, hypothèses et limites</a>.</p>
</footer>
</body>
</html>`;
}
