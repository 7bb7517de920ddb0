import { Decimal } from '../formula/decimal.ts';
import type { Figures } from '../formula/exact.ts';
import type { Line } from '../formula/operations.ts';
import { readsRegionalRates } from '../law/aid-ceiling.ts';
import { BLOCK_EXEMPTION_END } from '../law/aid-ceiling-figures.ts';
import { type SmeStatus, smeStatus } from '../law/sme-status.ts';
import type { AidRegister } from '../paths/aid-register.ts';
import type { Support } from '../paths/aid-support.ts';
import type { Deal } from '../paths/deal.ts';
import { PRIVATE_SHARE_OF_ROUNDS } from '../paths/share-holders.ts';
import { aidChecks } from './aid-checks.ts';
import type { AidPoint } from './aid-point.ts';
import { aidUnknowns } from './aid-unknowns.ts';
import { type PassedOnRent, passedOnRent } from './passed-on-rent.ts';

/** The register of aids once computed: figures, size, and what is left to check. */
export interface AidFindings {
  /** Those that bring something. */
  readonly supports: readonly Support[];
  readonly total: Decimal;
  /** Of it, grants and discounts. */
  readonly certain: Decimal;
  readonly ceiling: Decimal;
  /** There are costs of premises to hold the aids against: without any, the ceiling means nothing. */
  readonly hasCosts: boolean;
  readonly status: SmeStatus;
  /** Rates of the regional map are read for an enterprise of this size. */
  readonly isRegional: boolean;
  /** Of a foncière: told beside the aids, not added to them. */
  readonly rent: PassedOnRent | undefined;
  readonly points: readonly AidPoint[];
  /** The ceiling rests on what was typed and on texts in force alone: to exceed it is then forbidden. */
  readonly isSettled: boolean;
  /** A local authority gives or sells: the ceilings of CGCT are its own. */
  readonly isLocal: boolean;
}

const NO_VALUE = new Decimal(0);

/** Reads the register of a deal and says what it does not know. */
export function aidFindings(deal: Deal, register: AidRegister, figures: Figures): AidFindings {
  const value = (line: Line) => figures.of(line)[0] ?? NO_VALUE;
  const status = smeStatus({
    publicShare: value(register.countedPublicShare).plus(value(register.exemptPublicShare)),
    exemptPublicShare: value(register.exemptPublicShare),
    employees: figures.assumption('stateAid.employees'),
    revenue: figures.assumption('stateAid.revenue'),
    balanceSheet: figures.assumption('stateAid.balanceSheet'),
  });
  const { stateAid } = deal.setting.dossier.values;
  const isRegional = readsRegionalRates(
    { zone: stateAid.afrZone, investment: stateAid.initialInvestment },
    status.size === 'large' ? 'large' : 'sme',
  );
  const supports = register.supports.filter(({ nominal }) => !value(nominal).isZero());
  const rent = passedOnRent(deal, register, figures);
  const checks =
    supports.length === 0
      ? []
      : aidChecks(deal, {
          supports,
          ownContribution: figures.of(register.ownContribution)[0],
          regionalCeiling: isRegional ? value(register.ceiling.intensityCeiling) : undefined,
          rent,
          privateShare: privateShareOf(deal, figures),
        });
  const unknown = aidUnknowns(deal, status);
  return {
    supports,
    total: value(register.total),
    certain: value(register.certain),
    ceiling: value(register.ceiling.ceiling),
    hasCosts: value(register.eligibleCosts).gt(0),
    status,
    isRegional,
    rent,
    points: [...unknown, ...checks],
    isLocal: supports.some(({ isEstimated, kind, payer }) => {
      const role = deal.setting.ledger.parties.get(payer)?.role;
      return !isEstimated && (role === 'local-authority' || kind === 'land-discount');
    }),
    isSettled:
      unknown.length === 0 &&
      stateAid.afrZone !== 'a' &&
      !stateAid.sgeiMandate &&
      stateAid.remediationCosts.isZero() &&
      stateAid.grantDate <= BLOCK_EXEMPTION_END,
  };
}

/** Of the round, what independent private investors bring. */
function privateShareOf(deal: Deal, figures: Figures): Decimal {
  const computed = deal.setting.calculation.lines.get(PRIVATE_SHARE_OF_ROUNDS);
  return computed === undefined
    ? deal.setting.dossier.values.stateAid.privateShareOfRound
    : (figures.of(computed)[0] ?? NO_VALUE);
}
