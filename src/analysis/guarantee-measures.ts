import {
  at,
  constant,
  integerPart,
  min,
  minus,
  over,
  plus,
  sumOfTerms,
  sumOfYear,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { overOneYear } from '../formula/rates.ts';
import type { DiscountFactor, MeasureSetting } from './measure-setting.ts';

/** Of the accounts of a local authority, what its ratio reads. */
const ACCOUNTS = [
  ['guaranteedAnnuities', 'Annuités déjà garanties à échoir'],
  ['ownAnnuities', 'Annuité nette de la dette'],
  ['provisions', 'Provisions pour garanties'],
  ['realOperatingRevenue', 'Recettes réelles de fonctionnement'],
] as const;

type FixedRate = Formula<'ratio/years', 'once', 'defined'>;

/**
 * What is read of the guarantees of a loan: what the borrower gains beside what the guarantor risks, and the budget of
 * the guarantor in the default tested. Written after the founder's measures, whose discount factor it reads.
 */
export function addGuaranteeMeasures({ deal, keep, presentValue }: MeasureSetting): void {
  const { guarantees, setting } = deal;
  if (guarantees === undefined) return;
  const { calculation, assume, opening } = setting;
  const isFixed = guarantees.terms.rateIndex.length === 0;
  const atOpening = (rate: typeof guarantees.rate) =>
    isFixed ? (rate as FixedRate) : at(rate as Line<'ratio/years', 'monthly', 'defined'>, opening);
  keep('expected-loss', guarantees.expectedLoss);
  keep(
    'guaranteed-amount',
    calculation.once(
      'measure.guaranteed-amount',
      'Montant garanti à la signature, tous garants ensemble',
      sumOfTerms(guarantees.list.map(({ guaranteed }) => guaranteed)),
    ),
  );
  keepLargestCoverage(guarantees, { calculation, keep });

  const founder = calculation.line('measure.founder-factor') as DiscountFactor;
  const saved = presentValue(
    'measure.guarantee.saved',
    'Intérêts économisés, en valeur présente',
    guarantees.interestSaved,
    founder,
  );
  keep('guarantee.saved', saved);
  keep(
    'guarantee.saved-total',
    calculation.once(
      'measure.guarantee.saved-total',
      'Intérêts économisés, en tout',
      total(guarantees.interestSaved),
    ),
  );
  // A guarantee without fee has no row of zeros.
  const fees = calculation.isNothing(guarantees.feePaid)
    ? undefined
    : keep(
        'guarantee.fees',
        presentValue(
          'measure.guarantee.fees',
          'Commissions de garantie, en valeur présente',
          guarantees.feePaid,
          founder,
        ),
      );
  keep(
    'guarantee.gain',
    calculation.once(
      'measure.guarantee.gain',
      'Gain de l’emprunteur : intérêts économisés moins commissions, en valeur présente',
      fees === undefined ? plus(saved) : minus(saved, fees),
    ),
  );
  for (const [id, label, rate] of [
    ['rate-before', 'Taux sans garantie', guarantees.rateBefore],
    ['rate', 'Taux avec garantie', guarantees.rate],
  ] as const) {
    keep(
      `guarantee.${id}`,
      calculation.once(
        `measure.guarantee.${id}`,
        `${label}, à la mise en service`,
        overOneYear(atOpening(rate)),
      ),
    );
  }
  for (const { terms, inDefault, feePaid, place } of guarantees.list) {
    const prefix = `guarantee.${terms.id}`;
    if (terms.kind === 'local-authority') {
      for (const [field, label] of ACCOUNTS) {
        const amount = plus(assume(`${place}.${field}`, 'money'));
        keep(`${prefix}.${field}`, calculation.once(`measure.${prefix}.${field}`, label, amount));
      }
    }
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

/** A hundredth of a per cent, as shown: cut down there, the coverage written is one that holds. */
const SHOWN = constant(10_000, 'ratio');

/** Keeps the largest coverage that every local authority can give; nothing when the accounts of one are unknown. */
function keepLargestCoverage(
  { list }: NonNullable<MeasureSetting['deal']['guarantees']>,
  {
    calculation,
    keep,
  }: Pick<MeasureSetting, 'keep'> & Pick<MeasureSetting['deal']['setting'], 'calculation'>,
): void {
  const unknown = list.some(
    ({ terms }) => terms.kind === 'local-authority' && terms.realOperatingRevenue.isZero(),
  );
  const [first, ...others] = list.flatMap(({ limits }) => limits?.maximumCoverage ?? []);
  if (unknown || first === undefined) return;
  keep(
    'galland-coverage',
    calculation.once(
      'measure.galland-coverage',
      'Quotité la plus forte que les ratios de la collectivité permettent',
      over(integerPart(times(min(first, ...others), SHOWN)), SHOWN),
    ),
  );
}
