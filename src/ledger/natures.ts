import type { AccountId } from './accounts.ts';

/**
 * What a transfer is, and where it stands in the books of the company that pays it and of the one that receives it.
 * `undefined`: no company of the deal stands on that side yet (a supplier, the State).
 */
interface Nature {
  readonly label: string;
  readonly payer?: AccountId;
  readonly receiver?: AccountId;
}

export const NATURES = {
  'land-purchase': { label: 'Achat du terrain', payer: 'land' },
  'building-purchase': { label: 'Achat du bâtiment', payer: 'building' },
  'land-acquisition-costs': { label: 'Frais d’acquisition, part du terrain', payer: 'land' },
  'building-acquisition-costs': { label: 'Frais d’acquisition, part du bâtiment', payer: 'building' },
  works: { label: 'Travaux', payer: 'building' },
  'works-fees': { label: 'Honoraires de maîtrise d’œuvre', payer: 'building' },
  contingencies: { label: 'Aléas', payer: 'building' },
  'equipment-renewal': { label: 'Renouvellement du matériel', payer: 'equipment' },
  equipment: { label: 'Matériel et outillage', payer: 'equipment' },
  'financing-costs-during-works': {
    label: 'Intérêts et frais financiers pendant les travaux',
    payer: 'building',
    // What a property company pays to its operator for an advance.
    receiver: 'investmentIncome',
  },
  'start-up-costs': { label: 'Déménagement et démarrage', payer: 'externalCharges' },
  'vat-on-investments': { label: 'TVA sur immobilisations', payer: 'vatOnInvestments' },
  'vat-on-investments-refund': {
    label: 'Remboursement de TVA sur immobilisations',
    receiver: 'vatOnInvestments',
  },
  'irrecoverable-vat': { label: 'TVA non récupérable sur immobilisations', payer: 'building' },

  'land-lease-entry': { label: 'Droit d’entrée du bail de longue durée', payer: 'building' },
  'land-lease-canon': { label: 'Canon du bail de longue durée', payer: 'prepaidRent' },
  /** Between parties outside the deal: what an EPF pays and receives for the site that it carries. */
  'turnkey-works': { label: 'Achat et aménagement du site par son vendeur' },
  'carried-purchase': { label: 'Achat du site par l’EPF' },
  'carried-purchase-costs': { label: 'Frais d’acquisition de l’EPF' },
  'carried-taxes': { label: 'Taxe foncière pendant le portage' },
  'carried-management': { label: 'Gestion pendant le portage' },
  'carried-studies': { label: 'Études de l’EPF' },
  'carried-works': { label: 'Travaux de proto-aménagement de l’EPF' },
  'carried-rent': { label: 'Loyers temporaires reçus par l’EPF' },

  'tenant-works': { label: 'Travaux du preneur', payer: 'fittings' },
  'tenant-irrecoverable-vat': { label: 'TVA non récupérable du preneur', payer: 'fittings' },
  'tenant-financing-costs': {
    label: 'Intérêts et frais du prêt de l’exploitant avant la mise en service',
    payer: 'interest',
    // What an enterprise pays to its holding for an advance.
    receiver: 'investmentIncome',
  },
  deposit: { label: 'Dépôt de garantie', payer: 'depositsPaid', receiver: 'depositsReceived' },
  'lease-rent': { label: 'Loyer du bail', payer: 'prepaidRent', receiver: 'deferredRent' },
  'lease-recharge': {
    label: 'Charges et taxe foncière refacturées',
    payer: 'externalCharges',
    receiver: 'rechargedCosts',
  },
  'lease-vat': { label: 'TVA sur loyers et charges', payer: 'operatingVat', receiver: 'operatingVat' },
  'lease-vat-borne': {
    label: 'TVA sur loyers, non déductible',
    payer: 'rent',
    receiver: 'operatingVat',
  },
  'capital-subscription': {
    label: 'Souscription au capital',
    payer: 'participations',
    receiver: 'capital',
  },
  'share-purchase': { label: 'Rachat de parts à l’investisseur', payer: 'participations' },
  'share-purchase-duty': { label: 'Droits d’enregistrement du rachat de parts', payer: 'participations' },
  'associate-account-advance': {
    label: 'Avance en compte courant d’associé',
    payer: 'associateAdvances',
    receiver: 'associateAccounts',
  },
  'associate-account-repayment': {
    label: 'Remboursement de compte courant d’associé',
    payer: 'associateAccounts',
    receiver: 'associateAdvances',
  },
  'quasi-equity-received': { label: 'Quasi-fonds propres reçus', receiver: 'quasiEquity' },
  'quasi-equity-repayment': { label: 'Remboursement de quasi-fonds propres', payer: 'quasiEquity' },
  'quasi-equity-interest': {
    label: 'Rémunération des quasi-fonds propres et comptes courants',
    payer: 'accruedInterest',
    receiver: 'investmentIncome',
  },
  'refinancing-drawdown': { label: 'Prêt de refinancement de la sortie', receiver: 'bankLoans' },
  'refinancing-repayment': { label: 'Remboursement du prêt de refinancement', payer: 'bankLoans' },
  'buyout-capital': {
    label: 'Apport en capital de l’exploitant à la sortie de l’investisseur',
    payer: 'participations',
    receiver: 'capital',
  },
  'buyout-gap': { label: 'Rachat non financé', receiver: 'financingToFind' },
  dividend: { label: 'Distribution aux associés', payer: 'reserves', receiver: 'investmentIncome' },

  /** Between shareholders, outside the companies of the deal: nobody's books but theirs. */
  'share-sale': { label: 'Rachat d’actions entre associés' },
  'share-sale-duty': { label: 'Droits d’enregistrement du rachat d’actions' },
  'buyer-gap': { label: 'Rachat d’actions non financé' },
  'impact-tranche': {
    label: 'Tranche du contrat à impact',
    payer: 'impactClaims',
    receiver: 'otherEquity',
  },
  'impact-capital-repayment': {
    label: 'Capital remboursé aux investisseurs du contrat à impact',
    payer: 'otherEquity',
    receiver: 'impactClaims',
  },
  'impact-premium': {
    label: 'Rémunération des investisseurs du contrat à impact',
    payer: 'interest',
    receiver: 'investmentIncome',
  },
  'result-payment': { label: 'Paiements aux résultats', receiver: 'resultPayments' },
  'programme-staff': { label: 'Salaires du programme à impact', payer: 'programmePayroll' },
  'programme-suppliers': {
    label: 'Achats et prestations du programme à impact',
    payer: 'programmeCharges',
  },
  'programme-structuring': { label: 'Structuration du contrat à impact', payer: 'programmeCharges' },
  'programme-evaluation': { label: 'Évaluation des résultats', payer: 'programmeCharges' },

  'own-funds': { label: 'Apport en fonds propres', receiver: 'capital' },
  'share-redemption': { label: 'Remboursement de parts sociales', payer: 'capital' },
  /** Between parties outside the deal: what the State gives back to those who subscribe. */
  'tax-relief': { label: 'Réduction d’impôt des souscripteurs (IR-PME)' },
  /** Between parties outside the deal: what the State gives back to a company that gives. */
  'patronage-tax-relief': { label: 'Réduction d’impôt du mécène' },
  /** Between parties outside the deal: lent to the owners in person, who bring it to their enterprise. */
  'honour-loan': { label: 'Prêt d’honneur versé aux fondateurs' },
  'honour-loan-repayment': { label: 'Prêt d’honneur remboursé par les fondateurs' },
  'honour-loan-interest': { label: 'Intérêts du prêt d’honneur payés par les fondateurs' },
  grant: { label: 'Subvention d’investissement', receiver: 'investmentGrants' },
  'patronage-investment': { label: 'Mécénat affecté à l’investissement', receiver: 'investmentGrants' },
  patronage: { label: 'Mécénat', receiver: 'donations' },
  'financing-to-find': { label: 'Financement à trouver', receiver: 'financingToFind' },
  'other-equity-received': { label: 'Autres fonds propres reçus', receiver: 'otherEquity' },
  'other-equity-repayment': { label: 'Remboursement d’autres fonds propres', payer: 'otherEquity' },
  'loan-drawdown': { label: 'Tirage du prêt', receiver: 'bankLoans' },
  'loan-repayment': { label: 'Remboursement du capital du prêt', payer: 'bankLoans' },
  'instalment-credit': { label: 'Prix du site payé à terme', receiver: 'siteSuppliers' },
  'instalment-payment': { label: 'Échéances du prix du site', payer: 'siteSuppliers' },
  'instalment-interest': { label: 'Intérêts du prix du site payé à terme', payer: 'accruedInterest' },
  'bridge-drawdown': { label: 'Tirage du relais', receiver: 'bridgeLoans' },
  'bridge-repayment': { label: 'Remboursement du relais', payer: 'bridgeLoans' },
  'existing-debt-repayment': { label: 'Remboursement d’emprunts antérieurs', payer: 'existingDebt' },
  interest: { label: 'Intérêts des emprunts antérieurs et du relais', payer: 'interest' },
  /** Income of the years that bear the interest (PCG 768): EBE and turnover are left as they are. */
  'interest-subsidy': { label: 'Bonification d’intérêts', receiver: 'interestSubsidies' },
  /** Interest of the works is in the cost of the building: what is paid of it is taken off. */
  'interest-subsidy-during-works': {
    label: 'Bonification des intérêts intercalaires',
    receiver: 'building',
  },
  'guarantee-fee': { label: 'Commission annuelle de garantie', payer: 'interest' },
  'accrued-interest-payment': { label: 'Intérêts du prêt bancaire', payer: 'accruedInterest' },

  'customer-payment': { label: 'Chiffre d’affaires TTC encaissé', receiver: 'customers' },
  'operating-aid': { label: 'Aides au poste', receiver: 'operatingSubsidies' },
  'supplier-payment': { label: 'Achats et charges externes TTC payés', payer: 'suppliers' },
  'external-charges': { label: 'Charges externes', payer: 'externalCharges' },
  'irrecoverable-vat-on-charges': {
    label: 'TVA non récupérable sur charges',
    payer: 'externalCharges',
  },
  rent: { label: 'Loyers', payer: 'rent' },
  payroll: { label: 'Salaires et charges sociales', payer: 'payroll' },
  'labour-share-payment': { label: 'Participation des salariés versée', payer: 'labourShareDue' },
  'taxe-fonciere': { label: 'Taxe foncière', payer: 'taxes' },
  'vat-deducted': { label: 'TVA déductible des charges payées comptant', payer: 'operatingVat' },
  'vat-paid': { label: 'TVA reversée', payer: 'operatingVat' },
  /** Between parties outside the deal. */
  'vat-passed-on': { label: 'TVA reversée par qui l’a facturée' },
  'vat-refunded': { label: 'Crédit de TVA remboursé', receiver: 'operatingVat' },
  'corporate-tax-paid': { label: 'Impôt sur les bénéfices payé', payer: 'corporateTaxDue' },
  'corporate-tax-refunded': { label: 'Impôt sur les bénéfices remboursé', receiver: 'corporateTaxDue' },
} as const satisfies Record<string, Nature>;

export type TransferNature = keyof typeof NATURES;

/** The nature, with both accounts optional. */
export function natureOf(nature: TransferNature): Nature {
  return NATURES[nature];
}

/** The closed list of entries that move no cash: in one company, from one account to another. */
export const ACCRUALS = {
  'sale-invoiced': { label: 'Ventes facturées hors taxes', debit: 'customers', credit: 'sales' },
  'sale-vat-invoiced': { label: 'TVA collectée', debit: 'customers', credit: 'operatingVat' },
  'purchase-invoiced': { label: 'Achats facturés hors taxes', debit: 'purchases', credit: 'suppliers' },
  'external-charges-invoiced': {
    label: 'Charges externes facturées hors taxes',
    debit: 'externalCharges',
    credit: 'suppliers',
  },
  'purchase-vat-invoiced': {
    label: 'TVA déductible des factures à crédit',
    debit: 'operatingVat',
    credit: 'suppliers',
  },
  'stock-change': {
    label: 'Stocks constitués (consommés si négatif)',
    debit: 'stocks',
    credit: 'stockChange',
  },
  depreciation: { label: 'Amortissements', debit: 'depreciationCharge', credit: 'depreciation' },
  'grant-release': {
    label: 'Subventions virées au résultat',
    debit: 'investmentGrants',
    credit: 'grantRelease',
  },
  'donated-skills': {
    label: 'Mécénat de compétences reçu et employé',
    debit: 'donatedSkillsUsed',
    credit: 'donatedSkills',
  },
  'accrued-interest': { label: 'Intérêts courus', debit: 'interest', credit: 'accruedInterest' },
  'capitalised-interest': { label: 'Intérêts capitalisés', debit: 'building', credit: 'bankLoans' },
  'accrued-interest-capitalised': {
    label: 'Intérêts courus capitalisés',
    debit: 'accruedInterest',
    credit: 'bankLoans',
  },
  'rent-earned': { label: 'Loyer du mois acquis au bailleur', debit: 'deferredRent', credit: 'rentIncome' },
  'rent-borne': { label: 'Loyer du mois à la charge du preneur', debit: 'rent', credit: 'prepaidRent' },
  'quasi-equity-accrued-interest': {
    label: 'Intérêts courus des quasi-fonds propres',
    debit: 'interest',
    credit: 'accruedInterest',
  },
  'quasi-equity-capitalised': {
    label: 'Intérêts et primes capitalisés des quasi-fonds propres',
    debit: 'accruedInterest',
    credit: 'quasiEquity',
  },
  'associate-account-capitalised': {
    label: 'Intérêts capitalisés du compte courant d’associé',
    debit: 'accruedInterest',
    credit: 'associateAccounts',
  },
  'capitalised-quasi-interest': {
    label: 'Intérêts intercalaires capitalisés des quasi-fonds propres',
    debit: 'building',
    credit: 'quasiEquity',
  },
  'capitalised-account-interest': {
    label: 'Intérêts intercalaires capitalisés du compte courant d’associé',
    debit: 'building',
    credit: 'associateAccounts',
  },
  conversion: { label: 'Conversion en parts', debit: 'quasiEquity', credit: 'capital' },
  'issue-premium': { label: 'Prime d’émission', debit: 'capital', credit: 'issuePremium' },
  'contribution-in-kind': {
    label: 'Apport de titres de filiales',
    debit: 'participations',
    credit: 'capital',
  },
  'earnings-distributed': {
    label: 'Report à nouveau distribué',
    debit: 'retainedEarnings',
    credit: 'reserves',
  },
  'impact-write-off': {
    label: 'Tranches non remboursées, abandonnées',
    debit: 'otherEquity',
    credit: 'debtWrittenOff',
  },
  'impact-claim-lost': {
    label: 'Créance perdue sur le programme à impact',
    debit: 'claimWrittenOff',
    credit: 'impactClaims',
  },
  'share-redemption-loss': {
    label: 'Pertes imputées sur les parts remboursées',
    debit: 'capital',
    credit: 'retainedEarnings',
  },
  'tax-charge': { label: 'Charge d’impôt', debit: 'corporateTax', credit: 'corporateTaxDue' },
  'labour-share': { label: 'Part travail', debit: 'labourShare', credit: 'labourShareDue' },
  'legal-reserve-allocation': {
    label: 'Dotation à la réserve légale',
    debit: 'result',
    credit: 'legalReserve',
  },
  'retained-earnings-allocation': {
    label: 'Report à nouveau et apurement des pertes',
    debit: 'result',
    credit: 'retainedEarnings',
  },
  'profit-allocation': {
    label: 'Affectation aux réserves, distribution comprise',
    debit: 'result',
    credit: 'reserves',
  },
} as const satisfies Record<string, { label: string; debit: AccountId; credit: AccountId }>;

export type AccrualNature = keyof typeof ACCRUALS;
