/** How each level of local authority votes a guarantee: its articles, its assembly, who signs. */
export const AUTHORITIES = {
  municipality: {
    articles: 'L. 2252-1 à L. 2252-5',
    assembly: 'le conseil municipal',
    executive: 'Le maire',
  },
  intercommunality: {
    articles: 'L. 2252-1 à L. 2252-5 et L. 5111-4',
    assembly: 'le conseil communautaire ou métropolitain',
    executive: 'Le président',
  },
  department: {
    articles: 'L. 3231-4 et suivants',
    assembly: 'le conseil départemental',
    executive: 'Le président du conseil départemental',
  },
  region: {
    articles: 'L. 4253-1 et suivants',
    assembly: 'le conseil régional',
    executive: 'Le président du conseil régional',
  },
} as const;
