import {
  at,
  choose,
  constant,
  definedOr,
  dividedBy,
  isEqual,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  plus,
  sumOfTerms,
  sumOfYear,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
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
 * Founders who buy the investors out pay for walls too: the part of the price and of its duty that the walls are in the
 * value of the shares; after that their part is what they then hold. Before tax on profits, as in the other ways.
 */
export function writeHoldingPremises(
  setting: PathSetting,
  parts: {
    readonly walls: OwnedWalls;
    readonly vehicle: Company;
    /** Ids of what its plan pays for beside the walls: capital of others, costs of the rounds. */
    readonly besideWalls: readonly string[];
    /** Part of the founders in the capital of the holding, month by month. */
    readonly foundersPart: Line<'ratio', 'monthly', 'defined'>;
    readonly exitMonth: Formula<'months', 'once', 'defined'>;
    /** Paid at the exit by founders who buy, duty included; undefined when somebody else buys. */
    readonly boughtOut: Formula<'money', 'once', 'defined'> | undefined;
    /** Value of all the shares at the exit. */
    readonly equityAtExit: Formula<'money', 'once', 'defined'>;
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
  const paidAtExit =
    parts.boughtOut === undefined
      ? []
      : [writePaidForWalls(setting, { ...parts, boughtOut: parts.boughtOut, net })];
  return {
    running: calculation.monthly(
      'measure.premises-running',
      'Loyer, charges, TVA non déduite et rachat des murs, moins la part des fondateurs dans les murs de la holding',
      minus(plus(rent, ...paidAtExit), part),
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

/** Of what founders pay for the shares, the part that the walls, net of their loan, are in their value. */
function writePaidForWalls(
  { calculation }: PathSetting,
  exit: {
    readonly exitMonth: Formula<'months', 'once', 'defined'>;
    readonly boughtOut: Formula<'money', 'once', 'defined'>;
    readonly equityAtExit: Formula<'money', 'once', 'defined'>;
    readonly net: MonthlyMoney;
  },
): MonthlyMoney {
  const { exitMonth, boughtOut, equityAtExit, net } = exit;
  const share = calculation.once(
    'measure.walls-of-price',
    'Part des murs, nets du prêt, dans la valeur des actions à la sortie',
    min(
      ONE_RATIO,
      max(constant(0, 'ratio'), definedOr(dividedBy(at(net, exitMonth), equityAtExit), constant(0, 'ratio'))),
    ),
  );
  return calculation.monthly(
    'measure.walls-bought-out',
    'Payé par les fondateurs pour les murs, au rachat des actions',
    choose(isEqual(MONTH, exitMonth), times(boughtOut, share), NO_MONEY),
  );
}
