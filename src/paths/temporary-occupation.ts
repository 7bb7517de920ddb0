import {
  choose,
  constant,
  isAtLeast,
  isEqual,
  isLess,
  MONTH,
  NO_MONEY,
  over,
  plus,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import type { MonthlyMoney } from './company.ts';
import { OPERATOR, type PathSetting } from './setting.ts';

/** An occupation without any right to stay, then a move. */
export interface Temporary {
  /** Month in which the lease at the market begins, elsewhere. */
  readonly movedIn: Line<'months', 'once', 'defined'>;
  /** Paid each month of the occupation, all charges included. */
  readonly fee: MonthlyMoney;
  /** Paid the month of the move, before VAT. */
  readonly moving: MonthlyMoney;
}

/**
 * The temporary occupation of the site from entry into service: its fee each month to the owner of the site, then the
 * move at its term, paid by the enterprise from its own cash: the plan de financement ends with entry into service.
 * @param place of the path in the dossier
 */
export function writeTemporary(setting: PathSetting, place: string): Temporary {
  const { calculation, ledger, assume, opening } = setting;
  const about = { party: OPERATOR };
  const at = `${place}.temporary`;
  const movedIn = calculation.once(
    'occupation.moved-in',
    'Mois du déménagement, à la fin de l’occupation temporaire',
    plus(opening, assume(`${at}.months`, 'months')),
    about,
  );
  const ofMonth = calculation.once(
    'occupation.fee-of-month',
    'Redevance d’un mois',
    roundedToCents(
      over(
        times(
          times(assume(`${at}.feePerM2Year`, 'money/area/years'), assume('site.floorAreaM2', 'area')),
          constant(1, 'years'),
        ),
        constant(12, 'ratio'),
      ),
    ),
    about,
  );
  const fee = calculation.monthly(
    'occupation.fee',
    'Redevance d’occupation temporaire',
    choose(isAtLeast(MONTH, opening), choose(isLess(MONTH, movedIn), ofMonth, NO_MONEY), NO_MONEY),
    about,
  );
  const moving = calculation.monthly(
    'occupation.moving',
    'Déménagement à la fin de l’occupation temporaire',
    choose(isEqual(MONTH, movedIn), assume(`${at}.movingCosts`, 'money'), NO_MONEY),
    about,
  );
  ledger.transfer(OPERATOR, 'landlord', 'rent', fee);
  ledger.transfer(OPERATOR, 'suppliers', 'external-charges', moving);
  return { movedIn, fee, moving };
}
