/**
 * The choices of a dossier as people read them, by the name of the field, then by value. A value that is not here is
 * shown as it is written in the file.
 */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  solve: { 'balancing-loan': 'calculé pour équilibrer le plan', none: 'saisi' },
  rateConvention: { proportional: 'proportionnel', actuarial: 'actuariel' },
  paymentsPerYear: { 12: 'mensuelles', 4: 'trimestrielles', 2: 'semestrielles', 1: 'annuelles' },
  repayment: {
    'level-payment': 'échéances constantes',
    'level-principal': 'capital constant',
    bullet: 'in fine',
  },
  deferralKind: { none: 'aucun', partial: 'partiel', total: 'total' },
  interestDuringWorks: { paid: 'payés', capitalised: 'capitalisés' },
  form: {
    association: 'association',
    SCOP: 'SCOP',
    SCIC: 'SCIC',
    'SAS-ESS': 'SAS de l’ESS',
    SAS: 'SAS',
  },
  event: { signature: 'signature', 'half-works': 'moitié des travaux', completion: 'fin des travaux' },
  basis: { amount: 'montant saisi', rate: 'taux des travaux et honoraires, plafonné' },
  status: { awarded: 'acquise', 'in-review': 'en instruction', 'to-request': 'à solliciter' },
  role: {
    owners: 'associés',
    bank: 'banque',
    'public-funder': 'financeur public',
    state: 'État',
    'local-authority': 'collectivité',
    'land-owner': 'propriétaire du site',
    builders: 'entreprises de travaux',
    suppliers: 'fournisseurs',
    customers: 'clients',
    landlord: 'bailleur',
  },
  side: {
    private: 'privés',
    'public-market': 'publics, aux conditions du marché',
    'public-aid': 'publics, avec aide',
  },
};

/** @param name of the field, without its path */
export function choiceWord(name: string, value: string | number): string | undefined {
  return WORDS[name]?.[String(value)];
}
