import { minus, ONE_RATIO, roundedToCents, times } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type GuaranteeContext, guaranteedPart } from './guarantee-cost.ts';
import type { OnceMoney } from './instrument.ts';

/** What a local authority sets aside when insolvency proceedings of its debtor open. */
export interface GuaranteeProvision {
  /** Its share of what is owed on that day. */
  readonly guaranteed: OnceMoney;
  readonly risk: Line<'ratio', 'once', 'defined'>;
  readonly amount: OnceMoney;
}

/**
 * Provision = risk × guaranteed balance (CGCT art. R2321-2 2°), in the default tested: the proceedings open on its day,
 * and the risk is what the sale of the security does not give back. Both are hypotheses.
 * @param exposure principal and interest run, on the day of default
 */
export function guaranteeProvision(
  context: GuaranteeContext,
  exposure: OnceMoney,
  recoveredShare: Formula<'ratio', 'once', 'defined'>,
): GuaranteeProvision {
  const { calculation, id } = context;
  const about = { party: context.terms.from };
  const guaranteed = calculation.once(
    `${id}.provision.guaranteed`,
    'Encours garanti au défaut testé, intérêts courus compris',
    roundedToCents(guaranteedPart(context, exposure)),
    about,
  );
  const risk = calculation.once(
    `${id}.provision.risk-share`,
    'Risque estimé : part que les sûretés ne rendent pas',
    minus(ONE_RATIO, recoveredShare),
    about,
  );
  const amount = calculation.once(
    `${id}.provision.amount`,
    'Provision à l’ouverture d’une procédure collective',
    roundedToCents(times(guaranteed, risk)),
    about,
  );
  return { guaranteed, risk, amount };
}
