import { html, raw } from 'hono/html';
import type { Html } from './html.ts';

/** Drawn on 16 × 16, with the colour of the text. Always beside a word: hidden from screen readers. */
const DRAWINGS = {
  possible: '<circle cx="8" cy="8" r="7"/><path class="mark" d="M4.6 8.3l2.3 2.3 4.5-4.8"/>',
  'a-verifier': '<path d="M8 1.2l7.2 13H.8z"/><path class="mark" d="M8 6v4M8 11.9v.1"/>',
  impossible:
    '<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"/><path class="mark" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/>',
  neutral: '<circle cx="8" cy="8" r="7"/><path class="mark" d="M4.8 8h6.4"/>',
} as const;

export type IconName = keyof typeof DRAWINGS;

export function icon(name: IconName): Html {
  return html`<svg class="icon icon-${name}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${raw(DRAWINGS[name])}</svg>`;
}
