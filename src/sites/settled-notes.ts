import type { COST_ITEMS } from '../dossier/brownfield.ts';
import type { Json, RawDossier } from '../input/description.ts';
import type { CostItemId } from './cost/cost-lines.ts';
import type { SiteCost } from './cost/site-cost.ts';
import type { ReadingOfRange } from './range.ts';
import { AID_OF_THE_SITE, asGroup, asList, type Chosen, HELD, stateAidOf } from './settling.ts';

type Note = { readonly path: string; readonly [word: string]: Json };

const READING_WORDS: Readonly<Record<ReadingOfRange, string>> = {
  low: 'bas de la fourchette',
  central: 'valeur centrale de la fourchette',
  high: 'haut de la fourchette',
};

/** Sources and reasons that are about another site once this one is chosen. */
const OF_THE_SITE =
  /^(site\.(?!(?:disbursements|ownerChargesShare|ownerPaysTaxeFonciere|marketManagementRate)$)|project\.(works\b|worksStart|worksEnd|opening|contingencyRate|feesRate|announcedCost))/;
const notesIn = (dossier: RawDossier, list: 'facts' | 'hypotheses') =>
  asList(dossier[list]) as readonly Note[];

/** Facts of the brownfield that the site takes over, and why each of its figures is what it is. */
export function notesOf(chosen: Chosen, dossier: RawDossier, index: number, project: RawDossier) {
  const { brownfield, cost, reading } = chosen;
  const isLeft = asGroup(dossier.site).chosenBrownfield !== brownfield.id;
  const { afrZone } = stateAidOf(chosen, dossier);
  const isZoneKept = afrZone === asGroup(dossier.stateAid).afrZone;
  const own = (list: 'facts' | 'hypotheses') =>
    notesIn(dossier, list).filter(
      ({ path }) =>
        (!OF_THE_SITE.test(path) || (!isLeft && HELD.some((key) => path.startsWith(`site.${key}.`)))) &&
        !(isLeft && AID_OF_THE_SITE.some((key) => path === `stateAid.${key}`)) &&
        (isZoneKept || path !== 'stateAid.afrZone'),
    );
  const place = `brownfields[${index}]`;
  const said = (field: string) => ({
    fact: notesIn(dossier, 'facts').find(({ path }) => path === `${place}.${field}`),
    hypothesis: notesIn(dossier, 'hypotheses').find(({ path }) => path === `${place}.${field}`),
  });
  const from = `friche « ${brownfield.name} », ${READING_WORDS[reading]}`;
  const facts: Note[] = [...own('facts')];
  const hypotheses: Note[] = [...own('hypotheses')];
  const taken: readonly (readonly [path: string, field: string])[] = [
    ['site.name', 'name'],
    ['site.commune', 'commune'],
    ['site.department', 'department'],
    ['site.landAreaM2', 'landAreaM2'],
    ...(brownfield.marketValue === null ? [] : [['site.marketValue', 'marketValue'] as const]),
    ['site.marketRentPerM2Year', 'marketRentPerM2Year'],
    ['site.exitYield', 'exitYield'],
    ['site.taxeFonciereYear', 'taxeFoncierePerM2Year'],
    ['site.propertyChargesYear', 'chargesPerM2Year'],
    ...(isZoneKept || afrZone === undefined ? [] : [['stateAid.afrZone', 'afrZone'] as const]),
  ];
  const take = (path: string, field: string) => {
    const { fact, hypothesis } = said(field);
    if (fact !== undefined) facts.push({ ...fact, path });
    else if (hypothesis !== undefined) hypotheses.push({ ...hypothesis, path });
    else hypotheses.push({ path, why: `repris de la ${from}` });
  };
  for (const [path, field] of taken) take(path, field);
  // A known amount that the dossier says is imagined stays one.
  const takeQuote = (path: string, { id, source }: SiteCost['items'][number]) => {
    const imagined = brownfield.quotes.flatMap(({ item }, rank) =>
      item === id ? (said(`quotes[${rank}].amount`).hypothesis ?? []) : [],
    )[0];
    if (imagined === undefined) facts.push({ path, source });
    else hypotheses.push({ ...imagined, path });
  };
  const purchase = cost.items.find(({ id }) => id === 'purchase');
  // A known amount takes the place of the price asked: so does its document.
  if (purchase?.kind === 'quote') takeQuote('site.price', purchase);
  else if (purchase?.kind === 'typed') take('site.price', 'price');
  else hypotheses.push({ path: 'site.price', why: `${from}, ratio au mètre carré de terrain` });
  hypotheses.push({ path: 'site.floorAreaM2', why: `surface livrée sur la ${from}` });
  const items = new Map(cost.items.map((item) => [item.label, item]));
  for (const [rank, lot] of asList(project.works).entries()) {
    const { label, byTenant } = asGroup(lot);
    const item = items.get(String(label) as (typeof COST_ITEMS)[CostItemId]);
    const path = `project.works[${rank}].amount`;
    if (byTenant === true) {
      // What the enterprise fits out follows it from one site to the next, with its reason.
      const former = asList(asGroup(dossier.project).works).findIndex(
        (one) => asGroup(one).id === asGroup(lot).id && asGroup(one).byTenant === true,
      );
      for (const list of ['facts', 'hypotheses'] as const) {
        const note = notesIn(dossier, list).find(
          ({ path: noted }) => noted === `project.works[${former}].amount`,
        );
        if (note !== undefined) (list === 'facts' ? facts : hypotheses).push({ ...note, path });
      }
    } else if (item?.kind === 'quote') takeQuote(path, item);
    else hypotheses.push({ path, why: `${from}, poste chiffré dans la page de la friche` });
  }
  for (const path of ['project.worksStart', 'project.worksEnd', 'project.opening', 'site.purchaseDate']) {
    hypotheses.push({ path, why: `calendrier de la ${from}` });
  }
  for (const path of ['project.contingencyRate', 'project.feesRate']) {
    hypotheses.push({ path, why: `montant de la ${from}, rapporté aux travaux` });
  }
  return { facts, hypotheses };
}
