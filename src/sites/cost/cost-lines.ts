import {
  constant,
  definedOr,
  dividedBy,
  minus,
  ONE_RATIO,
  over,
  plus,
  roundedToCents,
  sumOfTerms,
  times,
} from '../../formula/build.ts';
import type { Formula, Line } from '../../formula/operations.ts';
import type { Unit } from '../../formula/units.ts';
import { acquisitionCosts } from '../../law/acquisition.ts';
import type { CalendarLines } from '../calendar/calendar-lines.ts';
import { known } from '../range.ts';
import { type RangedCalculation, rangedAssumption, type UnknownId } from '../ranged.ts';
import { assumptionsOf } from './cost-assumptions.ts';
import type { CostItemId, CostItemLines, CostLines, CostTerm, SiteCostTerms } from './cost-terms.ts';
import type { UnitCost } from './unit-costs.ts';

export type { CostItemId, CostLines, CostTerm, KnownAmount, SiteCostTerms } from './cost-terms.ts';

type Money = Formula<'money', 'once', 'defined'>;
type Area = Formula<'area', 'once', 'defined'>;
type MoneyLine = Line<'money', 'once', 'defined'>;

/** Writes every item of the cost of a site, ids `cost.…`, before VAT, each rounded to the cent. */
export function costLines(into: RangedCalculation, terms: SiteCostTerms, calendar: CalendarLines): CostLines {
  const { calculation } = into;
  const { unitCosts, quotes, price } = terms;
  const { measure, unitCost } = assumptionsOf(into, terms);
  const once = <U extends Unit>(id: string, label: string, formula: Formula<U, 'once', 'defined'>) =>
    calculation.once(id, label, formula);

  const land = measure('landAreaM2', 'area');
  const developed = measure('developedAreaM2', 'area');
  const built = measure('builtAreaM2', 'area');
  const kept = measure('keptAreaM2', 'area');
  const polluted = once(
    'quantity.polluted',
    'Surface polluée',
    times(developed, measure('pollutedShare', 'ratio')),
  );
  const treated = once(
    'quantity.treated',
    'Surface de sol à traiter',
    times(polluted, measure('treatedShare', 'ratio')),
  );
  const withAsbestos = once(
    'quantity.asbestos',
    'Surface bâtie à désamianter',
    times(built, measure('asbestosShare', 'ratio')),
  );
  const demolished = once('quantity.demolished', 'Surface démolie', minus(built, kept));
  const guarded = measure('guardedAreaM2', 'area');
  const sold = measure('soldAreaM2', 'area');

  const items = new Map<CostItemId, CostItemLines>();
  const write = (
    id: CostItemId,
    label: string,
    made: readonly { readonly formula: Money; readonly term: CostTerm }[],
  ) => {
    const quote = quotes.get(id);
    const line = once(
      `cost.${id}`,
      label,
      quote === undefined
        ? roundedToCents(sumOfTerms(made.map(({ formula }) => formula)))
        : rangedAssumption(into, {
            id: `quote.${id}`,
            label: `${label} : montant connu`,
            unit: 'money',
            range: known(quote.amount),
            origin: { kind: 'fact', text: quote.source },
            unknown: 'price',
          }),
    );
    items.set(id, { line, terms: quote === undefined ? made.map(({ term }) => term) : [] });
    return line;
  };

  const byArea = (
    quantity: Line<'area', 'once', 'defined'>,
    cost: UnitCost<'money/area'>,
    unknown: UnknownId,
  ) => ({
    formula: times(unitCost(cost, unknown), quantity as Area) as Money,
    term: { quantity, unitCost: cost },
  });
  const byShare = (quantity: MoneyLine, cost: UnitCost<'ratio'>) => ({
    formula: times(quantity as Money, unitCost(cost, 'fees')),
    term: { quantity, unitCost: cost },
  });
  const byMonths = (
    quantity: Line<'area', 'once', 'defined'>,
    cost: UnitCost<'money/area/years'>,
    months: Line<'months', 'once', 'defined'>,
    share?: UnitCost<'ratio'>,
  ) => {
    const years = times(over(months, constant(12, 'months')), constant(1, 'years'));
    const yearly = times(unitCost(cost, 'carrying'), quantity as Area) as Formula<
      'money/years',
      'once',
      'defined'
    >;
    const whole = times(yearly, years) as Money;
    return {
      formula: share === undefined ? whole : times(whole, unitCost(share, 'carrying')),
      term: { quantity, unitCost: cost, months, ...(share === undefined ? {} : { share }) },
    };
  };

  const studies = write('studies', 'Études préalables et techniques', [
    byArea(developed, unitCosts.studies, 'servicing'),
  ]);
  const purchase = writePurchase();
  const { warnings, purchaseLaw } = writePurchaseCosts(purchase);
  const demolition = write('demolition', 'Démolition', [
    byArea(demolished, unitCosts.demolition, 'clearing'),
  ]);
  const asbestos = write('asbestos', 'Désamiantage', [byArea(withAsbestos, unitCosts.asbestos, 'asbestos')]);
  const depollution = write('depollution', 'Dépollution', [byArea(treated, unitCosts.depollution, 'ground')]);
  const unsealing = write('unsealing', 'Désimperméabilisation', [
    byArea(measure('unsealedAreaM2', 'area'), unitCosts.unsealing, 'clearing'),
  ]);
  const restoration = write('soil-restoration', 'Restauration des sols', [
    byArea(measure('greenAreaM2', 'area'), unitCosts.soilRestoration, 'clearing'),
  ]);
  const servicing = write('servicing', 'Viabilisation et aménagement (VRD)', [
    byArea(developed, unitCosts.servicing, 'servicing'),
  ]);
  const rehabilitation = write('rehabilitation', 'Réhabilitation des bâtiments gardés', [
    byArea(kept, unitCosts.rehabilitation[terms.rehabilitation], 'buildings'),
  ]);
  const construction = write('construction', 'Construction neuve', [
    byArea(measure('newAreaM2', 'area'), unitCosts.construction, 'construction'),
  ]);

  const clearing = once(
    'base.clearing',
    'Remise en état du sol',
    plus(demolition, asbestos, depollution, unsealing, restoration),
  );
  const landWorks = once('base.land-works', 'Travaux de terrain', plus(clearing, servicing));
  const buildingWorks = once(
    'base.building-works',
    'Travaux de bâtiment',
    plus(rehabilitation, construction),
  );
  const studiesAndServicing = once(
    'base.studies-servicing',
    'Études et aménagement',
    plus(studies, servicing),
  );
  const feesOfBuilding = byShare(buildingWorks, unitCosts.feesOnBuilding);
  const fees = write('fees', 'Honoraires techniques', [
    byShare(landWorks, unitCosts.feesOnLand),
    feesOfBuilding,
  ]);
  write('guarding', 'Gardiennage pendant le portage', [
    byMonths(guarded, unitCosts.guarding, calendar.emptyMonths),
  ]);
  write('upkeep', 'Entretien du bâti vacant pendant le portage', [
    byMonths(built, unitCosts.upkeep, calendar.emptyMonths),
  ]);
  const tax = terms.taxeFoncierePerM2Year.toFixed();
  write('taxe-fonciere', 'Taxe foncière pendant le portage', [
    byMonths(
      built,
      {
        ...unitCosts.upkeep,
        id: 'taxe-fonciere',
        label: 'Taxe foncière d’un local occupé',
        low: tax,
        central: tax,
        high: tax,
        source: 'valeur de la friche dans le dossier',
        confidence: 'hypothesis',
      },
      calendar.carryingMonths,
      unitCosts.vacantTaxShare,
    ),
  ]);
  const contingenciesOfBuilding = [
    byShare(rehabilitation, unitCosts.contingenciesOnRehabilitation),
    byShare(construction, unitCosts.contingenciesOnConstruction),
  ];
  const contingencies = write('contingencies', 'Aléas', [
    byShare(studiesAndServicing, unitCosts.contingenciesOnStudiesAndServicing),
    byShare(clearing, unitCosts.contingenciesOnClearing),
    ...contingenciesOfBuilding,
  ]);
  // A quote says one amount for the whole: it is shared as the works are.
  const shareOfBuilding = once(
    'base.share-of-building',
    'Part du bâtiment dans les travaux',
    definedOr(dividedBy(buildingWorks, plus(landWorks, buildingWorks)), constant(0, 'ratio')),
  );
  const onBuilding = (
    id: CostItemId,
    whole: MoneyLine,
    label: string,
    terms: readonly { readonly formula: Money }[],
  ) =>
    once(
      `cost.${id}.building`,
      label,
      roundedToCents(
        quotes.has(id) ? times(whole, shareOfBuilding) : sumOfTerms(terms.map(({ formula }) => formula)),
      ),
    );
  const feesOnBuilding = onBuilding('fees', fees, 'Honoraires du bâtiment', [feesOfBuilding]);
  const contingenciesOnBuilding = onBuilding(
    'contingencies',
    contingencies,
    'Aléas du bâtiment',
    contingenciesOfBuilding,
  );

  const total = once('cost.total', 'Coût du site', sumOfTerms([...items.values()].map(({ line }) => line)));
  const sales = once(
    'sales',
    'Cession de droits à construire',
    roundedToCents(times(unitCost(unitCosts.sale, 'sale', true), sold as Area) as Money),
  );
  const net = once('cost.net', 'Coût du site, cessions déduites', minus(total, sales));
  return {
    items,
    total,
    sales,
    net,
    treatedLand: treated,
    feesOnBuilding,
    contingenciesOnBuilding,
    purchaseLaw,
    warnings,
  };

  /** A known price is the price; else a ratio per square metre of land. */
  function writePurchase(): MoneyLine {
    if (price === null || quotes.has('purchase')) {
      return write('purchase', 'Acquisition', [byArea(land, unitCosts.purchase, 'price')]);
    }
    const line = once(
      'cost.purchase',
      'Acquisition',
      rangedAssumption(into, {
        id: 'price',
        label: 'Prix demandé',
        unit: 'money',
        range: known(price),
        origin: { kind: 'fact', text: 'prix saisi' },
        unknown: 'price',
      }),
    );
    items.set('purchase', { line, terms: [] });
    return line;
  }

  /** A flat rate where the unit costs have one; the law of the department otherwise, and for a commitment to build. */
  function writePurchaseCosts(paid: MoneyLine): Pick<CostLines, 'warnings' | 'purchaseLaw'> {
    const { flatDuties } = unitCosts;
    if (quotes.has('purchase-costs')) {
      write('purchase-costs', 'Droits de mutation et frais d’acquisition', []);
      return { warnings: [], purchaseLaw: [] };
    }
    if (flatDuties !== undefined && !terms.commitmentToBuild) {
      write('purchase-costs', 'Droits de mutation et frais d’acquisition', [byShare(paid, flatDuties)]);
      return {
        warnings: ['Droits de mutation : taux unique du jeu de ratios, frais de notaire non comptés.'],
        purchaseLaw: [],
      };
    }
    const law = acquisitionCosts(calculation, 'purchase', {
      price: paid,
      department: terms.department,
      date: terms.deed,
      commitmentToBuild: terms.commitmentToBuild,
    });
    const line = once(
      'cost.purchase-costs',
      'Droits de mutation et frais d’acquisition',
      times(law.total, ONE_RATIO),
    );
    items.set('purchase-costs', { line, terms: [] });
    return {
      warnings: law.warnings,
      purchaseLaw: [law.droitsDeMutation, law.securiteImmobiliere, law.emolumentsTtc],
    };
  }
}
