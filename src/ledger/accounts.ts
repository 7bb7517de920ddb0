/**
 * The accounts of a company, in the order in which a French balance sheet and income statement show them.
 *
 * Classes say on which side an account grows: assets and expenses by debit, the others by credit.
 */
export type AccountClass = 'asset' | 'equity' | 'liability' | 'income' | 'expense';

export interface Account {
  readonly label: string;
  readonly class: AccountClass;
  /** Line of the statement under which it is shown. */
  readonly heading: string;
}

const account = (accountClass: AccountClass, heading: string, label: string): Account => ({
  label,
  class: accountClass,
  heading,
});

export const ACCOUNTS = {
  land: account('asset', 'Actif immobilisé', 'Terrain'),
  building: account('asset', 'Actif immobilisé', 'Constructions et frais incorporés'),
  equipment: account('asset', 'Actif immobilisé', 'Matériel et outillage industriels'),
  fittings: account('asset', 'Actif immobilisé', 'Agencements et installations'),
  participations: account(
    'asset',
    'Actif immobilisé',
    'Titres de participation (société immobilière, filiales)',
  ),
  depositsPaid: account('asset', 'Actif immobilisé', 'Dépôts et cautionnements versés'),
  associateAdvances: account('asset', 'Actif immobilisé', 'Avances en compte courant d’associé'),
  impactClaims: account('asset', 'Actif immobilisé', 'Créance sur le programme à impact'),
  existingAssets: account('asset', 'Actif immobilisé', 'Immobilisations antérieures'),
  depreciation: account('asset', 'Actif immobilisé', 'Amortissements cumulés (à déduire)'),
  stocks: account('asset', 'Actif circulant', 'Stocks et en-cours'),
  customers: account('asset', 'Actif circulant', 'Clients et comptes rattachés'),
  vatOnInvestments: account('asset', 'Actif circulant', 'TVA sur immobilisations à récupérer'),
  prepaidRent: account('asset', 'Actif circulant', 'Loyers constatés d’avance (loyers courus si négatif)'),
  cash: account('asset', 'Actif circulant', 'Disponibilités'),

  capital: account('equity', 'Fonds propres', 'Capital et apports'),
  issuePremium: account('equity', 'Fonds propres', 'Primes d’émission'),
  legalReserve: account('equity', 'Fonds propres', 'Réserve légale'),
  reserves: account('equity', 'Fonds propres', 'Réserves statutaires et autres réserves'),
  retainedEarnings: account('equity', 'Fonds propres', 'Report à nouveau'),
  result: account('equity', 'Fonds propres', 'Résultat de l’exercice'),
  investmentGrants: account('equity', 'Fonds propres', 'Subventions d’investissement'),
  otherEquity: account(
    'liability',
    'Autres fonds propres',
    'Autres fonds propres (avances conditionnées, titres participatifs)',
  ),
  quasiEquity: account(
    'liability',
    'Autres fonds propres',
    'Quasi-fonds propres (prêts subordonnés, obligations convertibles)',
  ),
  associateAccounts: account('liability', 'Dettes', 'Comptes courants d’associés'),
  bankLoans: account('liability', 'Dettes', 'Emprunts bancaires'),
  siteSuppliers: account('liability', 'Dettes', 'Prix du site restant à payer au vendeur'),
  bridgeLoans: account('liability', 'Dettes', 'Relais TVA et subventions'),
  existingDebt: account('liability', 'Dettes', 'Emprunts antérieurs'),
  financingToFind: account('liability', 'Dettes', 'Financement à trouver'),
  accruedInterest: account('liability', 'Dettes', 'Intérêts courus'),
  suppliers: account('liability', 'Dettes', 'Fournisseurs et comptes rattachés'),
  labourShareDue: account('liability', 'Dettes', 'Participation des salariés à verser'),
  depositsReceived: account('liability', 'Dettes', 'Dépôts de garantie reçus'),
  deferredRent: account('liability', 'Dettes', 'Loyers perçus d’avance (loyers courus si négatif)'),
  operatingVat: account('liability', 'Dettes', 'TVA à reverser (à récupérer si négatif)'),
  corporateTaxDue: account('liability', 'Dettes', 'Impôt sur les bénéfices à payer (créance si négatif)'),

  sales: account('income', 'Produits d’exploitation', 'Production vendue'),
  rentIncome: account('income', 'Produits d’exploitation', 'Loyers'),
  rechargedCosts: account(
    'income',
    'Produits d’exploitation',
    'Charges et taxe foncière refacturées au locataire',
  ),
  operatingSubsidies: account(
    'income',
    'Produits d’exploitation',
    'Subventions d’exploitation (aides au poste)',
  ),
  resultPayments: account('income', 'Produits d’exploitation', 'Paiements aux résultats (contrat à impact)'),
  grantRelease: account(
    'income',
    'Produits d’exploitation',
    'Quotes-parts de subventions d’investissement virées au résultat',
  ),
  donations: account('income', 'Produits d’exploitation', 'Mécénat'),
  purchases: account('expense', 'Charges d’exploitation', 'Achats de matières et marchandises'),
  stockChange: account('expense', 'Charges d’exploitation', 'Variation de stocks'),
  externalCharges: account('expense', 'Charges d’exploitation', 'Autres achats et charges externes'),
  programmeCharges: account(
    'expense',
    'Charges d’exploitation',
    'Achats et prestations du programme à impact',
  ),
  rent: account('expense', 'Charges d’exploitation', 'Loyers'),
  taxes: account('expense', 'Charges d’exploitation', 'Impôts, taxes et versements assimilés'),
  payroll: account('expense', 'Charges d’exploitation', 'Salaires et charges sociales'),
  programmePayroll: account('expense', 'Charges d’exploitation', 'Salaires du programme à impact'),
  depreciationCharge: account('expense', 'Charges d’exploitation', 'Dotations aux amortissements'),
  investmentIncome: account('income', 'Produits financiers', 'Produits de participations et intérêts reçus'),
  debtWrittenOff: account('income', 'Produits financiers', 'Tranches abandonnées par les investisseurs'),
  interestSubsidies: account('income', 'Produits financiers', 'Bonifications d’intérêts reçues'),
  interest: account('expense', 'Charges financières', 'Intérêts et charges assimilées'),
  claimWrittenOff: account('expense', 'Charges financières', 'Créance perdue sur le programme à impact'),
  labourShare: account('expense', 'Participation des salariés', 'Participation des salariés (part travail)'),
  corporateTax: account('expense', 'Impôts sur les bénéfices', 'Impôts sur les bénéfices'),
  donatedSkills: account('income', 'Contributions volontaires en nature', 'Mécénat de compétences reçu'),
  donatedSkillsUsed: account(
    'expense',
    'Contributions volontaires en nature',
    'Emploi du mécénat de compétences',
  ),
} as const satisfies Record<string, Account>;

export type AccountId = keyof typeof ACCOUNTS;

/** The account, with its class as a plain type. */
export function accountOf(id: AccountId): Account {
  return ACCOUNTS[id];
}

/** Whether an account grows by debit. */
export function growsByDebit(id: AccountId): boolean {
  const { class: accountClass } = accountOf(id);
  return accountClass === 'asset' || accountClass === 'expense';
}

export const ACCOUNT_IDS = Object.keys(ACCOUNTS) as AccountId[];

/** What belongs to the company: capital, reserves, results, investment grants. */
export const EQUITY_ACCOUNTS: readonly AccountId[] = ACCOUNT_IDS.filter(
  (id) => accountOf(id).class === 'equity',
);
