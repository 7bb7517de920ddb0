import type { MatrixForm } from './form-instrument-words.ts';

/** What a legal form is, for who chooses one: its capital, who answers for its debts, who votes, what it may pay out. */
export interface LegalFormRules {
  readonly capital: string;
  readonly liability: string;
  readonly votes: string;
  readonly distribution: string;
  /** Whether an investor may gain more than what it brought when it leaves. */
  readonly capitalGain: boolean;
  readonly article: string;
}

const LIMITED = 'limitée aux apports';
const NOMINAL = 'parts remboursées au nominal, moins les pertes';

export const LEGAL_FORMS: Readonly<Record<MatrixForm, LegalFormRules>> = {
  SCOP: {
    capital: `parts sociales, 51 % au moins aux salariés, 50 % au plus par associé ; ${NOMINAL}`,
    liability: LIMITED,
    votes: 'une personne, une voix ; 65 % au moins aux salariés',
    distribution:
      'part travail de 25 % au moins ; intérêts aux parts dans la limite des réserves et de la part travail',
    capitalGain: false,
    article: 'Loi 78-763 art. 5, 25, 33 ; loi 47-1775 art. 18',
  },
  SCIC: {
    capital: `parts sociales de trois catégories d’associés au moins, collectivités 50 % au plus ; ${NOMINAL}`,
    liability: LIMITED,
    votes: 'une personne, une voix, ou collèges de 10 à 50 % des voix',
    distribution: '57,5 % du bénéfice en réserves ; intérêts aux parts sous le plafond légal',
    capitalGain: false,
    article: 'Loi 47-1775 art. 14, 16, 18, 19 septies à 19 nonies',
  },
  'other-cooperative': {
    capital: `parts sociales ; ${NOMINAL}`,
    liability: LIMITED,
    votes: 'une personne, une voix ; non-coopérateurs 49 % au plus, 35 % hors coopératives',
    distribution: 'intérêts aux parts sous le plafond légal',
    capitalGain: false,
    article: 'Loi 47-1775 art. 3 bis, 14, 16, 18',
  },
  association: {
    capital: 'aucun : fonds associatifs, avec ou sans droit de reprise',
    liability: 'de l’association seule',
    votes: 'selon les statuts, sans lien avec les apports',
    distribution: 'aucune ; l’actif net est dévolu',
    capitalGain: false,
    article: 'Loi du 1er juillet 1901 ; CMF art. L213-8',
  },
  foundation: {
    capital: 'aucun : dotation ou fonds mutualistes',
    liability: 'de l’organisme seul',
    votes: 'selon les statuts',
    distribution: 'aucune',
    capitalGain: false,
    article: 'C. mut. art. L114-45 s. ; CMF art. L213-21-1 A (à valider)',
  },
  SAS: {
    capital: 'actions',
    liability: LIMITED,
    votes: 'selon les statuts',
    distribution: 'bénéfice après réserve légale de 5 %, jusqu’à 10 % du capital',
    capitalGain: true,
    article: 'C. com. art. L227-1 s., L232-10, L232-11',
  },
  'SAS-ESS': {
    capital:
      'actions ; réduction de capital interdite, sauf pertes ou continuité (10 % par 24 mois, 0,25 % par exercice)',
    liability: LIMITED,
    votes: 'gouvernance démocratique des statuts ; voix proportionnelles permises',
    distribution: 'la moitié du bénéfice au plus, fonds de développement de 20 % compris dans l’autre',
    capitalGain: true,
    article: 'Loi 2014-856 art. 1 II ; D. 2015-760 ; arrêté du 3 août 2015',
  },
  SCI: {
    capital: 'parts, sans minimum',
    liability: 'indéfinie, non solidaire, à proportion des parts',
    votes: 'selon les statuts : elles ne se déduisent pas du capital',
    distribution: 'libre, selon les statuts',
    capitalGain: true,
    article: 'C. civ. art. 1832, 1835, 1857',
  },
};
