import type { EsusHoldingPath } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { Decimal, ZERO } from '../formula/decimal.ts';
import { writeEuros, writeRate } from '../formula/french.ts';
import { SCOP_START_UP_YEARS } from '../law/cooperative-figures.ts';
import { ESS_CAPITAL_RULES } from '../law/ess-capital.ts';
import { instrumentLegality } from '../law/form-instrument-matrix.ts';
import { GROUP_RULES } from '../law/group-rules.ts';
import { ruleApplied } from '../law/law-rule.ts';
import type { Legality } from '../law/legality.ts';
import { authorityBondLegality, authorityCapitalLegality } from '../law/local-authority.ts';
import { scopHoldingLegality } from '../law/scop-holding.ts';
import { parentSubsidiaryLegality, taxGroupLegality } from '../law/tax-regimes.ts';
import { type LeaseOutcome, leaseLegality } from './lease-legality.ts';

/** What the figures say of a group. */
export interface GroupOutcome {
  /** Of a holding that lets the walls; undefined without one. */
  readonly lease: LeaseOutcome | undefined;
  /** « Rachat non financé ». */
  readonly unfunded: Decimal;
  /** Other subsidiaries whose cash goes below zero. */
  readonly negativeCash: readonly {
    readonly label: string;
    readonly amount: Decimal;
    readonly month: string;
  }[];
}

const ONE = new Decimal(1);
const NOTHING_TO_DO = 'Rien à faire.';

/**
 * What law and practice say of investors in a holding of the ESS or in the enterprise itself: forms that have no shares
 * to sell, outside control of a SCOP, authorities, convertible bonds, taxation of the group, who buys the shares.
 */
export function groupLegality(
  dossier: ResolvedDossier,
  path: EsusHoldingPath,
  outcome: GroupOutcome | undefined,
): Legality[] {
  const { parties, operator } = dossier.values;
  const labelOf = (party: string) =>
    parties.find(({ id }) => id === party)?.label ?? (party === 'owners' ? 'associés d’origine' : party);
  const form = enterpriseFormOf(dossier, path);
  const issuerForm = path.entry === 'holding' ? path.vehicle.form : form;
  const found: Legality[] = [...enterpriseLegality(path, form), ...takeOverLegality(dossier, path)];
  const holders = new Set([
    ...path.founders.map(({ from }) => from),
    ...path.rounds.flatMap(({ subscriptions }) => subscriptions.map(({ from }) => from)),
  ]);
  for (const { id, label, role } of parties) {
    if (role !== 'local-authority') continue;
    if (holders.has(id) || path.exit.buyer === id) found.push(authorityCapitalLegality(issuerForm, label));
    if (path.bonds.some(({ from }) => from === id)) found.push(authorityBondLegality(label));
  }
  if (path.bonds.length > 0) {
    const bond = instrumentLegality(issuerForm, 'convertible-bond');
    if (bond.verdict !== 'possible') found.push(bond);
  }
  const housed =
    (operator.form === 'association' || operator.form === 'SCOP' || operator.form === 'SCIC') &&
    form !== operator.form;
  if (housed) {
    found.push(
      ruleApplied(GROUP_RULES.housedActivity, {
        verdict: 'a-verifier',
        fact: `L’activité de « ${operator.name} » serait logée dans une ${form === 'SAS' ? 'SAS' : 'SAS de l’ESS'}.`,
        remedy:
          'Faites valider l’apport, la reprise des conventions d’insertion et le régime fiscal avant toute promesse.',
      }),
    );
  }
  found.push(...groupTaxLegality(dossier, path), ...existingCapitalLegality(dossier, path));
  if (path.vehicle.form === 'SAS-ESS' || path.enterpriseForm === 'SAS-ESS') {
    found.push(
      ruleApplied(ESS_CAPITAL_RULES.reduction, {
        verdict: 'possible',
        fact: `Acheteur des actions : « ${labelOf(path.exit.buyer)} », et non la société.`,
        remedy: NOTHING_TO_DO,
      }),
    );
  }
  if (path.exit.floorAnnualRate !== null) {
    found.push(
      ruleApplied(GROUP_RULES.priceFloor, {
        verdict: 'a-verifier',
        fact: `Un prix plancher garantit ${writeRate(path.exit.floorAnnualRate)} par an.`,
        remedy: 'Faites rédiger une promesse d’achat par un avocat, ou retirez le plancher.',
      }),
    );
  }
  return outcome === undefined ? found : [...found, ...outcomeLegality(path, outcome)];
}

/**
 * The form in which investors meet the enterprise. They enter the enterprise itself as it is, unless the dossier says
 * that it becomes something else; below a holding its activity is housed in a company that has shares.
 */
function enterpriseFormOf(
  { values, origins }: ResolvedDossier,
  path: EsusHoldingPath,
): EsusHoldingPath['enterpriseForm'] {
  const index = values.paths.findIndex(({ id }) => id === path.id);
  const isSaid = origins[`paths[${index}].enterpriseForm`] !== 'default';
  return isSaid || path.entry === 'holding' ? path.enterpriseForm : values.operator.form;
}

/** The enterprise below investors: it must have shares to hold. */
function enterpriseLegality(path: EsusHoldingPath, form: EsusHoldingPath['enterpriseForm']): Legality[] {
  const remedy =
    'Logez l’activité dans une SAS de l’ESS que la coopérative ou l’association détient, ou financez-la par des titres participatifs ou un prêt.';
  if (form === 'association') {
    return [ruleApplied(GROUP_RULES.associationShares, { verdict: 'impossible', remedy })];
  }
  if (form !== 'SCOP' && form !== 'SCIC') return [];
  const control =
    form === 'SCOP'
      ? scopHoldingLegality({
          // A holding that has all the shares leaves none to the employees.
          employeeCapital: path.entry === 'holding' ? ONE.minus(path.enterprise.share) : foundersShare(path),
          employeeVotes: ONE,
          largestAssociate: ZERO,
          outsiderVotes: ZERO,
          cooperativeVotes: ZERO,
        })
      : [];
  return [...control, ruleApplied(GROUP_RULES.cooperativeShares, { verdict: 'impossible', remedy })];
}

/** Part of the shares that those who were there keep after the last round, from what is typed. */
export function foundersShare(path: EsusHoldingPath): Decimal {
  return shareOf(
    path,
    path.founders.map(({ from }) => from),
  );
}

/** Part of the shares of some parties after the last round. */
function shareOf(path: EsusHoldingPath, parties: readonly string[]): Decimal {
  const { nominal } = path.vehicle;
  let own = ZERO;
  let all = ZERO;
  const add = (party: string, shares: Decimal) => {
    all = all.plus(shares);
    if (parties.includes(party)) own = own.plus(shares);
  };
  for (const { from, amount } of path.founders) add(from, amount.div(nominal));
  for (const { sharePrice, subscriptions } of path.rounds) {
    for (const { from, amount } of subscriptions) add(from, amount.div(sharePrice));
  }
  return all.isZero() ? all : own.div(all);
}

/** Investors enter the enterprise itself: a capital of the opening balance that nobody holds would leave them all of it. */
function existingCapitalLegality({ values }: ResolvedDossier, path: EsusHoldingPath): Legality[] {
  const { openingCapital } = values.operator;
  if (path.entry === 'holding' || openingCapital.isZero()) return [];
  if (path.founders.some(({ brought }) => brought === 'existing')) return [];
  return [
    {
      rule: 'group.existing-capital',
      verdict: 'a-verifier',
      article: 'statuts de l’entreprise',
      reason: `Le capital du bilan d’ouverture, ${writeEuros(openingCapital)}, n’a pas d’associé dans cette voie : il ne donne ni part du prix, ni voix, ni dividende, et les investisseurs paraissent détenir davantage.`,
      remedy:
        'Ajoutez les associés d’origine, actions déjà émises, pour ce montant ; ou faites confirmer que cette dotation n’est pas du capital.',
      confidence: 'computed',
    },
  ];
}

/** A take-over by the employees as a SCOP: seven years to reach 51 %. */
function takeOverLegality({ values }: ResolvedDossier, path: EsusHoldingPath): Legality[] {
  const { takeOver, takeOverYear, employeeCapital } = path.parent;
  if (!takeOver) return [];
  const years = Number(SCOP_START_UP_YEARS.value);
  const start = Number(values.signature.slice(0, 4)) + takeOverYear;
  return scopHoldingLegality({
    employeeCapital,
    employeeVotes: ONE,
    largestAssociate: ZERO,
    outsiderVotes: ZERO,
    cooperativeVotes: ZERO,
    startUpYears: 0,
  }).map((item) => ({
    ...item,
    reason: `${item.reason} Ici : SCOP en ${start}, 51 % du capital aux salariés en ${start + years} au plus tard.`,
  }));
}

/** No tax group with a parent that holds less than 95 %; dividends of a daughter held at 5 %. Told: the tax is counted so. */
function groupTaxLegality({ values }: ResolvedDossier, path: EsusHoldingPath): Legality[] {
  const found: Legality[] = [];
  if (path.parent.form !== 'none') {
    // The parent is the first of the founders: what the others hold brings it no nearer to 95 %.
    const parent = path.founders.slice(0, 1).map(({ from }) => from);
    found.push({ ...taxGroupLegality(shareOf(path, parent)), verdict: 'possible' });
  }
  if (path.entry !== 'holding') return found;
  for (const { name, share } of [
    { name: values.operator.name, share: path.enterprise.share },
    ...path.subsidiaries,
  ]) {
    const regime = parentSubsidiaryLegality(share, values.horizonYears);
    if (regime.verdict !== 'possible' && share.gt(0)) {
      found.push({ ...regime, verdict: 'a-verifier', reason: `${name} : ${regime.reason}` });
    }
  }
  return found;
}

function outcomeLegality(path: EsusHoldingPath, outcome: GroupOutcome): Legality[] {
  const found: Legality[] = outcome.lease === undefined ? [] : leaseLegality(outcome.lease);
  if (outcome.unfunded.gte('0.005')) {
    found.push({
      rule: 'exit.unfunded',
      verdict: 'a-verifier',
      article: 'pacte d’associés',
      reason: `À la sortie en année ${path.exit.year}, ${writeEuros(outcome.unfunded)} du rachat des actions ne sont pas financés.`,
      remedy:
        'Repoussez la sortie, baissez le plafond de rendement, faites entrer un autre acheteur, ou complétez la capacité de rachat de la structure mère.',
      confidence: 'computed',
    });
  }
  for (const { label, amount, month } of outcome.negativeCash) {
    found.push({
      rule: 'group.cash.negative',
      verdict: 'a-verifier',
      article: 'pratique bancaire',
      reason: `La trésorerie de ${label} devient négative : ${writeEuros(amount)} ${month}.`,
      remedy: 'Apportez-lui des fonds, baissez ses dividendes, ou revoyez sa marge.',
      confidence: 'computed',
    });
  }
  return found;
}
