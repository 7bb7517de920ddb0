import { choose, isAtMost, MONTH, minus, NO_MONEY, plus, sumOfYear, total } from '../formula/build.ts';
import { overOneYear } from '../formula/rates.ts';
import type { DiscountFactor, MeasureSetting } from './measure-setting.ts';

/**
 * What is read of the guarantees of a loan: what the borrower gains beside what the guarantor risks, and the budget of
 * the guarantor in the default tested. Written after the founder's measures, whose discount factor it reads.
 */
export function addGuaranteeMeasures({ deal, keep, presentValue }: MeasureSetting): void {
  const { guarantees, setting } = deal;
  if (guarantees === undefined) return;
  const { calculation, horizon } = setting;
  keep('expected-loss', guarantees.expectedLoss);

  const founder = calculation.line('measure.founder-factor') as DiscountFactor;
  const saved = presentValue(
    'measure.guarantee.saved',
    'Intérêts économisés, en valeur présente',
    guarantees.interestSaved,
    founder,
  );
  const fees = presentValue(
    'measure.guarantee.fees',
    'Commissions de garantie, en valeur présente',
    guarantees.feePaid,
    founder,
  );
  keep('guarantee.saved', saved);
  keep('guarantee.fees', fees);
  keep(
    'guarantee.gain',
    calculation.once(
      'measure.guarantee.gain',
      'Gain de l’emprunteur : intérêts économisés moins commissions, en valeur présente',
      minus(saved, fees),
    ),
  );
  keep(
    'guarantee.saved-total',
    calculation.once(
      'measure.guarantee.saved-total',
      'Intérêts économisés, en tout',
      total(
        calculation.monthly(
          'measure.guarantee.saved-to-horizon',
          'Intérêts économisés jusqu’à l’horizon',
          choose(isAtMost(MONTH, horizon), guarantees.interestSaved, NO_MONEY),
        ),
      ),
    ),
  );
  keep(
    'guarantee.rate-before',
    calculation.monthly(
      'measure.guarantee.rate-before',
      'Taux sans garantie',
      overOneYear(guarantees.rateBefore),
    ),
  );
  keep(
    'guarantee.rate',
    calculation.monthly('measure.guarantee.rate', 'Taux avec garantie', overOneYear(guarantees.rate)),
  );
  for (const { terms, inDefault, feePaid } of guarantees.list) {
    const prefix = `guarantee.${terms.id}`;
    const year = (name: string, label: string, line: typeof feePaid) =>
      keep(`${prefix}.${name}`, calculation.yearly(`measure.${prefix}.${name}`, label, sumOfYear(line)));
    const calls = year('calls', 'Appels, défaut testé', inDefault.calls);
    const recoveries = calculation.isNothing(inDefault.recoveries)
      ? undefined
      : year('recoveries', 'Récupérations, défaut testé', inDefault.recoveries);
    if (!calculation.isNothing(feePaid)) year('fee', 'Commissions reçues', feePaid);
    keep(
      `${prefix}.budget`,
      calculation.yearly(
        `measure.${prefix}.budget`,
        'À la charge du garant, défaut testé',
        recoveries === undefined ? plus(calls) : minus(calls, recoveries),
      ),
    );
  }
}
