import { MINUS_SIGN, MONTH_NAMES, NO_BREAK_SPACE, THIN_SPACE } from '../formula/french.ts';

/**
 * The look that all charts share. Colours are written in the SVG for the light theme and for paper; the stylesheet
 * replaces each by its own variable in the dark theme, by these very values: change both together (a test compares).
 */
export const INK = '#1c2b33';
export const MUTED = '#5b6a73';
export const RULE = '#d5dce0';
export const ACCENT = '#0f5d6e';
export const ACCENT_TINT = '#d6e7ea';
export const ALERT = '#a8321f';

/** Lines and bars, told apart in both themes and by most colour-blind readers. */
export const SERIES_COLOURS = [
  '#0f5d6e',
  '#c27d1a',
  '#6d4a8c',
  '#5d8a3a',
  '#b4483a',
  '#3f6fb5',
  '#8a8f94',
  '#a37a5c',
  '#2f9e8f',
] as const;

/** What each label is drawn with, in turn. */
export function scaleOf(labels: readonly string[], range: readonly unknown[]) {
  return { domain: labels, range: labels.map((_, index) => range[index % range.length]) };
}

/** Blocks that carry their own label: light enough for ink. */
export const BLOCK_COLOURS = [
  '#d6e7ea',
  '#f3e3c5',
  '#e4dbee',
  '#dfeacf',
  '#f3d9d3',
  '#d8e3f3',
  '#e4e7e9',
  '#eadfd5',
] as const;

/** Every colour that a chart may hold. */
export const CHART_COLOURS: readonly string[] = [
  INK,
  MUTED,
  RULE,
  ACCENT,
  ACCENT_TINT,
  ALERT,
  ...SERIES_COLOURS,
  ...BLOCK_COLOURS,
];

/** Wide enough for its labels, narrow enough for a phone. */
export const CHART_WIDTH = 440;

const SHORT_MONTHS = MONTH_NAMES.map((name) => (name.length <= 4 ? name : `${name.slice(0, 4)}.`));

/** What `vega-lite` is told of French and of our look. */
export const CHART_CONFIG = {
  // The figure has its own title, description and table: the generated English ones are left out.
  aria: false,
  background: 'transparent',
  font: 'system-ui, sans-serif',
  padding: 4,
  view: { stroke: null },
  locale: {
    number: {
      decimal: ',',
      thousands: THIN_SPACE,
      grouping: [3],
      currency: ['', `${NO_BREAK_SPACE}€`],
      minus: MINUS_SIGN,
    },
    time: {
      dateTime: '%d/%m/%Y %H:%M',
      date: '%d/%m/%Y',
      time: '%H:%M',
      periods: ['', ''],
      days: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
      shortDays: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
      months: MONTH_NAMES,
      shortMonths: SHORT_MONTHS,
    },
  },
  axis: {
    labelColor: MUTED,
    labelFontSize: 11,
    labelPadding: 6,
    title: null,
    domain: false,
    ticks: false,
    grid: false,
    gridColor: RULE,
  },
  axisY: { grid: true, tickCount: 5 },
  axisX: { domain: true, domainColor: MUTED },
};
