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
import { ownSections } from './public-budget-measures.ts';

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
  const sources = deal.companies.flatMap((company) => company.sources);
  const isPublic = (party: string | undefined) =>
    party === undefined || setting.ledger.parties.get(party)?.side !== 'private';
  const payerOf = ({ received }: (typeof sources)[number]) =>
    setting.ledger.transfers.find(({ amount }) => amount === received)?.from;
  const grants = sources.filter((source) => source.category === 'grant' && isPublic(payerOf(source)));
  const subsidies = deal.companies
    .flatMap(({ plan: { interestSubsidies } }) => interestSubsidies)
    .filter(({ payer }) => isPublic(payer));
  // What the State gives up to those who subscribe, or who give, is public money too.
  const ofSubscribers = [...(deal.fonciere?.relief.values() ?? [])];
  const ofGivers = sources.flatMap(({ giverRelief }) => giverRelief ?? []);
  const reliefs = [...ofSubscribers, ...ofGivers];
  // So is what a public payer gives for results.
  const forResults = deal.impact?.publicPaid;
  const payments = forResults === undefined ? [] : [forResults];
  // An EPF pays its minoration by selling below what the site cost it: the price of the site is lower, not a grant.
  const carrying = deal.property?.carrying;
  const minorations = carrying === undefined ? [] : [carrying.minorationPaid];
  const words = [
    'subventions',
    ...(minorations.length === 0 ? [] : ['minoration de l’EPF']),
    ...(subsidies.length === 0 ? [] : ['bonifications']),
    ...(reliefs.length === 0 ? [] : ['réductions d’impôt']),
    ...(payments.length === 0 ? [] : ['paiements aux résultats']),
  ];
  const what = `Aides versées (${writeList(words)})`;
  const publicPaid = calculation.monthly(
    'measure.public-paid',
    `${what}, par mois`,
    sumOfTerms([
      ...grants.map((grant) => grant.received),
      ...subsidies.map(({ paid }) => paid),
      ...reliefs,
      ...payments,
      ...minorations,
    ]),
  );
  if (reliefs.length > 0) {
    keep(
      'tax-relief',
      calculation.once(
        'measure.tax-relief',
        'Réductions d’impôt des souscripteurs (IR-PME) et des mécènes',
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
        ...subsidies.map((subsidy) => subsidy.total),
        ...[...reliefs, ...payments, ...minorations].map((line) => total(line)),
      ]),
    ),
  );
  // Paid after the plan de financement, to others, or to repay investors: it lowers no need.
  const beside = [
    ...subsidies.map((subsidy) => subsidy.total),
    ...[...ofGivers, ...payments, ...minorations].map((line) => total(line)),
  ];
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
      'Effet levier (besoins / subventions et paiements)',
      dividedBy(plan.totalUses, publicTotal),
    ),
  );
  keep(
    'cost-per-job',
    calculation.once(
      'measure.cost-per-job',
      'Aides versées par emploi créé',
      dividedBy(publicTotal, activity.jobsCreated),
    ),
  );
  keep(
    'cost-per-insertion-job',
    calculation.once(
      'measure.cost-per-insertion-job',
      'Aides versées par emploi d’insertion créé',
      dividedBy(publicTotal, activity.insertionJobsCreated),
    ),
  );
  keep('jobs-created', activity.jobsCreated);
  keep(
    'public-peak-exposure',
    calculation.once(
      'measure.public-peak-exposure',
      `Argent public versé et non revenu, au plus haut (subventions, avances, capital, tranches${carrying === undefined ? '' : ', portage du site'}${deal.turnkey === undefined ? '' : ', locaux clés en main'}), hors investisseurs publics aux conditions du marché`,
      largest(publicCumulated(measure)),
    ),
  );
  keep(
    'rest-to-finance',
    calculation.once(
      'measure.rest-to-finance',
      'Reste à charge (besoins moins subventions)',
      beside.length === 0
        ? minus(plan.totalUses, publicTotal)
        : plus(minus(plan.totalUses, publicTotal), ...beside),
    ),
  );
}

/** What an EPF pays and receives while it carries a site, and what it is paid for it. */
const CARRIED: readonly TransferNature[] = [
  'carried-purchase',
  'carried-purchase-costs',
  'carried-taxes',
  'carried-management',
  'carried-studies',
  'carried-works',
  'carried-rent',
];

/** What parties bringing public aid have paid and not received back, month after month. */
function publicCumulated({ deal }: MeasureSetting) {
  const { calculation, ledger } = deal.setting;
  const natures: readonly TransferNature[] = [
    'grant',
    'instalment-credit',
    'instalment-payment',
    'turnkey-works',
    'other-equity-received',
    'other-equity-repayment',
    'own-funds',
    'dividend',
    'share-redemption',
    'tax-relief',
    'patronage-tax-relief',
    'interest-subsidy',
    'interest-subsidy-during-works',
    'honour-loan',
    'honour-loan-repayment',
    'impact-tranche',
    'impact-capital-repayment',
    'impact-premium',
    ...CARRIED,
  ];
  const isPublicAid = (party: string) => ledger.parties.get(party)?.side === 'public-aid';
  const isPublic = (party: string) => (ledger.parties.get(party)?.side ?? 'private') !== 'private';
  const amounts = (side: 'from' | 'to') =>
    ledger.transfers
      .filter(({ nature, [side]: party }) =>
        nature === 'result-payment'
          ? isPublic(party)
          : (natures.includes(nature) && isPublicAid(party)) ||
            ownSections(deal, party)[nature] !== undefined,
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
