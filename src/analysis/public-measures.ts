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
  const publicPaid = calculation.monthly(
    'measure.public-paid',
    reliefs.length === 0 ? 'Subventions versées' : 'Subventions et réductions d’impôt versées',
    sumOfTerms([...grants.map((grant) => grant.received), ...reliefs]),
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
  const publicTotal = keep(
    'public-budget',
    calculation.once(
      'measure.public-budget',
      reliefs.length === 0 ? 'Subventions, en tout' : 'Subventions et réductions d’impôt, en tout',
      sumOfTerms([...grants.map((grant) => grant.total), ...reliefs.map((line) => total(line))]),
    ),
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
    presentValue('measure.public-present-cost', 'Subventions, en valeur présente', publicPaid, publicFactor),
  );
  keep(
    'leverage',
    calculation.once(
      'measure.leverage',
      'Effet levier (besoins / subventions)',
      dividedBy(plan.totalUses, publicTotal),
    ),
  );
  keep(
    'cost-per-job',
    calculation.once(
      'measure.cost-per-job',
      'Subventions par emploi créé',
      dividedBy(publicTotal, activity.jobsCreated),
    ),
  );
  keep(
    'cost-per-insertion-job',
    calculation.once(
      'measure.cost-per-insertion-job',
      'Subventions par emploi d’insertion créé',
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
      minus(plan.totalUses, publicTotal),
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
  const amounts = (side: 'from' | 'to') =>
    ledger.transfers
      .filter((transfer) => natures.includes(transfer.nature) && isPublicAid(transfer[side]))
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
