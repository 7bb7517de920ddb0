/** Where a site stands between its last use and the next one (`site_statut` of the national standard). */
export const SITE_STATUSES = {
  potential: 'friche potentielle',
  'without-project': 'friche sans projet',
  'with-project': 'friche avec projet',
  converted: 'friche reconvertie',
  unknown: 'inconnu',
} as const;
export type SiteStatus = keyof typeof SITE_STATUSES;
