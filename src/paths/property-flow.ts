import { choose, isAtLeast, isEqual, MONTH, minus, NO_MONEY, plus, sumOfTerms } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { type Holding, holdingCosts, type Valuation } from '../property/holding.ts';
import type { LandlordCosts } from '../property/landlord-costs.ts';
import type { Lease } from '../property/lease.ts';
import type { CompanyFunding, MonthlyMoney } from './company.ts';
import type { ReturnFlow } from './deal.ts';
import type { PropertyProject } from './property-project.ts';
import type { PathSetting } from './setting.ts';

type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;

/** What a company of the deal that owns the walls earns and pays for them. */
export interface OwnedWalls {
  readonly property: PropertyProject;
  readonly holding: Holding;
  readonly valuation: Valuation;
  readonly lease: Lease;
  readonly costs: LandlordCosts;
}

/** Rents and charges received, less what the owner pays: before financing and tax. */
export function netRentsOfMonth({ lease, holding, costs }: OwnedWalls): Monthly {
  return minus(
    plus(lease.rentDue, lease.recharged),
    plus(costs.fees, costs.vatBorne, ...holdingCosts(holding)),
  );
}

/** What is paid for the walls, before financing. */
export function paidForWalls({ property }: OwnedWalls, vat: CompanyFunding['vat']): Monthly {
  return plus(
    property.purchase.pricePaid,
    property.purchase.acquisitionCostsPaid,
    property.works.worksPaid,
    property.works.feesPaid,
    property.works.contingenciesPaid,
    vat.cost,
  );
}

/**
 * The flow of the walls before financing: net rents, costs and value at the horizon; then after the tax on profits that
 * their owner pays.
 * @param owner what the owner is called: « la SCI »
 */
export function propertyFlows(
  setting: PathSetting,
  walls: OwnedWalls,
  company: CompanyFunding & { readonly id: string },
  ownersTax: string,
): readonly ReturnFlow[] {
  const { calculation, horizon } = setting;
  const untilHorizon = (amount: Monthly) => choose(isAtLeast(horizon, MONTH), amount, NO_MONEY);
  const atHorizon = (amount: Monthly) => choose(isEqual(MONTH, horizon), amount, NO_MONEY);
  const project = calculation.monthly(
    'measure.project-flow',
    'Flux du projet immobilier : loyers nets, coûts et valeur à l’horizon',
    untilHorizon(
      minus(plus(netRentsOfMonth(walls), atHorizon(walls.valuation.value)), paidForWalls(walls, company.vat)),
    ),
  );
  return [
    { id: 'project-irr', label: 'TRI du projet immobilier, avant financement et impôt', line: project },
    {
      id: 'project-irr-after-tax',
      label: `TRI du projet après impôt ${ownersTax}`,
      line: calculation.monthly(
        'measure.project-flow-after-tax',
        `Flux du projet immobilier, après impôt ${ownersTax}`,
        minus(project, untilHorizon(taxPaidBy(setting, company.id))),
      ),
    },
  ];
}

/** Tax on profits that a company pays, less what is refunded to it. */
export function taxPaidBy({ ledger }: PathSetting, company: string): Monthly {
  const amounts = (side: 'from' | 'to', nature: string): MonthlyMoney[] =>
    ledger.transfers
      .filter((transfer) => transfer[side] === company && transfer.nature === nature)
      .map(({ amount }) => amount);
  return minus(
    sumOfTerms(amounts('from', 'corporate-tax-paid')),
    sumOfTerms(amounts('to', 'corporate-tax-refunded')),
  );
}
