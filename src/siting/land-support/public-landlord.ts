import { PREMISES_MENTIONS } from './premises-aid.ts';
import type { Mention } from './support-form.ts';

/** What a public landlord pays for premises, and the deposit that it holds: its investment. */
export const BUILDS = [
  'land-purchase',
  'building-purchase',
  'land-acquisition-costs',
  'building-acquisition-costs',
  'land-lease-entry',
  'works',
  'works-fees',
  'contingencies',
  'irrecoverable-vat',
  'vat-on-investments',
  'vat-on-investments-refund',
  'deposit',
] as const;
/** What it gets of them and pays while it lets them. */
export const LETS = [
  'lease-rent',
  'lease-recharge',
  'lease-vat',
  'lease-vat-borne',
  'vat-passed-on',
  'land-lease-canon',
  'taxe-fonciere',
  'external-charges',
] as const;

/** What must be said of a rent below the market. */
export const RENT_MENTIONS: readonly Mention[] = [
  {
    text: 'Le loyer, sa durée, son indexation, l’écart au loyer de marché et l’avis du Domaine qui l’établit (24 000 € par an et plus).',
    article: 'CGCT art. L. 1511-3 et R. 1511-4 ; arrêté du 5 décembre 2016',
    confidence: 'sourced',
  },
  ...PREMISES_MENTIONS,
];
