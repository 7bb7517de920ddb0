import { html } from 'hono/html';
import type { Html } from './html.ts';
import { icon } from './icon.ts';

/** What is said of the versions of a dossier on every page that shows them. */

const DAY_AND_TIME = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** « 22/11/2026 à 10 h 15 », Paris time. @param moment ISO 8601 */
export function writeMoment(moment: string): string {
  const parts = new Map(DAY_AND_TIME.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  const day = `${parts.get('day')}/${parts.get('month')}/${parts.get('year')}`;
  return `${day} à ${Number(parts.get('hour'))} h ${parts.get('minute')}`;
}

/** « 22/11/2026 ». @param date ISO day */
export function writeDay(date: string): string {
  return date.split('-').reverse().join('/');
}

/** How the figures of a version, computed again today, compare with those kept with it. */
export type VersionAgreement =
  | { readonly kind: 'same'; readonly kept: number; readonly added: number }
  | { readonly kind: 'different'; readonly kept: number; readonly different: number; readonly added: number }
  /** This version of Levier refuses what an older one accepted. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unchecked' };

/** In one line, with its mark. */
export function agreementView(agreement: VersionAgreement): Html {
  switch (agreement.kind) {
    case 'same':
      return html`<span class="state state-good">${icon('possible')} ${agreement.kept} chiffres identiques au centime</span>${
        agreement.added === 0 ? '' : html` <span class="detail">${agreement.added} de plus aujourd’hui</span>`
      }`;
    case 'different':
      return html`<span class="state state-bad">${icon('a-verifier')} ${
        agreement.different === 1 ? 'une valeur diffère' : `${agreement.different} valeurs diffèrent`
      }</span> <span class="detail">sur ${agreement.kept}</span>`;
    case 'refused':
      return html`<span class="state state-bad">${icon('impossible')} refusée</span> <span class="detail">cette version de Levier ne calcule plus ce dossier</span>`;
    case 'unchecked':
      return html`<span class="state">${icon('neutral')} non vérifiée</span>`;
  }
}

/** The same, as a sentence. */
export function agreementSentence(agreement: VersionAgreement): string {
  switch (agreement.kind) {
    case 'same':
      return 'Recalculés aujourd’hui, ses chiffres clés sont les mêmes, au centime.';
    case 'different':
      return `Attention : recalculés aujourd’hui, ${agreement.different === 1 ? 'un de ses chiffres clés diffère' : `${agreement.different} de ses chiffres clés diffèrent`} de ceux de l’enregistrement, car Levier a changé depuis.`;
    case 'refused':
      return 'Cette version de Levier ne calcule plus ce dossier tel qu’il est ; ses chiffres enregistrés sont gardés.';
    case 'unchecked':
      return '';
  }
}
