/** Which figures moved from one version to the next, in French, newest first. CHANGELOG.md tells them all, in English. */
export interface FigureHistory {
  readonly version: string;
  /** ISO day. */
  readonly date: string;
  readonly moved: readonly string[];
}

export const FIGURE_HISTORY: readonly FigureHistory[] = [
  {
    version: '0.5.0',
    date: '2026-11-22',
    moved: [
      '« Retours aux collectivités et à l’État » et « Retour de l’argent public » sont calculés : SCI Envie Soleil, prêt bancaire seul, 987 996,05 €, revenu en octobre 2035 ; par la SCI, 1 416 246,41 €, en octobre 2034.',
      'Nouveau cas : quatre friches pour une entreprise d’insertion ; la filature, 3 579 733 € au central, de 2 331 721 à 6 116 802 €, ouverte au bout de 32 mois.',
      'Archer : la Cité de la chaussure se lit aussi comme une reconversion, aux mêmes montants.',
      'Aucun chiffre déjà montré ne bouge.',
    ],
  },
  {
    version: '0.4.0',
    date: '2026-11-22',
    moved: [
      'SCI Envie Soleil se lit en sept voies : par mois, 12 968,99 € avec un contrat à impact comme par le prêt bancaire seul, 14 213,49 € avec une holding, 27 666,52 € en foncière solidaire, 12 499,25 € avec une garantie publique.',
      'VALO+ : les associés d’origine gardent 61,00 % du capital et 66 % des voix ; les investisseurs ont un TRI de 5,09 %.',
      'Contrat à impact de l’Adie : 2,41 % par an, payé une fois ; 4 687,50 € d’argent public par résultat.',
      '« Fonds propres à apporter » ne compte ni ce que souscrivent de nouveaux associés ni les avances de collectivités ; aucun des cas antérieurs n’en a.',
      'Aucun chiffre d’une voie déjà montrée ne bouge.',
    ],
  },
  {
    version: '0.3.0',
    date: '2026-11-22',
    moved: [
      'Toutes les aides publiques sont comptées : SCI Envie Soleil, prêt bancaire seul, 400 000,00 € d’équivalent-subvention brut, 62 400,00 € au-dessus du plafond ; par la SCI, 552 540,47 €, et 214 940,47 € au-dessus.',
      'Ethiquable, par la société immobilière : 446 774,61 € d’équivalent-subvention brut, 146 774,61 € au-dessus du plafond.',
      'Perte attendue des garants, caution personnelle, montant garanti et réductions d’impôt des souscripteurs sont calculés.',
      'Un dossier d’un droit plus ancien prend le taux d’intérêts déductibles et le plafond de minimis de sa date (200 000 € avant 2024).',
      'Aucun chiffre déjà montré des deux premiers cas ne bouge.',
    ],
  },
  {
    version: '0.2.0',
    date: '2026-11-22',
    moved: [
      'SCI Envie Soleil vend et achète avec des délais : l’actif net à l’horizon du prêt bancaire seul passe de 8 671 622,51 € à 8 924 100,29 € ; le prêt ne bouge pas.',
      'La valeur du site ne déduit plus que ce qu’un bail laisse au propriétaire : à l’entrée en service, de 2 957 294 € à 3 772 588 €, donc LTV de 107 % à 84 % et TRI projet de 7,6 % à 10,0 %.',
      'Le coût des locaux se lit avant impôt dans toutes les voies : SCI Envie Soleil, de 16 137,70 € à 14 627,32 € par mois.',
      'SCI : la réserve de grosses réparations y reste, et le TRI de l’investisseur passe de 4,38 % à 4,89 %.',
      '« Qui gagne, qui paie » : TVA et charges refacturées vont à qui elles sont dues ; le bailleur passe de 6 369 273 € à 4 392 326 €.',
      'Nouvelle règle : sous 30 % de fonds propres, quasi-fonds propres et subventions, le verdict est « à vérifier ».',
      'La part travail d’une SCOP est une charge de l’année, déduite de l’impôt.',
      'Le dernier trimestre d’un bail est facturé en entier.',
    ],
  },
  {
    version: '0.1.0',
    date: '2026-11-22',
    moved: [
      'Un demi-centime derrière une fraction périodique s’arrondit vers le haut : 30 cellules du premier classeur bougent d’un centime.',
      'Le rapport prêt / coût de revient ne compte plus la trésorerie laissée à l’entreprise : plus grand prêt à 80 % de SCI Envie Soleil, de 4 200 000 € à 3 294 633 €.',
      'Le coût des sûretés va à l’État et au notaire : le rendement du prêteur passe de 4,13 % à 3,98 %.',
      'La couverture affichée compte l’impôt et le renouvellement du matériel : au plus bas, de 1,65 à 1,38.',
    ],
  },
];
