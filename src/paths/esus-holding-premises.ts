import {
  at,
  constant,
  definedOr,
  dividedBy,
  minus,
  NO_MONEY,
  plus,
  sumOfTerms,
  sumOfYear,
  times,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { type Books, balanceOf } from '../ledger/books.ts';
import type { Company, MonthlyMoney } from './company.ts';
import type { Premises } from './deal.ts';
import { netRentsOfMonth, type OwnedWalls, paidForWalls } from './property-flow.ts';
import type { PathSetting } from './setting.ts';

/**
 * What the walls cost an enterprise that rents them from its own holding: rent, recharges and VAT that it does not
 * deduct, less the part of its founders in what the walls bring and cost the holding: net rents, deposit, price, works
 * and fees, their share of the loan and grants. They keep that part of the value of the walls, net of that share of the
 * loan and of the deposit, and the deposit. Founders who hold all of it bear what a bank loan alone would cost them,
 * whatever the rent.
 *
 * The part is that of the founders before investors leave: shares are sold at their value, walls included, so that a
 * sale changes who holds the walls, not what they cost. Before tax on profits, as in the other ways.
 */
export function writeHoldingPremises(
  setting: PathSetting,
  parts: {
    readonly walls: OwnedWalls;
    readonly vehicle: Company;
    /** Ids of what its plan pays for beside the walls: capital of others, costs of the rounds. */
    readonly besideWalls: readonly string[];
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
  const isBesideWalls = ({ id }: { readonly id: string }) => parts.besideWalls.includes(id);
  const grants = sources.filter(({ category }) => category === 'grant').map(({ received }) => received);
  const rent = plus(lease.rentDue, lease.recharged, lease.vatBorne);
  const ofPlan = (name: string) => calculation.line(`${vehicle.planId}.${name}`) as MonthlyMoney;
  // A loan finances what the holding puts in others besides its walls: only their share of its plan counts here.
  const share = calculation.once(
    'measure.walls-share',
    'Part des murs dans le plan de financement de la holding',
    definedOr(
      dividedBy(
        minus(plan.cost, sumOfTerms(plan.uses.filter(isBesideWalls).map(({ line }) => line))),
        plan.totalUses,
      ),
      constant(0, 'ratio'),
    ),
  );
  const financing = calculation.monthly(
    'measure.walls-financing',
    'Prêt tiré et subventions de la holding, moins annuités',
    minus(plus(plan.loan.drawn, ...grants), plus(plan.interestAfterOpening, plan.loan.principal)),
  );
  const brought = calculation.monthly(
    'measure.walls-of-holding',
    'Murs de la holding : loyers nets, dépôt reçu et leur part du financement, moins ce qu’ils coûtent',
    minus(
      plus(netRentsOfMonth(walls), lease.depositPaid, times(financing, share)),
      plus(
        paidForWalls(walls, vehicle.vat),
        ofPlan('loan.arrangement-fee-paid'),
        ofPlan('loan.security-cost-paid'),
        ofPlan('interest-during-works'),
      ),
    ),
  );
  const part = calculation.monthly(
    'measure.walls-of-founders',
    'Murs de la holding : part des fondateurs',
    times(brought, foundersPart),
  );
  const net = calculation.monthly(
    'measure.walls-net',
    'Valeur des murs, moins leur part du prêt et le dépôt à rendre',
    minus(
      valuation.value,
      plus(times(plan.loan.closing, share), balanceOf(vehicle.books, 'depositsReceived')),
    ),
  );
  const kept = calculation.monthly(
    'measure.value-kept-by-month',
    'Conservé : part des fondateurs dans les murs nets du prêt et du dépôt, dépôt de garantie',
    plus(times(net, foundersPart), balanceOf(operator, 'depositsPaid')),
  );
  const unrealised = calculation.monthly(
    'measure.unrealised-by-month',
    'Part des fondateurs dans la valeur des murs, nets du prêt et du dépôt',
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
