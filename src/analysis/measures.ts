import {
  at,
  choose,
  constant,
  dividedBy,
  endOfYear,
  inYearOf,
  isAtLeast,
  isAtMost,
  isEqual,
  isLess,
  largest,
  MONTH,

  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  previous,
  smallest,
  sumOfTerms,
  sumOfYear,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { growthFactor, monthlyDiscount } from '../formula/rates.ts';
import { balanceOf } from '../ledger/books.ts';
import type { Deal } from '../paths/deal.ts';
import { SIGNATURE } from '../paths/setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;
type AnyLine = Line;

/** Lines written for the key figures, on top of the deal: what each lens reads. By id of key figure. */
export interface Measures {
  readonly lines: ReadonlyMap<string, AnyLine>;
  /** Flows whose rates of return are looked for. */
  readonly flows: readonly { readonly id: string; readonly label: string; readonly line: MonthlyMoney }[];
}

/** Real social discount rate of public evaluation: France Stratégie 2021, Commission Quinet 2025. */
const PUBLIC_REAL_RATE = { value: '0.032', text: "taux d'actualisation public, hors inflation : 3,2 % (France Stratégie, 2021 ; à relire)" };
/** Month of a cruising year: two years after entry into service. */
const CRUISE_DELAY = constant(24, 'months');
const STRESS_MONTH = constant(60, 'months');
const STRESS_SHARE = constant('0.6', 'ratio');
const TWELVE = constant(12, 'ratio');

/** Adds to a deal the lines that key figures read. Nothing is computed here. */
export function addMeasures(deal: Deal): Measures {
  const { setting, plan, property, books, balances, activity } = deal;
  const { calculation, assume, opening, horizon } = setting;
  const lines = new Map<string, AnyLine>();
  const keep = <L extends AnyLine>(id: string, line: L): L => {
    lines.set(id, line);
    return line;
  };
  const toHorizon = isAtMost(MONTH, horizon);
  const cruise = plus(opening, CRUISE_DELAY);

  /** Present value at signature of what falls until the horizon. */
  const discountOf = (id: string, label: string, annualRate: Formula<'ratio/years', 'once', 'defined'>) => {
    const ofMonth = calculation.once(`${id}.month`, `${label}, un mois`, monthlyDiscount(annualRate));
    const factor = calculation.later(id, label, 'ratio', 'monthly');
    calculation.define(
      factor,
      choose(isEqual(MONTH, SIGNATURE), ONE_RATIO, times(previous(factor), ofMonth)),
    );
    return factor;
  };
  const presentValue = (id: string, label: string, flow: Monthly, factor: Line<'ratio', 'monthly', 'defined'>) => {
    const discounted = calculation.monthly(`${id}.discounted`, `${label}, actualisé`, choose(toHorizon, times(flow, factor), NO_MONEY));
    return calculation.once(id, label, total(discounted));
  };
  const atCruise = <U extends 'money' | 'ratio'>(id: string, label: string, line: Line<U, 'yearly'>) =>
    calculation.once(
      id,
      label,
      at(calculation.monthly(`${id}.by-month`, label, inYearOf(line)), cruise),
    );

  // Founder
  const founderFactor = discountOf(
    'measure.founder-factor',
    "Facteur d'actualisation du fondateur",
    assume('macro.founderDiscountRate', 'ratio/years'),
  );
  const equipmentAndStart = plus(property.equipment.paid, activity.startUpCosts);
  const usesOfMonth = calculation.line(`${deal.path.id}.uses`) as MonthlyMoney;
  const funded = sumOfTerms([
    ...deal.sources.filter((source) => source.category === 'grant').map((source) => source.received),
    plan.loan.drawn,
  ]);
  const premises = calculation.monthly(
    'measure.premises-paid',
    'Payé pour les locaux, net du prêt et des subventions',
    plus(
      minus(minus(usesOfMonth, equipmentAndStart), funded),
      plus(plan.loan.principal, plan.interestAfterOpening, property.holding.taxeFonciere, property.holding.charges),
    ),
  );
  const paidForPremises = presentValue(
    'measure.premises-present-value',
    'Valeur présente de ce qui est payé pour les locaux',
    premises,
    founderFactor,
  );
  const valueAtHorizon = calculation.once(
    'measure.value-at-horizon',
    "Valeur du site à l'horizon",
    at(property.valuation.value, horizon),
  );
  const debtAtHorizon = calculation.once(
    'measure.debt-at-horizon',
    "Prêt restant dû à l'horizon",
    at(plan.loan.closing, horizon),
  );
  const kept = calculation.once(
    'measure.value-kept',
    "Valeur conservée à l'horizon, actualisée",
    times(minus(valueAtHorizon, debtAtHorizon), at(founderFactor, horizon)),
  );
  const factorsOfUse = calculation.once(
    'measure.months-of-use',
    'Mois d’occupation jusqu’à l’horizon, actualisés',
    total(
      calculation.monthly(
        'measure.factor-of-use',
        'Facteur des mois d’occupation',
        choose(isAtLeast(MONTH, opening), choose(toHorizon, founderFactor, constant(0, 'ratio')), constant(0, 'ratio')),
      ),
    ),
  );
  const occupancy = keep(
    'occupancy-cost-month',
    calculation.once(
      'measure.occupancy-cost-month',
      "Coût complet d'occupation, par mois",
      dividedBy(minus(paidForPremises, kept), factorsOfUse),
    ),
  );
  keep(
    'occupancy-cost-m2',
    calculation.once(
      'measure.occupancy-cost-m2',
      "Coût complet d'occupation, par m² et par an",
      dividedBy(times(occupancy, TWELVE), assume('site.floorAreaM2', 'area')),
    ),
  );
  keep(
    'current-rent-month',
    calculation.once(
      'measure.current-rent-month',
      "Loyer d'aujourd'hui, par mois",
      over(times(assume('operator.currentRentYear', 'money/years'), constant(1, 'years')), TWELVE),
    ),
  );
  const ownFunds = deal.sources.filter((source) => source.category === 'own-funds' || source.category === 'quasi-own-funds');
  keep(
    'own-funds-needed',
    calculation.once(
      'measure.own-funds-needed',
      'Fonds propres à apporter',
      plus(sumOfTerms(ownFunds.map((source) => source.total)), plan.gap),
    ),
  );
  const cashToHorizon = calculation.monthly(
    'measure.cash-to-horizon',
    "Trésorerie jusqu'à l'horizon",
    choose(toHorizon, books.cash, at(books.cash, horizon)),
  );
  const lowest = keep(
    'lowest-cash',
    calculation.once('measure.lowest-cash', 'Trésorerie la plus basse', smallest(cashToHorizon)),
  );
  const monthOfLowest = calculation.monthly(
    'measure.month-of-lowest',
    'Mois de la trésorerie la plus basse',
    choose(isEqual(cashToHorizon, lowest), MONTH, horizon),
  );
  keep(
    'lowest-cash-month',
    calculation.once('measure.lowest-cash-month', 'Mois de la trésorerie la plus basse', smallest(monthOfLowest)),
  );
  const coverCovenant = deal.covenants.find((covenant) => covenant.id === 'cover');
  if (coverCovenant !== undefined) keep('smallest-cover', coverCovenant.value);
  keep('average-cover', deal.averageCover);
  const occupancyRatio = calculation.yearly(
    'measure.occupancy-ratio',
    "Taux d'effort (annuités du prêt, taxe foncière et charges / chiffre d'affaires)",
    dividedBy(
      plus(
        sumOfYear(plan.interestAfterOpening),
        sumOfYear(plan.loan.principal),
        sumOfYear(property.holding.taxeFonciere),
        sumOfYear(property.holding.charges),
      ),
      balances.production,
    ),
  );
  keep('occupancy-ratio', atCruise('measure.occupancy-ratio-cruise', "Taux d'effort en année de croisière", occupancyRatio));
  const equity = calculation.monthly(
    'measure.equity',
    'Fonds propres',
    sumOfTerms(
      (['capital', 'reserves', 'result', 'investmentGrants'] as const).flatMap((account) => {
        const line = books.balances.get(account);
        return line === undefined ? [] : [line];
      }),
    ),
  );
  const siteInBooks = calculation.monthly(
    'measure.site-in-books',
    'Valeur comptable du site',
    minus(
      plus(balanceOf(books, 'land'), balanceOf(books, 'building')),
      calculation.line('depreciation.building-cumulated') as MonthlyMoney,
    ),
  );
  keep(
    'net-worth-at-horizon',
    calculation.once(
      'measure.net-worth-at-horizon',
      "Patrimoine net à l'horizon",
      plus(at(equity, horizon), minus(valueAtHorizon, at(siteInBooks, horizon))),
    ),
  );
  keep('months-to-opening', calculation.once('measure.months-to-opening', 'Mois avant la mise en service', plus(opening, SIGNATURE)));

  const bankDebt = calculation.monthly(
    'measure.bank-debt',
    'Dettes bancaires',
    plus(plan.loan.closing, plan.bridgeBalance, deal.existingDebt.closing),
  );
  const endOfCruise = (line: MonthlyMoney) => at(line, cruise);
  keep(
    'financial-autonomy',
    calculation.once('measure.financial-autonomy', 'Autonomie financière', dividedBy(endOfCruise(equity), endOfCruise(books.assets))),
  );
  const caf = atCruise('measure.caf-cruise', 'CAF en année de croisière', balances.cashFlowCapacity);
  keep(
    'repayment-capacity',
    calculation.once(
      'measure.repayment-capacity',
      'Capacité de remboursement (dettes bancaires / CAF, en années)',
      dividedBy(endOfCruise(bankDebt), caf),
    ),
  );
  keep(
    'risk-sharing',
    calculation.once(
      'measure.risk-sharing',
      'Partage des risques (dettes bancaires / fonds propres)',
      dividedBy(endOfCruise(bankDebt), endOfCruise(equity)),
    ),
  );
  const debtCost = calculation.yearly(
    'measure.debt-cost',
    'Coût de la dette (intérêts / EBE)',
    dividedBy(minus(NO_MONEY, balances.financialResult), balances.ebe),
  );
  keep('debt-cost', atCruise('measure.debt-cost-cruise', 'Coût de la dette en année de croisière', debtCost));

  // Bank
  const ltv = deal.covenants.find((covenant) => covenant.id === 'loan-to-value');
  const ltc = deal.covenants.find((covenant) => covenant.id === 'loan-to-cost');
  const debtYield = deal.covenants.find((covenant) => covenant.id === 'debt-yield');
  if (ltv !== undefined) keep('ltv', ltv.value);
  if (ltc !== undefined) keep('ltc', ltc.value);
  if (debtYield !== undefined) keep('debt-yield', debtYield.value);
  keep(
    'bank-peak-exposure',
    calculation.once(
      'measure.bank-peak-exposure',
      'Exposition maximale de la banque (prêt et relais)',
      largest(calculation.monthly('measure.bank-exposure', 'Exposition de la banque', plus(plan.loan.closing, plan.bridgeBalance))),
    ),
  );
  keep(
    'recovery-stress',
    calculation.once(
      'measure.recovery-stress',
      'Part du prêt recouvrée si le site est vendu 60 % de sa valeur en année 5',
      dividedBy(
        min(at(plan.loan.closing, STRESS_MONTH), times(at(property.valuation.value, STRESS_MONTH), STRESS_SHARE)),
        at(plan.loan.closing, STRESS_MONTH),
      ),
    ),
  );

  // Public money
  const grants = deal.sources.filter((source) => source.category === 'grant');
  const publicPaid = calculation.monthly('measure.public-paid', 'Argent public versé', sumOfTerms(grants.map((grant) => grant.received)));
  const publicTotal = keep(
    'public-budget',
    calculation.once('measure.public-budget', 'Argent public, en tout', sumOfTerms(grants.map((grant) => grant.total))),
  );
  const realRate = calculation.assumption('macro.publicRealRate', "Taux d'actualisation public réel", 'ratio/years', PUBLIC_REAL_RATE.value, {
    kind: 'hypothesis',
    text: PUBLIC_REAL_RATE.text,
  });
  const nominalFactor = times(growthFactor(realRate), growthFactor(assume('macro.annualInflation', 'ratio/years')));
  const publicRate = calculation.once(
    'measure.public-rate',
    "Taux d'actualisation public, inflation comprise",
    times(minus(nominalFactor, ONE_RATIO), constant(1, 'ratio/years')),
  );
  const publicFactor = discountOf('measure.public-factor', "Facteur d'actualisation public", publicRate);
  keep('public-present-cost', presentValue('measure.public-present-cost', 'Coût public en valeur présente', publicPaid, publicFactor));
  keep(
    'leverage',
    calculation.once('measure.leverage', 'Effet levier (besoins / argent public)', dividedBy(plan.totalUses, publicTotal)),
  );
  keep(
    'cost-per-job',
    calculation.once('measure.cost-per-job', 'Argent public par emploi créé', dividedBy(publicTotal, activity.jobsCreated)),
  );
  keep(
    'cost-per-insertion-job',
    calculation.once(
      'measure.cost-per-insertion-job',
      "Argent public par emploi d'insertion occupé",
      dividedBy(publicTotal, activity.insertionJobsAfter),
    ),
  );
  keep('jobs-created', activity.jobsCreated);

  // Shares of the plan de financement and the loan by year, for the tables
  for (const [side, rows, whole] of [
    ['use', plan.uses, plan.totalUses],
    ['source', plan.sources, plan.totalSources],
  ] as const) {
    for (const row of [...rows, { id: 'total', label: 'Total', line: whole }]) {
      keep(
        `share.${side}.${row.id}`,
        calculation.once(`measure.share.${side}.${row.id}`, `${row.label}, part du total`, dividedBy(row.line, whole)),
      );
    }
  }
  const { loan } = plan;
  for (const [id, label, line] of [
    ['loan.drawn', 'Tirages du prêt', loan.drawn],
    ['loan.interest', 'Intérêts du prêt', loan.interest],
    ['loan.principal', 'Amortissement du prêt', loan.principal],
    ['loan.payment', 'Annuité du prêt', loan.payment],
  ] as const) {
    keep(id, calculation.yearly(`measure.${id}`, label, sumOfYear(line)));
  }
  keep('loan.closing', calculation.yearly('measure.loan.closing', "Capital restant dû à la fin de l'exercice", endOfYear(loan.closing)));
  keep(
    'loan.opening',
    calculation.yearly('measure.loan.opening', "Capital restant dû au début de l'exercice", endOfYear(loan.closing, -1)),
  );
  for (const party of deal.partyFlows.values()) {
    keep(`${party.id}.year`, calculation.yearly(`${party.id}.year`, party.label, sumOfYear(party)));
  }

  // Flows whose rate of return is looked for
  const commitment = plan.loan.commitmentFee ?? NO_MONEY;
  const lender = calculation.monthly(
    'measure.lender-flow',
    'Flux du prêteur (prêt, intérêts, frais)',
    minus(
      plus(plan.loan.principal, plan.loan.interestPaid, commitment, calculation.line(`${deal.path.id}.loan.costs-paid`) as MonthlyMoney),
      plan.loan.drawn,
    ),
  );
  const propertyPaid = plus(
    property.purchase.pricePaid,
    property.purchase.acquisitionCostsPaid,
    property.works.worksPaid,
    property.works.feesPaid,
    property.works.contingenciesPaid,
    property.vat.cost,
  );
  const saved = choose(
    isAtLeast(MONTH, opening),
    choose(toHorizon, over(property.valuation.netMarketRent, TWELVE), NO_MONEY),
    NO_MONEY,
  );
  const projectFlow = calculation.monthly(
    'measure.project-flow',
    'Flux du projet immobilier : loyer de marché évité, coûts et valeur à l’horizon',
    minus(plus(saved, choose(isEqual(MONTH, horizon), valueAtHorizon, NO_MONEY)), choose(isLess(horizon, MONTH), NO_MONEY, propertyPaid)),
  );
  return {
    lines,
    flows: [
      { id: 'lender-irr', label: 'TRI du prêteur (frais compris)', line: lender },
      { id: 'project-irr', label: 'TRI du projet immobilier, avant financement et impôt', line: projectFlow },
    ],
  };
}
