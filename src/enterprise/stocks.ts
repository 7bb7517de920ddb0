import { max, minus, plus, previous } from '../formula/build.ts';
import { outstandingOf } from './delays.ts';
import type { Revenues } from './revenues.ts';
import type { ActivitySetting, MonthlyMoney } from './setting.ts';

/**
 * Stocks of purchases, in days of what is consumed: what is bought is what is consumed and what the stock gains.
 * A stock never falls faster than it is consumed: nothing is sold back.
 * @param isKept false when neither days nor opening stock are typed: then what is consumed is bought in the month
 * @returns purchases of each month, before VAT
 */
export function writeStocks(
  setting: ActivitySetting,
  consumed: Revenues['consumption'],
  isKept: boolean,
): MonthlyMoney {
  const { calculation, ledger, company } = setting;
  const about = { party: company };
  if (!isKept) {
    return calculation.monthly('activity.purchases', 'Achats', consumed, about);
  }
  const consumption = calculation.monthly('activity.consumption', 'Achats consommés', consumed, about);
  const { opening, target, brought } = outstandingOf(
    setting,
    {
      id: 'activity.stocks',
      label: 'Stocks',
      days: 'operator.stockDays',
      opening: 'operator.openingStocks',
    },
    consumption,
  );
  ledger.open(company, 'stocks', opening);
  const stock = calculation.later('activity.stocks', 'Stocks en fin de mois', 'money', 'monthly', about);
  const before = plus(previous(stock), brought);
  calculation.define(stock, max(target, minus(before, consumption)));
  const change = calculation.monthly(
    'activity.stock-change',
    'Variation de stocks du mois',
    minus(stock, before),
    about,
  );
  ledger.accrue(company, 'stock-change', change);
  return calculation.monthly('activity.purchases', 'Achats', plus(consumption, change), about);
}
