import { describe, expect, test } from 'vitest';
import { dealTables } from '../../src/report/deal-tables.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

/** The statements in the words and the order of the trade: bankers look for a row where they always found it. */
const dossier = scenario('sci-envie-soleil');
Object.assign(dossier.operator, {
  form: 'SCOP',
  distributionShare: '0.5',
  openingCapital: '300000.00',
  openingRetainedEarnings: '-10000.00',
});
const tables = dealTables(computedDeal(dossier));

function labels(id: string): string[] {
  const table = tables.find((item) => item.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table.rows.map((row) => row.label);
}

/** The wanted labels, in the order in which the table has them. */
function inTable(id: string, wanted: readonly string[]): string[] {
  return labels(id).filter((label) => wanted.includes(label));
}

describe('words and order of the statements', () => {
  test.each([
    [
      'compte-de-resultat',
      [
        'Produits d’exploitation',
        'Production vendue',
        'Chiffre d’affaires net',
        'Subventions d’exploitation (aides au poste)',
        'Quotes-parts de subventions d’investissement virées au résultat',
        'Charges d’exploitation',
        'Achats de matières et marchandises',
        'Variation de stocks',
        'Autres achats et charges externes',
        'Impôts, taxes et versements assimilés',
        'Salaires et charges sociales',
        'Dotations aux amortissements',
        'Résultat d’exploitation',
        'Résultat financier',
        'Résultat courant avant impôts',
        'Participation des salariés (part travail)',
        'Impôts sur les bénéfices',
        'Bénéfice ou perte',
      ],
    ],
    [
      'soldes',
      [
        'Production de l’exercice',
        'Valeur ajoutée (VA)',
        'Excédent brut d’exploitation (EBE)',
        'EBE hors aides au poste',
        'Résultat d’exploitation',
        'Résultat courant avant impôts',
        'Résultat de l’exercice',
        'Capacité d’autofinancement (CAF), méthode soustractive',
        'CAF, méthode additive',
        'Intérêts aux parts sociales',
        'Autofinancement',
      ],
    ],
    [
      'tresorerie-12-mois',
      [
        'Solde en début de mois',
        'Encaissements d’exploitation',
        'Chiffre d’affaires TTC encaissé',
        'Encaissements hors exploitation',
        'Emprunts à moyen et long terme',
        'Subventions',
        'A. Total encaissements',
        'Décaissements d’exploitation',
        'TVA à reverser',
        'Salaires et cotisations sociales',
        'Décaissements hors exploitation',
        'Remboursement du capital du prêt',
        'B. Total décaissements',
        'Solde du mois (A − B)',
        'Solde de fin de mois',
      ],
    ],
    [
      'plan-annuel',
      [
        'Besoins',
        'Investissements',
        'Besoin en fonds de roulement (variation)',
        'Remboursements d’emprunts (capital)',
        'Intérêts aux parts sociales',
        'Ressources',
        'Fonds propres',
        'Subventions d’équipement',
        'Emprunts',
        'Capacité d’autofinancement',
        'Solde annuel',
        'Solde cumulé',
      ],
    ],
    [
      'bilan',
      [
        'Stocks et en-cours',
        'Clients et comptes rattachés',
        'Capital et apports',
        'Réserve légale',
        'Réserves statutaires et autres réserves',
        'Report à nouveau',
        'Résultat de l’exercice',
        'Subventions d’investissement',
        'Emprunts bancaires',
        'Fournisseurs et comptes rattachés',
        'Fonds de roulement net global (FRNG)',
        'Besoin en fonds de roulement (BFR)',
        'BFR en jours de chiffre d’affaires HT',
        'Trésorerie nette',
      ],
    ],
  ])('%s', (id, wanted) => {
    expect(inTable(id, wanted)).toEqual(wanted);
  });

  test('the allocation says by which article', () => {
    expect(labels('affectation')).toEqual([
      'Résultat de l’exercice',
      'Apurement des pertes antérieures (C. com. art. L232-11)',
      'Réserve légale (Loi 78-763 art. 33 1°)',
      'Fonds de développement (Loi 78-763 art. 33 2°)',
      'Part travail (Loi 78-763 art. 33 3°)',
      'Intérêts aux parts sociales (Loi 78-763 art. 33 4°)',
    ]);
  });

  test('twelve months from entry into service, the first opening on the cash of the month before', () => {
    const table = tables.find(({ id }) => id === 'tresorerie-12-mois');
    expect(table?.columns).toHaveLength(12);
    expect([table?.columns[0], table?.columns[11]]).toEqual(['03/2028', '02/2029']);
    expect(table?.rows[0]?.cells[0]).toEqual({ line: 'operator.cash', period: 13 });
  });

  test('the three plans de financement close', () => {
    for (const id of ['plan-initial', 'plan-annuel', 'plan-operation']) {
      expect(labels(id).filter((label) => label.startsWith('Total des'))).toHaveLength(2);
    }
  });
});
