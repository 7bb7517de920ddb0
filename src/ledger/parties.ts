/** Who pays and who receives. A company of the deal has its books; everybody else is outside it. */
export interface Party {
  /** Stable, kebab-case, unique in the deal. */
  readonly id: string;
  /** As written on screen. */
  readonly label: string;
  readonly role: PartyRole;
  /** Private money, public money on market terms, or public aid. */
  readonly side: 'private' | 'public-market' | 'public-aid';
  /** Whether its books are kept here: cash account, income statement, balance sheet. */
  readonly isCompanyOfTheDeal: boolean;
}

export type PartyRole =
  | 'operator'
  | 'owners'
  | 'bank'
  | 'vehicle'
  | 'investor'
  | 'citizens'
  | 'tenants'
  | 'guarantor'
  | 'public-funder'
  | 'state'
  | 'local-authority'
  | 'land-owner'
  | 'notary'
  | 'builders'
  | 'suppliers'
  | 'customers'
  | 'patron'
  | 'employees'
  | 'landlord'
  | 'to-be-found';
