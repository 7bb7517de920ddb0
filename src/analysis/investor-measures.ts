import {
  at,
  choose,
  constant,
  dividedBy,
  isLess,
  max,
  min,
  minus,
  NO_MONEY,
  plus,
  previous,
  smallest,
  sumOfYear,
  times,
  total,
} from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import { STRESS_MONTH } from './bank-measures.ts';
import type { MeasureSetting, MonthlyMoney } from './measure-setting.ts';

/** What an investor reads beside its rates of return: multiple, yield, payback, exposure, share of the exit, rank. */
export function addInvestorMeasures(measure: MeasureSetting): void {
  const { deal, keep, atCruise } = measure;
  const { investor } = deal;
  if (investor === undefined) return;
  const { calculation } = deal.setting;
  const once = calculation.once.bind(calculation);

  for (const { id, line } of deal.returns.filter(({ id: flow }) => flow.startsWith('investor-irr'))) {
    keep(`${id}.year`, calculation.yearly(`${line.id}.year`, line.label, sumOfYear(line)));
  }
  const paid = once('measure.investor-paid', 'Versé par l’investisseur, en tout', total(investor.paid));
  const received = once(
    'measure.investor-received',
    'Reçu par l’investisseur, en tout',
    total(investor.received),
  );
  keep('ticket', paid);
  keep('moic', once('measure.moic', 'Multiple (reçu / versé)', dividedBy(received, paid)));
  const { exitGain, capital } = investor;
  if (exitGain !== undefined && capital !== undefined) {
    const gain = once('measure.investor-gain', 'Gain de l’investisseur', minus(received, paid));
    keep(
      'exit-share',
      once(
        'measure.exit-share',
        'Part du gain de l’investisseur venant du prix de sortie des parts',
        dividedBy(minus(total(exitGain), capital), gain),
      ),
    );
  }
  keep(
    'cash-yield',
    atCruise(
      'measure.cash-yield',
      'Rendement courant (intérêts et distributions / ticket), en année de croisière',
      calculation.yearly(
        'measure.cash-yield.by-year',
        'Intérêts et distributions / ticket',
        dividedBy(sumOfYear(investor.income), paid),
      ),
    ),
  );
  const cumulated = calculation.later(
    'measure.investor-cumulated',
    'Cumul reçu moins versé de l’investisseur',
    'money',
    'monthly',
  );
  calculation.define(cumulated, plus(previous(cumulated), investor.flow));
  keep(
    'investor-peak-exposure',
    once(
      'measure.investor-peak-exposure',
      'Exposition maximale de l’investisseur',
      minus(NO_MONEY, min(NO_MONEY, smallest(cumulated))),
    ),
  );
  const unpaid = calculation.monthly(
    'measure.investor-waits',
    'Mois où le cumul reste négatif',
    choose(isLess(cumulated, NO_MONEY), constant(1, 'months'), constant(0, 'months')),
  );
  const lastMonth = constant(calculation.timeline.months - 1, 'months');
  keep(
    'payback',
    once(
      'measure.payback',
      'Délai de récupération',
      times(
        dividedBy(
          total(unpaid),
          // Never paid back: not defined.
          choose(isLess(at(cumulated, lastMonth), NO_MONEY), constant(0, 'months'), constant(12, 'months')),
        ),
        constant(1, 'years'),
      ),
    ),
  );
  addYieldEffort(measure, investor.flow);
  if (deal.vehicle !== undefined) addRank(measure, investor.quasiEquity);
}

/** What quasi-equity gets of a site sold too cheap, after the bank. */
function addRank({ deal, keep }: MeasureSetting, quasiEquity: MonthlyMoney): void {
  const { calculation } = deal.setting;
  const { borrower } = deal;
  const once = calculation.once.bind(calculation);
  const owed = once(
    'measure.rank.quasi.owed',
    'Quasi-fonds propres dus en année 5',
    at(quasiEquity, STRESS_MONTH),
  );
  keep('rank.quasi.owed', owed);
  const price = calculation.line('measure.stressed-price') as Line<'money', 'once', 'defined'>;
  const afterBank = once(
    'measure.rank.after-bank',
    'Reste du prix après la banque',
    max(NO_MONEY, minus(price, at(borrower.plan.loan.closing, STRESS_MONTH))),
  );
  const recovered = keep(
    'rank.quasi.recovered',
    once('measure.rank.quasi.recovered', 'Quasi-fonds propres recouvrés', min(owed, afterBank)),
  );
  keep(
    'rank.equity.recovered',
    once('measure.rank.equity', 'Reste aux associés', minus(afterBank, recovered)),
  );
  keep(
    'rank.quasi.share',
    calculation.once('measure.rank.quasi.share', 'Part recouvrée', dividedBy(recovered, owed)),
  );
  keep(
    'investor-recovery-stress',
    once(
      'measure.investor-recovery-stress',
      'Part des quasi-fonds propres recouvrée après la banque, site vendu 60 % de sa valeur en année 5',
      dividedBy(recovered, owed),
    ),
  );
}

/**
 * « Effort de rendement »: what the investor's flows are worth, at signature and to the horizon, at the return that the
 * market would ask for such a risk. At the return that they give they are worth nothing: this is the difference between
 * the two, negative when the investor gives something up. Read against a typed target instead, it would measure how
 * long money stays rather than what is given up: a deal above the market would show an effort.
 */
function addYieldEffort(
  { deal, keep, discountOf, presentValue }: MeasureSetting,
  flow: NonNullable<MeasureSetting['deal']['investor']>['flow'],
): void {
  const { calculation, assume } = deal.setting;
  const effort = keep(
    'yield-effort',
    calculation.once(
      'measure.yield-effort',
      'Effort de rendement : flux de l’investisseur, en valeur présente au rendement de marché',
      plus(
        presentValue(
          'measure.investor-value-at-market',
          'Flux de l’investisseur, en valeur présente au rendement de marché',
          flow,
          discountOf(
            'measure.investor-value-at-market-factor',
            'Facteur d’actualisation au rendement de marché',
            assume('macro.marketTargetRate', 'ratio/years'),
          ),
        ),
      ),
    ),
  );
  keep(
    'yield-effort-per-job',
    calculation.once(
      'measure.yield-effort-per-job',
      'Effort de rendement par emploi créé',
      dividedBy(effort, deal.activity.jobsCreated),
    ),
  );
}
