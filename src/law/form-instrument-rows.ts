import type { Mark, MatrixForm, MatrixInstrument, MatrixRow } from './form-instrument-words.ts';

/** Marks in the order: SCOP, SCIC, other cooperative, association, foundation or mutual, SAS, SAS of the ESS, SCI. */
function marks(text: string): Readonly<Record<MatrixForm, Mark>> {
  const [scop, scic, other, association, foundation, sas, essCompany, sci] = text.split(' ') as Mark[];
  return {
    SCOP: scop,
    SCIC: scic,
    'other-cooperative': other,
    association,
    foundation,
    SAS: sas,
    'SAS-ESS': essCompany,
    SCI: sci,
  } as Readonly<Record<MatrixForm, Mark>>;
}

const ALL: readonly MatrixForm[] = [
  'SCOP',
  'SCIC',
  'other-cooperative',
  'association',
  'foundation',
  'SAS',
  'SAS-ESS',
  'SCI',
];

/** Who may issue what: one row an instrument. « Read » cells come from a text that was consulted. */
export const MATRIX_ROWS: Readonly<Record<MatrixInstrument, MatrixRow>> = {
  shares: {
    label: 'Parts sociales, parts ou actions',
    can: 'émettre des parts ou des actions',
    cannot: 'émettre de parts ni d’actions',
    article: 'Loi 47-1775 ; loi 78-763 ; C. civ. art. 1832 s. ; C. com. art. L227-1 s.',
    remedy: 'Prenez un apport associatif avec ou sans droit de reprise, un titre associatif ou un prêt.',
    marks: marks('O O O N N O O O'),
    read: ['SCOP', 'SCIC', 'association', 'SCI'],
    words: {
      SCOP: {
        reason: 'Une SCOP émet des parts sociales : les extérieurs tiennent dans 49 % du capital.',
        article: 'Loi 78-763 art. 5 et 25',
      },
      SCIC: {
        reason: 'Une SCIC émet des parts sociales : les collectivités tiennent dans 50 % du capital.',
        article: 'Loi 47-1775 art. 19 septies',
      },
      association: {
        reason: 'Une association n’a pas de capital : ses fonds propres sont des fonds associatifs.',
        article: 'Loi du 1er juillet 1901 ; CMF art. L213-8',
      },
      SCI: {
        reason:
          'Une SCI émet des parts : chaque associé répond indéfiniment des dettes, à proportion des siennes.',
        article: 'C. civ. art. 1835 et 1857',
      },
    },
  },
  'priority-shares': {
    label: 'Parts à intérêt prioritaire, sans droit de vote',
    can: 'émettre des parts à intérêt prioritaire',
    cannot: 'émettre de parts à intérêt prioritaire',
    article: 'Loi 47-1775 art. 11 bis',
    remedy: 'Prenez des actions de préférence dans une SAS, ou un compte courant d’associé bloqué.',
    marks: marks('O O O N N C C N'),
    read: [],
    words: {
      SAS: { reason: 'Une SAS n’a pas de parts à intérêt prioritaire, mais des actions de préférence.' },
      'SAS-ESS': {
        reason: 'Une SAS de l’ESS n’a pas de parts à intérêt prioritaire, mais des actions de préférence.',
      },
    },
  },
  'investment-certificate': {
    label: 'Certificats coopératifs d’investissement',
    can: 'émettre des certificats coopératifs d’investissement',
    cannot: 'émettre de certificats coopératifs d’investissement',
    article: 'Loi 47-1775 art. 19 sexdecies à 19 tervicies',
    remedy:
      'Tenez-les, avec les parts à intérêt prioritaire, dans 50 % du capital ; sinon, prenez un titre participatif.',
    marks: marks('C C O N N N N N'),
    read: [],
    words: { SCOP: { reason: 'Une SCOP n’émet ces certificats qu’en société anonyme.' } },
  },
  'titre-participatif': {
    label: 'Titres participatifs',
    can: 'émettre des titres participatifs',
    cannot: 'émettre de titres participatifs',
    article: 'C. com. art. L228-36',
    remedy:
      'Prenez un prêt subordonné ou un compte courant d’associé bloqué, ou faites émettre le titre par une coopérative.',
    marks: marks('O O O N C N N N'),
    read: ['SCOP', 'SCIC', 'association', 'SAS', 'SAS-ESS', 'SCI'],
    words: {
      foundation: { reason: 'Les mutuelles peuvent émettre des titres participatifs ; les fondations, non.' },
      'SAS-ESS': {
        reason:
          'Une SAS de l’ESS ne peut pas émettre de titres participatifs, même agréée ESUS : il faut une coopérative.',
      },
    },
  },
  'titre-associatif': {
    label: 'Titres associatifs ou fondatifs',
    can: 'émettre des titres associatifs',
    cannot: 'émettre de titres associatifs',
    article: 'CMF art. L213-8 s.',
    remedy:
      'Prenez un titre participatif si l’émetteur est une coopérative, sinon une obligation ou un prêt.',
    marks: marks('N N N O C N N N'),
    read: ['association'],
    words: {
      association: {
        reason:
          'Une association émet des titres associatifs, pour sept ans au moins, après deux ans d’activité économique.',
      },
      foundation: { reason: 'Une fondation reconnue d’utilité publique émet des titres fondatifs.' },
    },
  },
  bond: {
    label: 'Obligations simples',
    can: 'émettre des obligations',
    cannot: 'émettre d’obligations',
    article: 'C. com. art. L228-38 s. ; CMF art. L213-8',
    remedy: 'Faites confirmer l’émission par un conseil, ou prenez un prêt.',
    marks: marks('C C C O C O O C'),
    read: ['association'],
    words: {
      SCOP: { reason: 'Une SCOP émet des obligations en SA ou en SAS ; en SARL, sous conditions.' },
      association: {
        reason: 'Une association émet des obligations après deux ans d’activité économique effective.',
        article: 'CMF art. L213-8',
      },
      SCI: { reason: 'Une SCI n’émet des obligations que très rarement.' },
    },
  },
  'convertible-bond': {
    label: 'Obligations convertibles ou remboursables en actions',
    can: 'émettre des obligations convertibles',
    cannot: 'émettre d’obligations convertibles',
    article: 'C. com. art. L228-91 (sociétés par actions)',
    remedy:
      'Prenez un prêt subordonné ou un compte courant d’associé bloqué, ou faites émettre l’obligation par une SAS.',
    marks: marks('C C C N N O O N'),
    read: ['SCOP'],
    words: {
      SCOP: {
        reason:
          'Une SCOP en SA ou en SAS émet des obligations convertibles en parts sociales, comme celles de Scopinvest : convertir rend le nominal, sans plus-value.',
        remedy:
          'Vérifiez que la SCOP est une SA ou une SAS et que les parts reçues tiennent dans 49 % du capital.',
      },
      association: { reason: 'Une association n’a pas de capital dans lequel convertir une obligation.' },
      SCI: {
        reason:
          'Une SCI n’émet pas, en pratique, d’obligations convertibles : elles supposent une société par actions.',
      },
    },
  },
  warrant: {
    label: 'Bons de souscription',
    can: 'émettre des bons de souscription',
    cannot: 'émettre de bons de souscription',
    article: 'C. com. art. L228-91',
    remedy: 'Renoncez-y : dans une coopérative, la conversion au nominal leur ôte leur valeur.',
    marks: marks('C C C N N O O N'),
    read: [],
    words: {},
  },
  'participating-loan': {
    label: 'Prêt participatif',
    can: 'contracter un prêt participatif',
    cannot: 'contracter de prêt participatif',
    article: 'CMF art. L313-13',
    remedy: 'Faites valider la clause, ou gardez un prêt subordonné à taux fixe.',
    marks: marks('O O O C C O O C'),
    read: [],
    words: {
      association: {
        reason:
          'Un prêt participatif suppose une activité commerciale : pour une association, la part variable est à sécuriser.',
      },
      SCI: {
        reason:
          'Un prêt participatif suppose une entreprise industrielle ou commerciale : pour une SCI, à objet civil, la part variable est à sécuriser.',
      },
    },
  },
  'associate-account': {
    label: 'Compte courant d’associé bloqué',
    can: 'recevoir un compte courant d’associé',
    cannot: 'recevoir de compte courant d’associé',
    article: 'CMF art. L312-2',
    remedy: 'Prenez un apport avec droit de reprise, un titre associatif ou un prêt.',
    marks: marks('O O O N N O O O'),
    read: [],
    words: {
      association: {
        reason:
          'Une association n’a pas d’associés, donc pas de compte courant d’associé : c’est un apport avec droit de reprise.',
      },
    },
  },
  'impact-bond': {
    label: 'Contrat à impact',
    can: 'porter un contrat à impact',
    cannot: 'porter de contrat à impact',
    article: 'Aucun texte : pratique des contrats français',
    remedy: 'Faites porter le programme par l’exploitant : lui seul obtient les résultats qui sont payés.',
    marks: marks('O O O O O O O N'),
    read: [],
    words: {
      SCI: {
        reason: 'Une SCI n’a pas d’activité d’impact propre : ses murs ne sont pas un programme à résultats.',
      },
    },
  },
  'solidarity-saving': {
    label: 'Fonds 90/10 et réduction d’impôt IR-PME',
    can: 'recevoir l’épargne solidaire et ouvrir droit à l’IR-PME',
    cannot: 'recevoir l’épargne solidaire ni ouvrir droit à l’IR-PME',
    article: 'C. trav. art. L3332-17 ; CMF art. L214-164 ; CGI art. 199 terdecies-0 A',
    remedy: 'Obtenez l’agrément ESUS, ou faites porter l’émission par une foncière agréée, soumise à l’IS.',
    marks: marks('C C C C N N O N'),
    read: [],
    words: {
      association: { reason: 'Une association reçoit des prêts des fonds 90/10, sans droit à l’IR-PME.' },
      'SAS-ESS': {
        reason: 'Une SAS de l’ESS agréée ESUS reçoit l’épargne solidaire et ouvre droit à l’IR-PME.',
      },
    },
  },
  'authority-guarantee': {
    label: 'Garantie d’emprunt d’une collectivité',
    can: 'obtenir la garantie d’emprunt d’une collectivité, dans les trois ratios',
    cannot: 'obtenir la garantie d’emprunt d’une collectivité',
    article: 'CGCT art. L2252-1, D1511-30 s.',
    remedy: 'Vérifiez les trois ratios.',
    marks: marks('O O O O O O O O'),
    read: ALL,
    words: {
      association: {
        reason:
          'Une association obtient la garantie d’une collectivité ; la quotité de 50 % est levée si elle est d’intérêt général.',
        article: 'CGCT art. L2252-1 dernier al. ; CGI art. 200 et 238 bis',
      },
    },
  },
  patronage: {
    label: 'Mécénat, en numéraire ou de compétences',
    can: 'recevoir un mécénat qui ouvre droit à réduction d’impôt',
    cannot: 'recevoir de mécénat qui ouvre droit à réduction d’impôt',
    article: 'CGI art. 238 bis ; BOI-BIC-RICI-20-30-10-10',
    remedy:
      'Faites porter le don par une association ou un fonds de dotation d’intérêt général qui mène l’action, ou prenez un parrainage facturé, un prêt ou une subvention.',
    marks: marks('N C N C C N N N'),
    read: ['SCOP', 'association', 'SAS', 'SAS-ESS', 'SCI'],
    words: {
      SCOP: {
        reason:
          'Une SCOP est hors du champ du mécénat d’entreprise : société commerciale, elle n’est pas un organisme d’intérêt général.',
        article:
          'CGI art. 238 bis ; réponse ministérielle, question 91850, Assemblée nationale, 12e législature',
      },
      SCIC: {
        reason:
          'Une SCIC est une société commerciale : seul un rescrit dirait si, par ses statuts, elle est d’intérêt général.',
        remedy:
          'Demandez un rescrit (LPF art. L80 C) avant tout reçu fiscal, ou faites porter le don par une association d’intérêt général.',
      },
      association: {
        reason:
          'Une association reçoit un mécénat si elle est d’intérêt général : activité principale non lucrative, gestion désintéressée, pas de cercle restreint, objet visé par le texte.',
        remedy: 'Demandez un rescrit (LPF art. L80 C) avant de remettre un reçu fiscal.',
      },
      foundation: {
        reason: 'Une fondation reconnue d’utilité publique peut recevoir un mécénat ; une mutuelle, non.',
      },
      SCI: {
        reason:
          'Une SCI gère un patrimoine pour ses associés : elle n’est pas un organisme d’intérêt général et ne reçoit pas de mécénat.',
      },
    },
  },
};
