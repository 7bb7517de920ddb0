import type { FoncierePath } from '../dossier/dossier.ts';
import { constant, postedIn, roundedToCents, sumOfYear, times } from '../formula/build.ts';
import { lawAssumption } from '../law/figure.ts';
import { irPmeRate } from '../law/ir-pme-figures.ts';
import type { MonthlyMoney } from './company.ts';
import { FONCIERE, type Member } from './fonciere-members.ts';
import type { PathSetting } from './setting.ts';

/** The tax of a year is settled in September of the next. */
const SETTLEMENT_MONTH = 9;

/**
 * The income-tax relief of those who subscribe (IR-PME, CGI 199 terdecies-0 A and 0 AB): a share of what they pay, by
 * the rate in force when they pay it, given back by the State the year after. It passes between parties outside the
 * vehicle: a gain of households, a public cost.
 * @returns the relief of each college that has one, by its id
 */
export function writeTaxRelief(
  setting: PathSetting,
  path: FoncierePath,
  members: readonly Member[],
): ReadonlyMap<string, MonthlyMoney> {
  const { calculation, ledger, dossier } = setting;
  const relief = new Map<string, MonthlyMoney>();
  const rate = irPmeRate(dossier.values.signature);
  if (rate === undefined) return relief;
  members.forEach((member, index) => {
    if (!member.taxRelief || path.colleges[index]?.category === 'authorities') return;
    const ofYear = calculation.yearly(
      `fonciere.members.${index + 1}.relief-of-year`,
      `Réduction d’impôt acquise dans l’année : ${member.label}`,
      roundedToCents(
        times(times(sumOfYear(member.subscribed), lawAssumption(calculation, rate)), constant(1, 'ratio')),
      ),
      { party: FONCIERE },
    );
    const line = calculation.monthly(
      `fonciere.members.${index + 1}.relief`,
      `Réduction d’impôt des souscripteurs : ${member.label}`,
      postedIn(ofYear, SETTLEMENT_MONTH, -1),
      { party: FONCIERE },
    );
    ledger.transfer('state-tax-relief', member.party, 'tax-relief', line);
    relief.set(member.id, line);
  });
  return relief;
}
