import {
  at,
  choose,
  constant,
  dividedBy,
  isEqual,
  isLess,
  largest,
  MONTH,
  minus,
  NO_MONEY,
  plus,
  previous,
  sumOfTerms,
  sumOfYear,
  times,
  total,
} from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import { dutyReceivers } from '../law/duty-receivers.ts';
import type { Transfer } from '../ledger/ledger.ts';
import type { TransferNature } from '../ledger/natures.ts';
import type { MeasureSetting } from './measure-setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type OnceMoney = Line<'money', 'once', 'defined'>;

/** Levels of government that receive something of the project. */
export const RETURN_LEVELS = {
  'local-block': 'Commune et intercommunalité (taxe foncière, part communale des droits de mutation)',
  department: 'Département (droits de mutation)',
  state: 'État (impôt de la société immobilière, frais d’assiette, droits sur les parts)',
  funders: 'Financeurs publics du dossier (avances, prêts et capital rendus, intérêts)',
} as const;

export type ReturnLevel = keyof typeof RETURN_LEVELS;

/** Id of the measure that holds what comes back to a level, by fiscal year. */
export function returnLine(level: ReturnLevel): string {
  return `public-returns.${level}`;
}

const TAX_OFFICE = 'tax-office';

/** Duties of a purchase: shared between three levels. */
const DUTIES: readonly TransferNature[] = ['land-acquisition-costs', 'building-acquisition-costs'];

/**
 * What a tax is to the levels of government. Since 2021 the taxe foncière on buildings goes to communes and their
 * groupings alone (LF 2020, art. 16). VAT is left out: customers pay it in the end. So is the tax on profits of the
 * enterprise itself: what it would pay without the project is not known.
 */
function levelOf({ nature, from, to }: Transfer, vehicle: string | undefined): ReturnLevel | undefined {
  if (nature === 'taxe-fonciere') return 'local-block';
  if (nature === 'share-purchase-duty' || nature === 'share-sale-duty') return 'state';
  const isTaxOnProfits = nature === 'corporate-tax-paid' || nature === 'corporate-tax-refunded';
  const company = to === TAX_OFFICE ? from : to;
  return isTaxOnProfits && company === vehicle ? 'state' : undefined;
}

/** Money that comes back to who gave, lent or subscribed it, in the terms of the measure of exposure. */
const MONEY_BACK: readonly TransferNature[] = [
  'other-equity-repayment',
  'share-redemption',
  'share-sale',
  'share-purchase',
  'dividend',
  'quasi-equity-repayment',
  'quasi-equity-interest',
  'loan-repayment',
  'interest',
  'accrued-interest-payment',
  'guarantee-fee',
  'impact-capital-repayment',
  'impact-premium',
];

/**
 * What comes back of a project to each level of government until the horizon, and when all that public aid paid has come
 * back: taxes that would not exist without the project, and money returned to public funders.
 */
export function addPublicReturns(measure: MeasureSetting): void {
  const { deal, keep, toHorizon } = measure;
  const { setting, vehicle } = deal;
  const { calculation, ledger } = setting;
  const byLevel = new Map<ReturnLevel, MonthlyMoney[]>();
  const taken = new Map<ReturnLevel, MonthlyMoney[]>();
  const add = (map: typeof byLevel, level: ReturnLevel, line: MonthlyMoney) => {
    if (!calculation.isNothing(line)) map.set(level, [...(map.get(level) ?? []), line]);
  };
  for (const transfer of ledger.transfers) {
    const { from, to, nature, amount } = transfer;
    if (from === TAX_OFFICE || to === TAX_OFFICE) {
      const level = levelOf(transfer, vehicle?.id);
      if (level !== undefined) add(to === TAX_OFFICE ? byLevel : taken, level, amount);
    } else if (MONEY_BACK.includes(nature) && ledger.parties.get(to)?.side === 'public-aid') {
      add(byLevel, 'funders', amount);
    }
  }
  for (const [level, line] of dutiesByLevel(measure)) add(byLevel, level, line);

  const levels = (Object.keys(RETURN_LEVELS) as ReturnLevel[]).flatMap((level) => {
    const received = byLevel.get(level) ?? [];
    if (received.length === 0) return [];
    const line = calculation.monthly(
      `measure.public-returns.${level}`,
      RETURN_LEVELS[level],
      choose(toHorizon, minus(sumOfTerms(received), sumOfTerms(taken.get(level) ?? [])), NO_MONEY),
    );
    keep(
      returnLine(level),
      calculation.yearly(`measure.public-returns.${level}.year`, RETURN_LEVELS[level], sumOfYear(line)),
    );
    return [{ level, line }];
  });
  if (levels.length === 0) return;
  keep(
    'public-returns',
    calculation.once(
      'measure.public-returns',
      'Impôts nés du projet et argent rendu aux financeurs publics, en tout',
      sumOfTerms(levels.map(({ line }) => total(line))),
    ),
  );
  addPayback(
    measure,
    levels.filter(({ level }) => level !== 'funders').map(({ line }) => line),
  );
}

/** The month in which public aid has come back for good: taxes cumulated reach what was paid and not returned. */
function addPayback({ deal, keep }: MeasureSetting, taxes: readonly MonthlyMoney[]): void {
  const { calculation, horizon } = deal.setting;
  const exposure = calculation.lines.get('measure.public-cumulated') as MonthlyMoney | undefined;
  if (exposure === undefined || calculation.isNothing(exposure)) return;
  const cumulated = calculation.later(
    'measure.public-taxes',
    'Impôts nés du projet, cumulés',
    'money',
    'monthly',
  );
  calculation.define(cumulated, plus(previous(cumulated), sumOfTerms(taxes)));
  const missing = calculation.monthly(
    'measure.public-missing',
    'Argent public versé que ni remboursements ni impôts n’ont encore rendu',
    minus(exposure, cumulated),
  );
  const waits = calculation.monthly(
    'measure.public-waits',
    'Rang du mois suivant, tant qu’il manque encore quelque chose',
    choose(isLess(NO_MONEY, missing), plus(MONTH, constant(1, 'months')), constant(0, 'months')),
  );
  keep(
    'public-payback',
    calculation.once(
      'measure.public-payback',
      'Mois où l’argent public versé est revenu (impôts nés du projet et remboursements)',
      times(
        dividedBy(
          largest(waits),
          // Nothing paid, or not yet back at the horizon: not defined.
          choose(
            isLess(NO_MONEY, largest(exposure)),
            choose(isLess(NO_MONEY, at(missing, horizon)), constant(0, 'months'), constant(1, 'months')),
            constant(0, 'months'),
          ),
        ),
        constant(1, 'months'),
      ),
    ),
  );
}

/** The duties of the purchase of the site, shared between those who receive them, in the month of the deed. */
function dutiesByLevel({ deal }: MeasureSetting): (readonly [ReturnLevel, MonthlyMoney])[] {
  const { property, setting } = deal;
  const { calculation, ledger, dossier } = setting;
  const { site } = dossier.values;
  const duty = calculation.lines.get('site.acquisition.droitsDeMutation') as OnceMoney | undefined;
  const security = calculation.lines.get('site.acquisition.securiteImmobiliere') as OnceMoney | undefined;
  const isPaid = ledger.transfers.some(({ to, nature }) => to === TAX_OFFICE && DUTIES.includes(nature));
  if (property === undefined || site === null || duty === undefined || security === undefined || !isPaid)
    return [];
  const kind = site.commitmentToBuild ? 'fixed' : site.newBuilding ? 'new' : 'existing';
  const shares = dutyReceivers(calculation, 'measure.duties', { price: property.purchase.price, duty, kind });
  const paid = (name: string, label: string, amount: Parameters<typeof choose>[1]) =>
    calculation.monthly(
      `measure.duties.${name}.paid`,
      label,
      choose(isEqual(MONTH, setting.purchase), amount as OnceMoney, NO_MONEY),
    );
  return [
    ['local-block', paid('commune', 'Droits de mutation reçus par la commune', shares.commune)],
    ['department', paid('department', 'Droits de mutation reçus par le département', shares.department)],
    [
      'state',
      paid(
        'state',
        'Frais d’assiette et contribution de sécurité immobilière reçus par l’État',
        plus(shares.state, security),
      ),
    ],
  ];
}
