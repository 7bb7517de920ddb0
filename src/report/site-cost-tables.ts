import { Decimal } from '../formula/decimal.ts';
import { writeCount, writeEuros, writeRate, writeValue } from '../formula/french.ts';
import { CALENDAR_CONVENTION, type SiteCalendar } from '../sites/calendar/site-calendar.ts';
import type { CostTermRange, SiteCost, SiteCostItem } from '../sites/cost/site-cost.ts';
import type { CostConfidence, UnitCost } from '../sites/cost/unit-costs.ts';
import type { Range } from '../sites/range.ts';
import {
  countCells,
  euroCell,
  euroCells,
  explained,
  RANGE_COLUMNS,
  type SiteTable,
  siteRow,
  wordsCell,
} from './site-table.ts';

export const CONFIDENCE_WORDS: Record<CostConfidence, string> = {
  sourced: 'source lue',
  computed: 'calculé sur sources',
  uncertain: 'valeur non établie',
  hypothesis: 'hypothèse',
};

const KIND_WORDS: Record<SiteCostItem['kind'], string> = {
  quote: 'montant connu',
  typed: 'prix saisi',
  range: 'fourchette',
  computed: 'calculé',
};

function unitText({ central, unit }: UnitCost): string {
  const value = new Decimal(central);
  return unit === 'ratio' ? writeRate(value) : writeValue(value, unit);
}

/** « 1 250 m² × 66,00 €/m² » at the central reading. */
export function termText({ label, quantity, quantityUnit, unitCost, months, share }: CostTermRange): string {
  const counted = writeValue(quantity.central, quantityUnit);
  const parts = [`${label} ${counted}`, unitText(unitCost)];
  if (months !== undefined) parts.push(`${writeCount(months.central)}/12 an`);
  if (share !== undefined) parts.push(unitText(share));
  return parts.join(' × ');
}

function calculationText(item: SiteCostItem): string {
  const { terms, source } = item;
  if (item.kind === 'quote' || item.kind === 'typed') return KIND_WORDS[item.kind];
  if (terms.length === 0) return source;
  const counted = terms.filter(({ quantity }) => !quantity.high.isZero());
  return counted.length === 0 ? 'sans objet : rien à compter' : counted.map(termText).join(' + ');
}

function sourceText({ kind, source, terms, amount }: SiteCostItem): string {
  if (terms.length === 0)
    return kind === 'computed' ? 'CGI et tarif des notaires, au jour de l’acte' : source;
  if (amount.high.isZero()) return '';
  const said = terms
    .filter(({ quantity }) => !quantity.high.isZero())
    .flatMap(({ unitCost, share }) => [unitCost, ...(share === undefined ? [] : [share])])
    .map(({ source: text, year, confidence }) =>
      text.startsWith('hypothèse') ? text : `${text} (${year}, ${CONFIDENCE_WORDS[confidence]})`,
    );
  return [...new Set(said)].join(' ; ');
}

/** Every item of the cost, three times read, with what is multiplied by what and where the price comes from. */
export function costTable(cost: SiteCost): SiteTable {
  const rows = cost.items.map((item) =>
    siteRow(item.label, [
      ...explained(euroCells(item.amount), `cost.${item.id}`),
      wordsCell(calculationText(item)),
      wordsCell(sourceText(item)),
    ]),
  );
  const totals = [
    siteRow(
      'Coût du site',
      [...explained(euroCells(cost.total), 'cost.total'), wordsCell('somme des postes'), wordsCell('')],
      'total',
    ),
  ];
  if (!cost.sales.high.isZero()) {
    totals.push(
      siteRow('Cessions de droits à construire', [
        ...euroCells(cost.sales),
        wordsCell('plus la cession est chère, plus le coût net est bas'),
        wordsCell('ADEME, Bénéfriches, ratios par défaut (2026)'),
      ]),
      siteRow(
        'Coût net des cessions',
        [...explained(euroCells(cost.net), 'cost.net'), wordsCell(''), wordsCell('')],
        'total',
      ),
    );
  }
  const per = (label: string, range: Range | null) =>
    range === null
      ? []
      : [siteRow(label, [...euroCells(range), wordsCell('coût net ÷ surface'), wordsCell('')])];
  return {
    id: 'site-cost',
    title: 'Coût du site, poste par poste',
    unit: 'en euros hors taxes',
    head: 'Poste',
    columns: [...RANGE_COLUMNS, 'Calcul au central', 'Source du prix'],
    rows: [
      ...rows,
      ...totals,
      ...per('Par m² de terrain', cost.perLandM2),
      ...per('Par m² livré', cost.perFloorM2),
    ],
    notes: [
      'Bas et haut sont des bornes de pratique prises ensemble, pas un intervalle de confiance : les atteindre partout à la fois est rare.',
      ...cost.warnings,
    ],
  };
}

const HECTARE = 10_000;

/** The published costs per hectare, beside the items: never added to them. */
export function perHectareCheck(cost: SiteCost): string {
  const land = cost.measures.landAreaM2.range.central;
  const clearing = cost.items
    .filter(({ id }) =>
      ['demolition', 'asbestos', 'depollution', 'unsealing', 'soil-restoration'].includes(id),
    )
    .reduce((sum, { amount }) => sum.plus(amount.central), new Decimal(0));
  if (land.isZero()) return '';
  const perHectare = clearing.times(HECTARE).div(land);
  return `Recoupement : la remise en état revient ici, au central, à ${writeEuros(perHectare)} par hectare ; les moyennes publiées sont de 540 000 € (Cerema, dossiers de 2023) à 640 000 € HT (ADEME, anciennes installations classées). Ces moyennes ne s’ajoutent pas aux postes.`;
}

/** What makes the gap between the low and the high cost. */
export function driversTable(cost: SiteCost): SiteTable {
  const spread = cost.net.high.minus(cost.net.low);
  return {
    id: 'site-drivers',
    title: 'Ce que coûte l’incertitude',
    unit: 'en euros hors taxes, coût net',
    head: 'Inconnue',
    columns: ['Écart', 'Coût au plus bas', 'Coût au plus haut', 'Ce qui la lève'],
    rows: [
      ...cost.drivers.map(({ label, gap, low, high, remedy }) =>
        siteRow(label, [euroCell(gap), euroCell(low), euroCell(high), wordsCell(remedy)]),
      ),
      siteRow(
        'Toutes ensemble',
        [
          euroCell(spread),
          euroCell(cost.net.low),
          euroCell(cost.net.high),
          wordsCell('du bas au haut du coût'),
        ],
        'total',
      ),
    ],
    notes: [
      'Chaque inconnue est portée seule à son bas puis à son haut, les autres restant au central ; leur somme n’est pas l’écart total, parce qu’elles se combinent.',
    ],
  };
}

/** The phases up to the opening, in months. */
export function calendarTable(calendar: SiteCalendar): SiteTable {
  const phases = calendar.phases.filter(({ months }) => !months.high.isZero());
  return {
    id: 'site-calendar',
    title: 'Calendrier jusqu’à l’ouverture',
    unit: 'en mois',
    head: 'Phase',
    columns: [...RANGE_COLUMNS, 'Début (central)', 'Fin (central)', 'Pourquoi cette durée'],
    rows: [
      ...phases.map(({ id, label, months, start, end, why }) =>
        siteRow(label, [
          ...explained(countCells(months), `calendar.${id}.months`),
          { text: writeCount(start.central), number: start.central.toFixed() },
          { text: writeCount(end.central), number: end.central.toFixed() },
          wordsCell(why),
        ]),
      ),
      siteRow(
        'Ouverture',
        [
          ...explained(countCells(calendar.opening), 'calendar.opening'),
          wordsCell(''),
          { text: writeCount(calendar.opening.central), number: calendar.opening.central.toFixed() },
          wordsCell('fin des travaux'),
        ],
        'total',
      ),
      siteRow('Portage, de l’acte à l’ouverture', [
        ...explained(countCells(calendar.carryingMonths), 'calendar.carrying-months'),
        { text: writeCount(calendar.deed.central), number: calendar.deed.central.toFixed() },
        { text: writeCount(calendar.opening.central), number: calendar.opening.central.toFixed() },
        wordsCell('gardiennage et entretien jusqu’aux travaux, taxe foncière jusqu’à l’ouverture'),
      ]),
    ],
    notes: [CALENDAR_CONVENTION],
  };
}
