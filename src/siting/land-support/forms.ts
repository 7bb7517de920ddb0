import { EPF_MINORATION } from './forms/epf-minoration.ts';
import { INTEREST_SUBSIDY } from './forms/interest-subsidy.ts';
import { INVESTMENT_GRANT } from './forms/investment-grant.ts';
import { LAND_DISCOUNT } from './forms/land-discount.ts';
import { LAND_LEASE_CANON } from './forms/land-lease-canon.ts';
import { LOAN_GUARANTEE } from './forms/loan-guarantee.ts';
import { PUBLIC_CAPITAL } from './forms/public-capital.ts';
import { REDUCED_RENT } from './forms/reduced-rent.ts';
import { TURNKEY_PREMISES } from './forms/turnkey-premises.ts';
import type { SupportForm, SupportFormId } from './support-form.ts';

/** Every form in which a local authority may help, in the order in which they are shown. One line each. */
export const SUPPORT_FORMS: readonly SupportForm[] = [
  LAND_DISCOUNT,
  EPF_MINORATION,
  LAND_LEASE_CANON,
  INVESTMENT_GRANT,
  INTEREST_SUBSIDY,
  LOAN_GUARANTEE,
  PUBLIC_CAPITAL,
  REDUCED_RENT,
  TURNKEY_PREMISES,
];

export const SUPPORT_FORM_IDS: readonly SupportFormId[] = SUPPORT_FORMS.map(({ id }) => id);
