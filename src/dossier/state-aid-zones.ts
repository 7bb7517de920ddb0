/** Zones of regional aid: what a place is, whoever settles there. */
export const AFR_ZONES = {
  unknown: 'à vérifier',
  none: 'hors zone',
  c: 'zone « c »',
  a: 'zone « a » ou transition juste',
} as const;
