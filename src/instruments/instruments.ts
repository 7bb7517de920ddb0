import { ASSOCIATE_ACCOUNT } from './associate-account.ts';
import { AVANCE_REMBOURSABLE } from './avance-remboursable.ts';
import { CONVERTIBLE_BOND } from './convertible-bond.ts';
import { GRANT } from './grant.ts';
import { INSTALMENT_SALE } from './instalment-sale.ts';
import { INTEREST_SUBSIDY } from './interest-subsidy.ts';
import { OWN_FUNDS } from './own-funds.ts';
import { PATRONAGE } from './patronage.ts';
import { PATRONAGE_OF_SKILLS } from './patronage-of-skills.ts';
import { PRET_D_HONNEUR } from './pret-d-honneur.ts';
import { SELF_FINANCING } from './self-financing.ts';
import { SUBORDINATED_LOAN } from './subordinated-loan.ts';
import { TITRE_PARTICIPATIF } from './titre-participatif.ts';

/** The sources of funds that a path may list before its balancing loan: one line each. */
export const INSTRUMENTS = {
  'self-financing': SELF_FINANCING,
  'own-funds': OWN_FUNDS,
  grant: GRANT,
  'avance-remboursable': AVANCE_REMBOURSABLE,
  'associate-account': ASSOCIATE_ACCOUNT,
  'subordinated-loan': SUBORDINATED_LOAN,
  'convertible-bond': CONVERTIBLE_BOND,
  'titre-participatif': TITRE_PARTICIPATIF,
  'pret-d-honneur': PRET_D_HONNEUR,
  'instalment-sale': INSTALMENT_SALE,
  'interest-subsidy': INTEREST_SUBSIDY,
  patronage: PATRONAGE,
  'patronage-of-skills': PATRONAGE_OF_SKILLS,
} as const;

export type SourceKind = keyof typeof INSTRUMENTS;

/** What may be typed of each, by kind. */
export const SOURCE_INSTRUMENTS = Object.fromEntries(
  Object.entries(INSTRUMENTS).map(([kind, { terms }]) => [kind, terms]),
) as { readonly [K in SourceKind]: (typeof INSTRUMENTS)[K]['terms'] };
