import { html } from 'hono/html';
import type { Legality, Verdict } from '../src/analysis/legality-rule.ts';
import { withDe } from '../src/formula/french.ts';
import type { Problem } from '../src/input/problem.ts';
import { fieldsIn } from '../src/report/form-parts.ts';
import type { PathPage } from '../src/report/page.ts';
import { fieldId } from './addresses.ts';
import { confirmationView, isRefused } from './confirmation.ts';
import type { DossierView } from './dossier-view.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { keptTogether } from './typography.ts';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  possible: 'Possible',
  'a-verifier': 'À vérifier',
  impossible: 'Impossible',
};

/** The verdict of a path as it is told: possible only because a person vouches for what was to verify. */
export function verdictWord(verdict: Verdict, confirmedPoints: number): string {
  return verdict === 'possible' && confirmedPoints > 0
    ? 'Possible, sous votre responsabilité'
    : VERDICT_WORDS[verdict];
}

/** « deux points vérifiés par vous » */
export function confirmedWords(count: number): string {
  return count === 1 ? 'un point vérifié par vous' : `${count} points vérifiés par vous`;
}

const CONFIDENCE_WORDS: Readonly<Record<Legality['confidence'], string>> = {
  sourced: 'texte consulté',
  computed: 'constat de Levier',
  memory: 'de mémoire, à faire relire',
  uncertain: 'incertain',
};

/** Points that a person vouches for. */
export function confirmedCount(legality: readonly Legality[]): number {
  return legality.filter(({ confirmed }) => confirmed !== undefined).length;
}

function sentence({ verdict, legality, gap }: PathPage): string {
  const count = legality.filter((rule) => rule.verdict === verdict && rule.confirmed === undefined).length;
  const confirmed = confirmedCount(legality);
  if (verdict === 'possible' && confirmed > 0) {
    return `Rien n’interdit cette voie ; ${confirmedWords(confirmed)}, sous votre responsabilité.`;
  }
  if (verdict === 'possible') return 'Rien, dans les règles vérifiées, ne s’oppose à cette voie.';
  if (verdict === 'impossible') return 'Cette voie n’est pas ouverte à ce dossier tel qu’il est.';
  const left = count === 1 ? 'un point à vérifier' : `${count} points à vérifier`;
  const points = confirmed === 0 ? left : `${left} (et ${confirmedWords(confirmed)})`;
  if (gap !== undefined) return `Rien n’interdit cette voie, mais son plan n’est pas financé ; ${points}.`;
  return `Rien n’interdit cette voie, sous réserve ${withDe(points)}.`;
}

/** The same sentence, said of several fields, is read once: with the first of them. */
function toldOnce(warnings: readonly Problem[]): Problem[] {
  const messages = warnings.map(({ message }) => message);
  return warnings.filter(({ message }, index) => messages.indexOf(message) === index);
}

/** What is written in a text is cited; what is not says who settles it. */
const GROUNDS: Readonly<Record<string, string>> = {
  'décision du financeur': 'Au financeur d’en décider.',
  'pratique bancaire': 'C’est l’usage des banques qui en juge.',
  'limite saisie dans le dossier': 'Cette limite est saisie dans le dossier.',
  'cohérence du dossier': 'Le dossier se contredit.',
  'pacte d’associés': 'Au pacte d’associés de le prévoir.',
  'sans objet': '',
};

/** What a rule stands on, as a sentence: « Texte : CGI art. 219 I b. » */
export function groundSentence(article: string): string {
  return GROUNDS[article] ?? `Texte : ${article.replace(/\.$/, '')}.`;
}

/** A rule: its reason and its article in sight, what to do about it unfolded; all of it when it closes the path. */
function rule(view: DossierView, item: Legality, index: number): Html {
  const { verdict, article, reason, remedy, confidence, confirmed } = item;
  const isOpen =
    verdict === 'impossible' || (confirmed ?? item.confirmedBefore) !== undefined || isRefused(view, item);
  return html`<li><details class="rule folded"${isOpen ? html` open` : ''}>
<summary><span class="rule-reason">${icon(verdict)} <span class="visually-hidden">${VERDICT_WORDS[verdict]} : </span>${keptTogether(reason)}</span> <span class="rule-article">${groundSentence(article)}</span></summary>
<p class="rule-remedy">${keptTogether(remedy)} <span class="confidence">(${CONFIDENCE_WORDS[confidence]})</span></p>
${view.page.verdict === 'impossible' ? '' : confirmationView(view, item, index)}
</details></li>`;
}

const SEVERITY: readonly Verdict[] = ['impossible', 'a-verifier', 'possible'];

/** What closes the path first, what is lawful last. */
function ordered(legality: readonly Legality[]): Legality[] {
  return [...legality].sort((one, other) => SEVERITY.indexOf(one.verdict) - SEVERITY.indexOf(other.verdict));
}

/** The verdict before any figure: word, icon, colour; then each rule with its article, its reason and its remedy. */
export function verdictView(view: DossierView): Html {
  const { page } = view;
  const { verdict, legality, gap, warnings, fields } = page;
  const paths = fieldsIn(fields).map((field) => field.path);
  const told = toldOnce(warnings);
  return html`<section class="verdict verdict-${verdict}" aria-labelledby="verdict-titre">
<div class="verdict-head"><h2 id="verdict-titre"><span class="badge badge-${verdict}">${icon(verdict)} ${verdictWord(verdict, confirmedCount(legality))}</span></h2>
<p class="verdict-sentence">${sentence(page)}${gap === undefined ? '' : html` <strong>Il reste ${gap} à trouver.</strong>`}</p></div>
${legality.length === 0 ? '' : html`<ul class="rules">${ordered(legality).map((item, index) => rule(view, item, index))}</ul>`}
${
  told.length === 0
    ? ''
    : html`<details class="warnings">
<summary>${told.length === 1 ? 'Un point d’attention' : `${told.length} points d’attention`}</summary>
<ul>${told.map(({ path, message }) =>
        paths.includes(path)
          ? html`<li><a href="#${fieldId(path)}">${message}</a></li>`
          : html`<li>${message}</li>`,
      )}</ul>
</details>`
}
</section>`;
}
