import type { Lens } from '../src/analysis/key-figure.ts';
import { LAW_FIGURE_IDS } from '../src/analysis/law-figure-ids.ts';
import type { FormMode } from '../src/report/form-parts.ts';

/** Addresses of the pages of a dossier. Words of an address are French: people read and send them. */

/** Which path, lens and form of a dossier are shown; left out of the address when they are the usual ones. */
export interface Shown {
  /** Id of the path, when it is not the main one. */
  readonly path?: string | undefined;
  readonly lens?: Lens | undefined;
  readonly form?: FormMode | undefined;
  /** Ids of the two paths of « qui gagne, qui paie », in a comparison. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** All the sites of a foncière, where its column counts one. */
  readonly scope?: 'vehicle' | undefined;
}

/** A figure on the way from the one first asked to the one explained. */
export interface FigureStep {
  readonly figure: string;
  readonly period: string;
}

export const LENS_WORDS: Readonly<Record<Lens, string>> = {
  founder: 'fondateur',
  investor: 'investisseur',
  authority: 'collectivite',
};

/** The lens that an address names; the founder's when it names none. */
export function lensFrom(word: string | null | undefined): Lens {
  const found = Object.entries(LENS_WORDS).find(([, known]) => known === word);
  return (found?.[0] ?? 'founder') as Lens;
}

/** The form that an address names (`saisie=detail`); the express one when it names none. */
export function formFrom(word: string | null | undefined): FormMode {
  return word === 'detail' ? 'detailed' : 'express';
}

function withQuery(address: string, pairs: readonly (readonly [string, string | undefined])[]): string {
  const query = new URLSearchParams();
  for (const [name, value] of pairs) if (value !== undefined && value !== '') query.append(name, value);
  const text = query.toString();
  return text === '' ? address : `${address}?${text}`;
}

/** « perimetre=fonciere »: figures of all the sites of a vehicle. */
function scopePair({ scope }: Shown): readonly [string, string | undefined] {
  return ['perimetre', scope === 'vehicle' ? 'fonciere' : undefined];
}

/** The scope that an address names; that of the column when it names none. */
export function scopeFrom(word: string | null | undefined): Shown['scope'] {
  return word === 'fonciere' ? 'vehicle' : undefined;
}

function lensWord(lens: Lens | undefined): string | undefined {
  return lens === undefined || lens === 'founder' ? undefined : LENS_WORDS[lens];
}

function shownPairs({ path, lens, form, from, to }: Shown) {
  return [
    ['voie', path],
    ['regard', lensWord(lens)],
    ['saisie', form === 'detailed' ? 'detail' : undefined],
    ['de', from],
    ['a', to],
  ] as const;
}

/** Without a path: the comparison of a dossier that has several, else the page of the only one. */
export function dossierAddress(key: string, shown: Shown = {}): string {
  return withQuery(`/dossiers/${key}`, shownPairs(shown));
}

/** Where the columns of a dossier are changed, from the page that shows this. */
export function columnsAddress(key: string, shown: Shown): string {
  return withQuery(`/dossiers/${key}/colonnes`, shownPairs(shown));
}

/** Where the points to verify of a path are vouched for. */
export function pointsAddress(key: string, shown: Shown): string {
  return withQuery(`/dossiers/${key}/points`, shownPairs(shown));
}

/** « figure~2028-03 », as a trail holds it. */
export function stepText({ figure, period }: FigureStep): string {
  return period === '' ? figure : `${figure}~${period}`;
}

export function stepFrom(text: string): FigureStep {
  const at = text.lastIndexOf('~');
  return at < 0 ? { figure: text, period: '' } : { figure: text.slice(0, at), period: text.slice(at + 1) };
}

/** @param trail the figures whose explanations led here, the first one first */
export function explanationAddress(
  key: string,
  shown: Shown,
  { figure, period }: FigureStep,
  trail: readonly FigureStep[] = [],
): string {
  return withQuery(`/dossiers/${key}/explication`, [
    ['figure', figure],
    ['periode', period],
    ['voie', shown.path],
    scopePair(shown),
    ...trail.map((step) => ['fil', stepText(step)] as const),
  ]);
}

export function workbookAddress(key: string, shown: Shown): string {
  return withQuery(`/dossiers/${key}/classeur.xlsx`, [['voie', shown.path], scopePair(shown)]);
}

export function tableAddress(key: string, shown: Shown, table: string): string {
  return withQuery(`/dossiers/${key}/tableaux/${table}.csv`, [['voie', shown.path], scopePair(shown)]);
}

/** The page of a foncière with all its sites. */
export function vehicleAddress(key: string, { path }: Shown): string {
  return withQuery(`/dossiers/${key}/fonciere`, [['voie', path]]);
}

/** Where a copy of a dossier is asked for under the law of today. */
export function todaysLawAddress(key: string, shown: Shown): string {
  return withQuery(`/dossiers/${key}/droit`, shownPairs(shown));
}

/** Where « Méthode » prints a figure of law. @param id without `law.` */
export function lawFigureAddress(id: string): string {
  return `/methode#${lawFigureAnchor(id)}`;
}

/**
 * The figure of law that an assumption is: `law.<id>`, or `law.<id>.<day>` when an event decides; undefined for a
 * conservation check, whose id begins the same.
 */
export function lawFigureOf(assumption: string): string | undefined {
  const id = /^law\.(.+?)(\.\d{4}-\d{2}-\d{2})?$/.exec(assumption)?.[1];
  return id !== undefined && LAW_FIGURE_IDS.has(id) ? id : undefined;
}

/** Id of a figure of law on the page « Méthode ». */
export function lawFigureAnchor(id: string): string {
  return `loi-${id.replaceAll('.', '-')}`;
}

/** The draft deliberation of a guarantee, to print. */
export function deliberationAddress(key: string, { path }: Shown, guarantee?: string): string {
  return withQuery(`/dossiers/${key}/garantie/deliberation`, [
    ['voie', path],
    ['garantie', guarantee],
  ]);
}

/** The line of a guarantee in the register of guaranteed debts of a fiscal year, to print. */
export function debtStateAddress(key: string, { path }: Shown, guarantee?: string, year?: string): string {
  return withQuery(`/dossiers/${key}/garantie/etat-de-la-dette`, [
    ['voie', path],
    ['garantie', guarantee],
    ['exercice', year],
  ]);
}

/** What would change the ranking of the paths. */
export function crossoversAddress(key: string): string {
  return `/dossiers/${key}/bascules`;
}

/** A search of the smallest amount: of a path, and of one question on it. */
export function searchAddress(key: string, { path }: Shown = {}, question?: string): string {
  return withQuery(`/dossiers/${key}/recherche`, [
    ['voie', path],
    ['inconnue', question],
  ]);
}

/** What is asked of land support, as it was typed. */
export interface LandSupportAsked {
  readonly path?: string | undefined;
  /** Id of the brownfield that the enterprise would settle on; the site of the dossier when absent. */
  readonly brownfield?: string | undefined;
  readonly occupation?: string | undefined;
  readonly couverture?: string | undefined;
  readonly tri?: string | undefined;
}

function supportPairs({ path, brownfield, occupation, couverture, tri }: LandSupportAsked) {
  return [
    ['voie', path],
    ['friche', brownfield],
    ['occupation', occupation],
    ['couverture', couverture],
    ['tri', tri],
  ] as const;
}

/**
 * The smallest support of a local authority, in a path.
 * @param isAnswer asks for the answer itself, where a page says that it computes
 */
export function landSupportAddress(key: string, asked: LandSupportAsked = {}, isAnswer = false): string {
  return withQuery(`/dossiers/${key}/soutien`, [
    ...supportPairs(asked),
    ['calcul', isAnswer ? '1' : undefined],
  ]);
}

/** The same answer as a .csv. */
export function landSupportFileAddress(key: string, asked: LandSupportAsked): string {
  return withQuery(`/dossiers/${key}/soutien.csv`, supportPairs(asked));
}

export function jsonAddress(key: string): string {
  return `/dossiers/${key}/dossier.json`;
}

/** The brownfields that a dossier compares. */
export function brownfieldsAddress(key: string): string {
  return `/dossiers/${key}/friches`;
}

/** What is chosen of the comparison of brownfields: paths, criteria of the ranking, lens. */
export interface ShownSites {
  readonly paths?: readonly string[];
  readonly criteria?: readonly string[];
  readonly lens?: Lens;
}

function sitePairs({ paths = [], criteria = [], lens }: ShownSites) {
  return [
    ...paths.map((path) => ['voies', path] as const),
    ...criteria.map((criterion) => ['criteres', criterion] as const),
    ['regard', lensWord(lens)] as const,
  ];
}

/** The brownfields of a dossier compared on some paths and criteria. */
export function comparedBrownfieldsAddress(key: string, shown: ShownSites): string {
  return withQuery(brownfieldsAddress(key), sitePairs(shown));
}

/** The same comparison as .csv. */
export function brownfieldsCsvAddress(key: string, shown: ShownSites): string {
  return withQuery(`/dossiers/${key}/friches.csv`, sitePairs({ ...shown, lens: 'founder' }));
}

/** One brownfield of a dossier: its cost and time; `saisie`: its form; `retenir`, `retirer`: actions. */
export function brownfieldAddress(
  key: string,
  id: string,
  action?: 'saisie' | 'retenir' | 'retirer',
): string {
  return `/dossiers/${key}/friches/${id}${action === undefined ? '' : `/${action}`}`;
}

/** Where a brownfield is described by hand. */
export function newBrownfieldAddress(key: string): string {
  return `/dossiers/${key}/nouvelle-friche`;
}

/** What the enterprise of a dossier asks of any site. */
export function siteNeedAddress(key: string): string {
  return `/dossiers/${key}/besoin`;
}

/** Id of the field of a path of the dossier, in the form: problems and warnings lead to it. */
export function fieldId(path: string): string {
  return `champ-${path.replaceAll(/[^a-zA-Z0-9]+/g, '-').replace(/-$/, '')}`;
}
