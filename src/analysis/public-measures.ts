import {
  constant,
  dividedBy,
  largest,
  minus,
  ONE_RATIO,
  plus,
  previous,
  sumOfTerms,
  times,
  total,
} from '../formula/build.ts';
import { writeList } from '../formula/french.ts';
import { growthFactor } from '../formula/rates.ts';
import { sourceOf } from '../law/figure.ts';
import { PUBLIC_REAL_RATE } from '../law/reference-rate-figures.ts';
import type { TransferNature } from '../ledger/natures.ts';
import type { MeasureSetting } from './measure-setting.ts';

/** What the public authority reads: what it pays, when, for how many jobs. */
export function addPublicMeasures(measure: MeasureSetting): void {
  const { deal, keep, discountOf, presentValue } = measure;
  const { setting, plan, activity } = deal;
  const { calculation, assume } = setting;

  const { site } = setting.dossier.values;
  if (site?.brownfield === true) {
    keep(
      'brownfield-m2',
      calculation.once(
        'measure.brownfield-m2',
        'Friche remise en usage',
        plus(assume('site.landAreaM2', 'area')),
      ),
    );
  }
  const grants = deal.companies
    .flatMap((company) => company.sources)
    .filter((source) => source.category === 'grant');
  // What the State gives up to those who subscribe is public money too.
  const reliefs = [...(deal.fonciere?.relief.values() ?? [])];
  // So is what a public payer gives for results.
  const forResults = deal.impact?.publicPaid;
  const payments = forResults === undefined ? [] : [forResults];
  const words = [
    'Subventions',
    ...(reliefs.length === 0 ? [] : ['réductions d’impôt']),
    ...(payments.length === 0 ? [] : ['paiements aux résultats']),
  ];
  const what = writeList(words);
  const publicPaid = calculation.monthly(
    'measure.public-paid',
    `${what}, par mois`,
    sumOfTerms([...grants.map((grant) => grant.received), ...reliefs, ...payments]),
  );
  if (reliefs.length > 0) {
    keep(
      'tax-relief',
      calculation.once(
        'measure.tax-relief',
        'Réductions d’impôt des souscripteurs (IR-PME)',
        sumOfTerms(reliefs.map((line) => total(line))),
      ),
    );
  }
  if (forResults !== undefined) {
    keep(
      'result-payments',
      calculation.once('measure.result-payments', 'Paiements aux résultats, en tout', total(forResults)),
    );
  }
  const publicTotal = keep(
    'public-budget',
    calculation.once(
      'measure.public-budget',
      `${what}, en tout`,
      sumOfTerms([
        ...grants.map((grant) => grant.total),
        ...[...reliefs, ...payments].map((line) => total(line)),
      ]),
    ),
  );
  // What is paid for results repays investors later: it leaves what is to be financed as it is.
  const aided =
    forResults === undefined
      ? publicTotal
      : calculation.once(
          'measure.public-aided',
          'Argent public versé, hors paiements aux résultats',
          minus(publicTotal, total(forResults)),
        );
  const realRate = calculation.assumption(
    'macro.publicRealRate',
    'Taux d’actualisation public réel',
    'ratio/years',
    PUBLIC_REAL_RATE.value,
    { kind: 'hypothesis', text: `${PUBLIC_REAL_RATE.label} : ${sourceOf(PUBLIC_REAL_RATE)}` },
  );
  const nominalFactor = times(
    growthFactor(realRate),
    growthFactor(assume('macro.annualInflation', 'ratio/years')),
  );
  const publicRate = calculation.once(
    'measure.public-rate',
    'Taux d’actualisation public, inflation comprise',
    times(minus(nominalFactor, ONE_RATIO), constant(1, 'ratio/years')),
  );
  const publicFactor = discountOf('measure.public-factor', 'Facteur d’actualisation public', publicRate);
  keep(
    'public-present-cost',
    presentValue('measure.public-present-cost', `${what}, en valeur présente`, publicPaid, publicFactor),
  );
  keep(
    'leverage',
    calculation.once(
      'measure.leverage',
      'Effet levier (besoins / argent public)',
      dividedBy(plan.totalUses, publicTotal),
    ),
  );
  keep(
    'cost-per-job',
    calculation.once(
      'measure.cost-per-job',
      'Subventions et paiements aux résultats par emploi créé',
      dividedBy(publicTotal, activity.jobsCreated),
    ),
  );
  keep(
    'cost-per-insertion-job',
    calculation.once(
      'measure.cost-per-insertion-job',
      'Subventions et paiements aux résultats par emploi d’insertion créé',
      dividedBy(publicTotal, activity.insertionJobsCreated),
    ),
  );
  keep('jobs-created', activity.jobsCreated);
  keep(
    'public-peak-exposure',
    calculation.once(
      'measure.public-peak-exposure',
      'Argent public versé et non revenu, au plus haut (subventions et avances)',
      largest(publicCumulated(measure)),
    ),
  );
  keep(
    'rest-to-finance',
    calculation.once(
      'measure.rest-to-finance',
      'Reste à charge (besoins moins subventions)',
      minus(plan.totalUses, aided),
    ),
  );
}

/** What parties bringing public aid have paid and not received back, month after month. */
function publicCumulated({ deal }: MeasureSetting) {
  const { calculation, ledger } = deal.setting;
  const natures: readonly TransferNature[] = [
    'grant',
    'other-equity-received',
    'other-equity-repayment',
    'own-funds',
    'dividend',
    'share-redemption',
    'tax-relief',
  ];
  const isPublicAid = (party: string) => ledger.parties.get(party)?.side === 'public-aid';
  const isPublic = (party: string) => (ledger.parties.get(party)?.side ?? 'private') !== 'private';
  const amounts = (side: 'from' | 'to') =>
    ledger.transfers
      .filter(({ nature, [side]: party }) =>
        nature === 'result-payment' ? isPublic(party) : natures.includes(nature) && isPublicAid(party),
      )
      .map((transfer) => transfer.amount);
  const cumulated = calculation.later(
    'measure.public-cumulated',
    'Argent public versé et non revenu',
    'money',
    'monthly',
  );
  calculation.define(
    cumulated,
    plus(previous(cumulated), minus(sumOfTerms(amounts('from')), sumOfTerms(amounts('to')))),
  );
  return cumulated;
}
