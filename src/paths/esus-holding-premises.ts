import { at, constant, definedOr, dividedBy, minus, plus, sumOfTerms, times } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { type Books, balanceOf } from '../ledger/books.ts';
import type { Company, MonthlyMoney } from './company.ts';
import type { Premises } from './deal.ts';
import { netRentsOfMonth, type OwnedWalls, paidForWalls } from './property-flow.ts';
import { writeRentedPremises } from './rented-premises.ts';
import type { PathSetting } from './setting.ts';

/**
 * What the walls cost an enterprise that rents them from its own holding: rent, recharges and VAT that it does not
 * deduct, less what the walls bring and cost the holding: net rents, deposit, price, works and fees, their share of the
 * loan and grants. What is kept is the value of the walls, net of that share of the loan and of the deposit, and the
 * deposit. Of an enterprise held in part, in that part.
 *
 * Rent passes from one pocket to the other: whatever it is, the walls cost what they would cost an enterprise that owns
 * them. What investors subscribe counts as own funds, as in the other ways where somebody enters: what they take back
 * stands in the price of their shares, not in the cost of premises. Before tax on profits.
 */
export function writeHoldingPremises(
  setting: PathSetting,
  parts: {
    readonly walls: OwnedWalls;
    readonly vehicle: Company;
    /** Ids of what its plan pays for beside the walls: capital of others, costs of the rounds. */
    readonly besideWalls: readonly string[];
    /** Part of the enterprise that the holding has: all of it unless others hold some. */
    readonly share: Formula<'ratio', 'once', 'defined'>;
    readonly equipmentPaid: MonthlyMoney;
    readonly startUpCosts: MonthlyMoney;
    readonly operator: Books;
  },
): Premises {
  const { calculation, horizon } = setting;
  const { walls, vehicle, operator } = parts;
  const heldShare = parts.share;
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
    'measure.walls-of-enterprise',
    'Murs de la holding : part de l’entreprise',
    times(brought, heldShare),
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
    'Conservé : murs nets du prêt et du dépôt, dépôt de garantie',
    plus(times(net, heldShare), balanceOf(operator, 'depositsPaid')),
  );
  const unrealised = calculation.monthly(
    'measure.unrealised-by-month',
    'Valeur des murs, nets du prêt et du dépôt',
    times(net, heldShare),
  );
  return {
    running: calculation.monthly(
      'measure.premises-running',
      'Loyer, charges et TVA non déduite, moins ce que les murs rapportent à la holding',
      minus(rent, part),
    ),
    ...writeRentedPremises(setting, {
      lease,
      equipmentPaid: parts.equipmentPaid,
      startUpCosts: parts.startUpCosts,
      kept,
    }),
    unrealisedAtHorizon: at(unrealised, horizon),
  };
}
