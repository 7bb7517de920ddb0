import { at, minus, NO_MONEY, plus, sumOfYear, times } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { type Books, balanceOf } from '../ledger/books.ts';
import type { Company, MonthlyMoney } from './company.ts';
import type { Premises } from './deal.ts';
import { netRentsOfMonth, type OwnedWalls, paidForWalls } from './property-flow.ts';
import type { PathSetting } from './setting.ts';

/**
 * What the walls cost an enterprise that rents them from its own holding: rent, recharges and VAT that it does not
 * deduct, less the part of its founders in what the walls bring and cost the holding: net rents, price and works, the
 * loan and grants that pay for them. They keep that part of the value of the walls, net of the loan, and the deposit.
 *
 * The part is that of the founders before investors leave: shares are sold at their value, walls included, so that a
 * sale changes who holds the walls, not what they cost. Before tax on profits, as in the other ways.
 */
export function writeHoldingPremises(
  setting: PathSetting,
  parts: {
    readonly walls: OwnedWalls;
    readonly vehicle: Company;
    /** Part of the founders in the capital of the holding, once all have entered. */
    readonly foundersPart: Formula<'ratio', 'once', 'defined'>;
    readonly equipmentPaid: MonthlyMoney;
    readonly startUpCosts: MonthlyMoney;
    readonly operator: Books;
  },
): Premises {
  const { calculation, horizon } = setting;
  const { walls, vehicle, foundersPart, operator } = parts;
  const { lease, valuation } = walls;
  const { plan, sources } = vehicle;
  const grants = sources.filter(({ category }) => category === 'grant').map(({ received }) => received);
  const rent = plus(lease.rentDue, lease.recharged, lease.vatBorne);
  const brought = calculation.monthly(
    'measure.walls-of-holding',
    'Murs de la holding : loyers nets, prêt tiré et subventions, moins coûts et annuités',
    minus(
      plus(netRentsOfMonth(walls), plan.loan.drawn, ...grants),
      plus(paidForWalls(walls, vehicle.vat), plan.loan.principal, plan.loan.interestPaid),
    ),
  );
  const part = calculation.monthly(
    'measure.walls-of-founders',
    'Murs de la holding : part des fondateurs',
    times(brought, foundersPart),
  );
  const net = calculation.monthly(
    'measure.walls-net',
    'Valeur des murs moins le prêt',
    minus(valuation.value, plan.loan.closing),
  );
  const kept = calculation.monthly(
    'measure.value-kept-by-month',
    'Conservé : part des fondateurs dans les murs nets du prêt, dépôt de garantie',
    plus(times(net, foundersPart), balanceOf(operator, 'depositsPaid')),
  );
  const unrealised = calculation.monthly(
    'measure.unrealised-by-month',
    'Part des fondateurs dans la valeur des murs nets du prêt',
    times(net, foundersPart),
  );
  return {
    running: calculation.monthly(
      'measure.premises-running',
      'Loyer, charges et TVA non déduite, moins la part des fondateurs dans les murs de la holding',
      minus(rent, part),
    ),
    otherUses: calculation.monthly(
      'measure.equipment-and-start',
      'Matériel, déménagement et démarrage',
      plus(parts.equipmentPaid, parts.startUpCosts),
    ),
    keptAtHorizon: calculation.once(
      'measure.value-kept-at-horizon',
      'Valeur conservée à l’horizon',
      at(kept, horizon),
    ),
    unrealisedAtHorizon: at(unrealised, horizon),
    occupancyOfYear: calculation.yearly(
      'measure.occupancy-of-year',
      'Loyer, charges et taxe foncière',
      plus(sumOfYear(lease.rentDue), sumOfYear(lease.recharged), sumOfYear(lease.vatBorne), NO_MONEY),
    ),
  };
}
