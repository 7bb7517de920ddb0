import type { Unit } from '../../formula/units.ts';

/** How far a unit cost can be trusted; `hypothesis`: its bounds or its value are ours, to be replaced by a quote. */
export type CostConfidence = 'sourced' | 'computed' | 'uncertain' | 'hypothesis';

/** What a unit cost is multiplied by. Square metres of land, of treated land and of floor are never one another. */
export type CostBasis =
  | 'land'
  | 'developed-land'
  | 'treated-land'
  | 'unsealed-land'
  | 'green-land'
  | 'built-floor'
  | 'demolished-floor'
  | 'kept-floor'
  | 'new-floor'
  | 'sold-floor'
  | 'price'
  | 'works';

/** A price per unit of something, three times read. Before VAT. */
export interface UnitCost<U extends Unit = Unit> {
  readonly id: string;
  readonly label: string;
  /** Decimal strings; a share is a fraction. */
  readonly low: string;
  readonly central: string;
  readonly high: string;
  readonly unit: U;
  readonly basis: CostBasis;
  /** Where the central value was read, then where the bounds come from. */
  readonly source: string;
  /** Year of the source. */
  readonly year: number;
  readonly confidence: CostConfidence;
}

type PerArea = UnitCost<'money/area'>;
type PerAreaAndYear = UnitCost<'money/area/years'>;
type Share = UnitCost<'ratio'>;

/** Every unit cost that the cost of a site reads; the duties of a purchase are those of the law unless a flat rate is given. */
export interface UnitCosts {
  readonly studies: PerArea;
  readonly purchase: PerArea;
  /** A flat rate of duties on the price, in place of the law of the department. */
  readonly flatDuties?: Share;
  readonly demolition: PerArea;
  readonly asbestos: PerArea;
  readonly depollution: PerArea;
  readonly unsealing: PerArea;
  readonly soilRestoration: PerArea;
  readonly servicing: PerArea;
  readonly rehabilitation: Readonly<Record<'light' | 'medium' | 'heavy' | 'unknown', PerArea>>;
  readonly construction: PerArea;
  readonly feesOnLand: Share;
  readonly feesOnBuilding: Share;
  readonly contingenciesOnStudiesAndServicing: Share;
  readonly contingenciesOnClearing: Share;
  readonly contingenciesOnRehabilitation: Share;
  readonly contingenciesOnConstruction: Share;
  readonly guarding: PerAreaAndYear;
  readonly upkeep: PerAreaAndYear;
  /** Part of the taxe foncière of a building in use that a vacant one bears. */
  readonly vacantTaxShare: Share;
  readonly sale: PerArea;
}

const BENEFRICHES = 'ADEME, Bénéfriches, ratios par défaut';
const BOUNDS = 'bornes : hypothèse';

const perArea = (
  id: string,
  label: string,
  basis: CostBasis,
  [low, central, high]: readonly [string, string, string],
  source: string,
  year: number,
  confidence: CostConfidence,
): PerArea => ({ id, label, low, central, high, unit: 'money/area', basis, source, year, confidence });

const share = (
  id: string,
  label: string,
  [low, central, high]: readonly [string, string, string],
  source: string,
  year: number,
  confidence: CostConfidence,
): Share => ({ id, label, low, central, high, unit: 'ratio', basis: 'works', source, year, confidence });

const REHABILITATION_SOURCE =
  'hypothèse encadrée par deux cas : Envie Loire 400 €/m² (2022) et Cité de la chaussure 1 650 €/m² (2019), achat compris';

/** Ranges of Levier: what a first estimate may say before any quote. */
export const LEVIER_UNIT_COSTS: UnitCosts = {
  studies: perArea(
    'studies',
    'Études techniques et diagnostics',
    'developed-land',
    ['4', '6', '10'],
    `${BENEFRICHES} : 6 €/m² ; ${BOUNDS}`,
    2026,
    'sourced',
  ),
  purchase: perArea(
    'purchase',
    'Achat de la friche',
    'land',
    ['40', '72', '100'],
    `${BENEFRICHES} : 72 €/m² ; haut : ADEME 2010-2016, environ 100 €/m² ; bas : hypothèse`,
    2026,
    'sourced',
  ),
  demolition: perArea(
    'demolition',
    'Démolition',
    'demolished-floor',
    ['50', '75', '100'],
    `${BENEFRICHES} : 75 €/m² bâti ; ${BOUNDS}`,
    2026,
    'sourced',
  ),
  asbestos: perArea(
    'asbestos',
    'Désamiantage',
    'built-floor',
    ['40', '75', '150'],
    `${BENEFRICHES} : 75 €/m² bâti ; ${BOUNDS}`,
    2026,
    'sourced',
  ),
  depollution: perArea(
    'depollution',
    'Dépollution',
    'treated-land',
    ['15', '66', '241'],
    `${BENEFRICHES} : 66 €/m² traité ; haut : 217 M€ pour 90 ha, panel 2010-2016 ; bas : hypothèse`,
    2026,
    'sourced',
  ),
  unsealing: perArea(
    'unsealing',
    'Désimperméabilisation',
    'unsealed-land',
    ['7', '10', '15'],
    `${BENEFRICHES} : 10 €/m² ; ${BOUNDS}`,
    2026,
    'sourced',
  ),
  soilRestoration: perArea(
    'soil-restoration',
    'Restauration des sols',
    'green-land',
    ['30', '45', '60'],
    `${BENEFRICHES} : 45 €/m² ; ${BOUNDS}`,
    2026,
    'sourced',
  ),
  servicing: perArea(
    'servicing',
    'Viabilisation et aménagement (VRD)',
    'developed-land',
    ['30', '54', '80'],
    `${BENEFRICHES} : 54 €/m² ; ${BOUNDS}`,
    2026,
    'sourced',
  ),
  rehabilitation: {
    light: perArea(
      'rehabilitation-light',
      'Réhabilitation légère',
      'kept-floor',
      ['150', '250', '400'],
      REHABILITATION_SOURCE,
      2026,
      'uncertain',
    ),
    medium: perArea(
      'rehabilitation-medium',
      'Réhabilitation moyenne',
      'kept-floor',
      ['400', '550', '750'],
      REHABILITATION_SOURCE,
      2026,
      'uncertain',
    ),
    heavy: perArea(
      'rehabilitation-heavy',
      'Réhabilitation lourde',
      'kept-floor',
      ['750', '1000', '1300'],
      REHABILITATION_SOURCE,
      2026,
      'uncertain',
    ),
    unknown: perArea(
      'rehabilitation-unknown',
      'Réhabilitation, légère à lourde : niveau inconnu',
      'kept-floor',
      ['250', '550', '1000'],
      REHABILITATION_SOURCE,
      2026,
      'uncertain',
    ),
  },
  construction: perArea(
    'construction',
    'Atelier neuf, clos, couvert et équipé',
    'new-floor',
    ['900', '1100', '1818'],
    'hypothèse encadrée par deux cas : VALO’ Florange 900 €/m² (2021), Ethiquable 1 818 €/m² (2020)',
    2026,
    'uncertain',
  ),
  feesOnLand: share(
    'fees-land',
    'Honoraires sur travaux de terrain',
    ['0.10', '0.11', '0.12'],
    'pratique : maîtrise d’œuvre et études, 10 à 12 % des travaux',
    2026,
    'uncertain',
  ),
  feesOnBuilding: share(
    'fees-building',
    'Honoraires sur travaux de bâtiment',
    ['0.10', '0.11', '0.12'],
    'pratique : maîtrise d’œuvre et études, 10 à 12 % des travaux',
    2026,
    'uncertain',
  ),
  contingenciesOnStudiesAndServicing: share(
    'contingencies-servicing',
    'Aléas sur études et aménagement',
    ['0.10', '0.15', '0.20'],
    'pratique : 15 à 20 % sur friche, 10 % en neuf',
    2026,
    'uncertain',
  ),
  contingenciesOnClearing: share(
    'contingencies-clearing',
    'Aléas sur remise en état du sol',
    ['0.15', '0.175', '0.20'],
    'pratique : 15 à 20 % sur friche',
    2026,
    'uncertain',
  ),
  contingenciesOnRehabilitation: share(
    'contingencies-rehabilitation',
    'Aléas sur réhabilitation',
    ['0.15', '0.175', '0.20'],
    'pratique : 15 à 20 % sur friche',
    2026,
    'uncertain',
  ),
  contingenciesOnConstruction: share(
    'contingencies-construction',
    'Aléas sur construction neuve',
    ['0.10', '0.10', '0.15'],
    'pratique : 10 % en neuf ; haut : hypothèse',
    2026,
    'uncertain',
  ),
  guarding: {
    ...perArea(
      'guarding',
      'Gardiennage',
      'land',
      ['1.1', '2.2', '3.3'],
      `${BENEFRICHES} : 22 000 €/ha/an (thèse Tendero, 2018) ; ${BOUNDS}`,
      2026,
      'sourced',
    ),
    unit: 'money/area/years',
  },
  upkeep: {
    ...perArea(
      'upkeep',
      'Entretien du bâti vacant',
      'built-floor',
      ['4', '7', '10'],
      `${BENEFRICHES} : 7 €/m²/an ; ${BOUNDS}`,
      2026,
      'sourced',
    ),
    unit: 'money/area/years',
  },
  vacantTaxShare: share(
    'vacant-tax-share',
    'Part de la taxe foncière due sur un bâtiment vacant',
    ['0', '0.5', '1'],
    'hypothèse : de l’exonération ou du dégrèvement à la taxe entière d’un local occupé',
    2026,
    'hypothesis',
  ),
  sale: perArea(
    'sale',
    'Cession de droits à construire',
    'sold-floor',
    ['52.5', '72.5', '92.5'],
    `${BENEFRICHES} : 72,5 €/m² de plancher, 52,5 en zone tendue ; haut : hypothèse, symétrique`,
    2026,
    'sourced',
  ),
};

/** A unit cost without range: a ratio as it is published. */
function published<U extends Unit>(
  cost: UnitCost<U>,
  value = cost.central,
  source = BENEFRICHES,
): UnitCost<U> {
  return { ...cost, low: value, central: value, high: value, source };
}

/**
 * The published ratios of Bénéfriches, one value each. It has none for buildings, nor for the tax of a vacant one: those keep
 * the ranges of Levier, and say so. Its « autres dépenses » (risks and fees) are 9 % of studies and works of land.
 */
export const BENEFRICHES_UNIT_COSTS: UnitCosts = {
  ...LEVIER_UNIT_COSTS,
  studies: published(LEVIER_UNIT_COSTS.studies),
  purchase: published(LEVIER_UNIT_COSTS.purchase),
  flatDuties: {
    ...share(
      'flat-duties',
      'Droits de mutation, taux unique',
      ['0.0581', '0.0581', '0.0581'],
      BENEFRICHES,
      2026,
      'sourced',
    ),
    basis: 'price',
  },
  demolition: published(LEVIER_UNIT_COSTS.demolition),
  asbestos: published(LEVIER_UNIT_COSTS.asbestos),
  depollution: published(LEVIER_UNIT_COSTS.depollution),
  unsealing: published(LEVIER_UNIT_COSTS.unsealing),
  soilRestoration: published(LEVIER_UNIT_COSTS.soilRestoration),
  servicing: published(LEVIER_UNIT_COSTS.servicing),
  feesOnLand: published(
    LEVIER_UNIT_COSTS.feesOnLand,
    '0',
    `${BENEFRICHES} : frais comptés dans « autres dépenses »`,
  ),
  contingenciesOnStudiesAndServicing: {
    ...published(
      LEVIER_UNIT_COSTS.contingenciesOnStudiesAndServicing,
      '0.09',
      `${BENEFRICHES} : « autres dépenses », 9 % des études et travaux d’aménagement`,
    ),
    label: 'Autres dépenses (aléas, frais)',
    confidence: 'sourced',
  },
  contingenciesOnClearing: published(
    LEVIER_UNIT_COSTS.contingenciesOnClearing,
    '0',
    `${BENEFRICHES} : aucun aléa sur la remise en état`,
  ),
  guarding: published(
    LEVIER_UNIT_COSTS.guarding,
    '2.2',
    `${BENEFRICHES} : 22 000 €/ha/an (thèse Tendero, 2018)`,
  ),
  upkeep: published(LEVIER_UNIT_COSTS.upkeep),
  sale: published(LEVIER_UNIT_COSTS.sale),
};

/** The unit costs that a brownfield asks for. */
export const UNIT_COSTS: Readonly<Record<'levier' | 'benefriches', UnitCosts>> = {
  levier: LEVIER_UNIT_COSTS,
  benefriches: BENEFRICHES_UNIT_COSTS,
};
